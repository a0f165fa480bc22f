import { PARTNER_REQUEST_REASONS } from '../../src-preload/contract/vocabulary/actWords.ts'
import type { FieldChange, HistoryEntry } from '../../src-preload/contract/vocabulary/claimShape.ts'
import {
  ACTIVITIES,
  DECISION_REASONS,
  PROGRAMS,
  PURCHASE_CHANNELS,
  SOLUTION_AREAS,
  type Timer,
  TIMERS,
} from '../../src-preload/contract/vocabulary/words.ts'
import type { Say } from './useText.ts'
import { statusWords } from '../../src-preload/words/statusWords.ts'

/** "Under review → Partner action required · open"; null where the status did not move. */
export function moveWords(entry: HistoryEntry, say: Say): string | null {
  const { fromState, toState, fromSubState, toSubState } = entry
  if (toState === null && toSubState === null) return null
  const before = partWords(fromState, fromSubState, say)
  const after = partWords(toState, toSubState, say)
  if (after === null) return null
  return before === null || before === after ? after : say('history.move', { before, after })
}

/** Where only the sub-state moved, it stands alone. */
function partWords(
  state: HistoryEntry['fromState'],
  subState: HistoryEntry['fromSubState'],
  say: Say,
): string | null {
  if (state !== null) return statusWords({ state, subState }, say)
  return subState === null ? null : say(`subState.${subState}`)
}

/** Reasons travel as codes; every other detail is a name or a text and stays as it is. */
export function detailWords(detail: string, say: Say): string {
  return detail
    .split(/(\b[A-Z][A-Z_]+\b)/)
    .map((part) => codeWords(part, say) ?? part)
    .join('')
}

function codeWords(part: string, say: Say): string | null {
  const reason = DECISION_REASONS.find((each) => each === part)
  if (reason !== undefined) return say(`reason.${reason}`)
  const request = PARTNER_REQUEST_REASONS.find((each) => each === part)
  return request === undefined ? null : say(`partnerRequest.${request}`)
}

const FIELDS = [
  'claimName',
  'program',
  'solutionArea',
  'activities',
  'mpnId',
  'partnerCompanyName',
  'partnerDomains',
  'purchaseChannel',
  'customer',
  'customerContact',
  'technicalContact',
  'partnerContact',
  'items',
  'revenue',
  'laterFlow',
] as const
const PARTS = ['name', 'title', 'email', 'subscriptionId', 'productId'] as const

/** "Customer contact, e-mail" for `customerContact.email`; a path that has no word stays as it is. */
export function fieldWords(path: string, say: Say): string {
  const [first, ...rest] = path.split(/[.[\]]+/).filter((part) => part !== '')
  const timer = timerOf(path)
  if (timer !== undefined) return say(`timer.${timer}`)
  const field = FIELDS.find((each) => each === first)
  if (field === undefined) return path
  const part = PARTS.find((each) => each === rest.at(-1))
  return part === undefined
    ? say(`field.${field}`)
    : say('field.part', { field: say(`field.${field}`), part: say(`fieldPart.${part}`) })
}

/** Whose due instant an entry of moved clocks tells; undefined = the field is another one. */
export const timerOf = (path: string): Timer | undefined => TIMERS.find((timer) => path === `clocks.${timer}`)

/** One part of a value that an edit changed. */
export interface ChangedPart {
  readonly text: string
  /** It stands on the other side too. */
  readonly isKept: boolean
}

const CODES: Partial<Readonly<Record<string, (code: string, say: Say) => string>>> = {
  program: (code, say) => wordOf(PROGRAMS, code, (known) => say(`program.${known}`)),
  solutionArea: (code, say) => wordOf(SOLUTION_AREAS, code, (known) => say(`area.${known}`)),
  activities: (code, say) => wordOf(ACTIVITIES, code, (known) => say(`activity.${known}`)),
  purchaseChannel: (code, say) => wordOf(PURCHASE_CHANNELS, code, (known) => say(`channel.${known}`)),
}

function wordOf<T extends string>(codes: readonly T[], code: string, word: (known: T) => string): string {
  const known = codes.find((each) => each === code)
  return known === undefined ? code : word(known)
}

/**
 * Both sides of a change in words, taken apart where they are lists, so that what stayed is not read twice; null = it was empty.
 * Lists come with semicolons from the hub.
 * @param momentOf an instant in words: the due instants of clocks are such.
 */
export function changedParts(
  { field, before, after }: FieldChange,
  say: Say,
  momentOf: (instant: string) => string,
): { readonly before: readonly ChangedPart[] | null; readonly after: readonly ChangedPart[] | null } {
  const word = timerOf(field) === undefined ? (CODES[field] ?? ((code) => code)) : momentOf
  const partsOf = (side: string | null) => side?.split('; ').map((part) => word(part, say)) ?? null
  const [was, is] = [partsOf(before), partsOf(after)]
  const marked = (side: readonly string[] | null, other: readonly string[] | null) =>
    side?.map((text) => ({ text, isKept: other?.includes(text) ?? false })) ?? null
  return { before: marked(was, is), after: marked(is, was) }
}
