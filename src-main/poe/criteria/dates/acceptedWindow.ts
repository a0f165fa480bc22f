import { daysAfter, monthsBefore, utcDayOf } from '../../../domain/clocks/utcDays.ts'

/** Days within which a customer's acknowledgment counts; both ends included, ISO days. */
export interface AcceptedWindow {
  readonly from: string
  readonly to: string
}

const MONTHS_BACK = 12

/**
 * From twelve months before the submission to one day (for time zones) after it, or after the file's upload where that is
 * later: a signature that the reviewer asked for is younger than the claim.
 */
export function acceptedWindow(submittedAt: string, addedAt: string | null): AcceptedWindow {
  const submitted = utcDayOf(submittedAt)
  const uploaded = addedAt === null ? submitted : utcDayOf(addedAt)
  const last = uploaded > submitted ? uploaded : submitted
  return { from: monthsBefore(submitted, MONTHS_BACK), to: daysAfter(last, 1) }
}

export const isInWindow = (day: string, { from, to }: AcceptedWindow): boolean => day >= from && day <= to
