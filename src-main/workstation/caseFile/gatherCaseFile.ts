import type { BoardParty, CaseBoard } from '../../../src-preload/contract/caseBoard.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { letterIn } from '../../../src-preload/words/letters.ts'
import {
  type NumberedPlace,
  numberPlaces,
  type NumberedPlaces,
  PLACED_ROWS,
} from '../../../src-preload/words/partyPlaces.ts'
import { closedAt, comparedParties } from '../../domain/arbitration/parties.ts'
import { utcDayOf } from '../../domain/clocks/utcDays.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { boardFor, partyPapers } from '../arbitration/boardOf.ts'
import { claimFor, isHidden } from '../checks/blindClaims.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import type { Acting } from '../claims/guards.ts'
import type { CaseFileFacts, FileClaim, FileLetter, FilePlace } from './caseFileFacts.ts'

/** What this person may see of a case now, put together for the record. */
export function gatherCaseFile(
  store: ReadStore,
  one: ArbitrationCase,
  { actor, hubNow }: Acting,
): Pick<CaseFileFacts, 'one' | 'board' | 'parties'> {
  const closed = closedAt(one)
  const today = utcDayOf(closed ?? new Date(hubNow).toISOString())
  const scene = { parties: comparedParties(one), today, isClosed: closed !== null }
  const board = boardFor(store, one, actor, scene)
  return {
    one,
    board,
    parties: one.parties.map((party) => ({
      letter: letterIn(one.parties, party.claimId),
      party,
      claim: fileClaim(store, party, { one, board, userId: actor.userId }),
    })),
  }
}

interface Beside {
  readonly one: ArbitrationCase
  readonly board: CaseBoard
  readonly userId: UserId
}

function fileClaim(store: ReadStore, party: CaseParty, { one, board, userId }: Beside): FileClaim | null {
  if (findClaim(store, party.claimId) === null) return null
  const whole = getClaimAtHand(store, party.claimId)
  const { record, report, criteria } = claimFor(store, whole, userId)
  const { form, state, subState, stateChangedAt, revision, policy, calendar } = record
  const shown = board.parties.find(({ claimId }) => claimId === party.claimId)
  return {
    record: { form, state, subState, stateChangedAt, revision, policy, calendar },
    checker: report?.checker ?? null,
    isHeldBack: isHidden(store, whole, userId),
    words: criteria.map(({ criterion, item, reviewer }) => ({ criterion, item, reviewer })),
    letters: lettersTo(party, record, one),
    documents: shown?.documents ?? partyPapers(store, record, report),
    places: shown === undefined ? [] : placesOn(shown, numberPlaces(shown, board.ladder)),
  }
}

/** What was written to a party: in the log of its outreach, when the case was decided, and when what it held ended for that. */
function lettersTo(
  { claimId, items, outreach }: CaseParty,
  { comments, matters }: Pick<ClaimRecord, 'comments' | 'matters'>,
  { outcome }: ArbitrationCase,
): FileLetter[] {
  const sent = comments.filter(({ visibility }) => visibility === 'partner_visible')
  const approached = outreach.map(({ kind, at, byName, commentId }): FileLetter => {
    const text = sent.find((comment) => comment.commentId === commentId)?.text ?? null
    return { what: kind, at, byName, text }
  })
  if (outcome === null) return approached
  const { by, at: decidedAt, pendingEnds } = outcome
  const own = sent.filter(({ side, authorName }) => side === 'reviewer' && authorName === by.name)
  const lettersAt = (instant: Instant, what: 'decision' | 'later') =>
    own
      .filter(({ at }) => Date.parse(at) === Date.parse(instant))
      .map(({ at, text }): FileLetter => ({ what, at, byName: by.name, text }))
  const ends = (matters.endedItems ?? []).filter(
    ({ item, at }) => items.includes(item) && Date.parse(at) > Date.parse(decidedAt),
  )
  return [
    ...approached,
    ...lettersAt(decidedAt, 'decision'),
    ...[...new Set(ends.map(({ at }) => at))].flatMap((at) => lettersAt(at, 'later')),
    ...pendingEnds
      .filter((end) => end.claimId === claimId)
      .map(({ comment }): FileLetter => ({ what: 'later', at: null, byName: by.name, text: comment })),
  ]
}

function placesOn(party: BoardParty, { all, inRow }: NumberedPlaces): FilePlace[] {
  return all.map((place) => ({
    ...place,
    rows: PLACED_ROWS.filter((row) => inRow(row).includes(place)),
    document: party.documents.find(({ documentId }) => documentId === place.paper?.documentId) ?? null,
    innerName: innerNameOf(party, place),
    markedBy: party.own.find(({ evidenceId }) => evidenceId === place.evidenceId) ?? null,
  }))
}

function innerNameOf({ documents }: BoardParty, { paper }: NumberedPlace): string | null {
  if (paper === null || paper.inside.length === 0) return null
  const document = documents.find(({ documentId }) => documentId === paper.documentId)
  return document?.inner.find(({ inside }) => inside.join() === paper.inside.join())?.name ?? null
}
