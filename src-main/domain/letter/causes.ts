import { SUBSCRIPTION_CODES } from '../../../src-preload/contract/vocabulary/intakeWords.ts'

/**
 * What a letter can say of why a criterion, a detail or a subscription falls short. A closed list of its own, beside the checker's
 * sentences: those speak to the reviewer, these to the partner.
 */
const USABLE_POE_CAUSES = [
  'none',
  'encrypted',
  'unreadable',
  'blank',
  'other_tenant',
  'customer_missing',
  'partner_missing',
  'parties_missing',
  'customer_unsure',
  'partner_unsure',
  'invoice',
  'quote',
  'marketing',
  'template',
] as const
const ACKNOWLEDGMENT_CAUSES = [
  'ack_empty',
  'ack_none',
  'ack_partner_only',
  'ack_partner_person',
  'ack_typed',
  'ack_initials',
  'ack_esign_incomplete',
  'ack_party_unsure',
  'ack_broken',
  'ack_other_customer',
  'psd_missing',
] as const
const DATE_CAUSES = ['date_too_old', 'date_too_late', 'date_ambiguous', 'date_missing', 'dates_none'] as const
const PRODUCT_CAUSES = [
  'product_unticked',
  'product_excluded',
  'product_on_premises',
  'product_suite_only',
  'product_list_only',
  'product_weak_name',
  'product_missing',
  'product_unusable',
] as const
const SERVICE_CAUSES = [
  'service_vague',
  'service_other_kind',
  'service_other_product',
  'service_none',
] as const

export const CAUSES = [
  ...USABLE_POE_CAUSES,
  ...ACKNOWLEDGMENT_CAUSES,
  ...DATE_CAUSES,
  ...PRODUCT_CAUSES,
  ...SERVICE_CAUSES,
  'domain_of_other_tenant',
  ...SUBSCRIPTION_CODES,
] as const
export type Cause = (typeof CAUSES)[number]

/**
 * The checker's sentences that a partner is told. What is left out speaks of the checker's own limits (pages not read, a signature
 * not verified), which is no shortfall of the proof, or would tell how hidden text is found.
 */
const CAUSE_OF_SENTENCE: Readonly<Record<string, Cause>> = {
  poe_none: 'none',
  poe_unreadable: 'unreadable',
  poe_blank: 'blank',
  poe_other_tenant: 'other_tenant',
  poe_customer_missing: 'customer_missing',
  poe_partner_missing: 'partner_missing',
  poe_parties_missing: 'parties_missing',
  poe_customer_unsure: 'customer_unsure',
  poe_partner_unsure: 'partner_unsure',
  poe_invoice: 'invoice',
  poe_quote: 'quote',
  poe_marketing: 'marketing',
  poe_template: 'template',
  ack_empty: 'ack_empty',
  ack_none: 'ack_none',
  ack_partner_only: 'ack_partner_only',
  ack_partner_person: 'ack_partner_person',
  ack_typed: 'ack_typed',
  ack_initials: 'ack_initials',
  ack_esign_incomplete: 'ack_esign_incomplete',
  ack_party_unsure: 'ack_party_unsure',
  ack_cryptographic_broken: 'ack_broken',
  ack_unusable: 'ack_other_customer',
  check_psd_missing: 'psd_missing',
  check_tenant_other: 'other_tenant',
  dates_too_old: 'date_too_old',
  dates_too_late: 'date_too_late',
  dates_ambiguous: 'date_ambiguous',
  dates_undated: 'date_missing',
  dates_none_in_window: 'date_missing',
  dates_none: 'dates_none',
  service_vague: 'service_vague',
  service_other_kind: 'service_other_kind',
  service_other_product: 'service_other_product',
  service_none: 'service_none',
  service_unusable: 'service_none',
  product_unticked: 'product_unticked',
  product_excluded: 'product_excluded',
  product_on_premises: 'product_on_premises',
  product_hidden: 'product_missing',
  product_suite_only: 'product_suite_only',
  product_list_only: 'product_list_only',
  product_weak_name: 'product_weak_name',
  product_missing: 'product_missing',
  product_unusable: 'product_unusable',
}

/** The checker's sentence codes that a letter knows, for those who keep both lists together. */
export const TOLD_SENTENCES: readonly string[] = Object.keys(CAUSE_OF_SENTENCE)

/** Null = the partner is not told. `reason` is the finding's value of that name, where it has one. */
export function causeOfSentence(code: string, reason: string | number | undefined): Cause | null {
  if (code === 'poe_unreadable' && reason === 'encrypted') return 'encrypted'
  return CAUSE_OF_SENTENCE[code] ?? null
}
