import type { CaseStanding, OutcomeView } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { OutcomeBlock } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import type { RungSpeech } from '../../../../src-preload/words/rungWords.ts'
import type { CaseChoicesDraft, DecisionProblem } from '../../../stores/caseDecisionStore.ts'

/** What the ladder says for the record, where the choice follows it; empty = the lead has to say why. */
export function reasonFor(
  plan: OutcomeView | null,
  parties: CaseBoard['parties'],
  { say }: Pick<RungSpeech, 'say'>,
): string {
  if (plan === null) return ''
  const reasons = plan.cases.map(({ suggestion, winner, needsReason, contested }) => {
    const partner = parties.find(({ claimId }) => claimId === winner)?.partnerName
    return needsReason || suggestion?.kind !== 'clear' || partner === undefined
      ? null
      : say('outcome.reason.ladder', {
          thing: contested.name,
          partner,
          rung: say(`rung.name.${suggestion.rung}`),
        })
  })
  return reasons.includes(null) ? '' : reasons.join(' ')
}

interface Looking {
  readonly things: readonly CaseStanding[]
  readonly plan: OutcomeView | null
  readonly draft: CaseChoicesDraft
  readonly reason: string
  readonly problem: DecisionProblem | null
}

/** What keeps the lead from deciding, in words, the first that is to be done first; empty = nothing. */
export function lackOf({ things, plan, draft, reason, problem }: Looking, speech: RungSpeech): string {
  const { say } = speech
  const open = things.filter(({ caseId }) => draft.winners[caseId] === undefined)
  if (problem !== null)
    return typeof problem === 'string' ? say(`outcome.problem.${problem}`) : say(`error.${problem.code}`)
  if (open.length > 0)
    return say('outcome.lack.choice', { things: open.map(({ contested }) => contested.name).join(', ') })
  if (plan === null) return say('outcome.lack.coming')
  const blocks = plan.blocks.filter(({ reason: why }) => why !== 'reason_missing')
  if (blocks.length > 0) return [...new Set(blocks.map((block) => blockWords(block, plan, speech)))].join(' ')
  const claims = plan.claims.filter((claim) => claim.blocks.length > 0)
  if (claims.length > 0) return claims.map((claim) => claimWords(claim, speech)).join(' ')
  return reason.trim() === '' ? say('outcome.lack.reason') : ''
}

const claimWords = (
  { claimId, blocks }: OutcomeView['claims'][number],
  { say, locale, letterOf }: RungSpeech,
): string =>
  say('outcome.lack.claim', { party: letterOf(claimId), why: wordsOfBlocks(blocks, [], locale, say) })

function blockWords(
  { reason, claimId, key, criterion }: OutcomeBlock,
  { cases }: OutcomeView,
  { say, letterOf }: RungSpeech,
): string {
  const thing = cases.find(({ contested }) => contested.key === key)?.contested.name ?? ''
  return say(`outcome.block.${reason}`, {
    party: claimId === null ? '' : letterOf(claimId),
    thing,
    criterion: criterion === null ? '' : say(`criterion.${criterion}`),
  })
}
