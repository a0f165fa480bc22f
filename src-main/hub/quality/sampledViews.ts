import type { Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import type { HubUser } from '../api/people.ts'
import type { CoachingNote, SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { listNotes } from '../store/coachingNotesRepo.ts'
import { listCaseDecisionsOn } from '../store/caseDecisionsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { listTeam } from '../store/peopleRepo.ts'
import {
  type AboutClaim,
  aboutClaims,
  type DecisionRow,
  listDecisionsOn,
  listReviews,
  listSampled,
  type SampledRow,
} from '../store/qualityRepo.ts'

/**
 * Drawn decisions as somebody may see them. Whoever has to look at one gets what was decided, and in which words, after their own word alone.
 * Those on claims that are gone, or are not for this person, are left out.
 */
export async function sampledFor(
  db: Db,
  user: HubUser,
  of: { readonly sampleId: string } | { readonly reviewerId: UserId },
): Promise<SampledDecision[]> {
  const rows = await actingAs(LOOK, () => listSampled(db, of))
  const about = await visibleClaims(db, rows, user)
  const alone = await actingAs(LOOK, () => listDecisionsOn(db, rows))
  const ofCases = await actingAs(LOOK, () => listCaseDecisionsOn(db, rows))
  const decisions = new Map([...alone, ...ofCases].map((one) => [one.decisionId, one]))
  const reviews = new Map(
    (await listReviews(db, rows)).map((one) => [`${one.sampleId} ${one.decisionId}`, one]),
  )
  const names = new Map((await listTeam(db, true)).map(({ userId, name }) => [userId, name]))
  return rows.flatMap((row) => {
    const claim = about.get(row.claimId)
    const decision = decisions.get(row.decisionId)
    if (claim === undefined || decision === undefined) return []
    const second = reviews.get(`${row.sampleId} ${row.decisionId}`)
    const isSealed = second === undefined && row.reviewer?.userId === user.userId
    return [
      {
        sampleId: row.sampleId,
        decisionId: row.decisionId,
        ...named(claim),
        decidedAt: instant(decision.decidedAt),
        isOfCase: decision.isOfCase && !isSealed,
        reviewer: row.reviewer,
        first: isSealed ? null : wordsOf(decision, names),
        second:
          second === undefined ? null : { at: second.at, outcome: second.outcome, verdicts: second.verdicts },
      },
    ]
  })
}

const instant = (date: Date): Instant => date.toISOString() as Instant // what a date gives is one

const wordsOf = (
  { deciderId, outcome, verdicts }: DecisionRow,
  names: ReadonlyMap<UserId, string>,
): SampledDecision['first'] => ({
  decider: { userId: deciderId, name: names.get(deciderId) ?? deciderId },
  outcome,
  verdicts: [...verdicts],
})

export const named = ({ claimId, claimName, customerName, partnerName }: AboutClaim) => ({
  claimId,
  claimName,
  customerName,
  partnerName,
})

async function visibleClaims(
  db: Db,
  rows: readonly Pick<SampledRow, 'tenantId' | 'claimId'>[],
  { userId }: HubUser,
): Promise<ReadonlyMap<string, AboutClaim>> {
  const linked = await linkedPartners(db, userId)
  const about = await aboutClaims(db, rows)
  return new Map([...about].filter(([, { mpnId }]) => !linked.includes(mpnId)))
}

/** Notes to this person; for a team lead those to everybody. */
export async function notesFor(db: Db, user: HubUser): Promise<CoachingNote[]> {
  const rows = await listNotes(db, mayLead(user.role) ? null : user.userId)
  const about = await visibleClaims(db, rows, user)
  return rows.flatMap(({ tenantId: _tenant, ...note }) => {
    const claim = about.get(note.claimId)
    return claim === undefined ? [] : [{ ...note, ...named(claim) }]
  })
}
