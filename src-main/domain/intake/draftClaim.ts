import type { StatedClaim, StatedItem } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { fullDomain } from './domainNames.ts'
import { wordsOf } from './fieldWords.ts'
import type { ProductNames } from './itemRules.ts'
import { programOf } from './matrix.ts'
import { tidyClaim } from './tidyClaim.ts'

interface DraftRules {
  readonly policy: Pick<PolicyProfile, 'form'>
  readonly products: ProductNames
}

/**
 * A stated claim that no rule refuses, with the field's own words: programme derived, bare domains completed, items named and
 * numbered. Unbranded and unchecked: the edge parses it as a `ClaimForm`.
 * @param earlier the claim's items until now, empty for a new claim: their ids are taken.
 */
export function draftFrom(stated: StatedClaim, rules: DraftRules, earlier: readonly StatedItem[] = []) {
  const claim = tidyClaim(stated)
  const { area, activities, program, channel } = wordsOf(claim)
  return {
    ...claim,
    program: program ?? programOf(area ?? '', activities, rules.policy),
    solutionArea: area,
    activities,
    purchaseChannel: channel,
    partnerDomains: completed(claim.partnerDomains),
    customer: { ...claim.customer, domains: completed(claim.customer.domains) },
    items: numbered(claim.items, earlier).map((item) => ({
      ...item,
      name: item.name ?? rules.products.get(item.productId ?? '') ?? item.productId,
    })),
  }
}

function completed(domains: readonly string[]): string[] {
  return [...new Set(domains.map((said) => fullDomain(said) ?? said))]
}

/**
 * Gives ids to items that have none. An id stays with its product: verdicts are kept by it, so another product under an old id, or
 * a new item under the id of a removed one, would take over what was said of that.
 */
function numbered(items: readonly StatedItem[], earlier: readonly StatedItem[]): StatedItem[] {
  const productOf = new Map(earlier.map(({ id, productId }) => [id, productId]))
  const taken = new Set(earlier.map(({ id }) => id))
  const given = new Set<string>()
  let last = 0
  const next = (): string => {
    do last += 1
    while (taken.has(`i${last}`) || given.has(`i${last}`) || items.some(({ id }) => id === `i${last}`))
    return `i${last}`
  }
  return items.map((item) => {
    const isOther = productOf.has(item.id) && productOf.get(item.id) !== item.productId
    const id = item.id === null || given.has(item.id) || isOther ? next() : item.id
    given.add(id)
    return { ...item, id }
  })
}
