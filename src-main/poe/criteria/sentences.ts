/**
 * The closed list of what findings say, with English templates. `{name}` is filled from the values. Screens translate by
 * code; the value names of each code are in its template.
 */
const TEMPLATES = {
  poe_usable: '{document} names {customer} and {partner} and is about work between them.',
  poe_none: 'No document is attached to this claim.',
  poe_unreadable: 'None of the {count} documents can be opened: {reason}.',
  poe_blank: 'The documents are blank.',
  poe_not_read: 'The documents were not read: {reason}. A person has to look.',
  poe_other_tenant: '{document} shows tenant {found}, the claim is for tenant {claimed}.',
  poe_customer_missing: 'The customer {customer} is not named on any of the {pages} pages.',
  poe_partner_missing: 'The partner {partner} is not named on any of the {pages} pages.',
  poe_parties_missing: 'Neither {customer} nor {partner} is named on any of the {pages} pages.',
  poe_customer_unsure:
    'A name like the customer’s stands there ("{found}"), but it is not clear that it is {customer}.',
  poe_partner_unsure:
    'A name like the partner’s stands there ("{found}"), but it is not clear that it is {partner}.',
  poe_invoice: '{document} is only an invoice.',
  poe_quote: '{document} is only a price quote or licence offer.',
  poe_marketing: '{document} is a presentation of the partner, not a paper about work for this customer.',
  poe_template: '{document} is an unfilled template.',
  ack_drawn: 'A handwritten signature stands in the block of {customer}.',
  ack_image: 'The picture of a signature stands in the block of {customer}.',
  ack_esign: '{signer} signed for {customer} electronically, with time and transaction id.',
  ack_cryptographic: 'An intact digital signature of {signer} for {customer} covers the document.',
  ack_cryptographic_unverified:
    'A digital signature of {signer} is there, but it is not established that it is intact and of {customer}.',
  ack_cryptographic_broken:
    'The digital signature of {signer} is broken or the document was changed after signing.',
  ack_mail: '{signer} acknowledges the partner’s work in a message from an address of {customer}.',
  ack_mail_unsure:
    'A message of {signer} acknowledges something, but it is not clear that it is {customer} acknowledging this work.',
  ack_mail_not_customer:
    'No message comes from {customer}; what the message of {signer} says for {customer} does not count.',
  ack_typed: 'Only a typed name stands in the block of {customer}.',
  ack_initials: 'Only initials stand in the block of {customer}.',
  ack_esign_incomplete: 'An electronic signature stands there without signer, time or transaction id.',
  ack_party_unsure: 'A signature is there, but it is not clear whether it is of {customer}.',
  ack_partner_person: 'The block of {customer} is signed by {signer}, who is of the partner.',
  ack_empty: 'The signature block of {customer} is empty.',
  ack_partner_only: 'Only {partner} signed; there is no signature of {customer}.',
  ack_none: 'No signature and no signature block of {customer} was found on {pages} pages.',
  ack_not_read: 'Not all pages could be read, so a signature of {customer} may stand there unseen.',
  ack_unusable: 'The documents are not about this customer, so no signature on them counts.',
  dates_in_window: 'The customer acknowledged on {date}, between {from} and {to}.',
  dates_both_in_window: 'The date "{text}" can be read in two ways; both lie between {from} and {to}.',
  dates_too_old: 'The customer acknowledged on {date}, before {from}.',
  dates_too_late: 'The customer’s date {date} lies after {to}.',
  dates_ambiguous:
    'The date "{text}" can be read as {first} or {second}; only one of them lies between {from} and {to}.',
  dates_handwritten: 'The date beside the customer’s signature is written by hand and was not read.',
  dates_undated:
    'The customer’s acknowledgment carries no date; "{text}" elsewhere on the papers lies between {from} and {to}.',
  dates_none: 'No date was found on {pages} pages.',
  dates_none_in_window:
    'The customer’s acknowledgment carries no date, and no other date that counts lies between {from} and {to}.',
  dates_not_read: 'Not all pages could be read, so the customer’s date may stand there unseen.',
  service_described: 'The work of {partner} is described: "{text}".',
  service_vague: 'The work is described in one vague line: "{text}".',
  service_other_kind: 'The work described is of another kind than the claimed one: "{text}".',
  service_other_product: 'Work is described, but not for the claimed products: "{text}".',
  service_none: 'No concrete activity was found on {pages} pages.',
  service_not_read: 'Not all pages could be read, so a description may stand there unseen.',
  service_unusable: 'The documents do not describe work of {partner} for {customer}.',
  product_named: '{product} is named as "{text}".',
  product_ticked: '{product} is ticked.',
  product_unticked: '{product} stands only in a line that is not ticked.',
  product_excluded: '{product} is named only as excluded: "{text}".',
  product_on_premises: 'Only the on-premises product stands there: "{text}".',
  product_hidden: '{product} stands only in text that nobody sees.',
  product_suite_only: 'Only the suite "{text}" is named, not {product}.',
  product_list_only: '{product} stands only in a list of licences or prices.',
  product_weak_name: 'Only a word that several products share stands there: "{text}".',
  product_unknown: '{product} is not in the catalogue, and its name was not found as written.',
  product_missing: '{product} is not named on {pages} pages.',
  product_not_read: 'Not all pages could be read, so {product} may stand there unseen.',
  product_unusable: '{product} is named, but on papers that are no proof for this claim.',
  products_all: 'Every claimed product is named: {count} of {count}.',
  products_worst: '{missing} of {count} claimed products are not shown as needed.',
  check_matrix_fits: '{activity} can be claimed for {area} under {program}.',
  check_matrix_wrong: '{activity} cannot be claimed for {area} under {program}.',
  check_matrix_unknown: 'The claim has a programme, solution area or activity that is not known here.',
  check_contacts_fit: 'The customer’s contact {email} is at a domain of the customer.',
  check_contacts_free_mail: 'The customer’s contact {email} uses a free mail service.',
  check_contacts_partner: 'The customer’s contact {email} is at a domain of the partner.',
  check_contacts_other_domain:
    'The domain of the customer’s contact {email} is not among the customer’s domains.',
  check_contacts_technical_missing: 'The claim names no technical contact, which Dynamics 365 asks for.',
  check_subscription_not_needed: 'A subscription is asked for with Dynamics 365 only.',
  check_subscription_missing: '{count} claimed products carry no subscription.',
  check_subscription_given:
    'Every claimed product carries a subscription; whether it is eligible is known to the hub.',
  check_subscription_channel: 'The purchase channel {channel} does not count for Business Applications.',
  check_tenant_shown: 'The documents show the tenant or a domain of the customer.',
  check_tenant_other: 'The documents show another tenant: {found}.',
  check_tenant_not_shown: 'The documents show neither tenant nor domain of the customer.',
  check_psd_not_needed:
    'The public sector disclosure is asked for only from public sector customers in the United States and Puerto Rico.',
  check_psd_country_open: 'The customer is of the public sector and no country is given.',
  check_psd_found:
    'A disclosure text for the public sector stands in the documents; a person has to compare its words.',
  check_psd_missing: 'No disclosure text for the public sector was found.',
  check_psd_acknowledged:
    'The disclosure for the public sector is part of what the customer signed in {document}.',
  check_psd_unsigned:
    'A disclosure for the public sector stands in {document}, but the customer did not sign it.',
  check_psd_elsewhere:
    'A disclosure for the public sector stands in {document}; it is not clear that the customer acknowledged it.',
  check_psd_denied: 'The documents say that Microsoft pays the partner nothing; that is not the disclosure.',
  check_exclusivity_elsewhere:
    'Whether other partners claim the same is known to the hub, not to the documents.',
} as const

export type SentenceCode = keyof typeof TEMPLATES
export type SentenceValues = Readonly<Record<string, string | number>>

/** The finding's sentence in English. A value that is missing leaves its name in braces, which a test forbids. */
export function sentenceOf(code: SentenceCode, values: SentenceValues): string {
  return TEMPLATES[code].replace(/\{(\w+)\}/gu, (gap, name: string) => String(values[name] ?? gap))
}

/** Every code with the names of its values, for those who translate. */
export const SENTENCE_CODES: readonly { readonly code: SentenceCode; readonly values: readonly string[] }[] =
  // Keys of a literal object; the cast restores the literal types that Object.keys forgets.
  (Object.keys(TEMPLATES) as SentenceCode[]).map((code) => ({
    code,
    values: [...new Set([...TEMPLATES[code].matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ''))],
  }))
