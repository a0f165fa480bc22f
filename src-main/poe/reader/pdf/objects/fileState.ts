import { decodeStream } from './decodeStream.ts'
import { NoValue, ValueParser } from './parseValue.ts'
import type { RawFile, RawObject } from './rawFile.ts'
import { dictOf, type PdfDict, type PdfValue, refOf } from './values.ts'
import { type Entry, startOfXref, xrefChain, type XrefSection } from './xref.ts'

/** A value with the object it is, if it is one. */
export interface Resolved {
  readonly value: PdfValue
  readonly num: number | null
}

/** The file as it stood when it ended at `limit`: which object each number is, as the file's own tables say. */
export class FileState {
  readonly file: RawFile
  readonly limit: number
  readonly sections: readonly XrefSection[]
  /** The tables could not be followed; numbers are taken as they stand in the file, the last one counts. */
  readonly isRebuilt: boolean
  /** Object streams can't be opened. */
  readonly isEncrypted: boolean
  /** Something could not be resolved, so what was not found may still be there. */
  hasGaps = false
  /** Table entries that point where no object of that number stands. */
  readonly wrongOffsets: number[] = []
  readonly #table = new Map<number, Entry>()
  readonly #byOffset: ReadonlyMap<number, RawObject>
  readonly #known = new Map<number, PdfValue>()
  readonly #packed = new Map<number, ReadonlyMap<number, PdfValue>>()

  constructor(file: RawFile, limit: number) {
    this.file = file
    this.limit = limit
    this.#byOffset = new Map(file.objects.map((object) => [object.offset, object]))
    const start = startOfXref(file, limit)
    const chain = start === null ? null : xrefChain(file, start, limit)
    this.isRebuilt = chain === null
    this.sections = chain ?? []
    for (const { entries } of this.sections)
      for (const [num, entry] of entries) if (!this.#table.has(num)) this.#table.set(num, entry)
    if (chain === null) this.#rebuild()
    this.isEncrypted = this.trailer?.entries.has('Encrypt') ?? false
  }

  get trailer(): PdfDict | null {
    return this.sections[0]?.trailer ?? this.#scannedTrailer()
  }

  get catalog(): PdfDict | null {
    return dictOf(this.get(this.trailer?.entries.get('Root')).value)
  }

  /** Numbers in use. */
  numbers(): number[] {
    return [...this.#table].flatMap(([num, entry]) => (entry.kind === 'free' ? [] : [num]))
  }

  /** Follows references; a circle or a hole is null. */
  get(value: PdfValue | undefined): Resolved {
    let at: Resolved = { value: value ?? null, num: null }
    for (let steps = 0; steps < 20; steps += 1) {
      const ref = refOf(at.value)
      if (!ref) return at
      at = { value: this.object(ref.num), num: ref.num }
    }
    return { value: null, num: null }
  }

  /** Where the object of this number stands in the file; null for packed and missing ones. */
  offsetOf(num: number): number | null {
    const entry = this.#table.get(num)
    return entry?.kind === 'at' ? entry.offset : null
  }

  object(num: number): PdfValue {
    const known = this.#known.get(num)
    if (known !== undefined) return known
    const value = this.#find(num)
    this.#known.set(num, value)
    return value
  }

  #find(num: number): PdfValue {
    const entry = this.#table.get(num)
    if (!entry || entry.kind === 'free') return null
    if (entry.kind === 'in') return this.#packedIn(entry.container).get(num) ?? null
    const shift = Math.max(0, this.file.headerAt)
    const object =
      this.#byOffset.get(entry.offset) ?? this.#byOffset.get(entry.offset + shift) ?? this.#near(entry.offset)
    if (object?.num === num) return object.value
    this.wrongOffsets.push(num)
    this.hasGaps = true
    return null
  }

  /** Tables may point at the white space before an object. */
  #near(offset: number): RawObject | undefined {
    const space = /^\s{1,4}/u.exec(this.file.text.slice(offset, offset + 4))?.[0].length ?? 0
    return this.#byOffset.get(offset + space)
  }

  #packedIn(container: number): ReadonlyMap<number, PdfValue> {
    const known = this.#packed.get(container)
    if (known) return known
    const unpacked = this.isEncrypted ? null : this.#unpack(this.object(container))
    if (unpacked === null) this.hasGaps = true
    const found = unpacked ?? new Map<number, PdfValue>()
    this.#packed.set(container, found)
    return found
  }

  #unpack(stream: PdfValue): Map<number, PdfValue> | null {
    if (typeof stream !== 'object' || stream?.kind !== 'stream') return null
    const decoded = decodeStream(this.file.bytes, stream)
    const count = stream.dict.entries.get('N')
    const first = stream.dict.entries.get('First')
    if (!('bytes' in decoded) || typeof count !== 'number' || typeof first !== 'number') return null
    const head = new ValueParser(decoded.bytes)
    const objects = new Map<number, PdfValue>()
    try {
      for (let i = 0; i < Math.min(count, 100_000); i += 1) {
        const [num, at] = [Number(head.word()), Number(head.word())]
        if (!objects.has(num)) objects.set(num, new ValueParser(decoded.bytes, first + at).value())
      }
    } catch (error) {
      if (!(error instanceof NoValue)) throw error
      return null
    }
    return objects
  }

  #rebuild(): void {
    for (const { num, offset, value } of this.file.objects) {
      if (offset >= this.limit) continue
      this.#table.set(num, { kind: 'at', offset })
      if (typeof value !== 'object' || value?.kind !== 'stream') continue
      if (!value.dict.entries.has('N') || !value.dict.entries.has('First')) continue
      for (const packed of this.#unpack(value)?.keys() ?? [])
        this.#table.set(packed, { kind: 'in', container: num, index: 0 })
    }
  }

  #scannedTrailer(): PdfDict | null {
    const { text, bytes } = this.file
    for (
      let at = text.lastIndexOf('trailer', this.limit);
      at >= 0;
      at = at > 0 ? text.lastIndexOf('trailer', at - 1) : -1
    ) {
      try {
        const dict = dictOf(new ValueParser(bytes, at + 7).value())
        if (dict?.entries.has('Root')) return dict
      } catch (error) {
        if (!(error instanceof NoValue)) throw error
      }
    }
    const streams = this.file.objects
      .filter(({ offset }) => offset < this.limit)
      .map(({ value }) => dictOf(value))
    return streams.findLast((dict) => dict?.entries.has('Root') === true) ?? null
  }
}
