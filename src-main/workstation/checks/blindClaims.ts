import { z } from 'zod'
import { isBlindFirst } from '../../domain/checks/blindFirst.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listBlindShares } from '../../store/blindRepo.ts'
import type { ReadStore, WriteStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import { secondLookAt } from '../quality/keptReviews.ts'
import type { ClaimAtHand } from '../claims/claimAtHand.ts'

/** What was found out when the last vote was in; words said later change nothing of it. */
export const BlindVote = z.object({ agreed: z.int(), of: z.int() })
export type BlindVote = z.infer<typeof BlindVote>

const nameOf = (claimId: ClaimId, userId: UserId) => `blind_vote ${claimId} ${userId}` as const

export const findBlindVote = (store: ReadStore, claimId: ClaimId, userId: UserId): BlindVote | null =>
  findValue(store, nameOf(claimId, userId), BlindVote)

export const keepBlindVote = (store: WriteStore, claimId: ClaimId, userId: UserId, vote: BlindVote): void =>
  putValue(store, nameOf(claimId, userId), vote)

/** Whether this person has still to judge this claim before they may see what the machine says. */
export function isHidden(store: ReadStore, { record, policy }: ClaimAtHand, userId: UserId): boolean {
  const { claimId } = record.form
  const isSampled = isBlindFirst(claimId, userId, policy?.blindFirstPercent)
  return (
    isSampled &&
    record.state !== 'approved' &&
    record.state !== 'rejected' &&
    findBlindVote(store, claimId, userId) === null
  )
}

/** The claim without a word of the machine: what the reviewer said is all that counts, and no letter can give the rest away. */
export function withoutMachine(claim: ClaimAtHand): ClaimAtHand {
  return {
    ...claim,
    report: claim.report === null ? null : { ...claim.report, ...NOTHING_FOUND },
    criteria: claim.criteria.map(({ reviewer, ...view }) => ({
      ...view,
      machine: null,
      // Whether a word agrees with the machine would tell what the machine said.
      reviewer: reviewer === null ? null : { ...reviewer, act: 'set' as const },
      effective: reviewer?.verdict ?? null,
    })),
  }
}
const NOTHING_FOUND = { findings: [], signatures: [], dates: [], claimChecks: [], flags: [], told: null }

/** The claim as it lay before a decision on which somebody says a second word: neither that nor what followed, nor a word of who made it. */
function withoutDecision(claim: ClaimAtHand, decidedAt: string): ClaimAtHand {
  const { record } = claim
  const isBefore = ({ at }: { readonly at: string }) => at < decidedAt
  return {
    ...claim,
    secondLook: true,
    criteria: claim.criteria.map((view) => ({ ...view, reviewer: null, effective: null })),
    said: [],
    cases: [],
    record: {
      ...record,
      ...BEFORE_DECISION,
      clocks: [],
      stateChangedAt: record.form.submittedAt,
      comments: record.comments.filter(isBefore),
      history: record.history.filter(isBefore),
      documents: record.documents.filter(({ addedAt }) => addedAt <= decidedAt),
    },
  }
}

const BEFORE_DECISION = {
  state: 'under_review',
  subState: 'in_review',
  assignedTo: null,
  matters: NO_MATTERS,
} as const

/** As this person may see it now. */
export function claimFor(store: ReadStore, claim: ClaimAtHand, userId: UserId): ClaimAtHand {
  const decidedAt = secondLookAt(store, claim.record.form.claimId, userId)
  if (decidedAt !== null) return withoutDecision(withoutMachine(claim), decidedAt)
  return isHidden(store, claim, userId) ? withoutMachine(claim) : claim
}

/** Of these rows of the queue, those whose chips must say nothing of the machine. Nothing is asked while no profile has a sample. */
export function hiddenAmong(
  store: ReadStore,
  claimIds: readonly ClaimId[],
  userId: UserId,
): ReadonlySet<ClaimId> {
  const shares = listBlindShares(store, claimIds)
  return new Set(
    shares
      .filter(
        ({ claimId, percent }) =>
          isBlindFirst(claimId, userId, percent) && findBlindVote(store, claimId, userId) === null,
      )
      .map(({ claimId }) => claimId),
  )
}
