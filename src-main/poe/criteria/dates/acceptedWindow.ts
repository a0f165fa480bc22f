/** Days within which a customer's acknowledgment counts; both ends included, ISO days. */
export interface AcceptedWindow {
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
const MONTHS_BACK = 12

const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

/** Twelve months before the day of submission; a day that the month lacks (29 February) becomes its last one. */
function twelveMonthsBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - MONTHS_BACK)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

/**
 * From twelve months before the submission to one day (for time zones) after it, or after the file's upload where that is
 * later: a signature that the reviewer asked for is younger than the claim.
 */
export function acceptedWindow(submittedAt: string, addedAt: string | null): AcceptedWindow {
  const submitted = dayOf(submittedAt)
  const uploaded = addedAt === null ? submitted : dayOf(addedAt)
  const last = uploaded > submitted ? uploaded : submitted
  return {
    from: twelveMonthsBefore(submitted),
    to: new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10),
  }
}

export const isInWindow = (day: string, { from, to }: AcceptedWindow): boolean => day >= from && day <= to
