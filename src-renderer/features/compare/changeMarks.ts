import type { TextChange } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import type { ViewerMark } from '../../viewer-frame/messages.ts'

export type Side = 'before' | 'after'
export const SIDES = ['before', 'after'] as const satisfies readonly Side[]
export const otherSide = (side: Side): Side => (side === 'before' ? 'after' : 'before')

const MOST_QUADS = 2000
const MOST_MARKS = 5000

export const changeMarkId = (at: number): string => `change ${at}`

/** Which change a mark is part of. */
export const changeOfMark = (markId: string): number => Number(markId.split(' ')[1])

/** The marks of one side. A change has the same number on both; words on two pages have a mark on each. */
export function changeMarks(
  changes: readonly TextChange[],
  side: Side,
  wordsOf: (change: TextChange) => string,
  /** Of two parties: nothing that stands in one paper alone was struck out of the other. */
  ofParties = false,
): readonly ViewerMark[] {
  return changes
    .flatMap((change, at) =>
      (change[side]?.places ?? []).map(
        ({ page, quads }, part): ViewerMark => ({
          id: part === 0 ? changeMarkId(at) : `${changeMarkId(at)} ${part}`,
          number: at + 1,
          page,
          quads: quads.slice(0, MOST_QUADS).map((quad) => [...quad]),
          label: wordsOf(change),
          tone: ofParties && change.kind !== 'moved' ? 'changed' : change.kind,
        }),
      ),
    )
    .slice(0, MOST_MARKS)
}

/** The change after or before this one, around the end; null = none is current, so it begins. */
export function stepChange(count: number, current: number | null, by: 1 | -1): number | null {
  if (count === 0) return null
  if (current === null) return by === 1 ? 0 : count - 1
  return (current + by + count) % count
}
