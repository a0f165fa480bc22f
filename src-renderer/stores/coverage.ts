import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import { SEEN_SHARE } from '../../src-preload/contract/vocabulary/seenShare.ts'
import { pageKey } from './claimViewStore.ts'
import { documentIdsByFile, innerDocumentId } from './evidence.ts'

/** One page of the proof and how much of it stood in the window. */
export interface PageCoverage {
  readonly documentId: string
  /** Name of its file, of a file inside another its own. */
  readonly fileName: string
  readonly page: number
  /** 0..1. */
  readonly share: number
}

export const isSeen = ({ share }: PageCoverage): boolean => share >= SEEN_SHARE

/**
 * Every page that can be looked at, in the order of the tabs. What could not be read at all has no pages that could be counted;
 * text without pages is one.
 */
export function coverageOf(
  detail: ClaimDetail,
  seen: Readonly<Record<string, number>>,
): readonly PageCoverage[] {
  const ids = documentIdsByFile(detail)
  return (detail.report?.documents ?? []).flatMap(({ file, pages, status, inner = [] }) => {
    const id = ids.get(file)
    if (id === undefined) return []
    const own = pages ?? (status === 'could_not_check' ? 0 : 1)
    const papers = [
      { documentId: id, fileName: file, pages: own },
      ...inner.map(({ inside, name, pages: of }) => ({
        documentId: innerDocumentId(id, inside),
        fileName: name,
        pages: of ?? 0,
      })),
    ]
    return papers.flatMap(({ pages: count, ...paper }) =>
      Array.from({ length: count }, (_, at) => {
        const page = at + 1
        return { ...paper, page, share: seen[pageKey(paper.documentId, page)] ?? 0 }
      }),
    )
  })
}
