import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

export type CaseEventName =
  | 'opened'
  | 'joined'
  | 'asked'
  | 'told'
  | 'answered'
  | 'reviewed'
  | 'left'
  | 'decided'
  | 'dissolved'

export interface CaseEvent {
  readonly at: Instant
  /** Null = of the case as a whole. */
  readonly claimId: ClaimId | null
  readonly what: CaseEventName
  /** Of the person who did it, where one is known. */
  readonly name: string | null
}

/** What is known to have happened in a case, oldest first; what happened at once stands as listed here. */
export function historyOf(one: ArbitrationCase): CaseEvent[] {
  const { openedAt, stateChangedAt, outcome, parties, dissolved } = one
  const whole = { claimId: null, name: null }
  const events: CaseEvent[] = [
    { ...whole, at: openedAt, what: 'opened' },
    ...parties.flatMap(eventsOf),
    ...(outcome === null
      ? []
      : [{ ...whole, at: outcome.at, what: 'decided', name: outcome.by.name } as const]),
    ...parties.flatMap(leavingOf),
    ...(dissolved === null ? [] : [{ ...whole, at: stateChangedAt, what: 'dissolved' } as const]),
  ]
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function eventsOf({ claimId, since, firstReviewedAt, outreach }: CaseParty): CaseEvent[] {
  const own = { claimId, name: null }
  return [
    { ...own, at: since, what: 'joined' },
    ...(firstReviewedAt === null ? [] : [{ ...own, at: firstReviewedAt, what: 'reviewed' } as const]),
    ...outreach.flatMap(({ kind, at, byName, answeredAt }): CaseEvent[] => [
      { claimId, at, what: kind === 'ask' ? 'asked' : 'told', name: byName },
      ...(answeredAt === null ? [] : [{ ...own, at: answeredAt, what: 'answered' } as const]),
    ]),
  ]
}

const leavingOf = ({ claimId, left }: CaseParty): CaseEvent[] =>
  left === null ? [] : [{ claimId, at: left.at, what: 'left', name: null }]
