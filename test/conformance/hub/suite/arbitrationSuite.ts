import { describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { FeedPage } from '../../../../src-main/hub/api/feed.ts'
import { catchUpKeys } from '../../../../src-main/hub/claims/catchUpKeys.ts'
import { refreshClocks } from '../../../../src-main/hub/claims/refreshClocks.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { lookAtDueCases, nextCaseLookAt } from '../../../../src-main/hub/jobs/caseLooks.ts'
import { listCases } from '../../../../src-main/hub/store/arbitrationRepo.ts'
import { arbitrationCases, claimKeys } from '../../../../src-main/hub/store/schema.ts'
import { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import {
  aHubClaim,
  allMet,
  anOperation,
  approve,
  at,
  type ClaimWish,
  hold,
  reject,
  requestInfo,
  startReview,
  TENANT_B,
} from '../../../builders/hub/hubClaim.ts'
import { partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const DAY = 86_400_000
const approved = { state: 'approved', subState: 'consent_closed' } as const

export function describeArbitration(hub: () => TestHub): void {
  const side = () => partnerSide(hub())
  const rival = (more: object = {}) =>
    statedClaim({ mpnId: '4712', partnerCompanyName: 'Rival & Sons', ...more })
  const operate = async (
    claimId: string,
    action: Parameters<typeof anOperation>[1],
    who: TestCaller = 'reviewer',
  ) => hub().operate(who, claimId, anOperation(await hub().record(claimId), action))
  /** Every case, the first opened first. */
  async function cases(): Promise<ArbitrationCase[]> {
    const { db } = hub().ports
    const rows = await db
      .select({ tenantId: arbitrationCases.tenantId, caseId: arbitrationCases.caseId })
      .from(arbitrationCases)
      .where(sql`tenant_id in (select tenant_id from claims)`)
    const keys = rows.map((row) => ({ tenantId: row.tenantId as TenantId, caseId: row.caseId as CaseId }))
    const found = (await listCases(db, keys)).map((one) => ArbitrationCase.parse(one))
    return found.sort((a, b) => (a.openedAt + a.contested.key < b.openedAt + b.contested.key ? -1 : 1))
  }
  const partiesOf = ({ parties }: ArbitrationCase) =>
    parties.map(({ claimId, role, left }) => [claimId, role, left?.reason ?? 'in it'].join(' '))
  const itemsOf = async (who: TestCaller, link = '/v1.0/claims/delta') => {
    const page = FeedPage.parse(await (await hub().get(who, link)).json())
    return {
      cases: page.value.filter((item): item is ArbitrationCase => Object.hasOwn(Object(item), 'caseId')),
      link: '@odata.deltaLink' in page ? page['@odata.deltaLink'] : '',
    }
  }
  const dynamics = (
    claimId: string,
    mpnId: string,
    more: ClaimWish & { endsOn?: string | null } = {},
  ): HubClaim => {
    const claim = aHubClaim({ claimId, mpnId, products: ['ba.sales'], ...more })
    const subscription = {
      itemId: 'i1',
      subscriptionId: '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5',
      codes: [],
      productName: null,
      status: 'active',
      provisioning: 'success',
      channel: null,
      endsOn: more.endsOn ?? null,
      siblings: 1,
      checkedAt: at(-1),
      source: 'test',
    }
    const form = { ...claim.form, solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSU_BIZAPPS' } as const
    const lookups = Lookups.parse({
      subscriptions: more.endsOn === undefined ? [] : [subscription],
      partner: null,
      domains: [],
    })
    return { ...claim, form, lookups }
  }

  describe('competing claims', () => {
    it('open a case with the submission of the second, on what both name and on nothing else', async () => {
      await side().submitted(
        statedClaim({ items: [{ productId: 'm365.teams' }, { productId: 'm365.intune' }] }),
        'P-1',
      )
      expect(await cases()).toEqual([])
      hub().clock.now += DAY
      await side().submitted(
        rival({ items: [{ productId: 'm365.exchange' }, { productId: 'm365.teams' }] }),
        'P-2',
      )
      const [one, ...others] = await cases()
      expect(others).toEqual([])
      expect(one).toMatchObject({
        contested: { key: 'workload m365.teams', unit: 'workload', isProvisional: false },
        customerName: 'Example Customer',
        state: 'open',
        openedAt: new Date(hub().clock.now).toISOString(),
        clocks: [{ timer: 'arbitration' }],
        revision: 1,
        parties: [
          { claimId: 'P-1', role: 'challenger', items: ['i1'], partnerName: 'Example Partner' },
          { claimId: 'P-2', role: 'challenger', items: ['i2'], partnerName: 'Rival & Sons' },
        ],
      })
      for (const id of ['P-1', 'P-2']) expect((await hub().record(id)).competingClaims).toBe(1)
    })

    it('S-83, S-85: open none while one partner claims anew, or several claim other things or elsewhere', async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1', ...approved }),
        aHubClaim({ claimId: 'C-2' }),
        aHubClaim({ claimId: 'C-3', mpnId: '4712', products: ['m365.intune'] }),
        aHubClaim({ claimId: 'C-4', mpnId: '4713', tenantId: TENANT_B }),
        aHubClaim({ claimId: 'C-5', mpnId: '4714', state: 'editing' }),
        aHubClaim({ claimId: 'C-6', mpnId: '4715', state: 'rejected', subState: 'disputable' }),
      )
      expect(await cases()).toEqual([])
    })

    it('open one case for each thing, between whomever it is', async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1', products: ['m365.teams', 'm365.intune'] }),
        aHubClaim({ claimId: 'C-2', mpnId: '4712', products: ['m365.teams'], ...approved }),
        aHubClaim({ claimId: 'C-3', mpnId: '4713', products: ['m365.intune'] }),
      )
      expect((await cases()).map((one) => [one.contested.key, ...partiesOf(one)])).toEqual([
        ['workload m365.intune', 'C-1 challenger in it', 'C-3 challenger in it'],
        ['workload m365.teams', 'C-1 challenger in it', 'C-2 incumbent in it'],
      ])
      expect((await hub().record('C-1')).competingClaims).toBe(2)
    })

    it('S-124: count as held what a running or migrated association holds, and not one whose subscription has ended', async () => {
      await hub().put(
        dynamics('C-1', '4711', { endsOn: '2027-01-31' }),
        {
          ...dynamics('C-2', '4712', { ...approved, endsOn: '2027-01-31', documents: [] }),
          isMigrated: true,
        },
        dynamics('C-3', '4713', { ...approved, endsOn: '2026-10-31' }),
      )
      expect((await cases()).map(partiesOf)).toEqual([['C-1 challenger in it', 'C-2 incumbent in it']])
    })

    it('meet on the subscription that was looked up for one of them and named by the other', async () => {
      const named = dynamics('C-2', '4712')
      const [item] = named.form.items
      const subscriptionId = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
      const items = [{ ...item, subscriptionId }] as typeof named.form.items
      await hub().put(dynamics('C-1', '4711', { endsOn: '2027-01-31' }), {
        ...named,
        form: { ...named.form, items },
      })
      expect(await cases()).toMatchObject([
        { contested: { unit: 'subscription', subscriptionId, isProvisional: false } },
      ])
    })

    it('meet on the product, provisionally, while no subscription is known of either', async () => {
      await hub().put(dynamics('C-1', '4711'), dynamics('C-2', '4712'))
      expect(await cases()).toMatchObject([{ contested: { unit: 'product', isProvisional: true } }])
    })

    it('are joined by a third partner’s, and the next one after the case is closed opens another', async () => {
      await side().submitted(statedClaim(), 'P-1')
      await side().submitted(rival(), 'P-2')
      await side().submitted(rival({ mpnId: '4713' }), 'P-3')
      expect((await cases()).map(partiesOf)).toEqual([
        ['P-1 challenger in it', 'P-2 challenger in it', 'P-3 challenger in it'],
      ])
      for (const id of ['P-1', 'P-2', 'P-3']) expect((await hub().record(id)).competingClaims).toBe(2)
      for (const id of ['P-2', 'P-3']) await side().act(`/${id}/customer-answer`, {})
      expect(await cases()).toMatchObject([{ state: 'dissolved', dissolved: 'one_partner_left' }])
      hub().clock.now += DAY
      await side().submitted(rival({ mpnId: '4713' }), 'P-4')
      expect((await cases()).map(({ state }) => state)).toEqual(['dissolved', 'open'])
    })

    it('leave it for the reason that they leave for, and have a rival less', async () => {
      await side().submitted(statedClaim(), 'P-1')
      await side().submitted(rival(), 'P-2')
      await side().submitted(rival({ mpnId: '4713' }), 'P-3')
      await side().now('P-2', 'edit', { changes: { items: [{ productId: 'm365.intune' }] } })
      expect((await cases()).map(partiesOf)).toEqual([
        ['P-1 challenger in it', 'P-2 challenger item_dropped', 'P-3 challenger in it'],
      ])
      await side().act('/P-1/customer-answer', {})
      const [one] = await cases()
      expect(partiesOf(one as ArbitrationCase)).toContain('P-1 challenger rejected')
      expect(one).toMatchObject({ state: 'dissolved', revision: 4 })
      expect((await hub().record('P-3')).competingClaims).toBe(0)
    })

    it('C-21: go back to their review when nothing is left to arbitrate', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      await operate('C-1', hold())
      expect(await hub().record('C-1')).toMatchObject({ subState: 'awaiting_arbitration' })
      await side().act('/C-2/customer-answer', {})
      const after = await hub().record('C-1')
      expect(after).toMatchObject({ subState: 'in_review', matters: { heldSince: null }, competingClaims: 0 })
      expect(after.history.at(-1)).toMatchObject({ side: 'system', kind: 'arbitration_ended' })
      expect(after.clocks.map(({ timer }) => timer)).toEqual(['review', 'decision_target'])
    })

    it('C-21: go back to their review also where they wait for it to begin again', async () => {
      const claim = aHubClaim({ claimId: 'C-1' })
      await hub().put(
        { ...claim, policy: { id: 'docs-2023', version: 1 } },
        aHubClaim({ claimId: 'C-2', mpnId: '4712' }),
      )
      await operate('C-1', hold())
      await operate('C-1', requestInfo())
      await side().now('C-1', 'resubmit')
      expect(await hub().record('C-1')).toMatchObject({ state: 'submitted', matters: { heldSince: at(0) } })
      await side().act('/C-2/customer-answer', {})
      expect((await hub().record('C-1')).matters.heldSince).toBeNull()
      await operate('C-1', startReview)
      expect(await hub().record('C-1')).toMatchObject({ subState: 'in_review' })
    })

    it('are approved and rejected by nobody until that is decided', async () => {
      const claim = aHubClaim({ claimId: 'C-1' })
      await hub().put(claim, aHubClaim({ claimId: 'C-2', mpnId: '4712', ...approved }))
      const refused = { outcome: 'conflict', reason: 'not_allowed' }
      expect(await operate('C-1', approve(claim))).toMatchObject(refused)
      expect(await operate('C-1', { ...reject(), verdicts: allMet(claim) } as never)).toMatchObject(refused)
      expect(await operate('C-1', hold())).toMatchObject({ outcome: 'applied' })
    })

    it('S-129: make a case that is ready once each challenger was reviewed, by a hold or by a question', async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1' }),
        aHubClaim({ claimId: 'C-2', mpnId: '4712', state: 'submitted', subState: 'queued' }),
      )
      await operate('C-1', hold())
      await operate('C-2', startReview)
      expect(await cases()).toMatchObject([{ state: 'open' }])
      await operate('C-2', requestInfo())
      expect(await cases()).toMatchObject([
        { state: 'ready', parties: [{ firstReviewedAt: at(0) }, { firstReviewedAt: at(0) }] },
      ])
    })

    it('leave nothing out of their case where several of them are reviewed at the same moment', async () => {
      const ids = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5']
      await hub().put(...ids.map((claimId, n) => aHubClaim({ claimId, mpnId: `471${n}` })))
      const held = await Promise.all(ids.map(async (claimId) => operate(claimId, hold())))
      expect(held.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'applied'))
      const [one, ...others] = await cases()
      expect(others).toEqual([])
      expect(one?.state).toBe('ready')
      for (const { firstReviewedAt, toldAt, outreach } of one?.parties ?? []) {
        expect(firstReviewedAt).not.toBeNull()
        expect(toldAt).not.toBeNull()
        expect(outreach).toHaveLength(1)
      }
    })

    it('have one more of them an incumbent when the window of its customer is over', async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1' }),
        aHubClaim({ claimId: 'C-2', mpnId: '4712', state: 'approved', subState: 'consent_open' }),
      )
      expect((await cases()).map(partiesOf)).toEqual([['C-1 challenger in it', 'C-2 incumbent in it']])
    })

    it('are seen by themselves when an association ends with its subscription', async () => {
      await hub().put(
        dynamics('C-1', '4711', { endsOn: '2027-01-31' }),
        dynamics('C-2', '4712', { ...approved, endsOn: '2026-11-20' }),
      )
      const end = Date.parse('2026-11-21T00:00:00.000Z')
      expect(await nextCaseLookAt(hub().ports.db)).toBe(end)
      expect(await lookAtDueCases(hub().ports)).toBe(0)
      hub().clock.now = end
      expect(await lookAtDueCases(hub().ports)).toBe(1)
      expect((await cases()).map((one) => [one.dissolved, ...partiesOf(one)])).toEqual([
        ['one_partner_left', 'C-1 challenger in it', 'C-2 former association_ended'],
      ])
      expect((await hub().record('C-1')).competingClaims).toBe(0)
      expect([await lookAtDueCases(hub().ports), await nextCaseLookAt(hub().ports.db)]).toEqual([0, null])
    })

    it('of an older hub are found when a newer one starts, once', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      const { db, rules } = hub().ports
      await hub().owner.delete(arbitrationCases)
      await db.delete(claimKeys)
      expect(await catchUpKeys(db, rules)).toBe(2)
      expect((await cases()).map(partiesOf)).toEqual([['C-1 challenger in it', 'C-2 challenger in it']])
      expect((await hub().record('C-1')).competingClaims).toBe(1)
      expect(await catchUpKeys(db, rules)).toBe(0)
    })

    it('have a case whose clock goes by a new calendar as theirs do', async () => {
      await hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      const { db, rules } = hub().ports
      const [before] = await cases()
      const zone = { ...rules.calendar, version: 9, zone: 'Asia/Tokyo' }
      const basisOf: typeof rules.basisOf = (policy) => ({ ...rules.basisOf(policy), calendar: zone })
      await refreshClocks({ db, rules: { ...rules, calendar: zone, basisOf }, now: () => hub().clock.now })
      const [after] = await cases()
      expect(after).toMatchObject({ calendar: { version: 9 }, revision: before?.revision })
      expect(after?.clocks[0]?.dueAt).not.toBe(before?.clocks[0]?.dueAt)
    })
  })

  describe('a case in the feed', () => {
    const two = () =>
      hub().put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: '4712', ...approved }))

    it('comes whole to leads and auditors, and to reviewers as far as it concerns them', async () => {
      await two()
      for (const who of ['arbitration_lead', 'team_lead', 'auditor'] as const)
        expect((await itemsOf(who)).cases).toMatchObject([{ state: 'open', isWhole: true }])
      expect((await itemsOf('reviewer')).cases).toMatchObject([
        { state: 'open', isWhole: false, outcome: null },
      ])
    })

    it('comes again with every change of it, page by page, and not without one', async () => {
      await two()
      const { link } = await itemsOf('team_lead')
      expect((await itemsOf('team_lead', link)).cases).toEqual([])
      await operate('C-1', hold())
      const changed = await itemsOf('team_lead', link)
      expect(changed.cases).toMatchObject([{ state: 'ready', revision: 3 }])
      const ids: string[] = []
      for (let next = '/v1.0/claims/delta?$top=1'; next !== ''; ) {
        const page = FeedPage.parse(await (await hub().get('team_lead', next)).json())
        for (const item of page.value)
          ids.push(String(Object.hasOwn(Object(item), 'caseId') ? 'case' : (item as HubClaim).form.claimId))
        next = '@odata.nextLink' in page ? page['@odata.nextLink'] : ''
      }
      expect(ids.sort()).toEqual(['C-1', 'C-2', 'case'])
    })

    it('is not for who has dealings with a party, and links of one role are of no use to another', async () => {
      await two()
      const { link } = await itemsOf('team_lead')
      expect((await hub().get('reviewer', link)).status).toBe(410)
      await hub().ask('team_lead', 'PUT', '/v1.0/people/reviewer/partnerLinks', {
        links: [{ mpnId: '4712', reason: 'Worked there.' }],
      })
      expect((await itemsOf('reviewer')).cases).toMatchObject([
        { '@removed': { reason: 'conflict_of_interest' } },
      ])
    })

    it('is among what checkpoints compare, and a bucket that differs brings it', async () => {
      await two()
      const { link, cases: seen } = await itemsOf('reviewer')
      const checkpoint = async () => {
        const token = new URLSearchParams(link.split('?')[1]).get('$deltatoken') ?? ''
        const answer = await hub().get('reviewer', `/v1.0/claims/checkpoint?$deltatoken=${token}`)
        return ((await answer.json()) as { buckets: { claims: number; hash: string; moved: boolean }[] })
          .buckets
      }
      const before = await checkpoint()
      await operate('C-1', hold())
      const after = await checkpoint()
      const at = before.flatMap((one, bucket) => (one.hash === after[bucket]?.hash ? [] : [bucket]))
      // Its own and that of its claim, which may be the same one: they are told apart by random ids.
      expect([1, 2]).toContain(at.length)
      for (const bucket of at) expect(after[bucket]?.moved).toBe(true)
      expect(before.reduce((sum, { claims }) => sum + claims, 0)).toBe(2)
      const brought = await Promise.all(
        at.map(async (bucket) => (await hub().get('reviewer', `/v1.0/claims/buckets/${bucket}`)).json()),
      )
      expect(JSON.stringify(brought)).toContain(String(seen[0]?.caseId))
    })
  })
}
