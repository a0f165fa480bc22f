import { Instant, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import type { CoachingNoteSent, SecondReview } from '../api/qualityActs.ts'
import { mostTelling } from '../operations/conflictReason.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { notePair } from '../store/fourEyesRepo.ts'
import { listCaseDecisionsOn } from '../store/caseDecisionsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { insertNote } from '../store/coachingNotesRepo.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { claimReview, type DecisionRow, findDecision, insertReview } from '../store/qualityRepo.ts'

interface Saying {
  readonly userId: UserId
  readonly operationId: OperationRow['operationId']
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}
type OperationRow = { readonly operationId: DecisionRow['decisionId'] }

/**
 * Keeps what is said about a decision: a second review, or a note to whoever decided. The claim stays as it is, also its revision, so that
 * nothing reaches the partner and nobody else's decision is refused by it.
 */
export async function sayOfDecision(
  tx: Tx,
  claim: StoredClaim,
  said: SecondReview | CoachingNoteSent,
  saying: Saying,
): Promise<OperationResult> {
  const { revision } = claim
  const key = keyOf(claim)
  const user = await findTeamMember(tx, saying.userId)
  const [ofCase] = await listCaseDecisionsOn(tx, [{ ...key, decisionId: said.decisionId }])
  const decision = ofCase ?? (await findDecision(tx, key, said.decisionId))
  const linked = await linkedPartners(tx, saying.userId)
  const standing = reasonsOf(said, user, decision)
  const reason = mostTelling([
    ...standing,
    ...(linked.includes(claim.form.mpnId) ? (['conflict_of_interest'] as const) : []),
  ])
  if (reason !== null || user === undefined)
    return { outcome: 'conflict', reason: reason ?? 'role_lost', currentRevision: revision }
  const isKept =
    said.kind === 'second_review'
      ? await keepReview(tx, key, said, { user, decision, ...saying })
      : await keepNote(tx, key, said, { user, ...saying })
  return isKept
    ? { outcome: 'applied', revision }
    : { outcome: 'conflict', reason: 'not_allowed', currentRevision: revision }
}

function reasonsOf(
  said: SecondReview | CoachingNoteSent,
  user: HubUser | undefined,
  decision: DecisionRow | undefined,
): ConflictReason[] {
  const isOwn = decision !== undefined && decision.deciderId === user?.userId
  const isForOther = said.kind === 'coaching_note' && said.toUserId !== decision?.deciderId
  return [
    ...(user === undefined || !roleMay(user.role, said.kind) ? (['role_lost'] as const) : []),
    ...(isOwn ? (['four_eyes_self'] as const) : []),
    ...(decision === undefined || isForOther ? (['not_allowed'] as const) : []),
  ]
}

type By = Saying & { readonly user: HubUser }
type Key = ReturnType<typeof keyOf>

/** False where this person was not drawn for it, or has said their word. */
async function keepReview(
  tx: Tx,
  key: Key,
  said: SecondReview,
  { user, decision, now }: By & { readonly decision: DecisionRow | undefined },
): Promise<boolean> {
  const { sampleId, decisionId, outcome, verdicts } = said
  const at = new Date(now())
  if (!(await claimReview(tx, { ...key, sampleId, decisionId }, user.userId, at))) return false
  const review = { sampleId, decisionId, byUserId: user.userId, outcome, verdicts }
  await insertReview(tx, key, { ...review, at: Instant.parse(at.toISOString()) })
  if (decision !== undefined)
    await notePair(tx, {
      tenantId: key.tenantId,
      kind: 'second_review',
      item: `${decisionId} ${sampleId}`,
      makerId: decision.deciderId,
      checkerId: user.userId,
      at,
    })
  return true
}

/** False where whoever decided is of the team no more. */
async function keepNote(tx: Tx, key: Key, said: CoachingNoteSent, by: By): Promise<boolean> {
  const { kind: _kind, toUserId, ...note } = said
  const to = await findTeamMember(tx, toUserId)
  if (to === undefined) return false
  const from = { userId: by.user.userId, name: by.user.name }
  const at = Instant.parse(new Date(by.now()).toISOString())
  await insertNote(tx, { ...key, ...note, noteId: by.operationId, from, to, at })
  return true
}
