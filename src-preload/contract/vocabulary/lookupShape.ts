import { z } from 'zod'
import { Instant, TenantId } from './idShapes.ts'
import { PROVISIONING_STATES, SUBSCRIPTION_CODES, SUBSCRIPTION_STATUSES } from './intakeWords.ts'
import { PROGRAMS, PURCHASE_CHANNELS } from './words.ts'

/** When a look-up was made and what answered. Facts older than a day are shown as stale (domain.md section 1.5). */
const checked = { checkedAt: Instant, source: z.string().min(1).max(64) }

/** What the look-up says of the subscription of one item, and what is wrong with it. */
export const SubscriptionFact = z.object({
  itemId: z.string().min(1).max(64),
  /** As the partner gave it, or the one that the customer has; null = none is known. */
  subscriptionId: z.string().max(255).nullable(),
  /** Empty = nothing is wrong. */
  codes: z.array(z.enum(SUBSCRIPTION_CODES)),
  productName: z.string().max(255).nullable(),
  status: z.enum(SUBSCRIPTION_STATUSES).nullable(),
  provisioning: z.enum(PROVISIONING_STATES).nullable(),
  channel: z.enum(PURCHASE_CHANNELS).nullable(),
  /** ISO day on which its term ends; an association never moves to a renewed one (S-124). */
  endsOn: z.iso.date().nullable(),
  /** How many subscriptions of this product the customer has; null = not said. */
  siblings: z.int().min(0).nullable(),
  ...checked,
})
export type SubscriptionFact = z.infer<typeof SubscriptionFact>

/** The partner location behind a PartnerID (S-118, S-119). */
export const PartnerFact = z.object({
  mpnId: z.string(),
  isKnown: z.boolean(),
  /** The id of the organisation instead of a location's. */
  isOrganisation: z.boolean(),
  companyName: z.string().max(255).nullable(),
  enrollments: z.array(z.object({ program: z.enum(PROGRAMS), enrolled: z.boolean() })),
  /** Only where it is told; never inferred (S-119). */
  partnerType: z.string().max(64).nullable(),
  ...checked,
})
export type PartnerFact = z.infer<typeof PartnerFact>

/** Whose domain it is. */
export const DomainFact = z.object({
  domain: z.string().min(1).max(253),
  /** Null = the domain belongs to no tenant that is known. */
  tenantId: TenantId.nullable(),
  ...checked,
})
export type DomainFact = z.infer<typeof DomainFact>

export const Lookups = z
  .object({
    subscriptions: z.array(SubscriptionFact),
    partner: PartnerFact.nullable(),
    domains: z.array(DomainFact),
  })
  .default({ subscriptions: [], partner: null, domains: [] })
export type Lookups = z.infer<typeof Lookups>
