import { randomUUID } from 'node:crypto'
import { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { noteOutreach } from '../arbitration/noteOutreach.ts'
import type { HubUser } from '../api/people.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { Rules } from '../policy/rules.ts'
import { listLivingCasesOf } from '../store/arbitrationRepo.ts'
import { type ClaimKey, findClaim } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import type { DemoAsk } from './demoShape.ts'

/**
 * Asks a party of a case as a lead did some days ago, by the way that every ask takes.
 * @throws Error, naming the claim, when the demo asks of a claim what the rules do not allow.
 */
export async function askDemoParty(
  tx: Tx,
  ask: DemoAsk,
  { key, user, rules, now }: { key: ClaimKey; user: HubUser; rules: Rules; now: number },
): Promise<void> {
  const claim = await findClaim(tx, key)
  const cases = await listLivingCasesOf(tx, key)
  const meant = cases.find(({ contested }) => contested.productId === ask.productId)
  if (claim === undefined || meant === undefined) throw new Error(`No case of ${ask.claimId} is about this`)
  const { asks, text: comment } = ask
  const action = { kind: 'case_ask', caseId: meant.caseId, asks, businessDays: null, comment } as const
  const said = ClaimComment.parse({
    commentId: randomUUID(),
    side: 'reviewer',
    authorName: user.name,
    at: Instant.parse(new Date(now).toISOString()),
    text: comment,
    visibility: 'partner_visible',
  })
  const done = await applyToClaim(tx, claim, {
    command: { act: action.kind, caseId: meant.caseId, asks, comment },
    actor: { side: 'reviewer', userId: user.userId, role: user.role },
    actorName: user.name,
    situation: situationOf(claim, [], [], { cases, now }),
    rules,
    now,
    beside: { addedComments: [said] },
  })
  if (done.outcome === 'refused') throw new Error(`The demo asks of ${ask.claimId} what may not be asked`)
  const operationId = OperationId.parse(randomUUID())
  await noteOutreach(tx, { claim, cases, action, operationId, user, comment: said, now }, rules)
}
