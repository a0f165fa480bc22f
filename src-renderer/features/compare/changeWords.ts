import type { TextChange } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import type { Say } from '../../format/useText.ts'

/** What a change says, in one line: for the list's names, the marks' labels and what is read out. */
export function changeWords(change: TextChange, say: Say): string {
  const { before, after, isUnsure } = change
  const kind = `${say(`compare.kind.${change.kind}`)}${isUnsure ? ` (${say('compare.unsure')})` : ''}`
  if (change.kind === 'changed' && before !== null && after !== null)
    return say('compare.said.changed', { kind, before: before.text, after: after.text })
  return say('compare.said', { kind, text: (after ?? before)?.text ?? '' })
}

/** "3 of 12, page 4". What was removed has its page in the earlier version alone. */
export function whereOfChange(change: TextChange, at: number, count: number, say: Say): string {
  const { before, after } = change
  const page = (after ?? before)?.places[0]?.page ?? 1
  return say(after === null ? 'compare.atEarlier' : 'compare.at', { number: at + 1, count, page })
}
