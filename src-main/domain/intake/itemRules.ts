import type {
  IntakeNote,
  StatedClaim,
  StatedItem,
} from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimWords, KnownArea } from './fieldWords.ts'
import { intakeNote } from './notes.ts'

/** Names of the products that can be claimed, by catalogue id. */
export type ProductNames = ReadonlyMap<string, string>

export interface ItemRules {
  readonly policy: Pick<PolicyProfile, 'catalogueFlags' | 'subscription'>
  readonly products: ProductNames
}

/** The families of the catalogue (domain.md section 5). */
const FAMILIES: readonly (readonly [string, KnownArea])[] = [
  ['m365.', 'MICROSOFT_365'],
  ['ba.', 'BUSINESS_APPLICATIONS'],
  ['pp.', 'BUSINESS_APPLICATIONS'],
]

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A GUID in canonical form, lower case. */
export function isGuid(text: string): boolean {
  return GUID.test(text)
}

/** The solution area of a catalogue id by its family; null = of no family that is known. */
export function areaOfProduct(productId: string): KnownArea | null {
  return FAMILIES.find(([prefix]) => productId.startsWith(prefix))?.[1] ?? null
}

/** S-77, S-94: at least one item, each legal for the area, none twice; and what is to be known of single products. */
export function itemNotes(claim: StatedClaim, words: ClaimWords, rules: ItemRules): IntakeNote[] {
  if (claim.items.length === 0) return [intakeNote('refuse', 'item_missing', { field: 'items' })]
  const seen = new Map<string, number>()
  return claim.items.flatMap((item, index) => {
    const key = `${item.productId} ${item.subscriptionId}`
    const earlier = seen.get(key)
    seen.set(key, earlier ?? index)
    const place = { field: `items[${index}]`, item: item.id }
    const product = item.name ?? item.productId ?? ''
    const twice = earlier !== undefined && item.productId !== null
    return [
      ...(twice ? [intakeNote('refuse', 'item_twice', place, { product })] : []),
      ...productNotes(item, index, words, rules),
      ...subscriptionNotes(item, index, claim, words, rules),
    ]
  })
}

function productNotes(item: StatedItem, index: number, words: ClaimWords, rules: ItemRules): IntakeNote[] {
  const { productId } = item
  const field = `items[${index}].productId`
  const place = { field, item: item.id }
  if (productId === null) return [intakeNote('refuse', 'field_missing', place, { field })]
  if (productId.length > 64 || (item.name ?? '').length > 255)
    return [intakeNote('refuse', 'field_malformed', place, { field })]
  const product = item.name ?? rules.products.get(productId) ?? productId
  const area = areaOfProduct(productId)
  if (area !== null && words.area !== null && area !== words.area)
    return [intakeNote('refuse', 'item_not_for_area', place, { product, area: words.area })]
  const notes: IntakeNote[] = []
  if (!rules.products.has(productId))
    notes.push(intakeNote('warn', 'item_unknown', place, { product, productId }))
  // Power Platform usage counts under another kind of association (domain.md section 5.2).
  if (productId.startsWith('pp.') && words.activities.includes('USAGE'))
    notes.push(intakeNote('warn', 'power_platform_usage', place, { product }))
  if (rules.policy.catalogueFlags[productId] === 'check_program_guide')
    notes.push(intakeNote('info', 'check_program_guide', place, { product }))
  return notes
}

/** What can be said of a subscription without looking it up (S-96, S-109, C-13). */
function subscriptionNotes(
  item: StatedItem,
  index: number,
  { customer }: StatedClaim,
  { area }: ClaimWords,
  { policy, products }: ItemRules,
): IntakeNote[] {
  const place = { field: `items[${index}].subscriptionId`, item: item.id }
  const { subscriptionId, productId } = item
  const product = item.name ?? products.get(productId ?? '') ?? productId ?? ''
  if (subscriptionId === null) {
    const isAsked = area === 'BUSINESS_APPLICATIONS' && policy.subscription.required === 'always'
    return isAsked ? [intakeNote('refuse', 'SUB_REQUIRED', place, { product })] : []
  }
  return isGuid(subscriptionId) && subscriptionId !== customer.tenantId
    ? []
    : [intakeNote('refuse', 'SUB_NOT_AN_ID', place, { product, subscriptionId })]
}
