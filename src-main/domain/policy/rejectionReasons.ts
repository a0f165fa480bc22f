import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type {
  NeedInfoReason,
  PrimaryRejectReason,
  RejectDetail,
} from '../../../src-preload/contract/vocabulary/words.ts'

export interface RejectionReasons {
  readonly primary: PrimaryRejectReason
  /** Each once, in the order of what was asked for. */
  readonly details: readonly RejectDetail[]
}

/**
 * What a request for information becomes when its answer is insufficient (C-9, S-47): exactly one primary reason, and the details
 * that the profile gives for what was asked. A missing answer is another detail (S-50), which the caller adds.
 */
export function rejectionReasonsOf(
  { reasonsFor }: PolicyProfile['rejection'],
  asked: readonly NeedInfoReason[],
): RejectionReasons {
  const named = new Set(asked.map((reason) => reasonsFor[reason]))
  return {
    primary: 'REJ_INSUFFICIENT_POE',
    details: [...named].filter((reason) => reason !== 'REJ_INSUFFICIENT_POE'),
  }
}
