import { refuseGaps } from './zipGaps.ts'
import { ZIP_LIMITS, ZipRefused } from './zipRefused.ts'

/** A part as list and head agree on it. */
export interface ZipEntry {
  readonly name: string
  /** 0 = as it is, 8 = deflated; others are refused. */
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
const WIDE_END_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** Stands for a length that is told in extra data, in 64 bits. */
const WIDE = 0xffffffff
const MOST_COMMENT = 65_557

/** The list of parts, every entry compared with the part's own head. Throws `ZipRefused`; unpacks nothing. */
export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (view.getUint16(end + 8, true) !== count) throw new ZipRefused('anomaly', 'two counts of its parts')
  if (view.getUint32(end + 4, true) !== 0) throw new ZipRefused('anomaly', 'it goes on in another file')
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count > ZIP_LIMITS.entries) throw new ZipRefused('bomb', 'too many parts')
  const hasWideEnd = end >= 20 && view.getUint32(end - 20, true) === WIDE_END_LOCATOR
  if (hasWideEnd || start === WIDE || size === WIDE) throw new ZipRefused('anomaly', 'larger than any paper')
  if (start + size !== end) throw new ZipRefused('anomaly', 'something stands before or after the archive')
  const entries: ZipEntry[] = []
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipRefused('damaged', 'no list of parts')
    entries.push(entryAt(bytes, view, at))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end) throw new ZipRefused('anomaly', 'the list of parts has another length')
  refuseGaps(entries, view, start)
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

/** What the list and a part's head both tell, each in a layout of its own. */
interface Told {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly sum: number
  readonly size: number
  readonly compressed: number
  /** Where the part begins in the file, as the list has it. */
  readonly place: number
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const listed = toldAt(bytes, view, { at: at + 8, nameAt: at + 46, placeAt: at + 42 })
  const head = listed.place
  if (head + 30 > view.byteLength || view.getUint32(head, true) !== LOCAL)
    throw new ZipRefused('anomaly', 'a part is not where the list says')
  const own = toldAt(bytes, view, { at: head + 6, nameAt: head + 30, placeAt: null })
  refuseDifference(listed, own)
  if ((listed.flags & LOCKED) !== 0) throw new ZipRefused('locked', 'a part is locked')
  if (listed.method !== 0 && listed.method !== 8)
    throw new ZipRefused('anomaly', 'a part is packed in a way that few programs know')
  const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true)
  if (start + listed.compressed > view.byteLength) throw new ZipRefused('damaged', 'a part is cut off')
  const { name, method, flags, compressed, size, sum } = listed
  return { name, method, flags, compressed, size, sum, head, start, end: start + compressed }
}

interface Layout {
  /** Flags, method, time, date, sum, packed and true length, length of name and extra data: 24 bytes of one order in both. */
  readonly at: number
  readonly nameAt: number
  readonly placeAt: number | null
}

function toldAt(bytes: Uint8Array, view: DataView, { at, nameAt, placeAt }: Layout): Told {
  const nameEnd = nameAt + view.getUint16(at + 20, true)
  const extraEnd = nameEnd + view.getUint16(at + 22, true)
  if (extraEnd > view.byteLength) throw new ZipRefused('damaged', 'a head is cut off')
  const narrow = [at + 16, at + 12, ...(placeAt === null ? [] : [placeAt])].map((from) =>
    view.getUint32(from, true),
  )
  const [size = 0, compressed = 0, place = 0] = widened(narrow, extraOf(view, nameEnd, extraEnd))
  return {
    name: new TextDecoder('utf-8').decode(bytes.subarray(nameAt, nameEnd)),
    flags: view.getUint16(at, true),
    method: view.getUint16(at + 2, true),
    sum: view.getUint32(at + 8, true),
    size,
    compressed,
    place,
  }
}

/** Extra data of this kind give a part another name, which some programs take and others don't. */
const UNICODE_NAME = 0x7075
const WIDE_LENGTHS = 0x0001

/** Lengths of 64 bits that stand in extra data, in their order. */
function extraOf(view: DataView, from: number, to: number): number[] {
  const wide: number[] = []
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const kind = view.getUint16(at, true)
    if (kind === UNICODE_NAME) throw new ZipRefused('anomaly', 'a part has two names')
    if (kind !== WIDE_LENGTHS) continue
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true))
    for (let one = at + 4; one + 8 <= end; one += 8) wide.push(Number(view.getBigUint64(one, true)))
  }
  return wide
}

/** APPNOTE 4.5.3: only lengths that are all ones are told in 64 bits, one behind the other. */
function widened(narrow: readonly number[], wide: readonly number[]): number[] {
  let next = 0
  return narrow.map((value) => {
    if (value !== WIDE) return value
    const told = wide[next++]
    if (told === undefined) throw new ZipRefused('anomaly', 'a length that is told nowhere')
    return told
  })
}

/** Locked, locked strongly, or with heads that are masked. */
const LOCKED = 0x2041
/** Lengths and sum stand behind the part. */
const DESCRIBED = 0x0008
const UTF8_NAME = 0x0800
const AGREED = LOCKED | DESCRIBED

function refuseDifference(listed: Told, own: Told): void {
  const isPlain = /^[ -~]*$/u.test(listed.name)
  const bits = isPlain ? AGREED : AGREED | UTF8_NAME
  const isOpen = (own.flags & DESCRIBED) !== 0 && own.compressed === 0 && own.size === 0
  const sameLengths = isOpen || (own.compressed === listed.compressed && own.size === listed.size)
  // Where the lengths stand behind the part, the sum does as well.
  const sameSum = own.sum === listed.sum || ((own.flags & DESCRIBED) !== 0 && own.sum === 0)
  const sameKind = own.name === listed.name && own.method === listed.method
  if (!sameKind || !sameLengths || !sameSum || (listed.flags & bits) !== (own.flags & bits))
    throw new ZipRefused('anomaly', 'a part’s head and the list differ')
}

function named(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const names = new Set<string>()
  for (const { name } of entries) {
    if (leadsElsewhere(name)) throw new ZipRefused('anomaly', 'a part’s name leads out of the archive')
    const folded = name.normalize('NFKC').toLowerCase()
    if (names.has(folded)) throw new ZipRefused('anomaly', 'two parts of one name')
    names.add(folded)
  }
  return new Map(entries.map((entry) => [entry.name, entry]))
}

/** Names that a file system, or a program that tidies names up, takes for another place. A folder's own name ends with a stroke. */
function leadsElsewhere(name: string): boolean {
  const isAbsolute = /^(?:[/\\]|[a-z]:)/iu.test(name)
  const steps = name.replace(/\/$/u, '').split('/')
  const isStrange = steps.some((step) => step === '' || /^\.{1,2}$|[. ]$|%(?:2[ef]|5c)/iu.test(step))
  return isAbsolute || isStrange || /[\\\p{Cc}]/u.test(name)
}
