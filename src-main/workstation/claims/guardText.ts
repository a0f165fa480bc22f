import type { DecisionInput } from '../../../src-preload/contract/claims.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import { heldCitations } from '../../domain/letter/guards/heldCitations.ts'
import { type PhrasePlan, phrasePlan } from '../../domain/letter/guards/phrasePlan.ts'
import { repeatedAsk } from '../../domain/letter/guards/repeatedAsk.ts'
import { leaksIn } from '../../domain/letter/guards/unsayable.ts'
import { letterLanguageOf } from '../../domain/letter/languages.ts'
import type { Core } from '../core.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { type ClaimAtHand, getClaimAtHand, situationOf } from './claimAtHand.ts'
import { actingNow } from './guards.ts'

type Guarded = Output<'claims.guardText'>
type Citation = ReturnType<typeof heldCitations>[number]

/** What is said here is no judgement of a criterion. */
const LEAKS_ALONE: readonly Input<'claims.guardText'>['act'][] = ['comment', 'case_ask', 'case_tell']

/** All that stands in the way of a text to the partner, with its places. */
export async function guardText(
  core: Core,
  { claimId, act, reasons, items, text, note }: Input<'claims.guardText'>,
): Promise<Guarded> {
  const citationsIn = LEAKS_ALONE.includes(act) ? () => [] : await citationFinder(text)
  const claim = core.store.read((store) =>
    claimFor(store, getClaimAtHand(store, claimId), core.session.user().userId),
  )
  const { unsayable } = situationOf(claim, actingNow(core).hubNow)
  const leaks = unsayable === undefined ? [] : leaksIn(text, unsayable, act === 'reject' ? note : '')
  const repeated = act === 'request_info' ? repeatedAsk({ reasons, items }, claim.record) : null
  return {
    findings: [
      ...leaks.map(({ kind, start, end }) => ({
        kind,
        start,
        end,
        quote: text.slice(start, end),
        criterion: null,
        item: null,
        reason: null,
      })),
      ...citationsIn(claim).map(({ sentence: quote, ...rest }) => ({
        kind: 'cites_held_criterion' as const,
        quote,
        ...rest,
      })),
    ],
    repeated: repeated as Guarded['repeated'], // its instants come from a parsed record
  }
}

/** The guard of a decision's letter; asked again within the transaction, where the verdicts are those that count. */
export async function citationGuard({
  decision,
  comment,
}: Pick<DecisionInput, 'decision' | 'comment'>): Promise<(claim: ClaimAtHand) => Block[]> {
  const citationsIn = decision === 'approve' ? () => [] : await citationFinder(comment)
  return (claim) =>
    citationsIn(claim).map(({ criterion, item }) => ({ reason: 'cites_held_criterion', criterion, item }))
}

/** A request that the reviewer was not shown to be a repetition is not sent as one. */
export function blocksOfRepeat(
  { decision, reasons, items, repeatConfirmed }: DecisionInput,
  { record }: ClaimAtHand,
): Block[] {
  const isRepeat = decision === 'request_info' && repeatedAsk({ reasons, items }, record) !== null
  return isRepeat && repeatConfirmed !== true ? [block('repeat_unconfirmed')] : []
}

/** Templates of six languages: loaded with the first text. */
async function citationFinder(text: string): Promise<(claim: ClaimAtHand) => Citation[]> {
  if (text.trim() === '') return () => []
  const { renderSentence } = await import('../letters/renderLetter.ts')
  return (claim) => {
    const { record, policy, criteria, report } = claim
    if (policy === null) return []
    const checks = report?.claimChecks ?? []
    const plan = phrasePlan({ record, criteria, checks, policy, zone: 'UTC', due: NOTHING_DUE })
    const style = { language: letterLanguageOf(record.partnerLanguage), zone: 'UTC' }
    const write = (line: PhrasePlan['headings'][number]['line']) =>
      line.map((each) => renderSentence(each, style)).join(' ')
    const judged = criteria.map(({ criterion, item, effective }) => ({ criterion, item, verdict: effective }))
    return heldCitations(
      text,
      {
        headings: plan.headings.map(({ reason, line }) => ({ reason, heading: write(line) })),
        lines: plan.lines.map(({ line, ...about }) => ({ ...about, line: write(line) })),
      },
      judged,
    )
  }
}

/** No sentence about a criterion speaks of a clock. */
const NOTHING_DUE = { partnerResponse: 0, consent: null, disputeWindow: null, arbitrationAnswer: null }
