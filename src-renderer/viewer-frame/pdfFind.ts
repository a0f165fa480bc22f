import type { FindOrder, SurfaceEvents } from './pageSurface.ts'
import { type EventBus, FindState, type PDFFindController, type PDFViewer } from './pdfjs.ts'

interface MatchesCount {
  readonly current: number
  readonly total: number
}

interface Finding {
  find(order: FindOrder): void
  findAgain(direction: 'next' | 'previous'): void
  /** To be called when the document goes. */
  forget(): void
}

/** Drives pdf.js's search and reports its counts, with `pending` until every page was searched. */
export function reportFinds(
  bus: EventBus,
  finder: PDFFindController,
  viewer: PDFViewer,
  events: Pick<SurfaceEvents, 'findResult'>,
): Finding {
  let order: FindOrder | undefined

  const report = (count: MatchesCount, searching: boolean): void => {
    if (!order) return
    const pending = searching || (finder.pageMatches ?? []).filter(Boolean).length < viewer.pagesCount
    events.findResult(count.current, count.total, pending)
  }
  const dispatch = (type: string, findPrevious: boolean): void => {
    if (!order) return
    bus.dispatch('find', {
      source: viewer,
      type,
      query: order.query,
      caseSensitive: false,
      entireWord: order.wholeWord,
      matchDiacritics: order.matchDiacritics,
      highlightAll: order.highlightAll,
      findPrevious,
    })
  }

  bus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: MatchesCount }) =>
    report(matchesCount, false),
  )
  bus.on('updatefindcontrolstate', ({ state, matchesCount }: { state: number; matchesCount: MatchesCount }) =>
    report(matchesCount, state === FindState.PENDING),
  )

  return {
    find(next) {
      order = next.query === '' ? undefined : next
      if (order) dispatch('', false)
      else bus.dispatch('findbarclose', { source: viewer })
    },
    findAgain: (direction) => dispatch('again', direction === 'previous'),
    forget() {
      order = undefined
    },
  }
}
