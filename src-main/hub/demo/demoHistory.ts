import type { ClaimComment, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimState,
  DecisionReason,
  HistoryKind,
  HistorySide,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { LifeStep } from './demoLife.ts'
import type { DemoClaim } from './demoShape.ts'

const DAY = 86_400_000
const DECISIONS = ['information_requested', 'approved', 'rejected']

export const instantOf = (ms: number): Instant => Instant.parse(new Date(ms).toISOString())

/** Comments with their instants: as long ago as the demo says, in the demo's order, within the claim's life. */
export function commentsOf(claim: DemoClaim, life: readonly LifeStep[], now: number): ClaimComment[] {
  let earliest = (life[0]?.at ?? now) + 60_000
  return claim.comments.map(({ daysAgo, ...comment }, index) => {
    const told = now - daysAgo * DAY
    const decision =
      comment.visibility === 'partner_visible' ? decisionNear(comment.side, told, life) : undefined
    const at = Math.min(now, Math.max(decision?.at ?? told, earliest))
    earliest = at + 60_000
    return {
      ...comment,
      commentId: `${claim.form.claimId}-comment-${index + 1}`,
      at: instantOf(at),
      inReplyTo: null,
    }
  })
}

/** What a reviewer writes to a partner within a day and a half of a decision is the decision's letter. */
function decisionNear(side: HistorySide, at: number, life: readonly LifeStep[]): LifeStep | undefined {
  if (side !== 'reviewer') return undefined
  return life.find(
    ({ kind, at: decidedAt }) => DECISIONS.includes(kind) && Math.abs(decidedAt - at) <= 1.5 * DAY,
  )
}

/** Documents come in with the submission that they belong to, at the same instant. */
export function documentTime(added: 'submission' | 'resubmission', life: readonly LifeStep[]): number {
  const wanted = added === 'submission' ? 'submitted' : 'resubmitted'
  return (life.findLast(({ kind }) => kind === wanted) ?? life[0])?.at ?? 0
}

function reasonsOf({ reasons }: DemoClaim, kind: HistoryKind): DecisionReason[] {
  if (kind === 'information_requested') return reasons.asked
  return kind === 'rejected' ? reasons.rejected : []
}

/** The life of a claim as history entries, with the documents that came later and what was written between the decisions. */
export function historyOf(
  claim: DemoClaim,
  life: readonly LifeStep[],
  { reviewerName, comments }: { readonly reviewerName: string; readonly comments: readonly ClaimComment[] },
): HistoryEntry[] {
  const actors: Readonly<Record<HistorySide, string>> = {
    partner: claim.form.partnerContact.name,
    customer: claim.form.customerContact.name,
    reviewer: reviewerName,
    system: 'Proofdesk',
  }
  const told = life.map((step) => ({ ...step, actorName: actors[step.side], detail: null }))
  const added = claim.documents
    .filter((document) => document.added === 'resubmission')
    .map(({ fileName }) => ({
      ...({ kind: 'document_added', side: 'partner', toState: null } as const),
      at: documentTime('resubmission', life),
      actorName: actors.partner,
      detail: fileName,
    }))
  const written = comments
    .filter(({ at }) => !life.some((step) => DECISIONS.includes(step.kind) && step.at === Date.parse(at)))
    .map(({ side, authorName, at }) => ({
      ...({ kind: 'commented', toState: null } as const),
      side,
      at: Date.parse(at),
      actorName: authorName,
      detail: null,
    }))
  let from: ClaimState | null = null
  return [...told, ...added, ...written]
    .sort((a, b) => a.at - b.at)
    .map(({ at, toState, ...step }, index) => {
      const entry = {
        ...step,
        toState,
        at: instantOf(at),
        entryId: `${claim.form.claimId}-entry-${index + 1}`,
        fromState: toState === null ? null : from,
        fromSubState: null,
        toSubState: null,
        reasons: reasonsOf(claim, step.kind),
        changes: [],
      }
      from = toState ?? from
      return entry
    })
}
