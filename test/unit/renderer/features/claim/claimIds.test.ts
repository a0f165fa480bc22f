import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../../resources/locales/en.json' with { type: 'json' }
import { ClaimId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  claimLink,
  claimSummary,
  subscriptionsOf,
} from '../../../../../src-renderer/features/claim/ids/claimIds.ts'
import type { Say } from '../../../../../src-renderer/format/useText.ts'
import { aDetail, aForm, AT } from '../../../../builders/renderer/aClaim.ts'

const intl = createIntl({ locale: 'en', messages: english })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const SALES = '0f6b5c1e-7a35-4f39-9f3b-2b8f1f0d9c11'
const FOUND = '51e0c1d2-90ab-4cde-8f01-23456789abcd'

const item = (id: string, name: string, subscriptionId: string | null) => ({
  id,
  productId: `d365.${id}`,
  name,
  subscriptionId,
})
const found = (itemId: string, subscriptionId: string | null) => ({
  itemId,
  subscriptionId,
  codes: [],
  productName: null,
  status: null,
  provisioning: null,
  channel: null,
  endsOn: null,
  siblings: null,
  checkedAt: AT,
  source: 'directory',
})
const { claim } = aDetail({
  form: { items: [item('i1', 'Sales', SALES), item('i2', 'Marketing', SALES), item('i3', 'Service', null)] },
  claim: { lookups: { subscriptions: [found('i3', FOUND)], partner: null, domains: [] } },
})

test('a subscription is told once with all its items, also where only the look-up knows it', () => {
  expect(subscriptionsOf(claim)).toEqual([
    { id: SALES, items: ['Sales', 'Marketing'] },
    { id: FOUND, items: ['Service'] },
  ])
  expect(subscriptionsOf(aDetail().claim)).toEqual([])
})

test('a link carries id and title, and a partner’s signs never become markup', () => {
  const form = { claimId: ClaimId.parse('42/1'), claimName: 'A <img src=x> & "B"' }
  expect(claimLink(form, 'http://127.0.0.1:4000/')).toEqual({
    text: '42/1 A <img src=x> & "B"\nhttp://127.0.0.1:4000/#/claims/42%2F1',
    html: '<a href="http://127.0.0.1:4000/#/claims/42%2F1">42/1 A &lt;img src=x&gt; &amp; &quot;B&quot;</a>',
  })
})

test('a link copied from the desktop program is one that the system opens, where the id can be in one', () => {
  const linked = (id: string) =>
    claimLink({ claimId: ClaimId.parse(id), claimName: 'A' }, 'app://proofdesk/').text.split('\n')[1]
  expect(linked('CPR-2211908')).toBe('cpor://claim/CPR-2211908')
  expect(linked('42/1')).toBe('app://proofdesk/#/claims/42%2F1')
})

test('the summary has what support asks for, and nothing of the proof', () => {
  expect(claimSummary(claim, say).split('\n')).toEqual([
    `Claim: ${aForm.claimId} Harrow Point Teams Phone`,
    'Programme: Online Services Usage, Microsoft 365',
    'Partner: Tidewater Cloud Partners LLC',
    'Location ID: 4471902',
    'Customer: Harrow Point Logistics, Inc.',
    `Tenant ID: ${aForm.customer.tenantId}`,
    'Claimed items: Sales, Marketing, Service',
    `Subscription: ${SALES} (Sales, Marketing)`,
    `Subscription: ${FOUND} (Service)`,
  ])
})
