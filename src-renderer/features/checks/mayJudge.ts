import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'

/** Whether the reviewer's word can be given here: the status is reviewable and the role allows decisions. The core asks again. */
export function mayJudge({ claim, actions }: ClaimDetail): boolean {
  const isReviewable = claim.state === 'submitted' || claim.state === 'under_review'
  const approve = actions.find(({ action }) => action === 'approve')
  return (
    isReviewable && approve !== undefined && approve.blocks.every(({ reason }) => reason !== 'role_may_not')
  )
}
