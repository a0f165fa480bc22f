import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { SecondWord } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { DecisionKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { payloadHash } from '../operations/payloadHash.ts'
import { drawIn } from '../quality/drawDecisions.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { insertOperation } from '../store/operationsRepo.ts'
import { teamMember } from '../store/peopleRepo.ts'
import {
  claimReview,
  type DecisionRow,
  insertReview,
  listDecisionsOn,
  listSampled,
} from '../store/qualityRepo.ts'
import { demoDecisions, demoId } from './demoDecisions.ts'
import { instantOf } from './demoHistory.ts'
import type { DemoQuality, DemoQueue } from './demoShape.ts'

const DAY = 86_400_000

interface Telling {
  readonly queue: DemoQueue
  /** As they were put into the hub. */
  readonly claims: readonly HubClaim[]
  readonly policy: PolicyVersion
  /** Epoch milliseconds. */
  readonly now: number
}

/** Who decided what of the queue, a sample that a lead drew of it some days ago, and what came of that until now. */
export async function tellDemoQuality(tx: Tx, quality: DemoQuality, telling: Telling): Promise<void> {
  const { queue, claims, policy, now } = telling
  for (const { claim, userId, at, request } of demoDecisions(claims, { queue, quality, policy })) {
    const record = {
      userId,
      request,
      payloadSha256: payloadHash(userId, claim.form.claimId, request),
      result: { outcome: 'applied' as const, revision: claim.revision },
      receivedAt: at,
    }
    await insertOperation(tx, keyOf(claim), record)
  }
  await tellSample(tx, quality.sample, queue, now)
}

async function tellSample(
  tx: Tx,
  told: DemoQuality['sample'],
  { people }: DemoQueue,
  now: number,
): Promise<void> {
  const { byUserId, daysAgo, days, seed, perCell, most, reviewedBy, differsOnceIn } = told
  const caller = people.find(({ userId }) => userId === byUserId)
  const lead = caller === undefined ? undefined : teamMember(caller)
  if (lead === undefined) throw new Error('The demo has a sample drawn by somebody who cannot')
  const drawnAt = now - daysAgo * DAY
  const sampleId = demoId(`sample ${canonicalJson({ seed, days })}`)
  const wish = {
    sampleId,
    from: instantOf(drawnAt - days * DAY),
    to: instantOf(drawnAt),
    seed,
    perCell,
    most,
  }
  const answer = await drawIn(tx, { now: () => drawnAt, hasDemo: true }, lead, wish)
  if (answer === 'differs' || answer.outcome === 'nothing')
    throw new Error('The demo draws a sample of nothing')
  const drawn = await listSampled(tx, { sampleId })
  const decisions = new Map((await listDecisionsOn(tx, drawn)).map((one) => [one.decisionId, one]))
  let said = 0
  for (const { decisionId, reviewer, tenantId, claimId } of drawn) {
    const decision = decisions.get(decisionId)
    if (decision === undefined || reviewer === null || !reviewedBy.includes(reviewer.userId)) continue
    said += 1
    const at = new Date(drawnAt + (said * DAY) / 5)
    await claimReview(tx, { sampleId, decisionId }, reviewer.userId, at)
    const words = secondWords(decision, said % differsOnceIn === 0)
    const review = { sampleId, decisionId, byUserId: reviewer.userId, at: instantOf(at.getTime()), ...words }
    await insertReview(tx, { tenantId, claimId }, review)
  }
}

/** The same as the first, but for one criterion, and with it the outcome, where the two differ. */
function secondWords(
  { outcome, verdicts }: DecisionRow,
  isOther: boolean,
): { readonly outcome: DecisionKind; readonly verdicts: SecondWord[] } {
  const doubted = verdicts.find(({ verdict }) => verdict === 'not_met') ?? verdicts[0]
  return {
    outcome: !isOther ? outcome : outcome === 'approve' ? 'request_info' : 'approve',
    verdicts: verdicts.map(({ criterion, item, verdict }) => {
      const first = verdict ?? 'cannot_tell'
      if (!isOther || criterion !== doubted?.criterion)
        return { criterion, item, verdict: first, reason: null }
      return { criterion, item, verdict: first === 'met' ? 'not_met' : 'met', reason: null }
    }),
  }
}
