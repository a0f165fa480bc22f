import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import { aSyncedStation, everythingMet, whyNot } from '../../../fakes/syncedStation.ts'

const at = (text: string) => Instant.parse(text)
const clock = (timer: ClaimRecord['clocks'][number]['timer'], dueAt: string) => ({
  timer,
  startedAt: at('2026-11-16T09:00:00Z'),
  dueAt: at(dueAt),
  halfAt: null,
  threeQuartersAt: null,
  nineTenthsAt: null,
  pausedShare: null,
})
const opened = async (wishes: ClaimWishes) => (await aSyncedStation([aClaimRecord(wishes)])).open()

describe('an open claim', () => {
  it('S-59 shows an approved claim with its consent clock, what the customer was told, and the profile that says so', async () => {
    const consent = {
      noticedAt: at('2026-11-18T09:00:00Z'),
      decision: 'none' as const,
      decidedAt: null,
      inWindow: null,
    }
    const shown = await opened({
      state: 'approved',
      subState: 'consent_open',
      clocks: [clock('consent', '2026-11-25T23:00:00Z')],
      matters: { consent },
    })
    expect(shown.claim).toMatchObject({
      state: 'approved',
      subState: 'consent_open',
      clocks: [{ timer: 'consent', dueAt: '2026-11-25T23:00:00.000Z' }],
      matters: { ...NO_MATTERS, consent },
    })
    expect(shown.policy?.consent).toEqual(SEED_2020.consent)
    expect([shown.proposal, whyNot(shown, 'approve')]).toEqual([null, ['not_in_this_state']])
  })

  it('says which products the catalogue does not have, each once', async () => {
    const plain = aClaimRecord()
    const items = ['m365.teams', 'made.up', 'made.up'].map((productId, n) => ({
      id: `i${n}`,
      productId,
      name: productId,
      subscriptionId: null,
    }))
    const records = [aClaimRecord({ also: { form: { ...plain.form, items } } })]
    const poe = everythingMet(records, (id) => id !== 'made.up')
    const { open } = await aSyncedStation(records, { poe })
    expect((await open()).unknownProducts).toEqual(['made.up'])
  })
})

describe('facts of the look-up', () => {
  const factsAt = (checkedAt: string): ClaimRecord['lookups'] =>
    ClaimRecord.shape.lookups.parse({
      subscriptions: [{ ...SUBSCRIPTION, checkedAt, source: 'directory' }],
      partner: { ...PARTNER, checkedAt, source: 'directory' },
      domains: [{ domain: 'northgate.example', tenantId: null, checkedAt, source: 'directory' }],
    })
  const staleOf = async (checkedAt: string, policy = { id: 'seed-2020', version: 1 }) =>
    (await opened({ also: { lookups: factsAt(checkedAt), policy } })).staleLookups

  it('are stale once they are older than the profile allows, to the millisecond', async () => {
    expect(await staleOf('2026-11-19T10:00:00.000Z')).toEqual({
      subscriptions: [],
      partner: false,
      domains: [],
    })
    expect(await staleOf('2026-11-19T09:59:59.999Z')).toEqual({
      subscriptions: ['i1'],
      partner: true,
      domains: ['northgate.example'],
    })
  })

  it('are not called stale where nothing says how old they may be', async () => {
    expect((await staleOf('2020-01-01T00:00:00Z', { id: 'nobody-knows', version: 1 })).partner).toBe(false)
  })
})

describe('what stands ready to be confirmed', () => {
  const asked = { askedAt: at('2026-11-18T09:00:00Z'), reason: 'WRONG_MPN' as const, commentId: 'c1' }
  const silent: ClaimWishes = { state: 'partner_action_required', subState: 'open' }

  it('S-50 is a rejection without an answer once the partner’s time is over, said by the hub or seen here', async () => {
    const proposal = {
      reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'],
      partnerRequestReason: null,
    }
    const late = await opened({ ...silent, clocks: [clock('partner_response', '2026-11-20T09:59:59Z')] })
    expect(late.proposal).toEqual(proposal)
    expect(whyNot(late, 'reject')).toEqual([])
    expect((await opened({ ...silent, subState: 'overdue', clocks: [] })).proposal).toEqual(proposal)
  })

  it('is nothing while the partner still has time', async () => {
    const early = await opened({ ...silent, clocks: [clock('partner_response', '2026-11-20T10:00:01Z')] })
    expect([early.proposal, whyNot(early, 'reject')]).toEqual([null, ['response_not_overdue']])
  })

  it.each([
    ['submitted', 'queued'],
    ['under_review', 'in_review'],
    ['partner_action_required', 'overdue'],
  ] as const)('S-42 is what the partner asked for, in %s', async (state, subState) => {
    const shown = await opened({ state, subState, matters: { partnerRequest: asked } })
    expect(shown.proposal).toEqual({ reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: 'WRONG_MPN' })
  })

  it('is nothing once the claim is decided', async () => {
    const shown = await opened({
      state: 'rejected',
      subState: 'final',
      matters: { partnerRequest: asked },
    })
    expect(shown.proposal).toBe(null)
  })
})

describe('another reading of the rules', () => {
  it('S-65 shows the consent window of the claim’s own profile', async () => {
    const shown = await opened({ also: { policy: { id: 'docs-2023', version: 1 } } })
    expect(shown.policy?.consent).toEqual(DOCS_2023.consent)
  })
})

const SUBSCRIPTION = {
  itemId: 'i1',
  subscriptionId: null,
  codes: [],
  productName: null,
  status: null,
  provisioning: null,
  channel: null,
  endsOn: null,
  siblings: null,
}
const PARTNER = {
  mpnId: '4471902',
  isKnown: true,
  isOrganisation: false,
  companyName: null,
  enrollments: [],
  partnerType: null,
}
