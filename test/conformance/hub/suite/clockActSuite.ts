import { describe, expect, it } from 'vitest'
import { doDueClockActs, nextClockActAt } from '../../../../src-main/hub/jobs/clockActs.ts'
import { aHubClaim, anEntry, anOperation, approve, at } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const DAY = 86_400_000

/** What happens by itself. */
export function describeClockActs(hub: () => TestHub): void {
  describe('what clocks bring about', () => {
    const run = () => doDueClockActs(hub().ports)
    const kinds = async (claimId = 'C-1') => (await hub().record(claimId)).history.map(({ kind }) => kind)
    const asking = (claimId = 'C-1') =>
      aHubClaim({ claimId, state: 'partner_action_required', subState: 'open', products: [claimId] })

    it('happens when it is due, once, and not before', async () => {
      await hub().put(asking())
      expect(await run()).toBe(0)
      const dueAt = (await nextClockActAt(hub().ports.db)) ?? 0
      hub().clock.now = dueAt - 1
      expect(await run()).toBe(0)
      hub().clock.now = dueAt
      expect(await run()).toBe(1)
      expect(await run()).toBe(0)
      expect(await nextClockActAt(hub().ports.db)).toBeNull()
    })

    it('S-50: proposes a rejection for want of an answer, for a reviewer to confirm', async () => {
      await hub().put(asking())
      hub().clock.now += 30 * DAY
      await run()
      const after = await hub().record('C-1')
      expect(after).toMatchObject({ state: 'partner_action_required', subState: 'overdue', revision: 4 })
      expect(after.history.at(-1)).toMatchObject({
        kind: 'rejection_proposed',
        side: 'system',
        actorName: 'Proofdesk',
        reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'],
      })
    })

    it('S-22, S-59: closes the consent that nobody denied and hands the claim to incentive assessment', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, approve(claim)))
      hub().clock.now = Date.parse(at(24 * 9))
      expect(await run()).toBe(2)
      expect(await hub().record('C-1')).toMatchObject({
        state: 'approved',
        subState: 'sent_for_incentive_assessment',
        clocks: [],
      })
      expect((await kinds()).slice(-2)).toEqual(['consent_closed', 'sent_for_incentive_assessment'])
    })

    it('S-38: closes the window for a dispute', async () => {
      await hub().put(aHubClaim({ state: 'rejected', subState: 'disputable' }))
      hub().clock.now += 40 * DAY
      expect(await run()).toBe(1)
      expect(await hub().record('C-1')).toMatchObject({
        state: 'rejected',
        subState: 'dispute_window_closed',
      })
    })

    it('comes through the feed like every other change', async () => {
      const history = [anEntry({ kind: 'information_requested', at: at(-24 * 20) })]
      await hub().put({ ...asking(), history })
      const before = await hub().get('reviewer', '/v1.0/claims/delta')
      const { '@odata.deltaLink': link } = (await before.json()) as { '@odata.deltaLink': string } // our own feed
      await run()
      const page = await (await hub().get('reviewer', link)).json()
      expect(page).toMatchObject({ value: [{ form: { claimId: 'C-1' }, subState: 'overdue' }] })
    })

    it('is done once by two hubs on one database, whoever comes first', async () => {
      const claims = Array.from({ length: 12 }, (_, n) => asking(`C-${n + 1}`))
      await hub().put(...claims)
      hub().clock.now += 30 * DAY
      const done = await Promise.all([run(), run(), run()])
      expect(done.reduce((sum, acts) => sum + acts, 0)).toBe(claims.length)
      for (const { form } of claims) {
        const told = await kinds(form.claimId)
        expect(told.filter((kind) => kind === 'rejection_proposed')).toHaveLength(1)
      }
    })
  })
}
