import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { type Criterion, DETAIL_CHECKS } from '../../../src-preload/contract/vocabulary/words.ts'
import { planOutcome } from '../../domain/arbitration/outcomePlan.ts'
import { letterChoiceOf, lettersOf } from '../../domain/arbitration/outcomeLetters.ts'
import type { OutcomeAct, OutcomePlan } from '../../domain/arbitration/outcome.ts'
import { dueIfDecided } from '../../domain/letter/dueIfDecided.ts'
import { letterFactsOf } from '../../domain/letter/factsOfClaim.ts'
import type { LetterFacts } from '../../domain/letter/letterFacts.ts'
import { CaseDecision, type DecidedParty } from '../api/caseDecision.ts'
import type { HubUser } from '../api/people.ts'
import { decideCases } from '../arbitration/decideCases.ts'
import { type Side, sidesOf, whatIsDecided } from '../arbitration/sidesOfOutcome.ts'
import { situationOf } from '../claims/situation.ts'
import type { Rules } from '../policy/rules.ts'
import { listLivingCasesOf } from '../store/arbitrationRepo.ts'
import { listRecords } from '../store/claimRecords.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { ClaimKey } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import type { DemoOutcome } from './demoShape.ts'

/** Writes a letter to a partner by the team's templates. */
export type WriteLetter = (facts: LetterFacts) => Promise<string>

interface Deciding {
  /** The party by which the demo names the cases. */
  readonly key: ClaimKey
  readonly user: HubUser
  readonly rules: Rules
  readonly writeLetter: WriteLetter
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Decides cases as a lead did some days ago, by the way that every outcome takes.
 * @throws Error, naming the claim, when the demo decides what the rules do not allow.
 */
export async function decideDemoCases(tx: Tx, outcome: DemoOutcome, deciding: Deciding): Promise<void> {
  const { key, user, rules, now } = deciding
  const cases = casesMeant(outcome, await listLivingCasesOf(tx, key))
  const unlettered = {
    kind: 'case_decide' as const,
    cases: cases.map(({ caseId, revision, contested }) => {
      const { winner, rung } = choiceFor(outcome, contested)
      return { caseId, caseRevision: revision, winner, rung }
    }),
    reason: outcome.reason,
    parties: [],
    letters: [],
  }
  const sides = (await sidesOf(tx, cases, unlettered, rules)).map((side) => ({
    ...side,
    seen: seenBy(side, outcome),
  }))
  const parties = sides.map(({ seen }) => seen)
  const plan = planOutcome(whatIsDecided(cases, sides), {
    lead: user,
    winners: cases.map(({ contested }) => ({
      key: contested.key,
      claimId: choiceFor(outcome, contested).winner,
    })),
    reason: outcome.reason,
  })
  if ('blocks' in plan) throw refused(outcome, plan.blocks.map(({ reason }) => reason).join())
  const decision = CaseDecision.parse({
    ...unlettered,
    parties,
    letters: await lettersFor(tx, plan, sides, deciding),
  })
  const first = sides[0]
  if (first === undefined) throw refused(outcome, 'no party')
  const result = await decideCases(tx, first.claim, decision, { userId: user.userId, rules, now: () => now })
  if (result.outcome === 'conflict') throw refused(outcome, result.reason)
}

const refused = ({ claimId }: DemoOutcome, why: string): Error =>
  new Error(`The demo decides about ${claimId} what cannot be decided: ${why}`)

function casesMeant(outcome: DemoOutcome, living: readonly ArbitrationCase[]): ArbitrationCase[] {
  return outcome.cases.map(({ productId }) => {
    const meant = living.find(({ contested }) => contested.productId === productId)
    if (meant === undefined) throw refused(outcome, `no case is about ${productId}`)
    return meant
  })
}

function choiceFor(outcome: DemoOutcome, { productId }: ArbitrationCase['contested']) {
  const choice = outcome.cases.find((one) => one.productId === productId)
  if (choice === undefined) throw refused(outcome, `nothing is said about ${productId}`)
  return choice
}

const unmetOf = ({ unmet }: DemoOutcome, claimId: string): readonly Criterion[] =>
  unmet.find((one) => one.claimId === claimId)?.criteria ?? []

/** A claim as the lead had it before their eyes when they decided. */
function seenBy({ claim }: Side, outcome: DemoOutcome): DecidedParty {
  const { form, revision, policy, documents } = claim
  const unmet = unmetOf(outcome, form.claimId)
  return {
    claimId: form.claimId,
    claimRevision: revision,
    policy,
    documentHashes: documents.map(({ sha256 }) => sha256).toSorted(),
    verdicts: situationOf(claim).criteria.map(({ criterion, item }) => ({
      criterion,
      item,
      verdict: unmet.includes(criterion) ? ('not_met' as const) : ('met' as const),
      by: 'reviewer' as const,
      reason: null,
    })),
    details: form.items.flatMap(({ id }) =>
      DETAIL_CHECKS.map((check) => ({ item: id, check, verdict: 'met' as const })),
    ),
  }
}

type SeenSide = Side & { readonly seen: DecidedParty }

async function lettersFor(
  tx: Tx,
  plan: OutcomePlan,
  sides: readonly SeenSide[],
  deciding: Deciding,
): Promise<CaseDecision['letters']> {
  const letters: CaseDecision['letters'] = []
  for (const { claimId, act, isLater } of lettersOf(plan)) {
    const side = sides.find(({ claim }) => claim.form.claimId === claimId)
    if (side === undefined) throw new Error(`The plan has an act for ${claimId}, which is no party`)
    letters.push({ claimId, act: act.act, isLater, comment: await letterTo(tx, side, act, deciding) })
  }
  return letters
}

async function letterTo(
  tx: Tx,
  { claim, seen }: SeenSide,
  act: OutcomeAct,
  { rules, writeLetter, now }: Deciding,
): Promise<string> {
  const [record] = await listRecords(tx, [keyOf(claim)])
  if (record === undefined)
    throw new Error(`Claim ${claim.form.claimId} is a party of a case and does not exist`)
  const basis = rules.basisOf(claim.policy)
  const criteria = seen.verdicts.map(({ criterion, item, verdict }) => ({
    criterion,
    item,
    machine: null,
    reviewer: verdict === null ? null : { verdict },
  }))
  const source = {
    record,
    criteria,
    checks: [],
    policy: basis.policy,
    zone: basis.calendar.zone,
    due: dueIfDecided(record, { ...basis, now }),
  }
  return writeLetter(letterFactsOf(source, letterChoiceOf(act)))
}
