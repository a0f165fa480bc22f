import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, ClaimSubState } from '../../../../src-preload/contract/vocabulary/words.ts'

type Places = Partial<Readonly<Record<ClaimState, readonly ClaimSubState[]>>>

/** Where the two rarer acts have a place at all (T15, T18); elsewhere they are not even shown as blocked. */
const PLACES = {
  hold_for_arbitration: { under_review: ['in_review', 'resubmitted', 'dispute_review'] },
  reopen: { approved: ['consent_open'], rejected: ['disputable'] },
} as const satisfies Record<'hold_for_arbitration' | 'reopen', Places>

export function hasPlace(
  act: keyof typeof PLACES,
  { state, subState }: Pick<ClaimRecord, 'state' | 'subState'>,
): boolean {
  const places: Places = PLACES[act]
  return subState !== null && (places[state] ?? []).includes(subState)
}
