import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Criterion, DecisionKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { mayLead, roleMay } from '../../domain/claim/roles.ts'
import { drawSample } from '../../domain/quality/drawSample.ts'
import { type SecondReviewer, secondReviewers } from '../../domain/quality/secondReviewers.ts'
import { stratumOf } from '../../domain/quality/stratumOf.ts'
import type { HubUser } from '../api/people.ts'
import type {
  SampleCell,
  SampleView,
  SampleWish,
} from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { DrawAnswer } from '../api/quality.ts'
import { actingAs, enter, HUB } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { listCaseDecisions } from '../store/caseDecisionsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { listTeam } from '../store/peopleRepo.ts'
import {
  type AboutClaim,
  aboutClaims,
  type DecisionRow,
  insertSample,
  listDecisions,
  listSamples,
} from '../store/qualityRepo.ts'
import { transact } from '../store/transact.ts'

/** Of more decisions than these the newest are drawn from; a span that has more is too long for a sample. */
const MOST_DECISIONS = 20_000

interface Drawing {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly hasDemo: boolean
}

/**
 * Draws a sample, once for its id. Not drawn are decisions on claims that the lead may not see. @returns `differs` where the id was used for
 * another wish.
 */
export const drawDecisions = (
  { db, ...drawing }: Drawing & { readonly db: Db },
  lead: HubUser,
  request: SampleWish,
): Promise<DrawAnswer | 'differs'> =>
  actingAs(HUB, () => transact(db, (tx) => drawIn(tx, drawing, lead, request)))

export async function drawIn(
  tx: Tx,
  { now, hasDemo }: Drawing,
  lead: HubUser,
  request: SampleWish,
): Promise<DrawAnswer | 'differs'> {
  const [known] = await listSamples(tx, request.sampleId)
  if (known !== undefined) return answerOf(known, request)
  const { from, to } = request
  const span = { from: new Date(from), to: new Date(to), most: MOST_DECISIONS }
  const decisions = [...(await listDecisions(tx, span)), ...(await listCaseDecisions(tx, span))]
  const linked = await linkedPartners(tx, lead.userId)
  await enter(tx, { kind: 'hub', hidden: linked })
  const about = await aboutClaims(tx, decisions)
  const visible = decisions.filter(({ claimId }) => {
    const claim = about.get(claimId)
    return claim !== undefined && !linked.includes(claim.mpnId)
  })
  if (visible.length === 0) return { outcome: 'nothing' }
  const team = await reviewersOf(tx, lead.userId, hasDemo)
  const drawn = drawnOf({ request, visible, about, team })
  await insertSample(tx, request, { by: lead, at: new Date(now()), ...drawn })
  const [sample] = await listSamples(tx, request.sampleId)
  if (sample === undefined) throw new Error('A sample that was drawn is gone')
  return { outcome: 'drawn', sample }
}

const WISHED = ['from', 'to', 'seed', 'perCell', 'most'] as const

const answerOf = (known: SampleView, wish: SampleWish): DrawAnswer | 'differs' =>
  WISHED.every((field) => known[field] === wish[field]) ? { outcome: 'drawn', sample: known } : 'differs'

interface Reviewer extends SecondReviewer {
  readonly userId: UserId
  readonly name: string
}

/** Whoever draws sees everybody's words, so they look at none again. */
async function reviewersOf(tx: Tx, leadId: UserId, hasDemo: boolean): Promise<Reviewer[]> {
  const team = (await listTeam(tx, hasDemo)).filter(
    ({ userId, role }) => userId !== leadId && !mayLead(role) && roleMay(role, 'second_review'),
  )
  const found: Reviewer[] = []
  for (const { userId, name, role } of team)
    found.push({
      userId,
      name,
      linked: await linkedPartners(tx, userId),
      seesCases: roleMay(role, 'case_decide'),
    })
  return found
}

interface Basis {
  readonly request: SampleWish
  readonly visible: readonly DecisionRow[]
  readonly about: ReadonlyMap<string, AboutClaim>
  readonly team: readonly Reviewer[]
}

function drawnOf({ request, visible, about, team }: Basis) {
  const strata = visible.map(({ decisionId, deciderId, outcome, verdicts, claimId }) =>
    stratumOf({
      decisionId,
      deciderId,
      outcome,
      words: verdicts,
      isPublicSector: about.get(claimId)?.isPublicSector ?? false,
      disputes: about.get(claimId)?.disputes ?? 0,
    }),
  )
  const { decisionIds, cells } = drawSample(strata, request)
  const byId = new Map(visible.map((one) => [String(one.decisionId), one]))
  const chosen = decisionIds.flatMap((id) => byId.get(id) ?? [])
  const toReview = chosen.map(({ decisionId, deciderId, claimId, isOfCase }) => ({
    decisionId,
    deciderId,
    isOfCase,
    mpnId: about.get(claimId)?.mpnId ?? '',
  }))
  const reviewers = secondReviewers(toReview, team, request.seed)
  return {
    // A cell is named by what its decisions say, which was parsed.
    cells: cells.map(
      (cell): SampleCell => ({
        ...cell,
        deciderId: cell.deciderId as UserId,
        outcome: cell.outcome as DecisionKind,
        criterion: cell.criterion as Criterion | null,
      }),
    ),
    decisions: chosen.map(({ tenantId, claimId, decisionId }) => ({
      tenantId,
      claimId,
      decisionId,
      reviewer: team.find(({ userId }) => userId === reviewers.get(decisionId)) ?? null,
    })),
  }
}
