import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  Ladder,
  LadderSuggestion,
  RungOutcome,
  RungResult,
} from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { ComparedRung, UnclearReason } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { rungsInOrder } from './arbitrationPolicy.ts'
import { CURRENCY } from './currency.ts'
import { CUSTOMER_STATEMENT, RECENCY } from './dayRungs.ts'
import { discretionRung, suggestedByDiscretion } from './discretion.ts'
import { ACTIVITY_FIT, SPECIFICITY } from './mentionRungs.ts'
import type { Comparison, RungRule, RungSetting } from './rungRule.ts'
import { openDetails, type PartyStanding } from './standing.ts'
import { VALIDITY, validityOf } from './validity.ts'

const RULES: Readonly<Record<ComparedRung, RungRule>> = {
  validity: VALIDITY,
  customer_statement: CUSTOMER_STATEMENT,
  recency: RECENCY,
  specificity: SPECIFICITY,
  currency: CURRENCY,
  activity_fit: ACTIVITY_FIT,
}

/**
 * Compares the claims of several partners for one item, rung by rung in the order of the profile, until one is clearly ahead. It ranks
 * and explains: what comes of it is a suggestion, and a lead decides. Rungs below the deciding one are shown and not asked. Of three or
 * more, a rung leaves behind whoever is clearly behind somebody on it; the next ones compare the others.
 *
 * The order of the parties changes nothing. A party that has no less than another in anything is never left behind by a rung that the
 * other passes. (That a party which gains more can never fall back holds for two; with ties that are not exact it cannot hold for three:
 * who else is left behind by the gain may be the one who kept a third behind.)
 */
export function climb(given: readonly PartyStanding[], setting: RungSetting): Ladder {
  const ids = new Set(given.map(({ claimId }) => claimId))
  if (ids.size < given.length) return { outcome: 'refused', reason: 'party_twice' }
  if (given.length < 2) return { outcome: 'refused', reason: 'too_few_parties' }
  const parties = given.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
  const open = parties
    .map((party) => ({ claimId: party.claimId, checks: openDetails(party) }))
    .filter(({ checks }) => checks.length > 0)
  return { outcome: 'compared', ...climbRungs(parties, setting, open) }
}

interface Climbed {
  readonly rungs: RungResult[]
  readonly suggestion: LadderSuggestion
}

function climbRungs(
  parties: readonly PartyStanding[],
  setting: RungSetting,
  open: Extract<LadderSuggestion, { kind: 'not_verified' }>['open'],
): Climbed {
  const rungs: RungResult[] = []
  const unsettled: ComparedRung[] = []
  let left = parties
  // S-126: the details of every association are verified before anything is compared.
  let suggestion: LadderSuggestion | null = open.length > 0 ? { kind: 'not_verified', open } : null
  for (const rung of rungsInOrder(setting.policy)) {
    const result = suggestion === null ? ask(RULES[rung], left, setting) : NOT_ASKED
    rungs.push(shown(rung, parties, left, setting, result))
    left = left.filter(({ claimId }) => !result.leftBehind.includes(claimId))
    if (result.outcome.kind === 'cannot_tell') unsettled.push(rung)
    suggestion ??= suggestedBy(rung, result.outcome, left, unsettled)
  }
  rungs.push(discretionRung(parties, left, suggestion !== null))
  return { rungs, suggestion: suggestion ?? { ...suggestedByDiscretion(left, setting.policy), unsettled } }
}

interface Asked {
  readonly outcome: RungOutcome
  readonly leftBehind: ClaimId[]
}
const NOT_ASKED: Asked = { outcome: { kind: 'not_asked' }, leftBehind: [] }

function ask(rule: RungRule, left: readonly PartyStanding[], setting: RungSetting): Asked {
  const isBehind = (party: PartyStanding): boolean =>
    left.some((other) => other !== party && rule.compare(party, other, setting) === 'behind')
  const ahead = left.filter((party) => !isBehind(party))
  const leftBehind = left.filter((party) => !ahead.includes(party)).map(({ claimId }) => claimId)
  return { outcome: outcomeOf(rule, ahead, setting), leftBehind }
}

function outcomeOf(rule: RungRule, ahead: readonly PartyStanding[], setting: RungSetting): RungOutcome {
  const missing = ahead.flatMap((party) => {
    const what = rule.missingOf(party, setting)
    return what === null ? [] : [{ claimId: party.claimId, what }]
  })
  const [first] = ahead
  if (rule === VALIDITY && ahead.every((party) => validityOf(party) === 'not_valid'))
    return { kind: 'nobody' }
  if (first !== undefined && ahead.length === 1)
    // Whose criteria are open is not ahead of those who fail them: it is only not out yet.
    return rule === VALIDITY && missing.length > 0
      ? { kind: 'cannot_tell', missing }
      : { kind: 'clear', claimId: first.claimId }
  const pairs = ahead.flatMap((one, i) =>
    ahead.slice(i + 1).map((other) => rule.compare(one, other, setting)),
  )
  if (pairs.includes('unknown')) return { kind: 'cannot_tell', missing }
  return { kind: 'not_clear', why: reasonOf(pairs) }
}

const REASONS: readonly UnclearReason[] = ['different_strengths', 'within_tie', 'same', 'none_has']

const reasonOf = (pairs: readonly Comparison[]): UnclearReason =>
  REASONS.find((reason) => pairs.includes(reason)) ?? 'same'

/** Null = the next rung is asked. */
function suggestedBy(
  rung: ComparedRung,
  outcome: RungOutcome,
  left: readonly PartyStanding[],
  unsettled: readonly ComparedRung[],
): LadderSuggestion | null {
  if (outcome.kind === 'nobody') return { kind: 'nobody' }
  if (outcome.kind === 'clear')
    return { kind: 'clear', rung, claimId: outcome.claimId, unsettled: [...unsettled] }
  const [first] = left
  return left.length === 1 && first !== undefined ? { kind: 'criteria_open', claimId: first.claimId } : null
}

/** Every party is shown on every rung, also those that are out and those that it is not asked about. */
function shown(
  rung: ComparedRung,
  parties: readonly PartyStanding[],
  left: readonly PartyStanding[],
  setting: RungSetting,
  { outcome, leftBehind }: Asked,
): RungResult {
  const rule = RULES[rung]
  return {
    rung,
    parties: parties.map((party) => ({
      claimId: party.claimId,
      value: rule.valueOf(party, setting),
      evidence: [...rule.evidenceOf(party)],
      isLeft: left.includes(party),
    })),
    outcome,
    leftBehind,
  }
}
