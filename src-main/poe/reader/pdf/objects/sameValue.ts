import { decodeStream } from './decodeStream.ts'
import type { FileState } from './fileState.ts'
import { dictOf, type PdfDict, type PdfStream, type PdfValue, refOf } from './values.ts'

/** Pairs of values after which a comparison gives up; what it was asked then stays open. */
const MOST_STEPS = 400_000
/** They lead back to where one came from. */
const BACK: ReadonlySet<string> = new Set(['Parent', 'P', 'Prev'])
/** How data are packed, not what they are. */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL'])

/** Compares what two states of one file show, following references in each by its own tables. */
export class StateComparer {
  readonly old: FileState
  readonly now: FileState
  /** Objects that are compared by themselves: a reference to the same one is the same. */
  readonly #apart: ReadonlySet<number>
  readonly #same = new Set<string>()
  #steps = 0

  constructor(old: FileState, now: FileState, apart: ReadonlySet<number>) {
    this.old = old
    this.now = now
    this.#apart = apart
  }

  get gaveUp(): boolean {
    return this.#steps > MOST_STEPS
  }

  same(old: PdfValue | undefined, now: PdfValue | undefined): boolean {
    const queue: [PdfValue | undefined, PdfValue | undefined][] = [[old, now]]
    const entered = new Set<string>()
    for (let pair = queue.pop(); pair; pair = queue.pop()) {
      this.#steps += 1
      if (this.gaveUp || !this.#step(pair[0], pair[1], queue, entered)) return false
    }
    for (const key of entered) this.#same.add(key)
    return true
  }

  /** False when the two differ by themselves; their parts are put into the queue. */
  #step(
    old: PdfValue | undefined,
    now: PdfValue | undefined,
    queue: [PdfValue | undefined, PdfValue | undefined][],
    entered: Set<string>,
  ): boolean {
    const [oldRef, nowRef] = [refOf(old), refOf(now)]
    if (oldRef && nowRef && oldRef.num === nowRef.num && this.#apart.has(oldRef.num)) return true
    const key = oldRef && nowRef ? `${oldRef.num} ${nowRef.num}` : null
    if (key !== null && (this.#same.has(key) || entered.has(key))) return true
    if (key !== null) entered.add(key)
    const [a, b] = [this.old.get(old).value, this.now.get(now).value]
    if (a === b) return true
    if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a.kind !== b.kind)
      return false
    if (a.kind === 'name' && b.kind === 'name') return a.name === b.name
    if (a.kind === 'string' && b.kind === 'string') return a.text === b.text
    if (a.kind === 'array' && b.kind === 'array') {
      for (const [i, item] of a.items.entries()) queue.push([item, b.items[i]])
      return a.items.length === b.items.length
    }
    if (a.kind === 'stream' && b.kind === 'stream' && !this.#sameData(a, b)) return false
    const [dictA, dictB] = [dictOf(a), dictOf(b)]
    if (!dictA || !dictB) return false
    const skipped = a.kind === 'stream' ? PACKING : null
    for (const name of keysOf(dictA, dictB))
      if (!BACK.has(name) && skipped?.has(name) !== true)
        queue.push([dictA.entries.get(name), dictB.entries.get(name)])
    return true
  }

  #sameData(a: PdfStream, b: PdfStream): boolean {
    if (a.start === b.start && a.end === b.end) return true
    const file = this.now.file.bytes
    if (Buffer.compare(file.subarray(a.start, a.end), file.subarray(b.start, b.end)) === 0) return true
    const [first, second] = [decodeStream(file, a), decodeStream(file, b)]
    return 'bytes' in first && 'bytes' in second && Buffer.compare(first.bytes, second.bytes) === 0
  }
}

export const keysOf = (a: PdfDict | null, b: PdfDict | null): Set<string> =>
  new Set([...(a?.entries.keys() ?? []), ...(b?.entries.keys() ?? [])])
