import { z } from 'zod'
import { INTAKE_CODES } from './intakeWords.ts'

/** One thing that the rules of intake say of a claim. Screens translate by code; the values fill the sentence's gaps. */
export const IntakeNote = z.strictObject({
  code: z.enum(INTAKE_CODES),
  /** `refuse`: the claim does not come in. `warn`: a person should look. `info`: good to know. */
  severity: z.enum(['refuse', 'warn', 'info']),
  /** Path of the field, such as `items[1].subscriptionId`; null = the whole claim. */
  field: z.string().min(1).max(128).nullable(),
  /** Id of the item; null = not about one item, or it has no id yet. */
  item: z.string().min(1).max(64).nullable(),
  values: z.record(z.string(), z.string()).readonly(),
})
export type IntakeNote = z.infer<typeof IntakeNote>

/** What a partner wrote, as it came; null = nothing. Longer than any field may be, so that a rule and not the shape says so. */
const Said = z.string().max(4000).nullable().default(null)

export const StatedContact = z.object({ name: Said, title: Said, email: Said })
export type StatedContact = z.infer<typeof StatedContact>

export const StatedItem = z.object({ id: Said, productId: Said, name: Said, subscriptionId: Said })
export type StatedItem = z.infer<typeof StatedItem>

/**
 * A claim as somebody states it, before the rules have spoken: everything may be missing, and the field's words are still
 * text, because they may be in another language or of another year. Every `ClaimForm` is one.
 */
export const StatedClaim = z.object({
  claimName: Said,
  program: Said,
  solutionArea: Said,
  activities: z.array(z.string().max(255)).max(20).default([]),
  mpnId: Said,
  partnerCompanyName: Said,
  partnerDomains: z.array(z.string().max(1000)).max(50).default([]),
  purchaseChannel: Said,
  customer: z
    .object({
      companyName: Said,
      tenantId: Said,
      domains: z.array(z.string().max(1000)).max(50).default([]),
      country: Said,
      isPublicSector: z.boolean().default(false),
    })
    .prefault({}),
  customerContact: StatedContact.nullable().default(null),
  technicalContact: StatedContact.nullable().default(null),
  partnerContact: StatedContact.nullable().default(null),
  items: z.array(StatedItem).max(200).default([]),
  revenue: z
    .object({ dynamicsSolutionSellerName: Said, customerName: Said, isvProductName: Said })
    .nullable()
    .default(null),
  laterFlow: z
    .object({ optOutOfIncentivePayment: z.boolean(), acknowledged: z.boolean() })
    .nullable()
    .default(null),
})
export type StatedClaim = z.infer<typeof StatedClaim>
