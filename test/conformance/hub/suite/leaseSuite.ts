import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RenewResult, TakeNextResult } from '../../../../src-main/hub/api/assignments.ts'
import { doDueClockActs } from '../../../../src-main/hub/jobs/clockActs.ts'
import { HUB_TENANT } from '../../../../src-main/hub/store/hubTenant.ts'
import { partnerLinks } from '../../../../src-main/hub/store/schema.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { UNTIL_BEGUN } from '../../../../src-preload/contract/vocabulary/leaseWords.ts'
import type { OperationAction } from '../../../../src-main/hub/api/operations.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { aHubClaim, anOperation, at, type ClaimWish, NOW } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { idOf, readRound } from './feedSuite.ts'

const MINUTE = 60_000
const after = (minutes: number): Instant => Instant.parse(new Date(NOW + minutes * MINUTE).toISOString())
const lease = (who: string, minutes: number): NonNullable<HubClaim['assignedTo']> => ({
  userId: UserId.parse(who),
  name: `The ${who}`,
  until: after(minutes),
})
const take: OperationAction = { kind: 'take' }
const release: OperationAction = { kind: 'release' }
const handTo = (toUserId: string): OperationAction => ({
  kind: 'hand_over',
  toUserId: UserId.parse(toUserId),
  toName: 'As the sender wrote it',
  note: 'Please.',
})
const queued = (claimId: string, wish: ClaimWish = {}): HubClaim =>
  aHubClaim({ claimId, state: 'submitted', subState: 'queued', products: [claimId], ...wish })

type Who = Parameters<TestHub['post']>[0]

/** Links a person to the partner of these builders' claims. */
export const linkToPartner = (hub: TestHub, userId: string, mpnId = '4711'): Promise<unknown> =>
  hub.ports.db.insert(partnerLinks).values({ tenantId: HUB_TENANT, userId, mpnId, reason: 'shares' })

/** Who works on what, and for how long. */
export function describeLeases(hub: () => TestHub): void {
  const next = async (who: Who, requestId: string = randomUUID()) =>
    TakeNextResult.parse(await (await hub().post(who, '/v1.0/assignments/next', { requestId })).json())
  const renew = async (who: Who, ...claimIds: string[]) =>
    RenewResult.parse(await (await hub().post(who, '/v1.0/assignments/renew', { claimIds })).json())
  const kinds = async (claimId = 'C-1') => (await hub().record(claimId)).history.map(({ kind }) => kind)

  describe('taking a claim', () => {
    it('shows in the feed with the end of the lease, and leaves the revision alone', async () => {
      const claim = queued('C-1')
      await hub().put(claim)
      const { deltaLink } = await readRound(hub(), '/v1.0/claims/delta')
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, take))).toEqual({
        outcome: 'applied',
        revision: 3,
      })
      const items = (await readRound(hub(), deltaLink)).pages.flat()
      expect(items).toMatchObject([
        { state: 'submitted', subState: 'assigned', revision: 3, assignedTo: lease('reviewer', 30) },
      ])
      expect((await kinds()).at(-1)).toBe('taken')
    })

    it('is refused while somebody else’s lease runs, and goes through the moment it is over', async () => {
      const claim = queued('C-1', { assignedTo: lease('reviewer-2', 5) })
      await hub().put(claim)
      const early = await hub().operate('reviewer', 'C-1', anOperation(claim, take))
      expect(early).toMatchObject({ outcome: 'conflict', reason: 'reassigned' })
      hub().clock.now = NOW + 5 * MINUTE
      const late = await hub().operate('reviewer', 'C-1', anOperation(claim, take))
      expect(late).toMatchObject({ outcome: 'applied' })
    })
  })

  describe('a lease', () => {
    it('ends by itself: the claim is free again, in the feed and the history', async () => {
      const claim = queued('C-1')
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, take))
      const { deltaLink } = await readRound(hub(), '/v1.0/claims/delta')
      hub().clock.now = NOW + 30 * MINUTE - 1
      expect(await doDueClockActs(hub().ports)).toBe(0)
      hub().clock.now += 1
      expect(await doDueClockActs(hub().ports)).toBe(1)
      const items = (await readRound(hub(), deltaLink)).pages.flat()
      expect(items).toMatchObject([{ subState: 'queued', assignedTo: null, revision: 3 }])
      expect((await hub().record('C-1')).history.at(-1)).toMatchObject({
        kind: 'lease_ended',
        side: 'system',
      })
    })

    it('that ends under review leaves the claim under review, with nobody', async () => {
      await hub().put(aHubClaim({ assignedTo: lease('reviewer', 1) }))
      hub().clock.now = NOW + MINUTE
      await doDueClockActs(hub().ports)
      expect(await hub().record('C-1')).toMatchObject({
        state: 'under_review',
        subState: 'in_review',
        assignedTo: null,
      })
    })

    it('ends with the work, so that the clocks that follow still run', async () => {
      const claim = aHubClaim({ assignedTo: lease('reviewer', 5) })
      await hub().put(claim)
      const answer = await hub().post(
        'intake',
        '/v1.0/intake/claims/C-1/customer-answer',
        { note: 'We did not ask for this.' },
        { 'ms-requestid': randomUUID() },
      )
      expect(await answer.json()).toMatchObject({ outcome: 'done' })
      expect((await hub().record('C-1')).assignedTo).toEqual({ ...lease('reviewer', 0), until: null })
      hub().clock.now = NOW + 6 * MINUTE
      await doDueClockActs(hub().ports)
      expect(hub().logged.join()).not.toContain('refused')
    })

    it('is none of the partner’s business', async () => {
      const claim = queued('C-1')
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, take))
      await hub().operate('reviewer', 'C-1', anOperation(claim, handTo('reviewer-2')))
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, release))
      await hub().operate('reviewer', 'C-1', anOperation(claim, take))
      hub().clock.now = NOW + 31 * MINUTE
      await doDueClockActs(hub().ports)
      expect((await kinds()).slice(-5)).toEqual(['taken', 'handed_over', 'released', 'taken', 'lease_ended'])
      const own = await (await hub().get('intake', '/v1.0/intake/claims/C-1')).json()
      expect(own).toMatchObject({ history: [{ kind: 'submitted' }] })
      expect(own).not.toHaveProperty('assignedTo')
    })
  })

  describe('giving a claim up', () => {
    it('frees it; where its lease ran out meanwhile there is nothing left to do', async () => {
      const claim = queued('C-1', { subState: 'assigned', assignedTo: lease('reviewer', 5) })
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, release))
      expect(await hub().record('C-1')).toMatchObject({ subState: 'queued', assignedTo: null })
      const before = await hub().record('C-1')
      const again = await hub().operate('reviewer', 'C-1', anOperation(claim, release))
      expect([again, await hub().record('C-1')]).toEqual([{ outcome: 'applied', revision: 3 }, before])
    })

    it('to a named person is written with the name that the hub has', async () => {
      const claim = aHubClaim({ assignedTo: lease('reviewer', 5) })
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, handTo('reviewer-2')))
      const record = await hub().record('C-1')
      expect(record.assignedTo).toEqual(lease('reviewer-2', 24 * 60))
      expect(record.history.at(-1)).toMatchObject({
        kind: 'handed_over',
        detail: 'The reviewer-2: Please.',
      })
    })

    it('by a lead lasts until the person begins, whom no clock and nobody but a lead keeps from it', async () => {
      const claim = queued('C-1')
      await hub().put(claim)
      await hub().operate('team_lead', 'C-1', anOperation(claim, handTo('reviewer-2')))
      hub().clock.now = NOW + 3 * 24 * 60 * MINUTE
      await doDueClockActs(hub().ports)
      const given = await hub().record('C-1')
      expect(given).toMatchObject({
        subState: 'assigned',
        assignedTo: { userId: 'reviewer-2', until: UNTIL_BEGUN },
      })
      expect(await next('reviewer')).toEqual({ outcome: 'none' })
      expect(await renew('reviewer-2', 'C-1')).toMatchObject({
        renewed: [{ claimId: 'C-1', until: UNTIL_BEGUN }],
      })
      await hub().operate('reviewer-2', 'C-1', anOperation(given, take))
      expect((await hub().record('C-1')).assignedTo?.until).toBe(
        new Date(NOW + 3 * 24 * 60 * MINUTE + 30 * MINUTE).toISOString(),
      )
    })

    it.each([
      ['a stranger', 'nobody', 'not_allowed'],
      ['an auditor', 'auditor', 'not_allowed'],
      ['the service of the other sides', 'intake', 'not_allowed'],
      ['whoever has it', 'reviewer', 'not_allowed'],
    ])('to %s is refused', async (_, target, reason) => {
      const claim = aHubClaim({ assignedTo: lease('reviewer', 5) })
      await hub().put(claim)
      const result = await hub().operate('reviewer', 'C-1', anOperation(claim, handTo(target)))
      expect(result).toMatchObject({ outcome: 'conflict', reason })
      expect((await hub().record('C-1')).assignedTo).toEqual(lease('reviewer', 5))
    })

    it('to somebody linked to the partner is a conflict of interest', async () => {
      const claim = aHubClaim({ assignedTo: lease('reviewer', 5) })
      await hub().put(claim)
      await linkToPartner(hub(), 'reviewer-2')
      const result = await hub().operate('reviewer', 'C-1', anOperation(claim, handTo('reviewer-2')))
      expect(result).toMatchObject({ outcome: 'conflict', reason: 'conflict_of_interest' })
    })
  })

  describe('the next free claim', () => {
    it('is the one that is due first, of those that wait for a reviewer', async () => {
      const due = (claimId: string, hours: number, wish: ClaimWish = {}) => {
        const claim = queued(claimId, wish)
        return { ...claim, form: { ...claim.form, submittedAt: at(-hours) } }
      }
      await hub().put(
        due('late', 10),
        due('early', 40, { history: [] }),
        queued('held', { assignedTo: lease('reviewer-2', 5) }),
        aHubClaim({ claimId: 'review', products: ['m365.a'] }),
        aHubClaim({ claimId: 'asked', state: 'partner_action_required', subState: 'open' }),
        aHubClaim({ claimId: 'done', state: 'approved', subState: 'consent_open' }),
      )
      const given = [await next('reviewer'), await next('reviewer'), await next('reviewer')]
      expect(given).toEqual([
        { outcome: 'taken', claimId: 'early' },
        { outcome: 'taken', claimId: 'late' },
        { outcome: 'none' },
      ])
      expect(await hub().record('early')).toMatchObject({
        subState: 'assigned',
        assignedTo: lease('reviewer', 30),
      })
    })

    it('is also one that came back or is disputed, but not what the person rejected', async () => {
      const rejection = { at: at(-3), reasons: [], byUserId: UserId.parse('reviewer'), judged: [] }
      await hub().put(
        aHubClaim({ claimId: 'back', subState: 'resubmitted', products: ['a'] }),
        aHubClaim({
          claimId: 'disputed',
          subState: 'dispute_review',
          products: ['b'],
          matters: { rejection, disputes: 1 },
        }),
      )
      expect([await next('reviewer'), await next('reviewer')]).toEqual([
        { outcome: 'taken', claimId: 'back' },
        { outcome: 'none' },
      ])
      expect(await next('reviewer-2')).toEqual({ outcome: 'taken', claimId: 'disputed' })
    })

    it('is never one of a partner that the person is linked to', async () => {
      await hub().put(queued('C-1'))
      await linkToPartner(hub(), 'reviewer')
      expect(await next('reviewer')).toEqual({ outcome: 'none' })
      expect(await next('reviewer-2')).toEqual({ outcome: 'taken', claimId: 'C-1' })
    })

    it('is free again once a lease ran out, even before the hub has said so', async () => {
      await hub().put(queued('C-1', { assignedTo: lease('reviewer-2', 5) }))
      hub().clock.now = NOW + 5 * MINUTE
      expect(await next('reviewer')).toEqual({ outcome: 'taken', claimId: 'C-1' })
    })

    it('is the same for a request that is sent again, and nobody else’s request', async () => {
      await hub().put(queued('C-1'), queued('C-2'))
      const requestId = randomUUID()
      const given = await Promise.all([next('reviewer', requestId), next('reviewer', requestId)])
      expect(given[0]).toEqual(given[1])
      expect(await next('reviewer', requestId)).toEqual(given[0])
      const other = await hub().post('reviewer-2', '/v1.0/assignments/next', { requestId })
      expect(other.status).toBe(422)
      const held = (await Promise.all(['C-1', 'C-2'].map((id) => hub().record(id)))).filter(
        ({ assignedTo }) => assignedTo !== null,
      )
      expect(held).toHaveLength(1)
    })

    it('is not for who may not take one', async () => {
      await hub().put(queued('C-1'))
      for (const who of ['auditor', 'intake'] as const) {
        const answer = await hub().post(who, '/v1.0/assignments/next', { requestId: randomUUID() })
        expect({ who, status: answer.status }).toEqual({ who, status: 403 })
      }
      expect((await hub().post('reviewer', '/v1.0/assignments/next', {})).status).toBe(400)
    })

    it('is another one for each of twenty who ask at once', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `C-${index}`)
      await hub().put(...ids.map((claimId) => queued(claimId)))
      const given = await Promise.all(
        ids.map((_, index) => next(index % 2 === 0 ? 'reviewer' : 'reviewer-2')),
      )
      const taken = given.map((one) => (one.outcome === 'taken' ? (one.claimId as string) : 'none'))
      expect(taken.sort()).toEqual([...ids].sort())
    })
  })

  describe('renewing leases', () => {
    it('extends those with less than twenty minutes left, and says which are lost', async () => {
      await hub().put(
        aHubClaim({ claimId: 'short', products: ['a'], assignedTo: lease('reviewer', 19) }),
        aHubClaim({ claimId: 'long', products: ['b'], assignedTo: lease('reviewer', 20) }),
        aHubClaim({ claimId: 'over', products: ['c'], assignedTo: lease('reviewer', 0) }),
        aHubClaim({ claimId: 'theirs', products: ['d'], assignedTo: lease('reviewer-2', 19) }),
        aHubClaim({ claimId: 'free', products: ['e'] }),
      )
      const { deltaLink } = await readRound(hub(), '/v1.0/claims/delta')
      const answer = await renew('reviewer', 'short', 'long', 'over', 'theirs', 'free', 'unknown', 'short')
      expect(new Map(answer.renewed.map(({ claimId, until }) => [claimId as string, until]))).toEqual(
        new Map([
          ['short', after(30)],
          ['long', after(20)],
        ]),
      )
      expect(answer.lost).toEqual(['over', 'theirs', 'free', 'unknown'])
      const changed = (await readRound(hub(), deltaLink)).pages.flat()
      expect(changed.map(idOf)).toEqual(['short'])
      expect(changed).toMatchObject([{ revision: 3, assignedTo: lease('reviewer', 30) }])
      hub().clock.now = NOW + 20 * MINUTE
      await doDueClockActs(hub().ports)
      expect((await hub().record('short')).assignedTo).toEqual(lease('reviewer', 30))
    })

    it('is refused to who may not take claims, and in the hundreds', async () => {
      const ask = async (who: Who, claimIds: unknown) =>
        (await hub().post(who, '/v1.0/assignments/renew', { claimIds })).status
      expect(await ask('auditor', [])).toBe(403)
      expect(
        await ask(
          'reviewer',
          Array.from({ length: 201 }, (_, index) => `C-${index}`),
        ),
      ).toBe(400)
      expect(await ask('reviewer', [])).toBe(200)
    })
  })
}
