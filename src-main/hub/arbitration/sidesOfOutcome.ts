import type {
  ArbitrationCase,
  JudgedParty,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { outcomeParty, type OutcomeSide } from '../../domain/arbitration/outcomeParty.ts'
import type { ArbitrationCase as WhatIsDecided } from '../../domain/arbitration/outcome.ts'
import { judgedNow, votingOf } from '../../domain/arbitration/votes.ts'
import type { CaseAct, DecidedParty } from '../api/caseDecision.ts'
import type { Rules } from '../policy/rules.ts'
import { listCasesWeighing } from '../store/arbitrationRepo.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { findClaim } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'

/** A party of the cases as it stands now, and as the lead had it before their eyes. */
export interface Side {
  readonly claim: StoredClaim
  readonly cases: readonly ArbitrationCase[]
  /** Undefined = the lead did not know of it. */
  readonly seen: DecidedParty | undefined
  readonly policy: OutcomeSide['policy']
}

/** Every living party of the cases, in the order of their claim ids. */
export async function sidesOf(
  tx: Tx,
  cases: readonly ArbitrationCase[],
  { parties }: Pick<CaseAct, 'parties'>,
  rules: Rules,
): Promise<Side[]> {
  const sides: Side[] = []
  for (const { tenantId, claimId } of livingClaims(cases)) {
    const key = { tenantId, claimId }
    const claim = await findClaim(tx, key)
    if (claim === undefined) throw new Error(`Claim ${claimId} is a party of a case and does not exist`)
    sides.push({
      claim,
      cases: await listCasesWeighing(tx, key),
      seen: parties.find((one) => one.claimId === claimId),
      policy: rules.basisOf(claim.policy).policy,
    })
  }
  return sides
}

function livingClaims(cases: readonly ArbitrationCase[]) {
  const all = cases.flatMap(({ tenantId, parties }) =>
    livingParties(parties).map(({ claimId }) => [claimId, { tenantId, claimId }] as const),
  )
  return [...new Map(all).values()].toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
}

/** What there is to judge of one of these cases. */
export const judgedOf = (one: ArbitrationCase, sides: readonly Side[]): JudgedParty[] =>
  judgedNow(one, (claimId) =>
    sides
      .filter(({ claim }) => claim.form.claimId === claimId)
      .flatMap(({ claim }) => claim.documents.map(({ sha256 }) => sha256)),
  )

/** What the rules look at when they plan the outcome. The ladder needs papers: its word is the workstation's, and a reason is always given. */
export function whatIsDecided(cases: readonly ArbitrationCase[], sides: readonly Side[]): WhatIsDecided {
  const decided = cases.map(({ caseId }) => caseId)
  return {
    parties: sides.map(({ claim, cases: own, seen, policy }) =>
      outcomeParty(
        { claim, cases: own, verdicts: seen?.verdicts ?? [], details: seen?.details ?? [], policy },
        decided,
      ),
    ),
    suggestions: [],
    votings: cases.map((one) => votingOf(one, judgedOf(one, sides))),
  }
}
