import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../format/useText.ts'
import { coverageOf, isSeen, type PageCoverage } from '../../stores/coverage.ts'
import { useShared } from '../../stores/Stores.tsx'
import css from './Coverage.module.css'

/** Half a page counts as half seen. */
const HALF_SHARE = 0.4
/** More pages than this are told in words alone. */
const MOST_BARS = 24

/** How much of the proof was in sight, document by document. Only what the checker could open can be measured. */
export function Coverage({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const seen = useShared('claimView', (state) => state.seen)
  const pages = coverageOf(detail, seen)
  if (pages.length === 0) return null
  const papers = [...Map.groupBy(pages, ({ documentId }) => documentId).values()]
  return (
    <div className={css.coverage} title={papers.map((paper) => paperWords(paper, say)).join('\n')}>
      {pages.length <= MOST_BARS && (
        <div className={css.papers} aria-hidden="true">
          {papers.map((paper) => (
            <ol key={paper[0]?.documentId}>
              {paper.map((page) => (
                <li key={page.page} className={css[levelOf(page)]} />
              ))}
            </ol>
          ))}
        </div>
      )}
      <span className="pd-num">
        {say('coverage.label', { seen: pages.filter(isSeen).length, all: pages.length })}
      </span>
      {papers.length > 1 && (
        <span className="pd-sr">{papers.map((paper) => paperWords(paper, say)).join('; ')}</span>
      )}
    </div>
  )
}

function paperWords(paper: readonly PageCoverage[], say: Say): string {
  const file = paper[0]?.fileName ?? ''
  return say('coverage.paper', { file, seen: paper.filter(isSeen).length, all: paper.length })
}

function levelOf(page: PageCoverage): 'seen' | 'half' | 'unseen' {
  if (isSeen(page)) return 'seen'
  return page.share >= HALF_SHARE ? 'half' : 'unseen'
}
