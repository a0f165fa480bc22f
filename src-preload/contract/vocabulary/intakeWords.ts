/** The closed word lists of what comes in: forms, papers, look-ups. Plain values, as `words.ts`. */

/** Programmes of the co-op process, which is another one: claims for them are routed away (S-06). */
export const COOP_PROGRAMS = ['CSP', 'MANAGED_RESELLER', 'HOSTING', 'SURFACE'] as const
export type CoopProgram = (typeof COOP_PROGRAMS)[number]

/** Roles of Partner Center in which somebody may have made a claim (S-10 to S-12, C-8): information, never enforced here. */
export const SUBMITTER_ROLES = [
  'billing_admin',
  'global_admin',
  'incentives_admin',
  'incentives_user',
] as const
export type SubmitterRole = (typeof SUBMITTER_ROLES)[number]

/** Kinds of evidence (domain.md section 1.6); the statement of work is the reference (S-78), the template has its own (S-79). */
export const POE_KINDS = [
  'SOW',
  'POE_TEMPLATE',
  'CONTRACT',
  'CHANGE_ORDER',
  'CUSTOMER_EMAIL',
  'PURCHASE_ORDER',
  'FASTTRACK_REFERRAL_EMAIL',
  'DELIVERABLE',
  'OTHER',
] as const
export type PoeKind = (typeof POE_KINDS)[number]

/** Of a subscription, as Partner Center has it, and `in_grace`, which is ours: past its term, still tolerated. */
export const SUBSCRIPTION_STATUSES = [
  'none',
  'active',
  'in_grace',
  'pending',
  'suspended',
  'expired',
  'disabled',
  'deleted',
] as const
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number]

export const PROVISIONING_STATES = ['success', 'pending', 'failed'] as const
export type ProvisioningState = (typeof PROVISIONING_STATES)[number]

/** What can be wrong with a subscription (domain.md section 1.5, S-102 to S-109, S-96). */
export const SUBSCRIPTION_CODES = [
  'SUB_NOT_AN_ID',
  'SUB_REQUIRED',
  'SUB_PRODUCT_NOT_IN_TENANT',
  'SUB_NOT_IN_TENANT',
  'SUB_NOT_DYNAMICS',
  'SUB_IS_CSP',
  'SUB_NOT_PROVISIONED',
  'SUB_NOT_ACTIVE',
  'SUB_ALREADY_CLAIMED',
] as const
export type SubscriptionCode = (typeof SUBSCRIPTION_CODES)[number]

/** Why a claim is refused at intake, or what is to be looked at in it (domain.md sections 1.2 and 1.4). */
export const INTAKE_CODES = [
  'coop_program',
  'not_cpor',
  'activity_not_for_area',
  'activities_not_together',
  'program_differs',
  'channel_not_eligible',
  'channel_unknown',
  'field_missing',
  'field_malformed',
  'item_missing',
  'item_not_for_area',
  'item_unknown',
  'item_twice',
  'power_platform_usage',
  'check_program_guide',
  'contact_missing',
  'contact_not_of_customer',
  'contact_of_partner',
  'contact_free_mail',
  'revenue_missing',
  'revenue_not_wanted',
  'revenue_customer_differs',
  'mpn_unknown',
  'mpn_is_organisation',
  'mpn_not_enrolled',
  'domain_missing',
  'domain_not_of_tenant',
  'domain_bare',
  'acknowledgement_missing',
  'poe_missing',
  'poe_template_missing',
  'before_cpor',
  'submitted_in_future',
  'duplicate_claim',
  'opt_out_not_offered',
  'not_looked_up',
  ...SUBSCRIPTION_CODES,
] as const
export type IntakeCode = (typeof INTAKE_CODES)[number]
