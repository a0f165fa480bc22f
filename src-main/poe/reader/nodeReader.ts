import { createHash } from 'node:crypto'
import type { Attachment, DocumentFacts } from '../facts/documentFacts.ts'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { gatherFacts, type GivenDocument, innerFilesOf, unreadFacts } from './gatherFacts.ts'
import type { InnerFile } from './pieces.ts'
import { INNER_LIMITS, MOST_READERS, READER_LIMITS, type ReaderLimits } from './readerLimits.ts'
import { ReaderRun } from './readerRun.ts'
import { READABLE_TYPES } from './readDocument.ts'
import { sniffType } from './sniffType.ts'
import type { ReaderPlace } from './startReader.ts'

export interface NodeReaderOptions extends ReaderPlace {
  /** Smaller ones for tests. */
  readonly limits?: Partial<ReaderLimits>
}

export interface DocumentToRead {
  readonly bytes: Uint8Array
  readonly sha256: Sha256
  /** Only its ending is looked at, for a type that the content does not keep. */
  readonly fileName: string
}

export interface NodeReader {
  /** Never rejects because of a document. Rejects when the reader process cannot start, and after `close`. */
  read(document: DocumentToRead): Promise<DocumentFacts>
  /** Ends every reader process; documents under way reject. */
  close(): void
}

/** Reads documents in throw-away processes, one process a document, two at a time; a spare one waits warm. */
export function createNodeReader(options: NodeReaderOptions): NodeReader {
  return new ProcessReader(options)
}

class ProcessReader implements NodeReader {
  readonly #place: ReaderPlace
  readonly #limits: ReaderLimits
  readonly #running = new Set<ReaderRun>()
  readonly #waiting: (() => void)[] = []
  #spare: ReaderRun | null = null
  #free = MOST_READERS
  #closed = false

  constructor(options: NodeReaderOptions) {
    this.#place = options
    this.#limits = { ...READER_LIMITS, ...options.limits }
  }

  read(document: DocumentToRead): Promise<DocumentFacts> {
    return this.#read(document, 0)
  }

  async #read(document: DocumentToRead, depth: number): Promise<DocumentFacts> {
    const given: GivenDocument = {
      sha256: document.sha256,
      sizeBytes: document.bytes.byteLength,
      type: sniffType(document.bytes),
      fileName: document.fileName,
    }
    if (given.type === 'empty') return unreadFacts(given, 'empty')
    if (given.sizeBytes > this.#limits.inputBytes) return unreadFacts(given, 'too_large')
    if (!READABLE_TYPES.has(given.type)) return unreadFacts(given, reasonForType(given.type))
    await this.#turn()
    const { facts, inner } = await this.#readBound(given, document.bytes).finally(() => {
      this.#free += 1
      this.#waiting.shift()?.()
    })
    // Only now: a document that waited for a place for its own files while it holds one would wait for ever.
    return { ...facts, attachments: await this.#readInner(inner, depth + 1) }
  }

  /** Files inside a document, each like one that was handed in; what is past the limits is named and not read. */
  async #readInner(files: readonly InnerFile[], depth: number): Promise<Attachment[]> {
    const attachments: Attachment[] = []
    let room = this.#limits.inputBytes
    for (const { name, base64 } of files.slice(0, INNER_LIMITS.files)) {
      const bytes = depth > INNER_LIMITS.depth ? null : Buffer.from(base64, 'base64')
      room -= bytes?.byteLength ?? 0
      const facts = bytes === null || room < 0 ? null : await this.#read(innerDocument(bytes, name), depth)
      attachments.push({ name, facts })
    }
    return attachments
  }

  close(): void {
    this.#closed = true
    this.#spare?.kill()
    this.#spare = null
    for (const run of this.#running) run.kill()
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
    bytes: Uint8Array,
  ): Promise<{ facts: DocumentFacts; inner: InnerFile[] }> {
    if (this.#closed) throw new Error('The reader is closed')
    const run = this.#spare ?? new ReaderRun(this.#place, this.#limits)
    this.#spare = null
    this.#running.add(run)
    try {
      const { answers, broken } = await run.read(bytes, given.type)
      return { facts: gatherFacts(given, answers, broken), inner: innerFilesOf(answers) }
    } finally {
      this.#running.delete(run)
      if (!this.#closed && this.#waiting.length > 0) this.#spare ??= new ReaderRun(this.#place, this.#limits)
    }
  }
}

const innerDocument = (bytes: Uint8Array, fileName: string): DocumentToRead => ({
  bytes,
  fileName,
  sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
})

/** Text that stands in pictures needs character recognition; other types need readers of their own. */
function reasonForType(type: DocumentFacts['type']): 'scan' | 'type' | 'corrupt' {
  const isPicture = ['png', 'jpeg', 'gif', 'webp', 'tiff', 'heic'].includes(type)
  return isPicture ? 'scan' : 'type'
}
