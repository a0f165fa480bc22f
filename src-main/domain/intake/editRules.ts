import type { EditableField } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { EDITABLE_FIELDS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type {
  ClaimForm,
  ClaimItem,
  Contact,
  FieldChange,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimCheckName, ClaimState, Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { canonicalJson } from '../canonicalJson.ts'

type EditPolicy = Pick<PolicyProfile, 'edit'>

/** What a partner may change while the claim is in a state (C-4, S-54 to S-57). A draft is its own in all of these. */
export function editableFields(state: ClaimState, { edit }: EditPolicy): readonly EditableField[] {
  if (state === 'editing') return EDITABLE_FIELDS
  return edit.states.some((one) => one === state) ? edit.fields : []
}

/** Everything that stands in the way of an edit; a field that may not be changed stands in `item`, by its name. */
export function editBlocks(
  state: ClaimState,
  changes: Readonly<Record<string, unknown>>,
  policy: EditPolicy,
): Block[] {
  const may: readonly string[] = editableFields(state, policy)
  if (may.length === 0) return [{ reason: 'not_in_this_state', criterion: null, item: null }]
  const blocks: Block[] = Object.keys(changes)
    .filter((field) => !may.includes(field))
    .map((field) => ({ reason: 'field_not_editable', criterion: null, item: field.slice(0, 64) }))
  const { items } = changes
  if (Array.isArray(items) && items.length === 0)
    blocks.push({ reason: 'items_missing', criterion: null, item: null })
  return blocks
}

type FormField = Exclude<keyof ClaimForm, 'claimId'>

const contactText = (contact: Contact | null): string | null =>
  contact === null
    ? null
    : [contact.name, contact.title, contact.email].filter((part) => part !== null).join(', ')

const itemText = ({ name, subscriptionId }: ClaimItem): string =>
  subscriptionId === null ? name : `${name} (${subscriptionId})`

const listText = (parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join('; ')
}

const yesNo = (said: boolean): string => (said ? 'yes' : 'no')

/** Each field of the form as a person reads it; null = empty. */
const TEXTS: { readonly [Field in FormField]: (form: ClaimForm) => string | null } = {
  claimName: ({ claimName }) => claimName,
  program: ({ program }) => program,
  solutionArea: ({ solutionArea }) => solutionArea,
  activities: ({ activities }) => listText(activities),
  mpnId: ({ mpnId }) => mpnId,
  partnerCompanyName: ({ partnerCompanyName }) => partnerCompanyName,
  partnerDomains: ({ partnerDomains }) => listText(partnerDomains),
  purchaseChannel: ({ purchaseChannel }) => purchaseChannel,
  customer: ({ customer }) =>
    listText([
      customer.companyName,
      customer.tenantId,
      ...customer.domains,
      customer.country,
      customer.isPublicSector ? 'public sector' : null,
    ]),
  customerContact: ({ customerContact }) => contactText(customerContact),
  technicalContact: ({ technicalContact }) => contactText(technicalContact),
  partnerContact: ({ partnerContact }) => contactText(partnerContact),
  items: ({ items }) => listText(items.map(itemText)),
  revenue: ({ revenue }) => (revenue === null ? null : listText(Object.values(revenue))),
  laterFlow: ({ laterFlow }) =>
    laterFlow === null
      ? null
      : `opt out of payment: ${yesNo(laterFlow.optOutOfIncentivePayment)}; acknowledged: ${yesNo(laterFlow.acknowledged)}`,
  submittedAt: ({ submittedAt }) => submittedAt,
}

const LONGEST = 2000

/** What an edit changed, field by field, for the history and for the reviewer's eyes (domain.md section 6.2). */
export function changesOf(before: ClaimForm, after: ClaimForm): FieldChange[] {
  return (Object.keys(TEXTS) as FormField[]).flatMap((field) => {
    const was = TEXTS[field](before)
    const is = TEXTS[field](after)
    // Two lists of the same words can still differ: another product under the same name.
    if (was === is && canonicalJson(before[field]) === canonicalJson(after[field])) return []
    return [{ field, before: was?.slice(0, LONGEST) ?? null, after: is?.slice(0, LONGEST) ?? null }]
  })
}

/** What has to be judged and looked up again when a field changed (S-52, S-55 to S-57). */
export interface Touched {
  readonly criteria: readonly Criterion[]
  readonly checks: readonly ClaimCheckName[]
}

/** Names and addresses of people decide whose a signature is, and so which date counts. */
const SIGNER: readonly Criterion[] = ['customerAcknowledgment', 'dates']
const NOTHING: Touched = { criteria: [], checks: [] }

const TOUCHED: Readonly<Record<FormField, Touched>> = {
  claimName: NOTHING,
  program: { criteria: [], checks: ['matrix', 'exclusivity'] },
  solutionArea: { criteria: [], checks: ['matrix', 'contacts', 'subscription', 'exclusivity'] },
  activities: { criteria: ['serviceDescription'], checks: ['matrix', 'exclusivity'] },
  mpnId: { criteria: [], checks: ['subscription', 'exclusivity'] },
  partnerCompanyName: { criteria: ['usablePoe', ...SIGNER, 'serviceDescription'], checks: [] },
  partnerDomains: { criteria: ['usablePoe', ...SIGNER], checks: ['contacts'] },
  purchaseChannel: { criteria: [], checks: ['matrix', 'subscription'] },
  customer: {
    criteria: ['usablePoe', ...SIGNER],
    checks: ['psd', 'contacts', 'domain_tenant', 'exclusivity'],
  },
  customerContact: { criteria: SIGNER, checks: ['contacts'] },
  technicalContact: { criteria: [], checks: ['contacts'] },
  partnerContact: { criteria: SIGNER, checks: ['contacts'] },
  items: {
    criteria: ['products', 'serviceDescription'],
    checks: ['contacts', 'subscription', 'exclusivity'],
  },
  revenue: { criteria: ['serviceDescription'], checks: [] },
  laterFlow: NOTHING,
  submittedAt: { criteria: ['dates'], checks: [] },
}

/** A field that is not of the form touches nothing. */
export function touchedBy(field: FieldChange['field']): Touched {
  return Object.hasOwn(TOUCHED, field) ? TOUCHED[field as FormField] : NOTHING
}
