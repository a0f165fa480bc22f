import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { catchUpKeys } from '../../../../src-main/hub/claims/catchUpKeys.ts'
import { lookAtDueCases } from '../../../../src-main/hub/jobs/caseLooks.ts'
import { listLivingCasesOf } from '../../../../src-main/hub/store/arbitrationRepo.ts'
import { claimItems, claimKeys } from '../../../../src-main/hub/store/schema.ts'
import { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { allCases } from '../../../builders/hub/caseDecisions.ts'
import {
  aHubClaim,
  anOperation,
  askParty,
  at,
  hold,
  TENANT_A,
  tellParty,
} from '../../../builders/hub/hubClaim.ts'
import { CUSTOMER_TENANT, partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const KEY = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }
const DUE = '2026-11-26T23:00:00.000Z'

export function describeOutreach(hub: () => TestHub): void {
  const side = () => partnerSide(hub())
  const operate = async (
    claimId: string,
    action: Parameters<typeof anOperation>[1],
    who: TestCaller = 'team_lead',
  ) => hub().operate(who, claimId, anOperation(await hub().record(claimId), action))
  /** The case of a challenger and of who holds what it asks for. */
  async function aContest(): Promise<string> {
    const held = { state: 'approved', subState: 'consent_closed' } as const
    await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: '4712', ...held }))
    return (await theCase()).caseId
  }
  async function theCase(): Promise<ArbitrationCase> {
    const [one] = await listLivingCasesOf(hub().ports.db, KEY)
    return ArbitrationCase.parse(one)
  }
  const logs = async () => (await theCase()).parties.map(({ outreach }) => outreach.map(({ kind }) => kind))

  describe('what the parties of a case are asked and told', () => {
    it('stays with them where their subscription becomes known afterwards', async () => {
      const subscriptionId = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
      const dynamics = (claimId: string, mpnId: string) => {
        const claim = aHubClaim({ claimId, mpnId, products: ['ba.sales'] })
        const program = { solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSU_BIZAPPS' } as const
        return { ...claim, form: { ...claim.form, ...program } }
      }
      await hub().put(dynamics('C-1', '4711'), dynamics('C-2', '4712'))
      const before = await theCase()
      expect(before.contested.isProvisional).toBe(true)
      await operate('C-1', tellParty(before.caseId))
      const { db, rules } = hub().ports
      await db.update(claimItems).set({ subscriptionId }).where(eq(claimItems.tenantId, before.tenantId))
      await db.delete(claimKeys)
      await catchUpKeys(db, rules)
      const now = (await allCases(hub())).find(({ contested }) => !contested.isProvisional)
      expect(now).toMatchObject({
        state: 'open',
        contested: { subscriptionId },
        lead: { userId: 'team_lead' },
        parties: [
          { claimId: 'C-1', toldAt: at(0), outreach: [{ kind: 'tell' }] },
          { claimId: 'C-2', toldAt: null, outreach: [] },
        ],
      })
    })

    it('S-128: stands in the log of each by itself, with all that was asked at once and its day', async () => {
      const caseId = await aContest()
      const asks = ['newest_poe', 'still_engaged']
      expect(await operate('C-2', askParty(caseId, { asks }))).toMatchObject({ outcome: 'applied' })
      const one = await theCase()
      expect(one).toMatchObject({
        state: 'outreach',
        revision: 2,
        lead: { userId: 'team_lead', name: 'The team_lead' },
        parties: [
          { claimId: 'C-1', outreach: [], toldAt: null },
          {
            claimId: 'C-2',
            toldAt: at(0),
            outreach: [
              { kind: 'ask', asks, at: at(0), dueAt: DUE, answeredAt: null, byName: 'The team_lead' },
            ],
          },
        ],
      })
      const claim = await hub().record('C-2')
      expect(claim).toMatchObject({ state: 'approved', subState: 'consent_closed' })
      const { commentId } = one.parties[1]?.outreach[0] ?? {}
      expect(claim.comments).toMatchObject([
        { commentId, text: 'Please send your newest proof.', visibility: 'partner_visible' },
      ])
      expect(claim.history.at(-1)).toMatchObject({ kind: 'party_asked', side: 'reviewer' })
    })

    it('sends a claim under review back to its partner, for the contested items, by the day of its own clock', async () => {
      const caseId = await aContest()
      await operate('C-1', hold(), 'reviewer')
      await operate('C-1', askParty(caseId, { businessDays: 30 }))
      const asked = await hub().record('C-1')
      expect(asked).toMatchObject({
        state: 'partner_action_required',
        subState: 'open',
        matters: { infoRequest: { reasons: [], items: ['i1'] }, infoRounds: 0 },
        clocks: [{ timer: 'partner_response', dueAt: DUE }, { timer: 'review' }],
      })
      const entry = (await theCase()).parties[0]?.outreach.at(-1)
      expect(entry?.dueAt).toBe(DUE)
      expect(await side().now('C-1', 'resubmit')).toMatchObject({ subState: 'awaiting_arbitration' })
      expect(await theCase()).toMatchObject({
        state: 'ready',
        wokenAt: at(0),
        parties: [
          { outreach: [{ kind: 'tell' }, { kind: 'ask', answeredAt: at(0), answer: 'resubmission' }] },
          {},
        ],
      })
    })

    it.each([
      ['a comment', 'comment', () => side().act('/C-2/comments', { text: 'We still work there.' })],
      ['a paper', 'document', () => side().addDocument('C-2', 'newest')],
    ] as const)('wakes with %s of who holds the thing', async (_, answer, say) => {
      const caseId = await aContest()
      await operate('C-2', askParty(caseId, { businessDays: 2 }))
      hub().clock.now += 3_600_000
      await say()
      expect(await theCase()).toMatchObject({
        state: 'open',
        wokenAt: at(1),
        parties: [{}, { outreach: [{ answeredAt: at(1), answer, dueAt: '2026-11-23T23:00:00.000Z' }] }],
      })
    })

    it('is answered no more by a party that left the case: its log stays as everybody knows it', async () => {
      const claims = ['C-1', 'C-2', 'C-3'].map((claimId, n) =>
        aHubClaim({
          claimId,
          mpnId: `471${n + 1}`,
          tenantId: CUSTOMER_TENANT,
          products: ['m365.teams', ...(n === 0 ? ['m365.intune'] : [])],
        }),
      )
      await hub().put(...claims)
      await operate('C-1', askParty((await allCases(hub()))[0]?.caseId))
      await side().now('C-1', 'edit', { changes: { items: [{ productId: 'm365.intune' }] } })
      const [before] = await allCases(hub())
      expect(before).toMatchObject({ parties: [{ left: { reason: 'item_dropped' } }, {}, {}] })
      await side().now('C-1', 'resubmit')
      expect(await allCases(hub())).toEqual([before])
    })

    it('is decided on file when the day is over, which wakes the case by itself', async () => {
      const caseId = await aContest()
      await operate('C-2', askParty(caseId))
      hub().clock.now = Date.parse(DUE)
      expect(await lookAtDueCases(hub().ports)).toBe(1)
      expect(await theCase()).toMatchObject({ state: 'open', wokenAt: DUE, revision: 3 })
      expect(await lookAtDueCases(hub().ports)).toBe(0)
    })

    it('S-130: a hold tells its claim, and needs no words of its own once that was told before', async () => {
      const caseId = await aContest()
      expect(await operate('C-1', hold(''), 'reviewer')).toMatchObject({ outcome: 'conflict' })
      expect(await operate('C-1', tellParty(caseId), 'reviewer')).toMatchObject({ outcome: 'applied' })
      expect(await theCase()).toMatchObject({ lead: null, parties: [{ toldAt: at(0) }, { toldAt: null }] })
      expect(await operate('C-1', hold(''), 'reviewer')).toMatchObject({ outcome: 'applied' })
      expect(await logs()).toEqual([['tell'], []])
    })

    it('asks leads alone, of a party of a living case, and not twice for the same', async () => {
      const caseId = await aContest()
      const moved = { outcome: 'conflict', reason: 'case_moved_on' }
      expect(await operate('C-2', askParty(caseId), 'reviewer')).toMatchObject({ reason: 'role_lost' })
      expect(await operate('C-2', askParty(caseId), 'arbitration_lead')).toMatchObject({ outcome: 'applied' })
      expect(await operate('C-2', askParty(caseId))).toMatchObject(moved)
      expect(await operate('C-2', askParty(caseId, { asks: ['newest_poe', 'other'] }))).toMatchObject({
        outcome: 'applied',
      })
      expect(await operate('C-1', askParty())).toMatchObject(moved)
      await side().act('/C-1/customer-answer', {})
      expect(await operate('C-2', tellParty(caseId))).toMatchObject(moved)
    })

    it('names no rival to anybody', async () => {
      const caseId = await aContest()
      const rival = aHubClaim({ claimId: 'C-9', mpnId: '4713', products: ['m365.intune'] })
      await hub().put({ ...rival, form: { ...rival.form, partnerCompanyName: 'Zephyr Cloud Works' } })
      const comment = 'Zephyr Cloud Works holds this already.'
      expect(await operate('C-1', tellParty(caseId, comment))).toMatchObject({ reason: 'not_allowed' })
      expect(await logs()).toEqual([[], []])
    })

    it('happens once, however often it is sent', async () => {
      const caseId = await aContest()
      const request = anOperation(await hub().record('C-2'), askParty(caseId))
      const first = await hub().operate('team_lead', 'C-2', request)
      expect(await hub().operate('team_lead', 'C-2', request)).toEqual(first)
      expect(await logs()).toEqual([[], ['ask']])
    })

    it('goes to leads with the feed, and not to reviewers', async () => {
      const caseId = await aContest()
      await operate('C-2', askParty(caseId))
      const page = async (who: TestCaller) => (await hub().get(who, '/v1.0/claims/delta')).text()
      expect(await page('arbitration_lead')).toContain('newest_poe')
      expect(await page('reviewer')).not.toContain('newest_poe')
    })
  })
}
