import type { ActionView, ClaimDetail, PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { removableItems } from '../../domain/letter/guards/removableItems.ts'
import { OPERATION_KINDS } from '../../../src-preload/contract/vocabulary/words.ts'
import { findRecheck } from '../../store/checksRepo.ts'
import { findDraft } from '../../store/draftsRepo.ts'
import { toInstant, toInstantOrNull } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import type { WaitingOperation } from '../../store/outboxRepo.ts'
import { listSiblings } from '../../store/siblingsRepo.ts'
import type { ChecksAtDesk } from '../checks/checkMemory.ts'
import { claimFor, findBlindVote, isHidden } from '../checks/blindClaims.ts'
import { ownEvidenceAtHand } from './ownEvidenceAtHand.ts'
import { daysRead, detailsSaid } from './handWordsAtHand.ts'
import { recycledFlags } from '../checks/recycledFlags.ts'
import { replacedFlags } from '../checks/replacedFlags.ts'
import type { Core } from '../core.ts'
import { pendingReviews } from '../quality/keptReviews.ts'
import { versionsOf } from '../documents/versionsOf.ts'
import { documentViews } from '../documents/documentViews.ts'
import type { PoePort } from '../ports.ts'
import { type ClaimAtHand, getClaimAtHand, situationOf } from './claimAtHand.ts'
import { actingNow, blocksOfAct } from './guards.ts'
import { proposalFor } from './proposal.ts'
import { touchedByEdits } from './touchedByEdits.ts'
import { staleLookupsOf } from './staleLookups.ts'

/** Everything that the claim's page shows. A claim without findings goes before all others that wait for a check. */
export async function openClaim(
  core: Core,
  claimId: ClaimId,
  { memory, onOpened }: ChecksAtDesk,
): Promise<ClaimDetail> {
  const acting = actingNow(core)
  const { claim, blind, secondReview, documents, draft, siblings, flags, recheck, byHand, versions } =
    core.store.read((store) => {
      const found = claimFor(store, getClaimAtHand(store, claimId), acting.actor.userId)
      return {
        claim: found,
        blind: found.secondLook === true ? null : blindOf(store, found, acting.actor.userId),
        secondReview: secondReviewOf(store, claimId, acting.actor.userId),
        documents: documentViews(store, found.record),
        draft: findDraft(store, claimId, acting.actor.userId),
        siblings: listSiblings(store, claimId, acting.hubNow),
        flags: [...recycledFlags(store, found.record), ...replacedFlags(store, found.record)],
        recheck: findRecheck(store, claimId, found.checkKey),
        byHand: {
          ownEvidence: ownEvidenceAtHand(store, found.record),
          detailWords: detailsSaid(store, found),
          readDays: daysRead(store, found),
        },
        versions: versionsOf(store, found.record),
      }
    })
  const { record, policy, report, checkKey } = claim
  const isBlind = blind?.state === 'hidden' || secondReview !== null
  onOpened(claimId)
  const hasFailed = memory.hasFailed({ claimId, checkKey })
  return {
    claim: record,
    documents,
    checkStatus: report !== null ? 'ready' : hasFailed ? 'failed' : 'waiting',
    // What other claims and earlier papers make known is never kept with a report: it changes without the claim.
    report: report === null || isBlind ? report : { ...report, flags: [...flags, ...report.flags] },
    recheck: isBlind ? null : recheck,
    blind,
    secondReview,
    criteria: [...claim.criteria],
    removableItems: removableItems(claim.criteria, policy),
    actions: OPERATION_KINDS.map(
      (action): ActionView => ({ action, blocks: blocksOfAct(action, claim, acting) }),
    ),
    pending: claim.waiting.map((operation) => pendingView(operation, acting.now)),
    policy,
    staleLookups: staleLookupsOf(record.lookups, policy, acting.now),
    unknownProducts: await unknownProductsOf(claim, core.ports.poe),
    draft:
      draft === null || secondReview !== null
        ? null
        : { draft: draft.draft, savedAt: toInstant(draft.savedAt) },
    ...(secondReview === null ? byHand : NOTHING_BY_HAND),
    versions,
    touched: touchedByEdits(record.history),
    siblings,
    proposal: secondReview === null ? proposalFor(situationOf(claim, acting.hubNow), acting.hubNow) : null,
  }
}

/** A second word is said of the papers, without what others found on them. */
const NOTHING_BY_HAND = { ownEvidence: [], detailWords: [], readDays: [] }

function secondReviewOf(store: ReadStore, claimId: ClaimId, userId: UserId): ClaimDetail['secondReview'] {
  const owed = pendingReviews(store, userId).find((one) => one.claimId === claimId)
  return owed === undefined ? null : { sampleId: owed.sampleId, decisionId: owed.decisionId }
}

function blindOf(store: ReadStore, claim: ClaimAtHand, userId: UserId): ClaimDetail['blind'] {
  const vote = findBlindVote(store, claim.record.form.claimId, userId)
  if (vote !== null) return { state: 'shown', ...vote }
  if (!isHidden(store, claim, userId)) return null
  const voted = claim.criteria.filter(({ reviewer }) => reviewer !== null).length
  return { state: 'hidden', voted, of: claim.criteria.length }
}

/** Each once, in the order of the claim. */
async function unknownProductsOf({ record }: ClaimAtHand, poe: PoePort): Promise<string[]> {
  const ids = [...new Set(record.form.items.map(({ productId }) => productId))]
  const known = await Promise.all(ids.map((id) => poe.knowsProduct(id)))
  return ids.filter((_id, at) => known[at] !== true)
}

export function pendingView(operation: WaitingOperation, now: number): PendingOperation {
  const { operationId, claimId, kind, madeAt, holdUntil, sequence } = operation
  const held = holdUntil !== null && holdUntil > now
  return {
    operationId,
    claimId,
    kind,
    state: sequence !== null ? 'sending' : held ? 'held' : 'waiting',
    madeAt: toInstant(madeAt),
    holdUntil: toInstantOrNull(holdUntil),
  }
}
