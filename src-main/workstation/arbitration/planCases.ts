import type { Output } from '../../../src-preload/contract/index.ts'
import type { CaseChoice, LetterName } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { OutcomeAct, OutcomePlan } from '../../domain/arbitration/outcome.ts'
import { needsReason } from '../../domain/arbitration/outcomeBlocks.ts'
import { planOutcome, writtenAct } from '../../domain/arbitration/outcomePlan.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { block } from '../../domain/claim/block.ts'
import type { LetterChoice } from '../../domain/letter/factsOfClaim.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'
import { findOwnCalendar, situationOf } from '../claims/claimAtHand.ts'
import { dueIfDecided } from '../claims/dueIfDecided.ts'
import { type Acting, actingNow, isDeciding, isReadOnly } from '../claims/guards.ts'
import { ownEvidenceAtHand, ownPlaces } from '../claims/ownEvidenceAtHand.ts'
import type { Core } from '../core.ts'
import { type CasesAtHand, casesAtHand, outcomeOf, type SideAtHand, whatIsDecided } from './caseOutcome.ts'
import { standingOf } from './caseViews.ts'

type View = Output<'arbitration.plan'>
interface Chosen {
  readonly choices: readonly CaseChoice[]
  readonly reason: string
}

/** What a lead's choices would mean for each claim, with the letters as the templates have them. */
export async function planCases(core: Core, chosen: Chosen): Promise<View> {
  const acting = actingNow(core)
  const { at, drafts } = core.store.read((store) => {
    const cases = casesAtHand(
      store,
      chosen.choices.map(({ caseId }) => caseId),
      acting,
    )
    const letters = lettersOf(planned(cases, chosen, acting))
    return {
      at: cases,
      drafts: letters.map((letter) => ({ letter, source: sourceOf(store, core, cases, letter) })),
    }
  })
  // Templates of six languages: loaded with the first letter.
  const { draftLetter } = await import('../letters/draftLetter.ts')
  const letters = drafts.map(({ letter: { act, ...name }, source }) => {
    const { language, text } = draftLetter(source, choiceOf(act))
    return { ...name, act: act.act, items: itemNames(at, name.claimId, act), language, text }
  })
  return viewOf(at, chosen, { acting, letters })
}

/** What of a plan is said to whom. */
export interface PlannedLetter extends Pick<LetterName, 'claimId' | 'isLater'> {
  readonly act: OutcomeAct
}

export function lettersOf({ acts, later }: OutcomePlan): PlannedLetter[] {
  const ends = Map.groupBy(later, ({ claimId }) => claimId)
  return [
    ...acts.map(({ claimId, act }) => ({ claimId, act, isLater: false })),
    ...[...ends].map(([claimId, own]) => ({
      claimId,
      act: { act: 'end_association', items: own.flatMap(({ items }) => items) } as const,
      isLater: true,
    })),
  ]
}

const NO_PLAN: OutcomePlan = { acts: [], later: [], deferred: [] }

function planned(at: CasesAtHand, chosen: Chosen, acting: Acting): OutcomePlan {
  const plan = planOutcome(whatIsDecided(at), withoutReason(outcomeOf(at, chosen, acting)))
  return 'blocks' in plan ? NO_PLAN : plan
}

/** The letters do not hang on why: they are shown before anybody wrote that. */
const withoutReason = <Outcome extends { readonly reason: string }>(outcome: Outcome): Outcome => ({
  ...outcome,
  reason: outcome.reason.trim() === '' ? '…' : outcome.reason,
})

function sourceOf(store: ReadStore, core: Core, { sides }: CasesAtHand, { claimId }: PlannedLetter) {
  const side = sides.find(({ claim }) => claim.form.claimId === claimId)
  const calendar = side === undefined ? null : findOwnCalendar(store, side.atHand.record)
  if (side === undefined || calendar === null)
    throw new AppError('not_found', 'The calendar of a claim has not come from the hub yet.')
  const { record, criteria, report } = side.atHand
  const found = ownEvidenceAtHand(store, record)
  const due = dueIfDecided(record, { policy: side.policy, calendar, now: core.ports.clock.now() })
  return {
    record,
    criteria: criteria.map((view) => ({ ...view, own: ownPlaces(found, record, view) })),
    checks: report?.claimChecks ?? [],
    policy: side.policy,
    zone: calendar.zone,
    due,
  }
}

function choiceOf(act: OutcomeAct): LetterChoice {
  return {
    decision: act.act,
    reasons: 'reasons' in act ? act.reasons : [],
    items: 'items' in act ? act.items : [],
    mayRemoveItems: 'mayRemoveItems' in act && act.mayRemoveItems,
    partnerRequestReason: 'partnerRequestReason' in act ? act.partnerRequestReason : null,
  }
}

function itemNames({ sides }: CasesAtHand, claimId: string, act: OutcomeAct): string[] {
  const ids = 'items' in act ? act.items : []
  const side = sides.find(({ claim }) => claim.form.claimId === claimId)
  return (side?.claim.form.items ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}

interface Drafted {
  readonly acting: Acting
  readonly letters: View['letters']
}

function viewOf(at: CasesAtHand, chosen: Chosen, { acting, letters }: Drafted): View {
  const decided = whatIsDecided(at)
  const outcome = outcomeOf(at, chosen, acting)
  const plan = planOutcome(decided, outcome)
  const whole = planned(at, chosen, acting)
  return {
    cases: at.cases.map((one) => {
      const { key } = one.contested
      return {
        ...standingOf(one),
        winner: outcome.winners.find((each) => each.key === key)?.claimId ?? null,
        suggestion: one.suggestion,
        needsReason: needsReason(key, decided, outcome),
        deferred: whole.deferred.find((each) => each.key === key)?.why ?? null,
      }
    }),
    blocks: 'blocks' in plan ? [...plan.blocks] : [],
    claims: at.sides.map((side) => {
      const { form, revision } = side.atHand.record
      const own = lettersOf(whole).find(({ claimId, isLater }) => claimId === form.claimId && !isLater)
      const text = letters.find(({ claimId, isLater }) => claimId === form.claimId && !isLater)?.text ?? ''
      return {
        claimId: form.claimId,
        partnerName: form.partnerCompanyName,
        revision,
        blocks: blocksOfSide(side, own === undefined ? null : { act: own.act, comment: text }, acting),
      }
    }),
    letters,
  }
}

/** Every guard of the act, the same as the hub asks; and that nothing else about the claim is on its way. Null = it is left as it is. */
export function blocksOfSide(
  { atHand, policy }: SideAtHand,
  said: { readonly act: OutcomeAct; readonly comment: string } | null,
  { actor, hubNow }: Acting,
): Block[] {
  const pending = atHand.said.some(({ kind }) => isDeciding(kind)) ? [block('operation_pending')] : []
  if (isReadOnly(atHand)) return [block('unknown_content')]
  if (said === null) return pending
  const situation = { ...situationOf(atHand, hubNow), isArbitrated: true }
  const command = writtenAct(said.act, said.comment)
  return [...pending, ...blocksOf(command, situation, actor, { policy, now: hubNow })]
}
