import { crc32, inflateRawSync } from 'node:zlib'

/** trust.md's limits of an archive, held to bytes as they are produced: what a header promises binds nobody. */
export const ZIP_LIMITS = {
  entries: 2000,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 100,
  /** Small parts of one repeated letter are no bomb. */
  ratioFrom: 1024 * 1024,
} as const

/** Why an archive is not read: it is damaged, two readers could see two files in it, or it swells without bound. */
export type ZipProblem = 'damaged' | 'anomaly' | 'bomb'

export class ZipRefused extends Error {
  override readonly name = 'ZipRefused'
  readonly problem: ZipProblem
  constructor(problem: ZipProblem, what: string) {
    super(`The archive is refused: ${what}`)
    this.problem = problem
  }
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly compressed: number
  readonly size: number
  /** CRC-32 of the part as it is unpacked. */
  readonly sum: number
  /** Where its own head begins. */
  readonly head: number
  readonly start: number
  readonly end: number
}

const END_RECORD = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ZIP64 = 0xffffffff
const MOST_COMMENT = 65_557

/** The parts of an archive. Opening it throws `ZipRefused` for anything that an honest office file is not. */
export class ZipFile {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>
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

  /** Null when there is no such part. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name)
    if (entry === undefined) return null
    const packed = this.#bytes.subarray(entry.start, entry.end)
    const part = entry.method === 0 ? packed : this.#inflate(packed, entry)
    this.#inflated += part.length
    if (this.#inflated > ZIP_LIMITS.inflatedBytes) throw new ZipRefused('bomb', 'too much in all')
    if (part.length !== entry.size) throw new ZipRefused('anomaly', 'a part is not as long as it says')
    if (crc32(part) !== entry.sum) throw new ZipRefused('anomaly', 'a part is not what its sum says')
    return part
  }

  #inflate(packed: Uint8Array, entry: Entry): Uint8Array {
    if (entry.method !== 8) throw new ZipRefused('damaged', 'an unknown way of packing')
    const byRatio = Math.max(ZIP_LIMITS.ratioFrom, packed.length * ZIP_LIMITS.ratio)
    const room = ZIP_LIMITS.inflatedBytes - this.#inflated
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(room, byRatio)) })
    } catch (error) {
      const isLarge = error instanceof RangeError
      throw new ZipRefused(isLarge ? 'bomb' : 'damaged', isLarge ? 'a part swells' : 'a part is broken')
    }
  }
}

function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (view.getUint16(end + 8, true) !== count) throw new ZipRefused('anomaly', 'two counts of its parts')
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count > ZIP_LIMITS.entries) throw new ZipRefused('bomb', 'too many parts')
  if (start === ZIP64 || size === ZIP64) throw new ZipRefused('anomaly', 'larger than any paper')
  if (start + size !== end) throw new ZipRefused('anomaly', 'something stands before or after the archive')
  const entries: Entry[] = []
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipRefused('damaged', 'no list of parts')
    entries.push(entryAt(bytes, view, at))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end) throw new ZipRefused('anomaly', 'the list of parts has another length')
  refuseGaps(entries, start)
  return named(entries)
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
    throw new ZipRefused('anomaly', 'something stands after the archive')
  }
  throw new ZipRefused('damaged', 'no end')
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const name = nameAt(bytes, at + 46, nameEnd - at - 46)
  refuseOtherName(view, nameEnd, nameEnd + view.getUint16(at + 30, true))
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [compressed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL)
    throw new ZipRefused('anomaly', 'a part is not where the list says')
  const nameLength = view.getUint16(local + 26, true)
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  refuseOtherName(view, local + 30 + nameLength, start)
  const sameName = nameAt(bytes, local + 30, nameLength) === name
  const sameMethod = view.getUint16(local + 8, true) === method
  // With a descriptor behind the part, its head may leave the sizes open.
  const [headCompressed, headSize] = [view.getUint32(local + 18, true), view.getUint32(local + 22, true)]
  const isOpen = (flags & 8) !== 0 && headCompressed === 0 && headSize === 0
  if (!sameName || !sameMethod || !(isOpen || (headCompressed === compressed && headSize === size)))
    throw new ZipRefused('anomaly', 'a part’s head and the list differ')
  if ((flags & 1) !== 0) throw new ZipRefused('damaged', 'a part is locked')
  if (start + compressed > view.byteLength) throw new ZipRefused('damaged', 'a part is cut off')
  const sum = view.getUint32(at + 16, true)
  return { name, method, flags, compressed, size, sum, head: local, start, end: start + compressed }
}

/** Extra data of this kind give a part another name, which some programs take and others don't. */
const UNICODE_NAME = 0x7075

function refuseOtherName(view: DataView, from: number, to: number): void {
  for (let at = from; at + 4 <= Math.min(to, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === UNICODE_NAME) throw new ZipRefused('anomaly', 'a part has two names')
  }
}

const nameAt = (bytes: Uint8Array, at: number, length: number): string =>
  new TextDecoder('utf-8').decode(bytes.subarray(at, at + length))

/** What may stand behind a part whose head left sum and sizes open: with or without a mark, of 32 or 64 bits. */
const DESCRIPTORS: readonly number[] = [12, 16, 20, 24]

/** Parts stand one behind the other from the first byte on; what stands between them, or in two of them, some programs would read. */
function refuseGaps(entries: readonly Entry[], listStart: number): void {
  const sorted = entries.toSorted((a, b) => a.head - b.head)
  if ((sorted[0]?.head ?? 0) > 0) throw new ZipRefused('anomaly', 'something stands before the archive')
  sorted.forEach(({ end, flags }, i) => {
    const gap = (sorted[i + 1]?.head ?? listStart) - end
    if (gap < 0) throw new ZipRefused('anomaly', 'parts overlap')
    const isDescribed = (flags & 8) !== 0 && DESCRIPTORS.includes(gap)
    if (gap > 0 && !isDescribed) throw new ZipRefused('anomaly', 'something stands between the parts')
  })
}

function named(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const names = new Set<string>()
  for (const { name } of entries) {
    const isAbsolute = /^(?:[/\\]|[a-z]:)/iu.test(name)
    if (isAbsolute || name.includes('\\') || name.includes('\0') || name.split('/').includes('..'))
      throw new ZipRefused('anomaly', 'a part’s name leads out of the archive')
    if (names.has(name.toLowerCase())) throw new ZipRefused('anomaly', 'two parts of one name')
    names.add(name.toLowerCase())
  }
  return new Map(entries.map((entry) => [entry.name, entry]))
}
