import type { Say } from '../../../format/useText.ts'
import type { FieldInput } from './profileFields.ts'
import { plainText } from './profileValues.ts'
import { type ProfileFieldId, rowName, wordName } from './profileWords.ts'

export const sayYesNo = (say: Say, isYes: boolean): string => say(isYes ? 'policy.yes' : 'policy.no')

/** A value of a field in the reader's language. */
export function saidValue(say: Say, id: ProfileFieldId, input: FieldInput, value: unknown): string {
  const none = say('policy.leftOut')
  if (value === undefined || value === null) return none
  if (typeof value === 'boolean') return sayYesNo(say, value)
  if (Array.isArray(value)) {
    const words = value.map((word) => wordName(say, id, plainText(word)))
    return words.length === 0 ? say('policy.row.none') : words.toSorted().join(', ')
  }
  if (input.kind === 'order') {
    const names = inOrder(value).map((key) => rowName(say, id, key))
    return names.length === 0 ? say('policy.row.none') : names.join(', ')
  }
  if (typeof value === 'object') {
    const row = input.kind === 'rows' ? input.value : input
    const rows = Object.entries(value).map(
      ([key, member]) => `${rowName(say, id, key)}: ${saidValue(say, id, row, member)}`,
    )
    return rows.length === 0 ? say('policy.row.none') : rows.join('; ')
  }
  return input.kind === 'choice' || input.kind === 'fixed'
    ? wordName(say, id, plainText(value))
    : plainText(value)
}

/** The keys that have a place, the first one first. */
export function inOrder(places: unknown): string[] {
  return Object.entries(Object(places) as Record<string, unknown>)
    .flatMap(([key, place]) => (typeof place === 'number' ? [{ key, place }] : []))
    .toSorted((a, b) => a.place - b.place)
    .map(({ key }) => key)
}
