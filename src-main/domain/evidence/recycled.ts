import type { FlagSeverity, ReuseKind } from '../../../src-preload/contract/vocabulary/words.ts'

/** Who a claim is of, as far as the same evidence on two claims is concerned. */
export interface ClaimSide {
  /** Null where only names are known. */
  readonly mpnId: string | null
  readonly partnerName: string
  readonly tenantId: string | null
  readonly customerName: string
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase()

export const isSamePartner = (a: ClaimSide, b: ClaimSide): boolean =>
  (a.mpnId !== null && a.mpnId === b.mpnId) || sameName(a.partnerName, b.partnerName)

export const isSameCustomer = (a: ClaimSide, b: ClaimSide): boolean =>
  a.tenantId !== null && b.tenantId !== null
    ? a.tenantId === b.tenantId
    : sameName(a.customerName, b.customerName)

/** One partner's claims for one customer may rest on one paper: resubmissions, other workloads of the same work. */
export const isOneFamily = (a: ClaimSide, b: ClaimSide): boolean =>
  isSamePartner(a, b) && isSameCustomer(a, b)

/** What is the same, and how sure it is that it tells something. */
export interface SameEvidence {
  readonly how: ReuseKind
  /** Papers that were filled into one form may be as much alike. */
  readonly mayBeForm: boolean
  /** Of a signature: whether it stands for the customer over there, too, as far as is known. */
  readonly isTheirCustomers: boolean
}

/**
 * How much it matters that evidence of one claim stands on another, which is not of its family. Null = it does not: a partner's papers for
 * two customers are made of one form and look alike, a customer signs more than one paper.
 */
export function weightOfReuse(
  { how, mayBeForm, isTheirCustomers }: SameEvidence,
  own: ClaimSide,
  other: ClaimSide,
): FlagSeverity | null {
  if (isOneFamily(own, other) || (mayBeForm && isSamePartner(own, other))) return null
  if (how === 'bytes') return 'high'
  if (how === 'text') return 'medium'
  if (how === 'page') return 'high'
  // The same hand never writes exactly alike; the same picture of it for one customer may be how that customer signs.
  if (isSameCustomer(own, other)) return 'low'
  // Over there it may be the partner's own, which signs both papers.
  return isTheirCustomers ? 'high' : 'medium'
}

/** Papers of more families than these that are alike have a form in common, which somebody publishes. */
const MOST_FAMILIES = 3

/** Whether so many others have a look-alike that it is a form's, and tells nothing of who used it first. */
export function isCommonForm(own: ClaimSide, others: readonly ClaimSide[]): boolean {
  const families: ClaimSide[] = []
  for (const other of others)
    if (!isOneFamily(own, other) && !families.some((one) => isOneFamily(one, other))) families.push(other)
  return families.length > MOST_FAMILIES
}
