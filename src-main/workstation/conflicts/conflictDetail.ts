import type { Conflict, ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { ClaimRecord, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { OperationBase } from '../../../src-preload/contract/vocabulary/conflictShape.ts'
import { OPERATION_KINDS, type OperationKind } from '../../../src-preload/contract/vocabulary/words.ts'
import type { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { conflictChoices, type OfferedChoice } from '../../domain/conflicts/conflictChoices.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { type ConflictRow, findConflict, type KeptConflict } from '../../store/outboxRepo.ts'
import { getClaimAtHand, situationOf } from '../claims/claimAtHand.ts'
import { type Acting, actingNow, isDeciding, settingOf } from '../claims/guards.ts'
import { baseOf } from '../claims/operationBase.ts'
import type { Core } from '../core.ts'
import { readAction, readCaseAct } from '../sync/operationRequest.ts'
import { choicesOnCases, decidedView, isSealed } from './caseConflict.ts'
import { wordsOf } from './wordsOf.ts'

export function conflictView({ madeAt, metAt, claimRevision, ...row }: ConflictRow): Conflict {
  const { operationId, claimId, claimName, kind, reason, byUserId } = row
  return {
    operationId,
    claimId,
    claimName,
    kind,
    reason,
    byUserId,
    revision: claimRevision,
    madeAt: toInstant(madeAt),
    metAt: toInstant(metAt),
  }
}

/** What a person needs to decide about a conflict; null = it was dealt with, or never was. */
export function conflictDetail(core: Core, operationId: OperationId): ConflictDetail | null {
  return core.store.read((store) => {
    const kept = findConflict(store, operationId)
    if (kept === null || kept.settledAt !== null) return null
    const acting = actingNow(core)
    const record = findClaim(store, kept.claimId)?.record ?? null
    const theirs = record === null ? null : baseOf(record)
    return {
      conflict: conflictView(kept),
      mine: wordsOf(isSealed(kept, acting.actor.userId) ? {} : kept.content),
      base: kept.base,
      theirs,
      since: record === null ? [] : entriesSince(record, kept.base),
      documents: documentsSince(kept.base, theirs),
      decided: decidedView(store, kept, acting.actor.userId),
      choices: choicesFor(store, kept, acting).map(({ choice, blocks }) => ({
        choice,
        blocks: [...blocks],
      })),
    }
  })
}

/** What may be done with it by whoever works here now. */
export function choicesFor(store: ReadStore, kept: KeptConflict, acting: Acting): OfferedChoice[] {
  const act = readCaseAct(kept.content)
  if (act !== null) return choicesOnCases(store, kept, act, acting)
  const kind = OPERATION_KINDS.find((each) => each === kept.kind)
  return kind === undefined ? LET_GO : choicesOnClaim(store, { ...kept, kind }, acting)
}

/** Another version wrote it: nothing of it can be made anew here. */
const LET_GO: OfferedChoice[] = [{ choice: 'let_go', blocks: [] }]

function choicesOnClaim(
  store: ReadStore,
  kept: KeptConflict & { readonly kind: OperationKind },
  { actor, hubNow }: Acting,
): OfferedChoice[] {
  const isHere = findClaim(store, kept.claimId) !== null
  const claim = isHere ? getClaimAtHand(store, kept.claimId) : null
  const action = readAction(kept.content)
  return conflictChoices({
    reason: kept.reason,
    kind: kept.kind,
    command: action === null ? null : commandOf(action),
    claim: claim === null ? null : situationOf(claim, hubNow),
    setting: claim === null ? null : settingOf(claim, hubNow),
    actor,
    isTheirs: kept.byUserId === actor.userId || mayLead(actor.role),
    hasSameDocuments: claim !== null && hasSameDocuments(kept, claim.record),
    isPending: claim?.said.some(({ kind }) => isDeciding(kind)) ?? false,
  })
}

function hasSameDocuments({ base }: KeptConflict, { documents }: ClaimRecord): boolean {
  const hashes = (list: readonly { readonly sha256: string }[]) =>
    list
      .map(({ sha256 }) => sha256)
      .sort()
      .join()
  return base !== null && hashes(base.documents) === hashes(documents)
}

/** Oldest first. Of a conflict of an older version nobody knows where its author stood. */
function entriesSince({ history }: ClaimRecord, base: OperationBase | null): HistoryEntry[] {
  if (base === null) return []
  const last = history.findIndex(({ entryId }) => entryId === base.lastEntryId)
  return history.slice(last + 1)
}

function documentsSince(
  base: OperationBase | null,
  theirs: OperationBase | null,
): ConflictDetail['documents'] {
  if (base === null || theirs === null) return { added: [], removed: [] }
  const namesNotIn = (list: OperationBase, other: OperationBase) =>
    list.documents
      .filter(({ sha256 }) => !other.documents.some((one) => one.sha256 === sha256))
      .map(({ fileName }) => fileName)
  return { added: namesNotIn(theirs, base), removed: namesNotIn(base, theirs) }
}
