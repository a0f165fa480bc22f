import { REASON_OF_CRITERION } from '../../../src-preload/contract/vocabulary/reasonWords.ts'
import {
  CRITERIA,
  type Criterion,
  type DecisionReason,
  type PrimaryRejectReason,
  type RejectDetail,
} from '../../../src-preload/contract/vocabulary/words.ts'

/**
 * What a criterion is called in a rejection when it stayed unmet (C-9). The public lists of the two vocabularies differ: dates
 * and the description of the work (S-33, S-34) have no rejection reason of their own and fall under insufficient proof (S-45).
 * The pairs are ours; no public text joins the two lists.
 */
const REJECTION_OF: Readonly<Record<Criterion, PrimaryRejectReason | RejectDetail>> = {
  usablePoe: 'REJ_POE_UNAVAILABLE',
  customerAcknowledgment: 'REJ_MISSING_CONSENT_ON_POE',
  dates: 'REJ_INSUFFICIENT_POE',
  products: 'REJ_MISSING_PRODUCTS',
  serviceDescription: 'REJ_INSUFFICIENT_POE',
}

/** The rejection reason of a criterion that stayed unmet (S-45, S-48, S-49, S-51). */
export function rejectionReasonOf(criterion: Criterion): PrimaryRejectReason | RejectDetail {
  return REJECTION_OF[criterion]
}

/** The criteria that a reason of either vocabulary speaks of; empty = it speaks of something else than the proof. */
export function criteriaOf(reason: DecisionReason): readonly Criterion[] {
  return CRITERIA.filter(
    (criterion) => REASON_OF_CRITERION[criterion] === reason || REJECTION_OF[criterion] === reason,
  )
}
