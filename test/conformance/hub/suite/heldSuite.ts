import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { letGoOfHeld } from '../../../../src-main/hub/claims/letGoOfHeld.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { editClaim } from '../../../../src-main/hub/intake/editClaim.ts'
import { lookAtDueCases } from '../../../../src-main/hub/jobs/caseLooks.ts'
import { demoLookup } from '../../../../src-main/hub/lookup/demoLookup.ts'
import { arbitrationCases } from '../../../../src-main/hub/store/schema.ts'
import { TenantId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { aHubClaim, askParty, at, type ClaimWish, hold, startReview } from '../../../builders/hub/hubClaim.ts'
import { aLookupBook } from '../../../builders/hub/lookupBook.ts'
import { CUSTOMER_TENANT, partnerSide } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { caseDesk } from './caseDesk.ts'

const holds = { state: 'approved', subState: 'consent_closed' } as const
const SUBSCRIPTION = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
const OF_SALES = {
  subscriptionId: SUBSCRIPTION,
  tenantId: TenantId.parse(CUSTOMER_TENANT),
  productId: 'ba.sales',
  productName: 'Dynamics 365 Sales',
  status: 'active',
  provisioning: 'success',
  channel: 'VOLUME_LICENSING',
  endsInDays: 200,
  heldBy: null,
} as const

/** What waits for an arbitration waits for a case, and no longer than that lives. */
export function describeHeld(hub: () => TestHub): void {
  const { operate, statusOf, claimOf, caseOn } = caseDesk(hub)
  const side = () => partnerSide(hub())
  /** A claim for Dynamics of which no subscription is known yet; with a day, its own ends on that. */
  function dynamics(claimId: string, mpnId: string, more: ClaimWish & { endsOn?: string } = {}): HubClaim {
    const claim = aHubClaim({ claimId, mpnId, products: ['ba.sales'], ...more })
    const form = { ...claim.form, solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSU_BIZAPPS' } as const
    const found = { itemId: 'i1', subscriptionId: SUBSCRIPTION, codes: [], productName: null, siblings: 1 }
    const state = { status: 'active', provisioning: 'success', channel: null, endsOn: more.endsOn }
    const asked = { checkedAt: at(-1), source: 'test' }
    const subscriptions = more.endsOn === undefined ? [] : [{ ...found, ...state, ...asked }]
    return { ...claim, form, lookups: Lookups.parse({ subscriptions, partner: null, domains: [] }) }
  }
  const isFree = async (claimId: string, status = 'under_review in_review') => {
    const after = await hub().record(claimId)
    expect([await statusOf(claimId), after.matters.heldSince]).toEqual([status, null])
    expect(after.history.map(({ kind }) => kind)).toContain('arbitration_ended')
  }

  describe('a claim that is held for arbitration', () => {
    it('is one of a case: where nothing is contested there is nothing to hold it for', async () => {
      await hub().put(claimOf('C-1', '4711'), claimOf('C-2', '4711'))
      expect(await operate('C-1', hold())).toMatchObject({ outcome: 'conflict', reason: 'case_moved_on' })
      expect(await statusOf('C-1')).toBe('under_review in_review')
      expect((await hub().record('C-1')).comments).toEqual([])
    })

    it('is not held for a case that was dissolved meanwhile', async () => {
      await hub().put(claimOf('C-1', '4711'), claimOf('C-2', '4712'))
      await side().act('/C-2/customer-answer', {})
      expect(await caseOn('workload m365.teams')).toMatchObject({ state: 'dissolved' })
      expect(await operate('C-1', hold())).toMatchObject({ outcome: 'conflict', reason: 'case_moved_on' })
    })

    it('comes back when its rival turns out to mean another subscription', async () => {
      const tenantId = CUSTOMER_TENANT
      const rival = dynamics('C-2', '4712', { tenantId, state: 'submitted', subState: 'queued' })
      await hub().put(dynamics('C-1', '4711', { tenantId }), rival)
      expect(await caseOn('OSU_BIZAPPS product ba.sales')).toMatchObject({
        contested: { isProvisional: true },
      })
      expect(await operate('C-1', hold())).toMatchObject({ outcome: 'applied' })
      // Now that it is known to the look-up, an edit finds the one subscription of the product.
      const { ports } = hub()
      const book = aLookupBook({ subscriptions: [OF_SALES] })
      const call = { claimId: rival.form.claimId, requestId: randomUUID(), payload: {} } as const
      const edited = await editClaim(
        { ...ports, lookup: demoLookup(book, ports.now) },
        {
          claimRevision: (await hub().record('C-2')).revision,
          changes: { partnerContact: { name: 'P', title: null, email: 'p@partner.example' } },
        },
        { ...call, callerId: UserId.parse('intake') },
      )
      expect(edited).toMatchObject({ outcome: 'done' })
      await isFree('C-1')
    })

    it('comes back when the subscription of who holds the thing has ended', async () => {
      const end = '2026-11-20'
      await hub().put(
        dynamics('C-1', '4711', { endsOn: '2027-01-31' }),
        dynamics('C-2', '4712', { ...holds, endsOn: end }),
      )
      await operate('C-1', hold())
      hub().clock.now = Date.parse(`${end}T00:00:00.000Z`) + 86_400_000
      await lookAtDueCases(hub().ports)
      await isFree('C-1')
    })

    it('comes back when its own partner drops what is contested, and the others go on', async () => {
      const both = ['m365.teams', 'm365.intune']
      await hub().put(
        claimOf('C-1', '4711', { tenantId: CUSTOMER_TENANT, products: both }),
        claimOf('C-2', '4712', { tenantId: CUSTOMER_TENANT }),
        claimOf('C-3', '4713', { tenantId: CUSTOMER_TENANT, ...holds }),
      )
      await operate('C-1', hold())
      const one = await caseOn('workload m365.teams')
      await operate('C-1', askParty(one?.caseId ?? ''), 'team_lead')
      const changes = { items: [{ productId: 'm365.intune' }] }
      expect(await side().now('C-1', 'edit', { changes })).toMatchObject({ outcome: 'done' })
      await isFree('C-1', 'partner_action_required open')
      expect((await caseOn('workload m365.teams'))?.state).toBe('open')
    })

    it('comes back also while it waits to be picked up again', async () => {
      const policy = { id: 'docs-2023', version: 1 }
      await hub().put({ ...claimOf('C-1', '4711'), policy }, claimOf('C-2', '4712'))
      await operate('C-1', hold())
      const one = await caseOn('workload m365.teams')
      await operate('C-1', askParty(one?.caseId ?? ''), 'team_lead')
      await side().addDocument('C-1', 'newest')
      expect(await side().now('C-1', 'resubmit')).toMatchObject({ outcome: 'done' })
      expect(await statusOf('C-1')).toBe('submitted queued')
      await side().act('/C-2/customer-answer', {})
      await isFree('C-1', 'submitted queued')
      await operate('C-1', startReview)
      expect(await statusOf('C-1')).toBe('under_review in_review')
    })

    it('of an older hub that held it for nothing comes back when a newer one starts, once', async () => {
      await hub().put(claimOf('C-1', '4711'), claimOf('C-2', '4712'), claimOf('C-3', '4713'))
      await operate('C-1', hold())
      await operate('C-2', hold())
      const { db, rules, now } = hub().ports
      expect(await letGoOfHeld({ db, rules, now })).toBe(0)
      await hub().owner.delete(arbitrationCases)
      expect(await letGoOfHeld({ db, rules, now })).toBe(2)
      await isFree('C-1')
      await isFree('C-2')
      expect(await letGoOfHeld({ db, rules, now })).toBe(0)
    })
  })
}
