import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimFilter } from '../../src-preload/contract/claims.ts'
import { FILTER_LIMIT } from '../../src-preload/contract/vocabulary/filter/filterWords.ts'
import type { FilterTerm } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { parseFilter } from '../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { printFilter, printTerm } from '../../src-preload/contract/vocabulary/filter/printFilter.ts'

export const NO_FILTER: ClaimFilter = { text: '' }

/** Which claims the queue shows. The claim page reads it too: its neighbours are those of the filtered queue. */
export interface QueueFilterState {
  /** Chips and what is being written, as one text of the filter language. */
  readonly filter: ClaimFilter
  /** Parts that are finished and no plain text, and parts that were not understood. */
  readonly chips: readonly FilterTerm[]
  /** What stands in the field: plain text, and a part that somebody is still writing. */
  readonly draft: string
  /** What is written; a part with a gap behind it becomes a chip. */
  setDraft(draft: string): void
  /** The part that is being written is finished. */
  finishDraft(): void
  removeChip(index: number): void
  /** Puts the last chip back into the field, to be changed; false when there is none. */
  editLastChip(): boolean
  /** Another filter in place of all of it. */
  setText(text: string): void
  clear(): void
}
export type QueueFilterStore = StoreApi<QueueFilterState>

export function createQueueFilterStore(): QueueFilterStore {
  return createStore<QueueFilterState>((set, get) => {
    const show = (chips: readonly FilterTerm[], draft: string) => set(stateOf(chips, draft))
    return {
      ...stateOf([], ''),
      setDraft: (draft) => {
        const { chips } = get()
        const [done, rest] = cutDraft(draft, false)
        show([...chips, ...done], rest)
      },
      finishDraft: () => {
        const { chips, draft } = get()
        const [done, rest] = cutDraft(draft, true)
        if (done.length > 0) show([...chips, ...done], rest)
      },
      removeChip: (index) =>
        show(
          get().chips.filter((_chip, at) => at !== index),
          get().draft,
        ),
      editLastChip: () => {
        const { chips, draft } = get()
        const last = chips.at(-1)
        if (last === undefined) return false
        show(chips.slice(0, -1), `${printTerm(last)}${draft}`)
        return true
      },
      setText: (text) => {
        const [chips, draft] = cutDraft(text, true)
        show(chips, draft.trim())
      },
      clear: () => show([], ''),
    }
  })
}

function stateOf(
  chips: readonly FilterTerm[],
  draft: string,
): Pick<QueueFilterState, 'filter' | 'chips' | 'draft'> {
  const text = [printFilter(chips), draft.trim()].filter((part) => part !== '').join(' ')
  // Longer text than the contract takes is cut.
  return { chips, draft, filter: { text: text.slice(0, FILTER_LIMIT) } }
}

/** The parts that are no plain text, and what stays of the text without them. `isAll`: also one that nothing stands behind. */
function cutDraft(draft: string, isAll: boolean): [FilterTerm[], string] {
  const done = parseFilter(draft).filter(
    (term) => !isPlain(term) && (isAll || /\s/u.test(draft.charAt(term.at.end))),
  )
  if (done.length === 0) return [[], draft]
  let rest = ''
  let from = 0
  for (const { at } of done) {
    rest += draft.slice(from, at.start)
    from = at.end
  }
  // The gap behind a part that left goes with it.
  return [done, `${rest.trimEnd()}${rest.trimEnd() === '' ? '' : ' '}${draft.slice(from).trimStart()}`]
}

const isPlain = (term: FilterTerm): boolean =>
  term.kind === 'understood' && term.condition.kind === 'text' && !term.isNot

/** Whether two texts ask for the same claims: the order of their parts does not matter. */
export function isSameFilter(one: string, other: string): boolean {
  const meaning = (text: string) => parseFilter(text).map(printTerm).toSorted().join(' ')
  return meaning(one) === meaning(other)
}
