import { createHash } from 'node:crypto'
import type { ClaimRecord, Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { toMs } from './instants.ts'

/** Where paused clocks, and then claims without a clock, stand in the order of due instants. */
export const PAUSED = Number.MAX_SAFE_INTEGER - 1
export const NO_CLOCK = Number.MAX_SAFE_INTEGER

/** Sort key of the queue: the due instant of the clock that asks for action. */
export function dueSortOf(clocks: readonly Clock[]): number {
  const first = clocks[0]
  if (first === undefined) return NO_CLOCK
  return first.dueAt === null ? PAUSED : toMs(first.dueAt)
}

/** Goes up when `checkKeyOf` hashes other things: `renewCheckKeys` then carries over what reviewers said. */
export const CHECK_KEY_FORM = 2

/**
 * Hash of what the criteria read: two records with the same key get the same findings from the same checker. Reviewer verdicts are
 * bound to it, so what no criterion reads stays out: bringing it in would let go of every word that was said. A document's name
 * is in it, because findings speak of documents by name; when it came only counts where it came later than the claim.
 */
export function checkKeyOf({ form, documents, policy }: ClaimRecord): string {
  const { laterFlow: _flow, claimName: _name, mpnId: _mpnId, revenue: _revenue, ...read } = form
  const papers = documents.map(({ sha256, fileName, addedAt }) =>
    JSON.stringify([sha256, fileName, addedAt > form.submittedAt ? addedAt : null]),
  )
  return createHash('sha256')
    .update(JSON.stringify([read, papers.sort(), policy.id, policy.version]))
    .digest('base64url')
}

/** The searchable words of a claim, in the order of the search table. */
export function searchWordsOf(record: ClaimRecord): readonly [string, string, string, string, string] {
  const { form } = record
  const items = form.items.map(({ name }) => name).join(' · ')
  return [form.claimId, form.claimName, form.customer.companyName, form.partnerCompanyName, items]
}

/** Columns of `claims` in the order in which `valuesOf` gives them. */
export const CLAIM_COLUMNS = [
  'claim_id',
  'claim_name',
  'program',
  'solution_area',
  'activities',
  'mpn_id',
  'partner_name',
  'partner_domains',
  'partner_language',
  'purchase_channel',
  'tenant_id',
  'customer_name',
  'customer_domains',
  'customer_country',
  'customer_is_public_sector',
  'parties',
  'submitted_at',
  'state',
  'sub_state',
  'state_changed_at',
  'revision',
  'policy_id',
  'policy_version',
  'assigned_user_id',
  'assigned_name',
  'assigned_until',
  'competing_claims',
  'clocks',
  'item_names',
  'due_sort',
  'check_key',
  'matters',
  'lookups',
  'created_by',
  'is_migrated',
  'replaces',
  'unknown_words',
  'calendar_id',
  'calendar_version',
  'later_flow',
  'escalated_at',
] as const

export function valuesOf(record: ClaimRecord): (string | number | null)[] {
  const { form } = record
  const { customerContact, technicalContact, partnerContact, revenue } = form
  return [
    form.claimId,
    form.claimName,
    form.program,
    form.solutionArea,
    JSON.stringify(form.activities),
    form.mpnId,
    form.partnerCompanyName,
    JSON.stringify(form.partnerDomains),
    record.partnerLanguage,
    form.purchaseChannel,
    form.customer.tenantId,
    form.customer.companyName,
    JSON.stringify(form.customer.domains),
    form.customer.country,
    form.customer.isPublicSector ? 1 : 0,
    JSON.stringify({ customerContact, technicalContact, partnerContact, revenue }),
    toMs(form.submittedAt),
    record.state,
    record.subState,
    toMs(record.stateChangedAt),
    record.revision,
    record.policy.id,
    record.policy.version,
    record.assignedTo?.userId ?? null,
    record.assignedTo?.name ?? null,
    record.assignedTo === null || record.assignedTo.until === null ? null : toMs(record.assignedTo.until),
    record.competingClaims,
    JSON.stringify(record.clocks),
    JSON.stringify(form.items.map(({ name }) => name)),
    dueSortOf(record.clocks),
    checkKeyOf(record),
    JSON.stringify(record.matters),
    JSON.stringify(record.lookups),
    jsonOrNull(record.createdBy),
    record.isMigrated ? 1 : 0,
    record.replaces,
    jsonOrNull(record.unknown),
    record.calendar?.id ?? null,
    record.calendar?.version ?? null,
    jsonOrNull(form.laterFlow),
    record.matters.escalation === undefined ? null : toMs(record.matters.escalation.at),
  ]
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
