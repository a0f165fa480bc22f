import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { IntakeCode } from '../../../src-preload/contract/vocabulary/intakeWords.ts'

/** One English sentence for each code, for answers on the wire and on the command line. `{name}` is filled from the values. */
const SENTENCES: Readonly<Record<IntakeCode, string>> = {
  coop_program:
    '"{word}" is claimed through the co-op claims process ({program}), not through CPOR; please file it there.',
  not_cpor: '"{word}" is not claimed through CPOR.',
  activity_not_for_area: 'The activity "{activity}" cannot be claimed for {area}; these can: {allowed}.',
  activities_not_together: 'The activities {activities} cannot stand in one claim; make a claim for each.',
  program_differs: 'The claim names the programme "{stated}", but its activities belong to {derived}.',
  channel_not_eligible:
    'What was bought through {channel} cannot be claimed for {area}: Volume Licensing or Web-Direct only.',
  channel_unknown:
    'It is not known how the products were bought (said: {stated}); only Volume Licensing and Web-Direct count.',
  field_missing: 'The field {field} is missing.',
  field_malformed: 'The field {field} is too long, or not of the form that is asked for.',
  item_missing: 'The claim names no product or workload.',
  item_not_for_area: '{product} cannot be claimed for {area}.',
  item_unknown: '{product} ({productId}) is not in the catalogue; it is kept as it came.',
  item_twice: '{product} is claimed twice for the same subscription.',
  power_platform_usage:
    'Usage of {product} may count under another kind of partner association; please check the program guide.',
  check_program_guide: 'Whether {product} can be claimed is not settled; please check the program guide.',
  contact_missing: 'The {part} of {contact} is missing.',
  contact_not_of_customer: 'The address {email} ({contact}) is not at a domain of the customer.',
  contact_of_partner: 'The address {email} ({contact}) is at a domain of the partner.',
  contact_free_mail: 'The address {email} ({contact}) is at a free mail service.',
  revenue_missing: 'A revenue association needs the field {field}.',
  revenue_not_wanted: 'Solution seller, customer and ISV product are asked for a revenue association only.',
  revenue_customer_differs:
    'The customer of the revenue association, "{stated}", is not the customer of the claim, "{customer}".',
  mpn_unknown:
    'No partner location has the PartnerID {mpnId}; the global admin of the company knows the right one.',
  mpn_is_organisation:
    'The PartnerID {mpnId} is that of the organisation; the claim should name the location that is associated.',
  mpn_not_enrolled:
    'The location {mpnId} is not enrolled in {program}; enrolments are managed in the incentives overview.',
  domain_missing: 'The domain of the customer is missing.',
  domain_not_of_tenant:
    'The domain {domain} does not belong to the tenant {tenantId}; please check both with the customer.',
  domain_bare: '"{said}" is not a full domain name and was completed to {suggestion}.',
  acknowledgement_missing: 'The acknowledgements have not been ticked.',
  poe_missing: 'A claim for {program} needs at least one proof of execution.',
  poe_template_missing: 'For {program} the proof of execution is expected on Microsoft’s form.',
  before_cpor: 'The claim says that it was submitted on {submittedAt}, before CPOR began on 1 October 2019.',
  submitted_in_future: 'The claim says that it was submitted on {submittedAt}, which is still to come.',
  duplicate_claim: '{product} is claimed already by the same location, in claim {claimId}.',
  opt_out_not_offered: 'Doing without the payment is offered for usage of Microsoft 365 only.',
  not_looked_up: 'Nothing could be looked up for {what}.',
  SUB_NOT_AN_ID: 'What is given for {product}, {subscriptionId}, is not the id of a subscription.',
  SUB_REQUIRED: '{product} needs the id of its subscription.',
  SUB_PRODUCT_NOT_IN_TENANT:
    '{product} was not found in the customer’s tenant, or not under the subscription that is given.',
  SUB_NOT_IN_TENANT: 'The subscription {subscriptionId} belongs to another tenant.',
  SUB_NOT_DYNAMICS: 'The subscription {subscriptionId} is not one of Dynamics 365 or Power Platform.',
  SUB_IS_CSP: 'The subscription {subscriptionId} was bought through CSP and cannot be claimed.',
  SUB_NOT_PROVISIONED:
    'The subscription {subscriptionId} for {product} is not provisioned yet; please try again some days after it is.',
  SUB_NOT_ACTIVE:
    'The subscription {subscriptionId} for {product} is neither active nor in grace (it is {status}).',
  SUB_ALREADY_CLAIMED:
    '{product} is associated with another partner or asked for by one; the claim may go through arbitration.',
}

/** What a note says, in one plain English sentence. Screens translate by code instead. */
export function sentenceOfNote({ code, values }: Pick<IntakeNote, 'code' | 'values'>): string {
  return SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '–')
}

/** Every code with the names of the values that its sentence needs. */
export const NOTE_SENTENCES: readonly { readonly code: IntakeCode; readonly values: readonly string[] }[] = (
  Object.entries(SENTENCES) as [IntakeCode, string][]
).map(([code, sentence]) => ({
  code,
  values: [...sentence.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []),
}))
