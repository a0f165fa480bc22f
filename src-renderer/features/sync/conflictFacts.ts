import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { OperationBase } from '../../../src-preload/contract/vocabulary/conflictShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import type { Say } from '../../format/useText.ts'

export const FACTS = ['status', 'holder', 'documents', 'items', 'competing', 'policy'] as const
export type Fact = (typeof FACTS)[number]

/** One line of a claim as it stood or stands, as lines of text; empty = there is nothing to say. */
export type Facts = Readonly<Record<Fact, readonly string[]>>

export function factsOf(claim: OperationBase, locale: string, say: Say): Facts {
  const { assignedTo, competingClaims, policy } = claim
  return {
    status: [
      statusWords(claim, say),
      say('conflict.sinceWhen', { time: formatInstant(locale, claim.stateChangedAt, 'stamp') }),
    ],
    holder: [assignedTo === null ? say('holding.free') : assignedTo.name],
    documents: claim.documents.map(({ fileName }) => fileName),
    items: claim.items.map(({ name }) => name),
    competing: [
      competingClaims === 0
        ? say('conflict.competing.none')
        : say('claim.competing', { count: competingClaims }),
    ],
    policy: [say('conflict.policy', { id: policy.id, version: policy.version })],
  }
}

/** The documents as they are now, what is new or gone among them said with its name. */
export function documentLines(
  now: readonly string[],
  { added, removed }: ConflictDetail['documents'],
  say: Say,
): readonly string[] {
  return [
    ...now.map((name) => (added.includes(name) ? say('conflict.document.added', { name }) : name)),
    ...removed.map((name) => say('conflict.document.removed', { name })),
  ]
}

/** Which lines are not as they were. Without a base nothing can be said to have changed. */
export function changedFacts({ base, theirs }: Pick<ConflictDetail, 'base' | 'theirs'>): ReadonlySet<Fact> {
  if (base === null || theirs === null) return new Set()
  const keys: Readonly<Record<Fact, (claim: OperationBase) => unknown>> = {
    status: ({ state, subState, stateChangedAt }) => [state, subState, stateChangedAt],
    holder: ({ assignedTo }) => assignedTo?.userId ?? null,
    documents: ({ documents }) => documents.map(({ sha256 }) => sha256).toSorted(),
    items: ({ items }) => items.map(({ id }) => id).toSorted(),
    competing: ({ competingClaims }) => competingClaims,
    policy: ({ policy }) => [policy.id, policy.version],
  }
  const text = (fact: Fact, claim: OperationBase) => JSON.stringify(keys[fact](claim))
  return new Set(FACTS.filter((fact) => text(fact, base) !== text(fact, theirs)))
}

/** Everything of the reviewer's own in one text, to be put wherever it is needed. Empty = there are no words. */
export function ownWords({ mine, decided }: ConflictDetail, say: Say): string {
  if (decided !== null)
    return [
      decided.reason,
      ...decided.parties.flatMap(({ letters }) => letters.map(({ comment }) => comment)),
    ].join('\n\n')
  const verdicts = mine.verdicts.flatMap(({ criterion, verdict, reason }) =>
    reason === null || reason === ''
      ? []
      : [
          say('conflict.verdict.reason', {
            criterion: say(`criterion.${criterion}`),
            verdict: say(`verdict.${verdict ?? 'none'}`),
            reason,
          }),
        ],
  )
  return [mine.comment, mine.note, ...verdicts].filter((part) => part.trim() !== '').join('\n\n')
}
