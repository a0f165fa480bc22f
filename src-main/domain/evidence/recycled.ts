import type { FlagSeverity } from '../../../src-preload/contract/vocabulary/words.ts'
import type { PrintKind } from './prints.ts'

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

const isSamePartner = (a: ClaimSide, b: ClaimSide): boolean =>
  (a.mpnId !== null && a.mpnId === b.mpnId) || sameName(a.partnerName, b.partnerName)

export const isSameCustomer = (a: ClaimSide, b: ClaimSide): boolean =>
  a.tenantId !== null && b.tenantId !== null
    ? a.tenantId === b.tenantId
    : sameName(a.customerName, b.customerName)

/** One partner's claims for one customer may rest on one paper: resubmissions, other workloads of the same work. */
export const isOneFamily = (a: ClaimSide, b: ClaimSide): boolean =>
  isSamePartner(a, b) && isSameCustomer(a, b)

/**
 * How much it matters that evidence of one claim stands on another, which is not of its family. Null = it does not: a partner's papers for
 * two customers are made of one form and look alike, a customer signs more than one paper.
 */
export function weightOfReuse(
  what: PrintKind | 'bytes',
  own: ClaimSide,
  other: ClaimSide,
): FlagSeverity | null {
  if (isOneFamily(own, other)) return null
  if (what === 'bytes') return 'high'
  // The same hand never writes exactly alike; the same picture of it for one customer may be how that customer signs.
  if (what === 'signature') return isSameCustomer(own, other) ? 'low' : 'high'
  return what === 'page' ? 'high' : 'medium'
}
