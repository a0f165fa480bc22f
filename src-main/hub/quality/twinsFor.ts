import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Twin, TwinPair } from '../../../src-preload/contract/vocabulary/twinShape.ts'
import type { HubUser } from '../api/people.ts'
import type { Twins } from '../api/quality.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { listTeam } from '../store/peopleRepo.ts'
import { type AboutClaim, aboutClaims, type DecisionRow, listDecisionsOn } from '../store/qualityRepo.ts'
import { countUnjudged, type FoundTwins, listTwins } from '../store/twinsRepo.ts'
import { judgeDecisions } from './judgeDecisions.ts'
import { named } from './sampledViews.ts'

/** Near-identical claims with opposite outcomes, as a lead may see them: not those of which one is gone, or not for this person. */
export async function twinsFor(db: Db, { userId }: HubUser): Promise<Twins> {
  await judgeDecisions(db)
  const found = await actingAs(LOOK, () => listTwins(db))
  const keys = found.flatMap(({ approved, other }) => [approved, other])
  const about = await aboutClaims(db, keys)
  const linked = await linkedPartners(db, userId)
  const decisions = new Map(
    (await actingAs(LOOK, () => listDecisionsOn(db, keys))).map((one) => [one.decisionId, one]),
  )
  const names = new Map((await listTeam(db, true)).map((person) => [person.userId, person.name]))
  const twinOf = ({ claimId, decisionId }: FoundTwins['approved']): Twin | null => {
    const claim = about.get(claimId)
    const decision = decisions.get(decisionId)
    if (claim === undefined || decision === undefined || linked.includes(claim.mpnId)) return null
    return twinFrom(claim, decision, names.get(decision.deciderId) ?? decision.deciderId)
  }
  const pairs = found.flatMap(({ approved, other, nearness, dismissed }): TwinPair[] => {
    const [one, two] = [twinOf(approved), twinOf(other)]
    if (one === null || two === null) return []
    const said = dismissed === null ? null : { ...dismissed, at: instant(dismissed.at) }
    return [{ approved: one, other: two, nearness, dismissed: said }]
  })
  return { pairs, behind: await actingAs(LOOK, () => countUnjudged(db)) }
}

const instant = (date: Date): Instant => date.toISOString() as Instant // what a date gives is one

const twinFrom = (
  claim: AboutClaim,
  { decisionId, deciderId, decidedAt, outcome, reasons }: DecisionRow,
  name: string,
): Twin => ({
  ...named(claim),
  decisionId,
  decidedAt: instant(decidedAt),
  decider: { userId: deciderId, name },
  outcome,
  reasons: [...reasons],
})
