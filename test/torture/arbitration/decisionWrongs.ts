import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { leadNamed, LEADS, type LeadsDecision } from './did.ts'
import type { View } from './view.ts'

type Letter = LeadsDecision['decision']['letters'][number]

const TRACES: Readonly<Record<Letter['act'], HistoryKind>> = {
  approve: 'approved',
  reject: 'rejected',
  request_info: 'information_requested',
  end_association: 'disassociated',
}

/** A decision that was applied is in its cases, its claims' histories and their comments, each once; one that was refused is nowhere. */
export function wrongsOfDecisions(view: View, sent: readonly LeadsDecision[]): string[] {
  return [
    ...sent.flatMap((one) => [
      ...wrongsOfAnswers(one),
      ...(isCarriedOut(one) ? wrongsOfApplied(view, one) : wrongsOfRefused(view, one)),
    ]),
    ...view.cases.flatMap((one) => wrongsOfOutcome(one, sent)),
    ...view.claims.flatMap((claim) => wrongsOfTraces(claim, view, sent)),
  ]
}

const isCarriedOut = ({ answers }: LeadsDecision): boolean => answers[0]?.outcome === 'applied'
const nameOf = ({ lead, decision }: LeadsDecision): string => `${lead}'s decision "${decision.reason}"`

const wrongsOfAnswers = (one: LeadsDecision): string[] =>
  one.answers.every((answer) => JSON.stringify(answer) === JSON.stringify(one.answers[0]))
    ? []
    : [`${nameOf(one)} was answered ${JSON.stringify(one.answers)}`]

const timesSaid = (view: View, { claimId, comment }: Letter): number =>
  view.claims
    .filter(({ form }) => form.claimId === claimId)
    .flatMap(({ comments }) => comments.filter(({ text }) => text === comment)).length

function wrongsOfApplied(view: View, one: LeadsDecision): string[] {
  const { decision, lead } = one
  const cases = decision.cases.flatMap(({ caseId, winner }) => {
    const known = view.cases.find((other) => other.caseId === caseId)
    const { outcome } = known ?? {}
    const isThere =
      known?.state === 'decided' &&
      outcome?.winner === winner &&
      outcome.reason === decision.reason &&
      outcome.by.userId === lead
    return isThere ? [] : [`${nameOf(one)} is not in its case: ${JSON.stringify(outcome)}`]
  })
  const letters = decision.letters.flatMap((letter) => {
    const times = timesSaid(view, letter)
    const wanted = letter.isLater ? (isStillPending(view, one, letter) ? [0] : [0, 1]) : [1]
    return wanted.includes(times) ? [] : [`${nameOf(one)}: ${letter.claimId} was told ${times} times`]
  })
  return [...cases, ...letters]
}

const isStillPending = (view: View, { decision }: LeadsDecision, { claimId }: Letter): boolean =>
  view.cases.some(
    ({ caseId, outcome }) =>
      decision.cases.some((one) => one.caseId === caseId) &&
      outcome?.pendingEnds.some((pending) => pending.claimId === claimId) === true,
  )

function wrongsOfRefused(view: View, one: LeadsDecision): string[] {
  const said = one.decision.letters.filter((letter) => timesSaid(view, letter) > 0)
  const inCases = view.cases.some(({ outcome }) => outcome?.reason === one.decision.reason)
  return [
    ...said.map(({ claimId }) => `${nameOf(one)} was refused, and ${claimId} was told`),
    ...(inCases ? [`${nameOf(one)} was refused, and stands in a case`] : []),
  ]
}

/** What is decided has a reason, and was decided by somebody whose decision was applied. */
function wrongsOfOutcome(
  { state, outcome, contested }: ArbitrationCase,
  sent: readonly LeadsDecision[],
): string[] {
  if (state !== 'decided') return []
  const reason = outcome?.reason ?? ''
  const isKnown = sent.some((one) => isCarriedOut(one) && one.decision.reason === reason)
  return reason.trim() !== '' && isKnown ? [] : [`the case on ${contested.key} was decided for "${reason}"`]
}

/** Leads do these acts by decisions alone: each leaves one line in the history of its claim. */
function wrongsOfTraces(claim: ClaimRecord, view: View, sent: readonly LeadsDecision[]): string[] {
  const { claimId } = claim.form
  return LEADS.flatMap((lead) =>
    Object.entries(TRACES).flatMap(([act, kind]) => {
      const traces = claim.history.filter(
        (entry) => entry.kind === kind && entry.side === 'reviewer' && entry.actorName === leadNamed(lead),
      ).length
      const letters = sent
        .filter((one) => one.lead === lead && isCarriedOut(one))
        .flatMap(({ decision }) => decision.letters)
        .filter((letter) => letter.claimId === claimId && letter.act === act)
      const now = letters.filter(({ isLater }) => !isLater).length
      const later = new Set(letters.filter((letter) => letter.isLater && timesSaid(view, letter) > 0)).size
      return traces === now + later
        ? []
        : [`${claimId}: ${now + later} × ${act} by ${lead} left ${traces} traces`]
    }),
  )
}
