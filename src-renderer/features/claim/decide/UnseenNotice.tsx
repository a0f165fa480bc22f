import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { coverageOf, isSeen, type PageCoverage } from '../../../stores/coverage.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Files that are named; more would push the proof out of the window. */
const MOST_FILES = 4

interface UnseenNoticeProps {
  readonly detail: ClaimDetail
  readonly onShowPage: (documentId: string, page: number) => void
}

/** Asked once, before an approval: pages that nobody looked at. The same key again approves all the same. */
export function UnseenNotice({ detail, onShowPage }: UnseenNoticeProps) {
  const say = useText()
  const { claimView } = useStores()
  const isOpen = useShared('claimView', ({ unseenQuestion }) => unseenQuestion === 'open')
  const seen = useShared('claimView', (state) => state.seen)
  if (!isOpen) return null
  const pages = coverageOf(detail, seen)
  const unseen = pages.filter((page) => !isSeen(page))
  const first = unseen[0]
  if (first === undefined) return null
  return (
    <Notice tone="warning">
      <span>
        {say('unseen.ask', { count: unseen.length, all: pages.length })} {filesOf(unseen, say)}{' '}
        {say('unseen.again')}
      </span>
      <span>
        <Button onClick={() => onShowPage(first.documentId, first.page)}>{say('unseen.show')}</Button>{' '}
        <Button appearance="subtle" onClick={() => claimView.getState().setUnseenQuestion('answered')}>
          {say('refusal.dismiss')}
        </Button>
      </span>
    </Notice>
  )
}

function filesOf(unseen: readonly PageCoverage[], say: Say): string {
  const files = [...Map.groupBy(unseen, ({ documentId }) => documentId).values()]
  const named = files.slice(0, MOST_FILES).map((pages) => {
    const numbers = pages.map(({ page }) => page)
    return say('unseen.file', { file: pages[0]?.fileName ?? '', pages: rangesOf(numbers) })
  })
  return `${named.join('; ')}${files.length > MOST_FILES ? '; …' : ''}.`
}

/** 1, 2, 3, 7 → "1–3, 7". */
export function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last?.[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
