import { constants, crc32, inflateRawSync } from 'node:zlib'
import { entriesOf, type ZipEntry } from './zipEntries.ts'
import { ZIP_LIMITS, ZipRefused } from './zipRefused.ts'

const BEGINNING = 256
/** Deflate makes some thousand bytes of one at most. */
const MOST_OF_BEGINNING = 512 * 1024

/** The parts of an archive. Opening it throws `ZipRefused` for anything that an honest office file is not. */
export class ZipFile {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #counted = new Set<string>()
  #inflated = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#entries = entriesOf(bytes)
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Null when there is no such part. However often a part is read, it counts once. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name)
    if (entry === undefined) return null
    const packed = this.#bytes.subarray(entry.start, entry.end)
    const part = entry.method === 0 ? packed : this.#inflate(packed, entry)
    this.#count(entry, part.length)
    if (part.length !== entry.size) throw new ZipRefused('anomaly', 'a part is not as long as it says')
    if (crc32(part) !== entry.sum) throw new ZipRefused('anomaly', 'a part is not what its sum says')
    return part
  }

  /** The first bytes of a part, empty where there are none; no more of it is unpacked than a few bytes hold. */
  beginningOf(name: string): Uint8Array {
    const entry = this.#entries.get(name)
    if (entry === undefined) return new Uint8Array()
    const packed = this.#bytes.subarray(entry.start, Math.min(entry.end, entry.start + BEGINNING))
    if (entry.method === 0) return packed
    try {
      return inflateRawSync(packed, {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: MOST_OF_BEGINNING,
      })
    } catch {
      return new Uint8Array()
    }
  }

  #count({ name }: ZipEntry, length: number): void {
    if (this.#counted.has(name)) return
    this.#counted.add(name)
    this.#inflated += length
    if (this.#inflated > ZIP_LIMITS.inflatedBytes) throw new ZipRefused('bomb', 'too much in all')
  }

  #inflate(packed: Uint8Array, { name }: ZipEntry): Uint8Array {
    const byRatio = Math.max(ZIP_LIMITS.ratioFrom, packed.length * ZIP_LIMITS.ratio)
    const taken = this.#counted.has(name) ? 0 : this.#inflated
    const most = Math.max(1, Math.min(ZIP_LIMITS.inflatedBytes - taken, byRatio))
    const { part, used } = inflated(packed, most)
    // What stands behind the end of the packed bytes no program shows, and some look into.
    if (used !== packed.length) throw new ZipRefused('anomaly', 'something stands behind a part’s end')
    return part
  }
}

function inflated(packed: Uint8Array, most: number): { readonly part: Uint8Array; readonly used: number } {
  try {
    // With `info` the engine comes along; the declared type knows the bytes alone.
    const told: unknown = inflateRawSync(packed, { maxOutputLength: most, info: true })
    const { buffer, engine } = told as { buffer: Uint8Array; engine: { bytesWritten: number } }
    return { part: buffer, used: engine.bytesWritten }
  } catch (error) {
    const isLarge = error instanceof RangeError
    throw new ZipRefused(isLarge ? 'bomb' : 'damaged', isLarge ? 'a part swells' : 'a part is broken')
  }
}
