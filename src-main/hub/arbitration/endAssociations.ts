import type {
  ArbitrationCase,
  CaseOutcome,
  PendingEnd,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { heldItems } from '../../domain/claim/heldItems.ts'
import { basisName } from '../claims/clockBasis.ts'
import { carryOut, type MovedClaim } from '../claims/carryOut.ts'
import { namedThings } from '../claims/exclusivityKey.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { situationOf } from '../claims/situation.ts'
import { commentOf } from '../operations/commentsOf.ts'
import type { Rules } from '../policy/rules.ts'
import { listCasesEndingLater } from '../store/arbitrationRepo.ts'
import { updateCase } from '../store/arbitrationWrites.ts'
import { findClaim } from '../store/claimsRepo.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { thingsOf } from './settleClaim.ts'

/** By what rules, and when in epoch milliseconds. */
export interface Ending {
  readonly rules: Rules
  readonly now: number
}

/**
 * Ends the associations that a decided case left to their holders until this approval (domain.md section 4.5), in the name of the lead who
 * decided so and with the words that were written then. What contends for the same is locked (`lockContest`).
 */
export async function endAssociations(tx: Tx, approved: HubClaim, ending: Ending): Promise<MovedClaim[]> {
  const things = thingsOf(approved.form.customer.tenantId, namedThings(approved))
  const cases = await listCasesEndingLater(tx, things)
  const ended: MovedClaim[] = []
  for (const one of endsIn(cases)) ended.push(...(await endNow(tx, one, ending)))
  for (const one of cases) {
    const { outcome } = one
    if (outcome === null) continue
    const basis = ending.rules.basisOf(one.policy)
    const done = { ...one, outcome: { ...outcome, pendingEnds: [] }, revision: one.revision + 1 }
    await updateCase(tx, done, { clocksBasis: basisName(basis), lookAt: null })
  }
  return ended
}

interface EndingOne extends PendingEnd {
  readonly tenantId: ArbitrationCase['tenantId']
  readonly by: CaseOutcome['by']
}

/** What was written once about several cases is sent once, for all that ends by it. */
function endsIn(cases: readonly ArbitrationCase[]): EndingOne[] {
  const all = cases.flatMap(({ tenantId, outcome }) =>
    outcome === null ? [] : outcome.pendingEnds.map((end) => ({ ...end, tenantId, by: outcome.by })),
  )
  const letters = Map.groupBy(all, ({ claimId, by, comment }) =>
    JSON.stringify([claimId, by.userId, comment]),
  )
  return [...letters.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, items: [first, ...others].flatMap(({ items }) => items) }],
  )
}

/** Of what the claim holds still: its partner may have given it up in the meantime. */
async function endNow(
  tx: Tx,
  { tenantId, claimId, comment, by, items: wanted }: EndingOne,
  { rules, now }: Ending,
): Promise<MovedClaim[]> {
  const claim = await findClaim(tx, { tenantId, claimId })
  if (claim?.state !== 'approved') return []
  const held = heldItems({ items: claim.form.items.map(({ id }) => id), matters: claim.matters })
  const items = wanted.filter((item) => held.includes(item))
  if (items.length === 0) return []
  const { userId, name } = by
  const carried = await carryOut(tx, claim, {
    command: { act: 'end_association', items, comment },
    actor: { side: 'reviewer', userId, role: 'arbitration_lead' },
    actorName: name,
    situation: { ...situationOf(claim), isArbitrated: true },
    rules,
    now,
    beside: {
      addedComments: [commentOf(comment, { name, at: Instant.parse(new Date(now).toISOString()) })],
    },
  })
  if (carried.outcome === 'refused')
    throw new Error(`The association of ${keyOf(claim).claimId} could not be ended as it was decided`)
  return carried.moved === null ? [] : [carried.moved]
}
