import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { FamilyMember } from '../../../../src-preload/contract/related.ts'
import { aDetail, aForm, someMatters } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus, type Loose, MINE } from './queueScenes.ts'

const DAYS = -24 * 60
const SUBSCRIPTION = '0f6b5c1e-7a35-4f39-9f3b-2b8f1f0d9c11'
const FIELD_SERVICE = '51e0c1d2-90ab-4cde-8f01-23456789abcd'

const aMember = (claimId: string, over: Loose) =>
  FamilyMember.parse({
    claimId,
    claimName: 'Harrow Point Dynamics, fase 2',
    kinship: 'other_partner',
    partnerName: 'Nuvola Alpina S.r.l.',
    mpnId: '5100023',
    program: 'OSU_BIZAPPS',
    items: ['Dynamics 365 Sales'],
    shared: [],
    state: 'under_review',
    subState: 'in_review',
    submittedAt: after(12 * DAYS),
    stateChangedAt: after(3 * DAYS),
    ...over,
  })

const FAMILY = [
  aMember('42660981', {
    kinship: 'replaced',
    claimName: 'Harrow Point Dynamics 365',
    partnerName: 'Tidewater Cloud Partners LLC',
    mpnId: aForm.mpnId,
    state: 'rejected',
    subState: 'dispute_window_closed',
  }),
  aMember('42781110', { kinship: 'competing', shared: ['Dynamics 365 Sales'] }),
  aMember('42551377', {
    kinship: 'same_partner',
    claimName: 'Harrow Point Teams Phone',
    partnerName: 'Tidewater Cloud Partners LLC',
    items: ['Teams Phone'],
    state: 'approved',
    subState: 'sent_for_incentive_assessment',
  }),
]

const anEdit = (at: number, changes: readonly Loose[]) => ({
  entryId: `h${at}`,
  at: after(at),
  side: 'partner',
  kind: 'edited',
  actorName: 'Marcus Ellery',
  fromState: null,
  toState: null,
  changes,
  detail: null,
})
const HISTORY = [
  anEdit(-300, [
    { field: 'mpnId', before: '4471900', after: aForm.mpnId },
    {
      field: 'items',
      before: 'Dynamics 365 Sales; Dynamics 365 Marketing',
      after: 'Dynamics 365 Sales; Dynamics 365 Field Service',
    },
  ]),
  anEdit(-400, [{ field: 'claimName', before: 'Harrow Point', after: 'Harrow Point Dynamics 365' }]),
]

const FORM = {
  program: 'OSU_BIZAPPS',
  solutionArea: 'BUSINESS_APPLICATIONS',
  items: [
    { id: 'i1', productId: 'd365.sales', name: 'Dynamics 365 Sales', subscriptionId: SUBSCRIPTION },
    {
      id: 'i2',
      productId: 'd365.field.service',
      name: 'Dynamics 365 Field Service',
      subscriptionId: FIELD_SERVICE,
    },
  ],
  technicalContact: {
    name: 'Ines Abrantes',
    title: 'Dynamics architect',
    email: 'i.abrantes@harrowpoint.example',
  },
}

const subscription = (itemId: string, subscriptionId: string, checkedAt: string) => ({
  itemId,
  subscriptionId,
  codes: [],
  productName: null,
  status: itemId === 'i1' ? 'active' : 'in_grace',
  provisioning: 'success',
  channel: 'VOLUME_LICENSING',
  endsOn: '2027-06-30',
  siblings: 2,
  checkedAt,
  source: 'directory',
})
const LOOKUPS = {
  subscriptions: [
    subscription('i1', SUBSCRIPTION, after(-90)),
    subscription('i2', FIELD_SERVICE, after(-31 * 60)),
  ],
  partner: null,
  domains: [],
}

const TOUCHED = [
  { field: 'mpnId', criteria: [], checks: ['subscription', 'exclusivity'] },
  {
    field: 'items',
    criteria: ['products', 'serviceDescription'],
    checks: ['contacts', 'subscription', 'exclusivity'],
  },
  { field: 'claimName', criteria: [], checks: [] },
]

const aClaim = (claim: Loose, form: Loose = {}): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'claims.family': () => ({ members: FAMILY, total: FAMILY.length }),
  'claims.open': () =>
    aDetail({
      claim: { ...MINE, lookups: LOOKUPS, history: HISTORY, ...claim },
      form: { ...FORM, ...form },
      over: {
        touched: TOUCHED,
        staleLookups: { subscriptions: ['i2'], partner: false, domains: [] },
      },
    }),
})

/** A claim on Dynamics with relatives, edits and subscriptions; the same once it is approved. */
export const wholeClaim = (): Partial<Handlers> => aClaim({ competingClaims: 1 })
/** The same, whose relatives are told once the spec dispatches `answer` at the window. */
export function lateFamily(): Partial<Handlers> {
  const mayAnswer = new Promise((resolve) => addEventListener('answer', resolve, { once: true }))
  return {
    ...wholeClaim(),
    'claims.family': async () => {
      await mayAnswer
      return { members: FAMILY, total: FAMILY.length }
    },
  }
}
export const approvedClaim = (): Partial<Handlers> =>
  aClaim({
    state: 'approved',
    subState: 'sent_for_incentive_assessment',
    clocks: [],
    matters: someMatters(),
  })
