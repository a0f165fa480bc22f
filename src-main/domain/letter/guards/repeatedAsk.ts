import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DecisionReason, NeedInfoReason } from '../../../../src-preload/contract/vocabulary/words.ts'

/** Something that is asked for although it was asked for before and an answer came. */
export interface RepeatedAsk {
  readonly reasons: readonly NeedInfoReason[]
  readonly askedAt: string
  readonly answeredAt: string
  /** What came since it was asked. */
  readonly papers: readonly string[]
  readonly comments: readonly { readonly at: string; readonly text: string }[]
  /** Fields that the partner changed. */
  readonly fields: readonly string[]
}

type Asked = Pick<ClaimRecord, 'matters' | 'documents' | 'comments' | 'history'>

/** Null = nothing of it was asked for with the last request, or no answer has come. */
export function repeatedAsk(
  { reasons, items }: { readonly reasons: readonly DecisionReason[]; readonly items: readonly string[] },
  { matters, documents, comments, history }: Asked,
): RepeatedAsk | null {
  const asked = matters.infoRequest
  if (asked === null || asked.answeredAt === null) return null
  const same = asked.reasons.filter(
    (reason) =>
      reasons.includes(reason) && (reason !== 'POE_MISSING_PRODUCTS' || shareItems(asked.items, items)),
  )
  if (same.length === 0) return null
  const since = Date.parse(asked.requestedAt)
  const isNew = (at: string) => Date.parse(at) > since
  const edits = history.filter(({ kind, at, side }) => kind === 'edited' && side === 'partner' && isNew(at))
  return {
    reasons: same,
    askedAt: asked.requestedAt,
    answeredAt: asked.answeredAt,
    papers: documents.filter(({ addedAt }) => isNew(addedAt)).map(({ fileName }) => fileName),
    comments: comments
      .filter(({ side, at }) => side === 'partner' && isNew(at))
      .map(({ at, text }) => ({ at, text })),
    fields: [...new Set(edits.flatMap(({ changes }) => changes.map(({ field }) => field)))],
  }
}

/** None named = all of the claim. */
const shareItems = (before: readonly string[], now: readonly string[]): boolean =>
  before.length === 0 || now.length === 0 || now.some((item) => before.includes(item))
