import {
  type Criterion,
  DECISION_REASONS,
  type DecisionReason,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { type LetterSource, letterFactsOf } from '../factsOfClaim.ts'
import type { RequestFacts } from '../letterFacts.ts'
import { type LetterLine, sentence } from '../letterPlan.ts'
import { LETTER_ROOMS, plainClaim } from '../letterRoom.ts'
import { criterionLines } from '../reasonBlocks.ts'

/** `LetterPhrases` without their words: what the templates can say of this claim's criteria. */
export interface PhrasePlan {
  readonly headings: readonly { readonly reason: DecisionReason; readonly line: LetterLine }[]
  readonly lines: readonly {
    readonly criterion: Criterion
    readonly item: string | null
    readonly line: LetterLine
  }[]
}

/** What was read before the reviewer said otherwise counts: the letter may have been written then. */
export function phrasePlan(source: LetterSource): PhrasePlan {
  const criteria = source.criteria.map((one) => ({ ...one, reviewer: null }))
  const choice = { reasons: [], items: [], mayRemoveItems: false, partnerRequestReason: null }
  const facts = letterFactsOf(
    { ...source, criteria },
    { ...choice, decision: 'request_info' },
  ) as RequestFacts
  const [room] = LETTER_ROOMS
  const plain = { ...facts, claim: plainClaim(facts.claim, room) }
  const names = [...new Set(source.criteria.map(({ criterion }) => criterion))]
  return {
    headings: DECISION_REASONS.map((reason) => ({ reason, line: [sentence(`label.${reason}`)] })),
    lines: [
      ...names.flatMap((criterion) =>
        [
          ...(criterion === 'products' ? [] : criterionLines(criterion, plain, room)),
          ...criterionLines(criterion, { ...plain, shortfalls: [] }, room).slice(0, 1),
        ].map((line) => ({ criterion, item: null, line })),
      ),
      ...plain.claim.items.map(({ id, name }) => ({
        criterion: 'products' as const,
        item: id,
        line: [sentence('item', { item: name })],
      })),
    ],
  }
}
