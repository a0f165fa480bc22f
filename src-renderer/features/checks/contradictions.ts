import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import type { Say } from '../../format/useText.ts'

/** What the partner stated and a paper may speak against. */
export const STATED = ['customer', 'partner', 'tenant', 'contact', 'submitted', 'item', 'activity'] as const
export type Stated = (typeof STATED)[number]

/** The findings in which form and proof say different things; what is merely missing or unreadable contradicts nothing. */
const AGAINST: Readonly<Record<string, Stated>> = {
  poe_other_tenant: 'tenant',
  poe_customer_missing: 'customer',
  poe_customer_unsure: 'customer',
  poe_partner_missing: 'partner',
  poe_partner_unsure: 'partner',
  poe_parties_missing: 'customer',
  ack_partner_person: 'customer',
  ack_mail_not_customer: 'customer',
  dates_too_old: 'submitted',
  dates_too_late: 'submitted',
  dates_ambiguous: 'submitted',
  service_other_kind: 'activity',
  service_other_product: 'item',
  product_unticked: 'item',
  product_excluded: 'item',
  product_on_premises: 'item',
  product_suite_only: 'item',
  product_missing: 'item',
  check_tenant_other: 'tenant',
  check_contacts_partner: 'contact',
  check_contacts_other_domain: 'contact',
}

export type Against = Pick<Finding, 'sentence' | 'say' | 'evidence'>

export interface Contradiction {
  readonly key: string
  readonly stated: Stated
  /** As the form says it, in the words of the facts pane. */
  readonly value: string
  readonly finding: Against
}

/** In the order of the checks. A reviewer who found a criterion met has settled what spoke against it. */
export function contradictionsIn(detail: ClaimDetail, say: Say, locale: string): Contradiction[] {
  type Found = { readonly finding: Against; readonly item: string | null }
  const ofCriteria = detail.criteria.flatMap(({ machine, reviewer, item }): Found[] => {
    const isSettled = reviewer?.verdict === 'met' || reviewer?.verdict === 'not_applicable'
    return machine === null || isSettled ? [] : [{ finding: machine, item }]
  })
  const ofForm = (detail.report?.claimChecks ?? []).map(
    (finding): Found => ({
      finding,
      item: null,
    }),
  )
  return [...ofCriteria, ...ofForm].flatMap(({ finding, item }) => {
    const stated = AGAINST[finding.say.code]
    if (stated === undefined) return []
    const value = valueOf(stated, item, detail, say, locale)
    return [{ key: `${finding.say.code} ${item ?? ''}`, stated, value, finding }]
  })
}

function valueOf(
  stated: Stated,
  item: string | null,
  { claim: { form } }: ClaimDetail,
  say: Say,
  locale: string,
): string {
  switch (stated) {
    case 'customer':
      return form.customer.companyName
    case 'partner':
      return form.partnerCompanyName
    case 'tenant':
      return form.customer.tenantId
    case 'contact':
      return form.customerContact.email
    case 'submitted':
      return formatInstant(locale, form.submittedAt, 'moment')
    case 'item':
      return (form.items.find(({ id }) => id === item) ?? form.items[0])?.name ?? ''
    case 'activity':
      return form.activities.map((activity) => say(`activity.${activity}`)).join(', ')
  }
}
