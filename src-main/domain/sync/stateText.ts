/** What two sides must agree on about a claim for their queues to be equal. */
export interface ClaimStanding {
  readonly claimId: string
  readonly revision: number
  /** Null = nobody holds it, or did last. */
  readonly assignedUserId: string | null
  /** End of the lease in epoch milliseconds; null = none runs. */
  readonly leaseUntilMs: number | null
}

/** Buckets of claims: by the first byte of the MD5 of their id. */
export const BUCKETS = 256

/**
 * The text whose MD5 stands for a claim (trust.md Y9); the first 64 bits count, and a bucket has the XOR of its claims. MD5 finds what
 * was lost, it guards against nobody. The hub makes the same text in SQL (`hub/feed/checkpoint.ts`).
 */
export const stateText = ({ claimId, revision, assignedUserId, leaseUntilMs }: ClaimStanding): string =>
  [claimId, revision, assignedUserId ?? '', leaseUntilMs ?? ''].join('|')

/** What two sides must agree on about a case of arbitration. */
export interface CaseStanding {
  readonly caseId: string
  readonly revision: number
  /** Whether this reader sees all of it. */
  readonly isWhole: boolean
}

/** The same for a case, which lies in the bucket of its own id. */
export const caseStateText = ({ caseId, revision, isWhole }: CaseStanding): string =>
  ['case', caseId, revision, isWhole].join('|')
