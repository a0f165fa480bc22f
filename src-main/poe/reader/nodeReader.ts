import { createHash } from 'node:crypto'
import type { Attachment, DocumentFacts, DocumentToRead } from '../facts/documentFacts.ts'
import type { DocumentLook, LookPiece } from '../facts/documentLook.ts'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { Gathering, type GivenDocument, unreadFacts } from './gatherFacts.ts'
import type { InnerFile } from './pieces.ts'
import { PICTURE_TYPES } from './pictures/pictureTypes.ts'
import { INNER_LIMITS, MOST_READERS, READER_LIMITS, type ReaderLimits } from './readerLimits.ts'
import { ReaderRun } from './readerRun.ts'
import { cutPlaces, type PageCut, type PagePlace } from './recognition/cutPlaces.ts'
import { type PaintedSheet, paintPages } from './recognition/paintPages.ts'
import { paintPictures } from './recognition/paintPictures.ts'
import { RECOGNITION_LIMITS, type RecognitionLimits } from './recognition/recognitionLimits.ts'
import type { RecognitionTask } from './recognition/recognise.ts'
import { type RecognitionPlace, recognitionPlace } from './recognition/recognitionPlace.ts'
import { RecognitionTurns } from './recognition/recognitionTurns.ts'
import { pictureFacts, withRecognition } from './recognition/withRecognition.ts'
import { LOOKED_AT_TYPES, READABLE_TYPES } from './readDocument.ts'
import { sniffType } from './sniffType.ts'
import type { ReaderPlace } from './startReader.ts'

export interface NodeReaderOptions extends ReaderPlace {
  /** Smaller ones for tests. */
  readonly limits?: Partial<ReaderLimits>
  readonly recognitionLimits?: Partial<RecognitionLimits>
  /** Where painter and recogniser start from; beside the reader by default. */
  readonly recognition?: RecognitionPlace
  /** False: pages that are pictures are left to a person. */
  readonly recognises?: boolean
  /** True where people wait for papers that they open: a spare process, parser loaded and tried, stands by for the next one. */
  readonly standsBy?: boolean
}

export interface NodeReader {
  /** Never rejects because of a document. Rejects when the reader process cannot start, and after `close`. */
  read(document: DocumentToRead): Promise<DocumentFacts>
  /**
   * The bytes of a file inside this one, by its place among the attachments, deeper ones behind it. Null when there is none. Rejects as
   * `read` does.
   */
  unpack(bytes: Uint8Array, path: readonly number[]): Promise<Uint8Array | null>
  /** Pages of a picture file, for those that no browser shows as pages (TIFF, animations). Empty for what is none, and for what cannot be decoded. */
  paint(bytes: Uint8Array): Promise<readonly PaintedSheet[]>
  /** Places on the pages of a PDF or a picture as pictures, in their order; null for what has no pages or cannot be drawn. */
  cut(bytes: Uint8Array, places: readonly PagePlace[]): Promise<readonly (PageCut | null)[]>
  /** How a mail or a page of HTML is shown, its pictures decoded; null for all others and for what cannot be opened. Rejects as `read` does. */
  look(bytes: Uint8Array): Promise<DocumentLook | null>
  /** Ends every reader process; documents under way reject. */
  close(): void
}

/** Reads documents in throw-away processes, one process a document, two at a time. */
export function createNodeReader(options: NodeReaderOptions): NodeReader {
  return new ProcessReader(options)
}

interface Parsed {
  readonly facts: DocumentFacts
  readonly inner: readonly InnerFile[]
  readonly look: LookPiece | null
}

class ProcessReader implements NodeReader {
  readonly #place: ReaderPlace
  readonly #limits: ReaderLimits
  readonly #recognition: () => RecognitionPlace
  readonly #recognises: boolean
  readonly #recognitionLimits: RecognitionLimits
  readonly #recognising: RecognitionTurns
  readonly #running = new Set<ReaderRun>()
  readonly #waiting: (() => void)[] = []
  /** For the next of those that queue. */
  #spare: ReaderRun | null = null
  readonly #standsBy: boolean
  /** For the next document that somebody waits for. */
  #rehearsed: ReaderRun | null = null
  #free = MOST_READERS
  #closed = false

  constructor(options: NodeReaderOptions) {
    this.#place = options
    this.#limits = { ...READER_LIMITS, ...options.limits }
    this.#recognition = () => options.recognition ?? recognitionPlace(options)
    this.#recognises = options.recognises ?? true
    this.#recognitionLimits = { ...RECOGNITION_LIMITS, ...options.recognitionLimits }
    this.#standsBy = options.standsBy ?? false
    this.#recognising = new RecognitionTurns(this.#recognition, this.#recognitionLimits, this.#standsBy)
    this.#standBy()
  }

  read(document: DocumentToRead): Promise<DocumentFacts> {
    return this.#read(document, 0)
  }

  async unpack(bytes: Uint8Array, path: readonly number[]): Promise<Uint8Array | null> {
    const [first, ...rest] = path
    if (first === undefined) return bytes
    const document = innerDocument(bytes, true)
    const given = givenOf(document)
    const isPast = path.length > INNER_LIMITS.depth || first >= INNER_LIMITS.files
    if (isPast || given.sizeBytes > this.#limits.inputBytes || !READABLE_TYPES.has(given.type)) return null
    const file = (await this.#parse(given, document)).inner[first]
    return file === undefined ? null : this.unpack(Buffer.from(file.base64, 'base64'), rest)
  }

  async paint(bytes: Uint8Array): Promise<readonly PaintedSheet[]> {
    const type = sniffType(bytes)
    if (!PICTURE_TYPES.has(type) || bytes.byteLength > this.#limits.inputBytes) return []
    return paintPages(this.#recognition(), this.#recognitionLimits, { bytes, type })
  }

  async cut(bytes: Uint8Array, places: readonly PagePlace[]): Promise<readonly (PageCut | null)[]> {
    const type = sniffType(bytes)
    const hasPages = type === 'pdf' || PICTURE_TYPES.has(type)
    if (!hasPages || bytes.byteLength > this.#limits.inputBytes) return places.map(() => null)
    return cutPlaces(this.#recognition(), this.#recognitionLimits, { bytes, type }, places)
  }

  async look(bytes: Uint8Array): Promise<DocumentLook | null> {
    const document = innerDocument(bytes, true)
    const given = givenOf(document)
    if (!LOOKED_AT_TYPES.has(given.type) || given.sizeBytes > this.#limits.inputBytes) return null
    const { facts, look } = await this.#parse(given, document, true)
    if (look === null) return null
    const encoded = look.pictures.map((base64) => Buffer.from(base64, 'base64'))
    const pictures = await paintPictures(this.#recognition(), this.#recognitionLimits, encoded)
    return { facts, inlays: look.inlays, differing: look.differing, pictures }
  }

  async #read(document: DocumentToRead, depth: number): Promise<DocumentFacts> {
    const recognise = (task: RecognitionTask) =>
      this.#recognising.run(task, document.isAwaited).finally(() => this.#standBy())
    const given = givenOf(document)
    if (given.type === 'empty') return unreadFacts(given, 'empty')
    if (given.sizeBytes > this.#limits.inputBytes) return unreadFacts(given, 'too_large')
    if (this.#recognises && PICTURE_TYPES.has(given.type)) {
      return pictureFacts(given, document.bytes, recognise)
    }
    if (!READABLE_TYPES.has(given.type)) return unreadFacts(given, reasonForType(given.type))
    const { facts, inner } = await this.#parse(given, document)
    const recognised = this.#recognises ? await withRecognition(facts, document.bytes, recognise) : facts
    // Only now: a document that waited for a place for its own files while it holds one would wait for ever.
    return withInner(recognised, await this.#readInner(inner, depth + 1, document.isAwaited))
  }

  async #parse(given: GivenDocument, document: DocumentToRead, withLook = false): Promise<Parsed> {
    await this.#turn()
    return this.#readBound(given, document, withLook).finally(() => {
      this.#free += 1
      this.#waiting.shift()?.()
    })
  }

  /** Files inside a document, each like one that was handed in; what is past the limits is named and not read. */
  async #readInner(files: readonly InnerFile[], depth: number, isAwaited: boolean): Promise<Attachment[]> {
    const attachments: Attachment[] = []
    let room = this.#limits.inputBytes
    for (const [i, { name, base64 }] of files.entries()) {
      const isPast = depth > INNER_LIMITS.depth || i >= INNER_LIMITS.files
      const bytes = isPast ? null : Buffer.from(base64, 'base64')
      room -= bytes?.byteLength ?? 0
      const facts =
        bytes === null || room < 0 ? null : await this.#read(innerDocument(bytes, isAwaited), depth)
      attachments.push({ name, facts })
    }
    return attachments
  }

  close(): void {
    this.#closed = true
    for (const run of [this.#spare, this.#rehearsed]) run?.kill()
    this.#spare = null
    this.#rehearsed = null
    for (const run of this.#running) run.kill()
    this.#recognising.close()
    for (const next of this.#waiting.splice(0)) next()
  }

  async #turn(): Promise<void> {
    while (this.#free === 0 && !this.#closed) {
      await new Promise<void>((next) => this.#waiting.push(next))
    }
    this.#free -= 1
  }

  async #readBound(
    given: GivenDocument,
    { bytes, isAwaited }: DocumentToRead,
    withLook: boolean,
  ): Promise<Parsed> {
    if (this.#closed) throw new Error('The reader is closed')
    const run = this.#takeRun(isAwaited)
    this.#running.add(run)
    try {
      const gathering = new Gathering()
      const order = { type: given.type, withLook }
      const broken = await run.read(bytes, order, (answer) => gathering.add(answer))
      return { facts: gathering.facts(given, broken), inner: gathering.inner, look: gathering.look }
    } finally {
      this.#running.delete(run)
      if (!this.#closed && this.#waiting.length > 0) this.#spare ??= new ReaderRun(this.#place, this.#limits)
      this.#standBy()
    }
  }

  #takeRun(isAwaited: boolean): ReaderRun {
    const rehearsed = isAwaited && this.#rehearsed?.isAlive ? this.#rehearsed : null
    if (rehearsed) {
      this.#rehearsed = null
      return rehearsed
    }
    const spare = this.#spare
    this.#spare = null
    return spare ?? new ReaderRun(this.#place, this.#limits)
  }

  /** Only when nothing is read: getting ready for the next paper must not slow this one. */
  #standBy(): void {
    if (!this.#standsBy || this.#closed || this.#running.size > 0 || this.#waiting.length > 0) return
    this.#recognising.standBy()
    if (!this.#rehearsed?.isAlive) this.#rehearsed = new ReaderRun(this.#place, this.#limits, true)
  }
}

/** What lies too deep, or is one too many, may be the paper that somebody looks for: then the outer one is not wholly read. */
function withInner(facts: DocumentFacts, attachments: Attachment[]): DocumentFacts {
  const isWhole = facts.status !== 'read' || attachments.every((inner) => inner.facts !== null)
  return { ...facts, attachments, ...(isWhole ? {} : { status: 'partly', reason: 'too_large' }) }
}

const givenOf = ({ sha256, bytes }: DocumentToRead): GivenDocument => ({
  sha256,
  sizeBytes: bytes.byteLength,
  type: sniffType(bytes),
})

const innerDocument = (bytes: Uint8Array, isAwaited: boolean): DocumentToRead => ({
  bytes,
  isAwaited,
  sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
})

/** Text that stands in pictures needs character recognition; other types need readers of their own. */
function reasonForType(type: DocumentFacts['type']): 'scan' | 'type' | 'corrupt' {
  const isPicture = type === 'heic' || PICTURE_TYPES.has(type)
  return isPicture ? 'scan' : 'type'
}
