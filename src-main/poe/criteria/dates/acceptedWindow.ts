import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { daysAfter, monthsBefore, utcDayOf } from '../../../domain/clocks/utcDays.ts'

/** Days within which a customer's acknowledgment counts; both ends included, ISO days. */
export interface AcceptedWindow {
  readonly from: string
  readonly to: string
}

/** Where nobody says by which profile: the figure on Microsoft's form (S-33). */
export const MONTHS_BACK = 12

/** A claim whose dates are judged. */
export interface DatedClaim {
  readonly form: ClaimForm
  /** How many months before the submission an acknowledgment may be dated: `poe.maxAgeMonths` of the claim's profile. */
  readonly monthsBack: number
}

/**
 * From so many months before the submission to one day (for time zones) after it, or after the file's upload where that is
 * later: a signature that the reviewer asked for is younger than the claim.
 */
export function acceptedWindow(
  submittedAt: string,
  addedAt: string | null,
  monthsBack: number = MONTHS_BACK,
): AcceptedWindow {
  const submitted = utcDayOf(submittedAt)
  const uploaded = addedAt === null ? submitted : utcDayOf(addedAt)
  const last = uploaded > submitted ? uploaded : submitted
  return { from: monthsBefore(submitted, monthsBack), to: daysAfter(last, 1) }
}

export const isInWindow = (day: string, { from, to }: AcceptedWindow): boolean => day >= from && day <= to
