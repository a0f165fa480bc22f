import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { SubscriptionCode } from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import type {
  DomainFact,
  Lookups,
  PartnerFact,
  SubscriptionFact,
} from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PurchaseChannel } from '../../../src-preload/contract/vocabulary/words.ts'
import { intakeNote } from './notes.ts'

/** Whether a fact is too old to go by (domain.md section 1.5). It is shown as stale and refuses nothing. */
export function isStale(
  checkedAt: string,
  nowMs: number,
  { subscription }: Pick<PolicyProfile, 'subscription'>,
): boolean {
  return nowMs - Date.parse(checkedAt) > subscription.staleAfterHours * 3_600_000
}

/** A claim with what was looked up for it. */
export interface LookedUpClaim {
  readonly form: ClaimForm
  readonly lookups: Lookups
  /** An association from before holds already: what is wrong with it is said and refuses nothing (S-84). */
  readonly isMigrated: boolean
}

interface LookupRules {
  readonly policy: PolicyProfile
  readonly nowMs: number
}

/** How the product was bought: as the partner says, else as all its subscriptions agree. Null = nobody says, or they differ. */
export function purchaseChannelOf(
  { purchaseChannel }: Pick<ClaimForm, 'purchaseChannel'>,
  { subscriptions }: Lookups,
): PurchaseChannel | null {
  if (purchaseChannel !== null) return purchaseChannel
  const channels = new Set(subscriptions.map(({ channel }) => channel))
  return channels.size === 1 ? ([...channels][0] ?? null) : null
}

/** What the looked-up facts say of a claim: subscriptions, PartnerID, domains, and what could not be looked up. */
export function lookupNotes(claim: LookedUpClaim, rules: LookupRules): IntakeNote[] {
  return [
    ...claim.form.items.flatMap((item, index) => itemNotes(claim, item, index, rules)),
    ...partnerNotes(claim, rules),
    ...claim.form.customer.domains.flatMap((domain, index) => domainNotes(claim, domain, index, rules)),
  ]
}

/** A refusal that rests on an old fact, or that meets an association which exists already, is a warning. */
function severityOf(
  severity: IntakeNote['severity'],
  checkedAt: string,
  { isMigrated }: LookedUpClaim,
  { policy, nowMs }: LookupRules,
): IntakeNote['severity'] {
  return severity === 'refuse' && (isMigrated || isStale(checkedAt, nowMs, policy)) ? 'warn' : severity
}

const SEVERITIES: Readonly<Record<Exclude<SubscriptionCode, 'SUB_ALREADY_CLAIMED'>, IntakeNote['severity']>> =
  {
    SUB_NOT_AN_ID: 'refuse',
    SUB_REQUIRED: 'refuse',
    SUB_PRODUCT_NOT_IN_TENANT: 'refuse',
    SUB_NOT_IN_TENANT: 'refuse',
    SUB_NOT_DYNAMICS: 'refuse',
    SUB_IS_CSP: 'refuse',
    // It becomes visible some days after the customer has set it up: later is soon enough (S-111).
    SUB_NOT_PROVISIONED: 'warn',
    SUB_NOT_ACTIVE: 'refuse',
  }

function itemNotes(
  claim: LookedUpClaim,
  item: ClaimForm['items'][number],
  index: number,
  rules: LookupRules,
): IntakeNote[] {
  if (claim.form.solutionArea !== 'BUSINESS_APPLICATIONS') return []
  const place = { field: `items[${index}].subscriptionId`, item: item.id }
  const fact = claim.lookups.subscriptions.find(({ itemId }) => itemId === item.id)
  if (fact === undefined)
    return [intakeNote('info', 'not_looked_up', place, { what: item.subscriptionId ?? item.name })]
  const values = valuesOf(fact, item.name)
  return fact.codes
    .filter((code) => code !== 'SUB_REQUIRED' || rules.policy.subscription.required === 'when_several')
    .map((code) => {
      const { alreadyClaimedByOther } = rules.policy.conflict
      const held = alreadyClaimedByOther === 'refuse' ? 'refuse' : 'warn'
      const severity = code === 'SUB_ALREADY_CLAIMED' ? held : SEVERITIES[code]
      return intakeNote(severityOf(severity, fact.checkedAt, claim, rules), code, place, values)
    })
}

function valuesOf(fact: SubscriptionFact, product: string): IntakeNote['values'] {
  return {
    product,
    subscriptionId: fact.subscriptionId ?? '–',
    status: fact.status ?? '–',
    endsOn: fact.endsOn ?? '–',
    checkedAt: fact.checkedAt,
    source: fact.source,
  }
}

/** S-118 to S-122. The partner type is shown where it is told and never looked at. */
function partnerNotes(claim: LookedUpClaim, rules: LookupRules): IntakeNote[] {
  const { form, lookups } = claim
  const place = { field: 'mpnId' }
  const { partner } = lookups
  if (partner === null || partner.mpnId !== form.mpnId)
    return [intakeNote('info', 'not_looked_up', place, { what: form.mpnId })]
  if (!partner.isKnown) {
    const severity = severityOf('refuse', partner.checkedAt, claim, rules)
    return [intakeNote(severity, 'mpn_unknown', place, { mpnId: form.mpnId })]
  }
  const notes: IntakeNote[] = []
  if (partner.isOrganisation)
    notes.push(intakeNote('warn', 'mpn_is_organisation', place, { mpnId: form.mpnId }))
  if (isEnrolled(partner, form) === false)
    notes.push(intakeNote('warn', 'mpn_not_enrolled', place, { mpnId: form.mpnId, program: form.program }))
  return notes
}

/** Null = the look-up does not say. */
function isEnrolled({ enrollments }: PartnerFact, { program }: ClaimForm): boolean | null {
  return enrollments.find((one) => one.program === program)?.enrolled ?? null
}

/** S-101: the domain must be of the tenant that the claim names. One that nobody owns may be new. */
function domainNotes(claim: LookedUpClaim, domain: string, index: number, rules: LookupRules): IntakeNote[] {
  const place = { field: `customer.domains[${index}]` }
  const fact: DomainFact | undefined = claim.lookups.domains.find((one) => one.domain === domain)
  if (fact === undefined) return [intakeNote('info', 'not_looked_up', place, { what: domain })]
  if (fact.tenantId === claim.form.customer.tenantId) return []
  const isAsked = fact.tenantId !== null && rules.policy.form.domainRequired
  const severity = severityOf(isAsked ? 'refuse' : 'warn', fact.checkedAt, claim, rules)
  const values = { domain, tenantId: claim.form.customer.tenantId }
  return [intakeNote(severity, 'domain_not_of_tenant', place, values)]
}
