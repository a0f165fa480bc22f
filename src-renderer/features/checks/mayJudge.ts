import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'

/** Whether the reviewer's word can be given here: the status is reviewable and the role allows decisions. The core asks again. */
export function mayJudge({ claim, actions }: ClaimDetail): boolean {
  const isReviewable = claim.state === 'submitted' || claim.state === 'under_review'
  return isReviewable && mayApprove({ actions })
}

/**
 * Whether this person may verify or read by hand what the check could not: of claims that are compared with others, in whatever status
 * they are. Of any other claim nothing would come of it.
 */
export const mayVerify = (detail: Pick<ClaimDetail, 'actions' | 'claim'>): boolean =>
  detail.claim.competingClaims > 0 && mayApprove(detail)

function mayApprove({ actions }: Pick<ClaimDetail, 'actions'>): boolean {
  const approve = actions.find(({ action }) => action === 'approve')
  return approve !== undefined && approve.blocks.every(({ reason }) => reason !== 'role_may_not')
}
