/** What of a claim hub and workstation must agree on. */
export interface ClaimStateOf {
  readonly claimId: string
  readonly revision: number
  readonly assignedUserId: string | null
  /** End of the holder's lease, epoch milliseconds; null = none runs. */
  readonly leaseUntilMs: number | null
}

/** The text whose hash is compared at checkpoints (trust.md Y9). Hub and workstation must write it alike. */
export function stateText({ claimId, revision, assignedUserId, leaseUntilMs }: ClaimStateOf): string {
  return [claimId, revision, assignedUserId ?? '', leaseUntilMs ?? ''].join('|')
}
