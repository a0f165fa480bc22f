import type { DocumentFacts } from '../facts/documentFacts.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { gatherFacts, type GivenDocument, unreadFacts } from './gatherFacts.ts'
import { MOST_READERS, READER_LIMITS, type ReaderLimits } from './readerLimits.ts'
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

  async read(document: DocumentToRead): Promise<DocumentFacts> {
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
    try {
      return await this.#readBound(given, document.bytes)
    } finally {
      this.#free += 1
      this.#waiting.shift()?.()
    }
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

  async #readBound(given: GivenDocument, bytes: Uint8Array): Promise<DocumentFacts> {
    if (this.#closed) throw new Error('The reader is closed')
    const run = this.#spare ?? new ReaderRun(this.#place, this.#limits)
    this.#spare = null
    this.#running.add(run)
    try {
      const { answers, broken } = await run.read(bytes, given.type)
      return gatherFacts(given, answers, broken)
    } finally {
      this.#running.delete(run)
      if (!this.#closed && this.#waiting.length > 0) this.#spare ??= new ReaderRun(this.#place, this.#limits)
    }
  }
}

/** Text that stands in pictures needs character recognition; other types need readers of their own. */
function reasonForType(type: DocumentFacts['type']): 'scan' | 'type' | 'corrupt' {
  const isPicture = ['png', 'jpeg', 'gif', 'webp', 'tiff', 'heic'].includes(type)
  return isPicture ? 'scan' : 'type'
}
