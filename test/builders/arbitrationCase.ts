import type { CaseDetail } from '../../src-preload/contract/arbitration.ts'
import { ArbitrationCase, type CaseParty } from '../../src-preload/contract/vocabulary/arbitrationShape.ts'

/** Everything a test may want to say about a party; the rest is a challenger of the day before yesterday. */
export type PartyWishes = Partial<Record<keyof CaseParty, unknown>> & { readonly claimId: string }

export function aParty(wishes: PartyWishes) {
  return {
    mpnId: '4471902',
    partnerName: 'Fernhill Consulting Ltd',
    role: 'challenger',
    items: ['i1'],
    since: '2026-11-18T09:00:00.000Z',
    toldAt: null,
    firstReviewedAt: null,
    outreach: [],
    left: null,
    ...wishes,
  }
}

/** Something that a lead asked of a party on Thursday, due on the Thursday after. */
export const anAsk = (over: Record<string, unknown> = {}) => ({
  entryId: '5b0d1c5e-53a7-4a35-8c0b-0d6f5c1d6a01',
  kind: 'ask',
  asks: ['newest_poe', 'engagement_dates'],
  at: '2026-11-19T09:00:00.000Z',
  byUserId: 'u-lead',
  byName: 'Paul Brandt',
  commentId: 'c1',
  dueAt: '2026-11-26T23:00:00.000Z',
  answeredAt: null,
  answer: null,
  ...over,
})

/** Two claims on Microsoft Teams at the customer of `aClaimRecord`, unless told otherwise. */
export function aCase(over: Record<string, unknown> = {}): ArbitrationCase {
  return ArbitrationCase.parse({
    caseId: '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01',
    tenantId: '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3',
    customerName: 'Northgate Assurance plc',
    contested: {
      key: 'workload m365.teams',
      unit: 'workload',
      program: 'OSU_M365',
      productId: 'm365.teams',
      name: 'Microsoft Teams',
      subscriptionId: null,
      isProvisional: false,
    },
    state: 'open',
    stateChangedAt: '2026-11-18T09:00:00.000Z',
    openedAt: '2026-11-18T09:00:00.000Z',
    wokenAt: null,
    revision: 1,
    policy: { id: 'seed-2020', version: 1 },
    calendar: { id: 'review-team', version: 1 },
    clocks: [arbitrationClock('2026-12-02T23:00:00.000Z')],
    parties: [
      aParty({ claimId: '208417' }),
      aParty({ claimId: '208500', role: 'incumbent', mpnId: '5500111', partnerName: 'Rival Ltd' }),
    ],
    lead: null,
    votes: [],
    resolver: null,
    outcome: null,
    dissolved: null,
    orderSeed: 7,
    isWhole: true,
    ...over,
  })
}

/** Of a case on which nobody has voted. */
export const NO_VOTING: CaseDetail['voting'] = { phase: 'unasked', mayVote: true, votes: [], resolvers: [] }

export const arbitrationClock = (dueAt: string) => ({
  timer: 'arbitration',
  startedAt: '2026-11-18T09:00:00.000Z',
  dueAt,
  halfAt: dueAt,
  threeQuartersAt: dueAt,
  nineTenthsAt: dueAt,
  pausedShare: null,
})
