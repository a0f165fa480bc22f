import { randomUUID } from 'node:crypto'
import { lookAtDueCases } from '../../../src-main/hub/jobs/caseLooks.ts'
import { doDueClockActs } from '../../../src-main/hub/jobs/clockActs.ts'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { putDemoUsers } from '../../../src-main/hub/store/peopleRepo.ts'
import { HubUser } from '../../../src-main/hub/api/people.ts'
import type { CaseDecision } from '../../../src-main/hub/api/caseDecision.ts'
import { type OperationAction, OperationRequest } from '../../../src-main/hub/api/operations.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { anOperation, NOW, startReview } from '../../builders/hub/hubClaim.ts'
import { partnerSide } from '../../builders/hub/partnerSide.ts'
import { openTestHub, type TestCaller, type TestHub } from '../../builders/hub/testHub.ts'
import { castBook, claimIdOf, claimsOf, NEWCOMERS, newcomersClaim, PARTNERS, type PartyWish } from './cast.ts'
import { type Did, type Lead, leadNamed, LEADS, type LeadsDecision } from './did.ts'
import type { View } from './view.ts'

/** A hub on which one history after another is played. */
export interface Stage {
  readonly hub: TestHub
  /** Forgets what was played, and puts these claims in. */
  begin(parties: readonly PartyWish[]): Promise<void>
  /** Lets time go on; what clocks bring about happens where `isWatched`. */
  wait(ms: number, isWatched: boolean): Promise<void>
  operate(who: TestCaller, claim: ClaimRecord, action: OperationAction): Promise<Did>
  made(lead: Lead, decision: CaseDecision, view: View): LeadsDecision | null
  send(decision: LeadsDecision): Promise<Did>
  /** What a partner or customer does. */
  others(act: string, claimId: string, body: object | Uint8Array): Promise<Did>
  dispute(claim: ClaimRecord): Promise<Did>
  /** A partner that was not there begins, proves and submits a claim. */
  come(products: readonly string[]): Promise<Did[]>
  close(): Promise<void>
}

const A_PAPER = 'documents?fileName=newest.pdf&mediaType=application%2Fpdf'

export async function openStage(database: HubDatabase): Promise<Stage> {
  const hub = await openTestHub(database, null, castBook())
  const { db } = hub.ports
  await putDemoUsers(
    db,
    LEADS.map((lead) => HubUser.parse({ userId: lead, name: leadNamed(lead), role: 'arbitration_lead' })),
  )
  let now = NOW
  // No two acts of the hub happen in the same millisecond, as hardly ever in life.
  Object.defineProperty(hub.clock, 'now', {
    get: () => (now += 1),
    set(ms: number) {
      now = ms
    },
  })
  const partners = partnerSide(hub)
  let came = NEWCOMERS
  const others = async (act: string, claimId: string, body: object | Uint8Array): Promise<Did> => {
    const { outcome } = await partners.act(`/${claimId}/${act}`, body)
    return { side: 'others', act: act.split('?')[0] ?? act, claimId, outcome }
  }
  return {
    hub,
    others,
    async begin(parties) {
      await hub.clear()
      came = NEWCOMERS
      await hub.put(...claimsOf(parties))
    },
    async wait(ms, isWatched) {
      now += ms
      if (!isWatched) return
      await doDueClockActs(hub.ports)
      await lookAtDueCases(hub.ports)
    },
    async operate(who, claim, action) {
      const { claimId } = claim.form
      const answer = await hub.operate(who, claimId, anOperation(claim, action))
      const words = 'comment' in action ? action.comment : 'text' in action ? action.text : null
      return { side: 'team', kind: action.kind, claimId, answer, of: null, words }
    },
    made(lead, decision, { claims }) {
      const claim = claims.find(({ form }) => form.claimId === decision.parties[0]?.claimId)
      if (claim === undefined) return null
      const { action: _, ...rest } = anOperation(claim, startReview)
      const request = OperationRequest.parse({ ...rest, operationId: randomUUID(), action: decision })
      return { lead, claimId: claim.form.claimId, request, decision, answers: [] }
    },
    async send(of) {
      const { lead, claimId, request } = of
      const answer = await hub.operate(lead, claimId, request)
      of.answers.push(answer)
      return { side: 'team', kind: 'case_decide', claimId, answer, of, words: null }
    },
    async dispute({ form: { claimId } }) {
      const { outcome } = await partners.dispute(claimId, { justification: 'Our proof is newer.' })
      return { side: 'others', act: 'dispute', claimId, outcome }
    },
    async come(products) {
      const partner = came
      if (partner >= PARTNERS) return []
      const claimId = claimIdOf(partner)
      came += 1
      const begun = await partners.act('', { claim: newcomersClaim(partner, products), claimId })
      const paper = await others(A_PAPER, claimId, new TextEncoder().encode(`proof of ${claimId}`))
      const submitted = await partners.now(claimId, 'submit')
      return [
        { side: 'others', act: 'create', claimId, outcome: begun.outcome },
        paper,
        { side: 'others', act: 'submit', claimId, outcome: submitted.outcome },
      ]
    },
    close: () => hub.close(),
  }
}
