import type { Known, PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import type { DayRange } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { ClaimId, Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA, type Criterion, type Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'

/** The day on which the stories are told. */
export const TODAY = '2026-11-16'

export const known = <Value>(value: Value): Known<Value> => ({ isKnown: true, value, evidence: [] })
export const unknown = { isKnown: false, evidence: [] } as const
/** A day that can be read in one way, or from the first to the last of its readings. */
export const on = (from: string, to = from): Known<DayRange | null> => known({ from, to })
export const none = known(null)

/** The criteria, all met but those that are named. */
export const judged = (but: Partial<Record<Criterion, Verdict | null>> = {}): PartyStanding['criteria'] =>
  CRITERIA.map((criterion) => {
    const verdict = but[criterion]
    return { criterion, verdict: verdict === undefined ? 'met' : verdict, evidence: [] }
  })

export const fromTo = (start: string | null, end: string | null): PartyStanding['engagement'] =>
  known({
    start: start === null ? null : { from: start, to: start },
    end: end === null ? null : { from: end, to: end },
  })

/**
 * A challenger whose papers are in order. Two of them differ in nothing but their name, so that a story has to say what its parties
 * differ in.
 */
export function aStanding(claimId: string, wishes: Partial<PartyStanding> = {}): PartyStanding {
  return {
    claimId: ClaimId.parse(claimId),
    criteria: judged(),
    details: [
      { check: 'matrix', verdict: 'met' },
      { check: 'domain_tenant', verdict: 'met' },
    ],
    hasPoe: true,
    isMigrated: false,
    statement: none,
    acknowledged: on('2026-09-01'),
    mention: { item: true, activity: true, tenant_or_subscription: true },
    mentionEvidence: [],
    engagement: fromTo('2026-01-01', '2026-12-31'),
    activityFit: known('fits'),
    submittedAt: Instant.parse('2026-10-01T09:00:00Z'),
    isIncumbent: false,
    ...wishes,
  }
}

/** The partner whose approved association holds the item. */
export const anIncumbent = (claimId: string, wishes: Partial<PartyStanding> = {}): PartyStanding =>
  aStanding(claimId, { isIncumbent: true, submittedAt: Instant.parse('2025-11-03T09:00:00Z'), ...wishes })
