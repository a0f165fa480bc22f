import type { LookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import { aHubClaim, at } from '../../builders/hub/hubClaim.ts'
import { aLookupBook } from '../../builders/hub/lookupBook.ts'
import { CUSTOMER_TENANT, statedClaim } from '../../builders/hub/partnerSide.ts'

/** What is contested, and what nobody else asks for. */
export const PRODUCTS = ['m365.teams', 'm365.intune', 'm365.exchange'] as const
const OWN = ['m365.onedrive', 'm365.apps', 'm365.engage', 'm365.purview.ip', 'm365.mdo'] as const

/** Who claims: names of several words and numbers of five digits, so that naming them can be told from everything else. */
const COMPANIES = [
  'Zephyr Cloudhoist',
  'Borealis Windmill',
  'Quintal Lighthouse',
  'Ottavia Drawbridge',
  'Harrier Millstone',
  'Meridian Tidewater',
  'Sollers Cornerstone',
  'Tamarisk Gatehouse',
] as const

export const mpnOf = (partner: number): string => String(47_110 + partner)
export const PARTNERS = COMPANIES.length
/** The first five begin; the others may come later. */
export const NEWCOMERS = 5

/** What a claim begins as; products by their places. */
export interface PartyWish {
  readonly products: readonly number[]
  readonly hasOwn: boolean
  readonly begins: 'submitted' | 'under_review' | 'approved'
  readonly policy: 'seed-2020' | 'docs-2023'
}

export const claimIdOf = (partner: number): string => `CLAIM-${10_001 + partner}`

const contactOf = (partner: number) => {
  const [first = '', second = ''] = (COMPANIES[partner] ?? '').split(' ')
  return {
    name: `Pat ${second}son`,
    email: `pat@${first.toLowerCase()}.example`,
  }
}

function productsOf({ products, hasOwn }: PartyWish, partner: number): string[] {
  const named = PRODUCTS.filter((_, place) => products.includes(place))
  const own = hasOwn ? [OWN[partner] ?? OWN[0]] : []
  return named.length + own.length === 0 ? [PRODUCTS[0]] : [...named, ...own]
}

/** The claims of a history as they are before it. Of several that would hold one thing only the first does. */
export function claimsOf(wishes: readonly PartyWish[]): HubClaim[] {
  const held = new Set<string>()
  return wishes.map((wish, partner) => {
    const products = productsOf(wish, partner)
    const holds = wish.begins === 'approved' && !products.some((product) => held.has(product))
    if (holds) for (const product of products) held.add(product)
    const state = wish.begins === 'submitted' ? 'submitted' : holds ? 'approved' : 'under_review'
    const subState = { submitted: 'queued', approved: 'consent_closed', under_review: 'in_review' } as const
    const claim = aHubClaim({
      claimId: claimIdOf(partner),
      tenantId: CUSTOMER_TENANT,
      mpnId: mpnOf(partner),
      products,
      state,
      subState: subState[state],
      ...(holds ? { matters: { firstReviewedAt: at(-1) } } : {}),
    })
    const form = {
      ...claim.form,
      partnerCompanyName: COMPANIES[partner] ?? '',
      partnerContact: { ...claim.form.partnerContact, ...contactOf(partner) },
    }
    return { ...claim, form, policy: { id: wish.policy, version: 1 } }
  })
}

/** What a partner states that comes later. */
export const newcomersClaim = (partner: number, products: readonly string[]): Record<string, unknown> =>
  statedClaim({
    mpnId: mpnOf(partner),
    partnerCompanyName: COMPANIES[partner],
    partnerContact: contactOf(partner),
    items: products.map((productId) => ({ productId })),
  })

/** Everybody of the cast is known to the look-up. */
export const castBook = (): LookupBook =>
  aLookupBook({
    partners: COMPANIES.map((companyName, partner) => ({
      mpnId: mpnOf(partner),
      companyName,
      isOrganisation: false,
      enrollments: [{ program: 'OSU_M365', enrolled: true }],
      partnerType: null,
    })),
  })
