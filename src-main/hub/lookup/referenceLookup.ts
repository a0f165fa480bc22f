import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DomainFact, PartnerFact } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { FoundSubscription } from '../../domain/intake/subscriptionChecks.ts'

/** What a look-up found, when it was asked and what answered. */
export interface Found<Value> {
  readonly value: Value
  readonly checkedAt: Instant
  readonly source: string
}

/**
 * Where the hub looks up what partners state (S-101, S-102, S-118). Each answers or rejects within a time of its own; a rejection
 * means that nothing could be asked, never that nothing is there.
 */
export interface ReferenceLookup {
  /** The location, or organisation, behind a PartnerID. */
  partner(mpnId: string): Promise<PartnerFact>
  /** Every subscription of a tenant that carries a product, bundles too. */
  subscriptions(tenantId: string, productId: string): Promise<Found<readonly FoundSubscription[]>>
  /** A subscription by its id, whosever it is; null = no subscription has this id. */
  subscription(subscriptionId: string): Promise<Found<FoundSubscription | null>>
  /** The tenant that a domain or subdomain belongs to. */
  domain(domain: string): Promise<DomainFact>
}
