import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import type { UncheckedClaim } from '../../store/checksRepo.ts'

/** What goes on with checks in this run: which claims are at it, and which the checker could not do as they stand. */
export interface CheckMemory {
  /** Neither being checked now nor failed as it stands. */
  isOpenFor(claim: UncheckedClaim): boolean
  /** How many of the unchecked ones `isOpenFor` refuses, at most. */
  passedOver(): number
  /** The function given back says that it is over, however it ended. */
  begin(claim: UncheckedClaim): () => void
  fail(claim: UncheckedClaim): void
  /** Whether the checker failed on exactly this form and these documents; a changed claim is tried again. */
  hasFailed(claim: UncheckedClaim): boolean
  /** Two claims with one document wait for one reading of it. */
  readOnce(sha256: Sha256, read: () => Promise<DocumentFacts>): Promise<DocumentFacts>
}

export function createCheckMemory(): CheckMemory {
  const failed = new Map<ClaimId, string>()
  const running = new Set<ClaimId>()
  const reading = new Map<Sha256, Promise<DocumentFacts>>()
  const hasFailed = ({ claimId, checkKey }: UncheckedClaim) => failed.get(claimId) === checkKey
  return {
    isOpenFor: (claim) => !running.has(claim.claimId) && !hasFailed(claim),
    passedOver: () => failed.size + running.size,
    begin({ claimId }) {
      running.add(claimId)
      return () => void running.delete(claimId)
    },
    fail: ({ claimId, checkKey }) => void failed.set(claimId, checkKey),
    hasFailed,
    readOnce(sha256, read) {
      const known = reading.get(sha256)
      if (known !== undefined) return known
      const work = read().finally(() => reading.delete(sha256))
      reading.set(sha256, work)
      return work
    },
  }
}

/** What opening a claim asks of the checks. */
export interface ChecksAtDesk {
  readonly memory: CheckMemory
  /** Somebody looks at this claim: what is not known of it goes before all others. */
  readonly onOpened: (claimId: ClaimId) => void
}
