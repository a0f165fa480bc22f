import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { CaseDraft, LetterName } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { User } from '../../../src-preload/contract/session.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type {
  ArbitrationCase as WhatIsDecided,
  LeadOutcome,
  OutcomeAct,
  OutcomePlan,
} from '../../domain/arbitration/outcome.ts'
import { needsReason } from '../../domain/arbitration/outcomeBlocks.ts'
import { letterChoiceOf, lettersOf, type PlannedLetter } from '../../domain/arbitration/outcomeLetters.ts'
import { voteBlocks } from '../../domain/arbitration/voteBlocks.ts'
import { planOutcome, writtenAct } from '../../domain/arbitration/outcomePlan.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { block } from '../../domain/claim/block.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'
import { findOwnCalendar, situationOf } from '../claims/claimAtHand.ts'
import { dueIfDecided } from '../../domain/letter/dueIfDecided.ts'
import { type Acting, actingNow, isDeciding, isReadOnly } from '../claims/guards.ts'
import { ownEvidenceAtHand, ownPlaces } from '../claims/ownEvidenceAtHand.ts'
import type { Core } from '../core.ts'
import { type CasesAtHand, casesAtHand, outcomeOf, type SideAtHand, whatIsDecided } from './caseOutcome.ts'
import { standingOf } from './caseViews.ts'
import { colleague } from './colleague.ts'

type View = Output<'arbitration.plan'>
type Chosen = Input<'arbitration.plan'>

/** What a lead's choices would mean for each claim, with the letters as the templates have them. */
export async function planCases(core: Core, chosen: Chosen): Promise<View> {
  const acting = actingNow(core)
  const { at, planned, drafts } = core.store.read((store) => {
    const cases = casesAtHand(
      store,
      chosen.choices.map(({ caseId }) => caseId),
      acting,
    )
    const resolver = colleague(core, chosen.resolver)
    const plan = chosen.isVote ? votedFor(cases, chosen, acting, resolver) : plannedFor(cases, chosen, acting)
    const sources = lettersOf(plan.whole).map((letter) => ({
      letter,
      source: sourceOf(store, core, cases, letter),
    }))
    return { at: cases, planned: plan, drafts: sources }
  })
  // Templates of six languages: loaded with the first letter.
  const { draftLetter } = await import('../letters/draftLetter.ts')
  const letters = drafts.map(({ letter: { act, ...name }, source }) => {
    const { language, text } = draftLetter(source, letterChoiceOf(act))
    return { ...name, act: act.act, items: itemNames(at, name.claimId, act), language, text }
  })
  return viewOf(at, planned, { acting, letters, own: chosen.letters })
}

interface Planned {
  readonly decided: WhatIsDecided
  readonly outcome: LeadOutcome
  readonly blocks: readonly OutcomeBlock[]
  /** What would be done if only the reason were given: the letters do not hang on it. Empty where something else is in the way. */
  readonly whole: OutcomePlan
}

const NO_PLAN: OutcomePlan = { acts: [], later: [], deferred: [] }

function plannedFor(at: CasesAtHand, chosen: CaseDraft, acting: Acting): Planned {
  const decided = whatIsDecided(at)
  const outcome = outcomeOf(at, chosen, acting)
  const plan = planOutcome(decided, outcome)
  if (!('blocks' in plan)) return { decided, outcome, blocks: [], whole: plan }
  const isReasonAlone = plan.blocks.every(({ reason }) => reason === 'reason_missing')
  const reasoned = isReasonAlone ? planOutcome(decided, { ...outcome, reason: 'given later' }) : plan
  return { decided, outcome, blocks: plan.blocks, whole: 'blocks' in reasoned ? NO_PLAN : reasoned }
}

/** A vote moves no claim: it has no letters. */
function votedFor(at: CasesAtHand, chosen: Chosen, acting: Acting, resolver: User | null): Planned {
  const decided = whatIsDecided(at)
  const outcome = outcomeOf(at, chosen, acting)
  return { decided, outcome, blocks: voteBlocks(decided, { ...outcome, resolver }), whole: NO_PLAN }
}

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

function itemNames({ sides }: CasesAtHand, claimId: string, act: OutcomeAct): string[] {
  const ids = 'items' in act ? act.items : []
  const side = sides.find(({ claim }) => claim.form.claimId === claimId)
  return (side?.claim.form.items ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}

interface Drafted {
  readonly acting: Acting
  readonly letters: View['letters']
  readonly own: CaseDraft['letters']
}

function viewOf(
  { cases, sides }: CasesAtHand,
  { decided, outcome, blocks, whole }: Planned,
  { acting, letters, own }: Drafted,
): View {
  const isOf = (letter: LetterName) => (one: LetterName) =>
    one.claimId === letter.claimId && one.act === letter.act && one.isLater === letter.isLater
  const commentOf = (letter: LetterName): string =>
    own.find(isOf(letter))?.comment ?? letters.find(isOf(letter))?.text ?? ''
  return {
    cases: cases.map((one) => {
      const { key } = one.contested
      return {
        ...standingOf(one),
        winner: outcome.winners.find((each) => each.key === key)?.claimId ?? null,
        suggestion: one.suggestion,
        needsReason: needsReason(key, decided, outcome),
        deferred: whole.deferred.find((each) => each.key === key)?.why ?? null,
      }
    }),
    blocks: [...blocks],
    claims: sides.map((side) => {
      const { form, revision } = side.atHand.record
      return {
        claimId: form.claimId,
        partnerName: form.partnerCompanyName,
        revision,
        blocks: blocksOfSide(side, lettersOf(whole), { commentOf, acting }),
      }
    }),
    letters,
  }
}

export interface Written {
  readonly commentOf: (letter: LetterName) => string
  readonly acting: Acting
}

/**
 * Every guard of what a party undergoes, now and later, the same as the hub asks; and that nothing else about the claim is on its way. One
 * without a letter is left as it is.
 */
export function blocksOfSide(
  { atHand, policy, claim }: SideAtHand,
  letters: readonly PlannedLetter[],
  { commentOf, acting: { actor, hubNow } }: Written,
): Block[] {
  if (isReadOnly(atHand)) return [block('unknown_content')]
  const pending = atHand.said.some(({ kind }) => isDeciding(kind)) ? [block('operation_pending')] : []
  const situation = { ...situationOf(atHand, hubNow), isArbitrated: true }
  const found = letters
    .filter(({ claimId }) => claimId === claim.form.claimId)
    .flatMap(({ claimId, act, isLater }) => {
      const comment = commentOf({ claimId, act: act.act, isLater })
      return blocksOf(writtenAct(act, comment), situation, actor, { policy, now: hubNow })
    })
  return [...pending, ...found]
}
