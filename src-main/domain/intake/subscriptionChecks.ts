import type { ClaimForm, ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type {
  ProvisioningState,
  SubscriptionCode,
  SubscriptionStatus,
} from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import type { SubscriptionFact } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { PurchaseChannel } from '../../../src-preload/contract/vocabulary/words.ts'
import { areaOfProduct } from './itemRules.ts'

/** A subscription as a look-up gives it. */
export interface FoundSubscription {
  /** Lower case, as every id here. */
  readonly subscriptionId: string
  readonly tenantId: string
  /** Catalogue id; null = of a product that nobody claims. */
  readonly productId: string | null
  readonly productName: string
  readonly status: SubscriptionStatus
  readonly provisioning: ProvisioningState
  /** Null = the look-up does not say. */
  readonly channel: PurchaseChannel | null
  /** ISO day; null = without end, or not said. */
  readonly endsOn: string | null
  /** PartnerID of the location that it is associated with; null = of nobody. */
  readonly heldBy: string | null
}

/** What was looked up for one item. */
export interface SubscriptionSearch {
  /** The customer's subscriptions that carry the item's product. */
  readonly ofProduct: readonly FoundSubscription[]
  /** The one whose id the item gives, whosever it is; null = there is none, or the item gives no id. */
  readonly named: FoundSubscription | null
}

export type CheckedSubscription = Omit<SubscriptionFact, 'checkedAt' | 'source'>

/** Running, or past its term and still tolerated: both count when the claim is made (S-103, S-124). */
const CLAIMABLE: readonly SubscriptionStatus[] = ['active', 'in_grace']

type Claimed = Pick<ClaimForm, 'mpnId' | 'customer'>

/** What the look-up says of an item's subscription and what is wrong with it (domain.md section 1.5, S-102 to S-109). */
export function checkSubscription(
  item: ClaimItem,
  form: Claimed,
  search: SubscriptionSearch,
): CheckedSubscription {
  const { ofProduct, named } = search
  const found = item.subscriptionId === null ? onlyOne(ofProduct) : named
  return {
    itemId: item.id,
    subscriptionId: item.subscriptionId ?? found?.subscriptionId ?? null,
    codes:
      item.subscriptionId === null ? codesUnnamed(found, form, ofProduct) : codesNamed(found, form, search),
    productName: found?.productName ?? null,
    status: found?.status ?? null,
    provisioning: found?.provisioning ?? null,
    channel: found?.channel ?? null,
    endsOn: found?.endsOn ?? null,
    siblings: ofProduct.length,
  }
}

/** Without an id: the one that can be claimed, or the only one there is (domain.md section 4.1). Null = none, or several. */
function onlyOne(ofProduct: readonly FoundSubscription[]): FoundSubscription | null {
  const claimable = ofProduct.filter(({ status }) => CLAIMABLE.includes(status))
  const among = claimable.length > 0 ? claimable : ofProduct
  return among.length === 1 ? (among[0] ?? null) : null
}

function codesUnnamed(
  found: FoundSubscription | null,
  form: Claimed,
  ofProduct: readonly FoundSubscription[],
): SubscriptionCode[] {
  if (ofProduct.length === 0) return ['SUB_PRODUCT_NOT_IN_TENANT']
  return found === null ? ['SUB_REQUIRED'] : codesOfState(found, form)
}

function codesNamed(
  found: FoundSubscription | null,
  form: Claimed,
  { ofProduct }: SubscriptionSearch,
): SubscriptionCode[] {
  // A tenant, order or offer has an id of the same form; no look-up knows it as a subscription.
  if (found === null) return ['SUB_NOT_AN_ID']
  if (found.tenantId !== form.customer.tenantId) return ['SUB_NOT_IN_TENANT']
  if (areaOfProduct(found.productId ?? '') !== 'BUSINESS_APPLICATIONS') return ['SUB_NOT_DYNAMICS']
  const carries = ofProduct.some(({ subscriptionId }) => subscriptionId === found.subscriptionId)
  return [...(carries ? [] : (['SUB_PRODUCT_NOT_IN_TENANT'] as const)), ...codesOfState(found, form)]
}

/** S-103, S-106 to S-108. Not provisioned comes before not active: the first passes by itself. */
function codesOfState(found: FoundSubscription, { mpnId }: Claimed): SubscriptionCode[] {
  const codes: SubscriptionCode[] = []
  const isPending = found.provisioning !== 'success' || found.status === 'pending'
  if (found.channel === 'CSP') codes.push('SUB_IS_CSP')
  if (isPending) codes.push('SUB_NOT_PROVISIONED')
  else if (!CLAIMABLE.includes(found.status)) codes.push('SUB_NOT_ACTIVE')
  // Its own association is no obstacle: a partner makes it anew (S-83); twice at once is for `conflictNotes` to see.
  if (found.heldBy !== null && found.heldBy !== mpnId) codes.push('SUB_ALREADY_CLAIMED')
  return codes
}
