import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { IntakeCode } from '../../../src-preload/contract/vocabulary/intakeWords.ts'

/** Where in the claim a note belongs; left out = the whole claim. */
export interface NotePlace {
  readonly field?: string
  readonly item?: string | null
}

export function intakeNote(
  severity: IntakeNote['severity'],
  code: IntakeCode,
  { field, item }: NotePlace = {},
  values: IntakeNote['values'] = {},
): IntakeNote {
  return { code, severity, field: field ?? null, item: item ?? null, values }
}

/** Whether the claim may not come in. */
export function isRefused(notes: readonly IntakeNote[]): boolean {
  return notes.some(({ severity }) => severity === 'refuse')
}

/** Says the same of the same item, or else of the same field. */
const subjectOf = ({ code, item, field }: IntakeNote): string => JSON.stringify([code, item ?? field])

/** The same said twice counts once: the first one stays. */
export function withoutRepeats(notes: readonly IntakeNote[]): IntakeNote[] {
  return [...new Map(notes.toReversed().map((note) => [subjectOf(note), note])).values()].toReversed()
}

/** What is refused now and was not before: an edit need not mend what it does not make worse. */
export function isNewlyRefused(before: readonly IntakeNote[], now: readonly IntakeNote[]): boolean {
  const refusals = (notes: readonly IntakeNote[]) => notes.filter(({ severity }) => severity === 'refuse')
  const old = new Set(refusals(before).map(subjectOf))
  return refusals(now).some((note) => !old.has(subjectOf(note)))
}
