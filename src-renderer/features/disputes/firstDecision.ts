import type { ClaimDetail, CriterionView } from '../../../src-preload/contract/claims.ts'
import type {
  ClaimComment,
  ClaimDocument,
  ClaimRecord,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { shownVerdict } from '../../stores/shownVerdict.ts'

/** A criterion when the claim was rejected, and as it stands now; null = open, or not known: `isKept` says which. */
export interface ThenAndNow {
  readonly criterion: Criterion
  readonly item: string | null
  readonly before: Verdict | null
  /** The decision says how it stood, be it open. */
  readonly isKept: boolean
  readonly now: Verdict | null
  /** What the check says of it now, to be put into words. */
  readonly view: CriterionView | null
}

type Judged = Pick<ClaimDetail, 'criteria'> & { readonly claim: Pick<ClaimRecord, 'matters'> }

/** In the order of the checks panel; items that were taken off the claim since then follow. */
export function thenAndNow({ criteria, claim }: Judged): readonly ThenAndNow[] {
  const judged = claim.matters.rejection?.judged ?? []
  const isSame = (a: { criterion: Criterion; item: string | null }, b: typeof a) =>
    a.criterion === b.criterion && a.item === b.item
  const here = criteria.map((view): ThenAndNow => {
    const { criterion, item } = view
    const was = judged.find((each) => isSame(each, view))
    const before = was?.verdict ?? null
    return { criterion, item, before, isKept: was !== undefined, now: shownVerdict(view), view }
  })
  const gone = judged
    .filter((each) => !criteria.some((view) => isSame(view, each)))
    .map(
      ({ criterion, item, verdict }): ThenAndNow => ({
        criterion,
        item,
        before: verdict,
        isKept: true,
        now: null,
        view: null,
      }),
    )
  return [...here, ...gone]
}

type Talk = Pick<ClaimRecord, 'comments' | 'matters'>

/** The letter that went out with the rejection: said to the partner in the same moment. Null = none did. */
export function letterOf({ comments, matters }: Talk): ClaimComment | null {
  const { rejection } = matters
  return (
    comments.find(
      ({ side, visibility, at }) =>
        side === 'reviewer' && visibility === 'partner_visible' && at === rejection?.at,
    ) ?? null
  )
}

/** What the partner wrote since the rejection, oldest first; what it gave as its justification is told apart. */
export function wordsSince({ comments, matters }: Talk): readonly ClaimComment[] {
  const { rejection, dispute } = matters
  if (rejection === null) return []
  return comments
    .filter(
      ({ side, at, text }) => side === 'partner' && at > rejection.at && text !== dispute?.justification,
    )
    .toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Papers that came with the dispute, or later than the rejection. */
export function papersSince({
  documents,
  matters,
}: Pick<ClaimRecord, 'documents' | 'matters'>): readonly ClaimDocument[] {
  const { rejection, dispute } = matters
  return documents.filter(
    ({ documentId, addedAt }) =>
      dispute?.documentIds.includes(documentId) || (rejection !== null && addedAt > rejection.at),
  )
}
