import { z } from 'zod'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import { PARTNER_REQUEST_REASONS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { DecisionDraft } from '../../../src-preload/contract/vocabulary/draftShape.ts'
import { CRITERIA, DECISION_REASONS, VERDICTS } from '../../../src-preload/contract/vocabulary/words.ts'

/** Read leniently, part by part: words of another version of this program must be readable as far as they can be. */
const Said = z.object({
  reasons: z.array(z.enum(DECISION_REASONS)).catch([]),
  comment: z.string().catch(''),
  /** Of a comment. */
  text: z.string().catch(''),
  /** Of a reopening. */
  reason: z.string().catch(''),
  note: z.string().catch(''),
  items: z.array(z.string()).catch([]),
  mayRemoveItems: z.boolean().catch(false),
  partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable().catch(null),
  verdicts: z
    .array(
      z.object({
        criterion: z.enum(CRITERIA),
        item: z.string().nullable(),
        verdict: z.enum(VERDICTS).nullable(),
        reason: z.string().nullable(),
      }),
    )
    .catch([]),
  toName: z.string().nullable().catch(null),
})
const Content = z.object({ action: Said })
const NOTHING = Said.parse({})

/** What was asked of the hub, in the words of the person who asked. */
export function wordsOf(content: unknown): ConflictDetail['mine'] {
  const { text, reason, comment, ...said } = Content.safeParse(content).data?.action ?? NOTHING
  return { ...said, comment: comment || text || reason }
}

/** The longest text that a note holds. */
const LONGEST_NOTE = 2000

/**
 * The words as a draft of the same act. What was begun on the claim since then stays below them; null = both together are too long
 * for one draft.
 */
export function draftOf(
  kind: string,
  mine: ConflictDetail['mine'],
  begun: DecisionDraft | null,
): DecisionDraft | null {
  const { verdicts: _verdicts, toName: _toName, comment, note, ...said } = mine
  const kept = begun !== null && begun.isCommentOwn ? begun.comment : ''
  const draft = DecisionDraft.safeParse({
    ...said,
    act: kind,
    comment: joined(comment, kept),
    note: joined(note, begun?.note ?? ''),
    isCommentOwn: true,
  })
  return draft.data ?? null
}

const joined = (first: string, second: string): string =>
  [first, second].filter((text, at, all) => text.trim() !== '' && all.indexOf(text) === at).join('\n\n')

/** The words as the note to a colleague; a letter that is longer than a note ends in dots, and stays whole in the conflict. */
export function noteOf({ comment, note }: ConflictDetail['mine']): string {
  const text = joined(comment, note)
  return text.length <= LONGEST_NOTE ? text : `${text.slice(0, LONGEST_NOTE - 1)}…`
}
