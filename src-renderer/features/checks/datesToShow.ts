import type { DateFact } from '../../../src-preload/contract/vocabulary/checkShape.ts'

const BY_WEIGHT: readonly DateFact['role'][] = [
  'customer_signature',
  'document',
  'period',
  'partner_signature',
  'other',
]
/** More than these no longer help to decide. */
const MOST = 4

/** The dates by the customer's signature; only when there is none, the others that may stand in, weightiest first. */
export function datesToShow(dates: readonly DateFact[]): readonly DateFact[] {
  const own = dates.filter(({ role }) => role === 'customer_signature')
  const shown =
    own.length > 0 ? own : dates.toSorted((a, b) => BY_WEIGHT.indexOf(a.role) - BY_WEIGHT.indexOf(b.role))
  return shown.slice(0, MOST)
}
