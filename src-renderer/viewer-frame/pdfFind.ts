import type { FindOrder, SurfaceEvents } from './pageSurface.ts'
import { type EventBus, FindState, type PDFFindController, type PDFViewer } from './pdfjs.ts'

interface MatchesCount {
  readonly current: number
  readonly total: number
}

/** Drives pdf.js's search and reports its counts, with `pending` until every page was searched. */
export class PdfFind {
  readonly #bus: EventBus
  readonly #viewer: PDFViewer
  readonly #finder: PDFFindController
  readonly #events: Pick<SurfaceEvents, 'findResult'>
  #order: FindOrder | undefined

  constructor(
    bus: EventBus,
    finder: PDFFindController,
    viewer: PDFViewer,
    events: Pick<SurfaceEvents, 'findResult'>,
  ) {
    this.#bus = bus
    this.#finder = finder
    this.#viewer = viewer
    this.#events = events
    bus.on('updatefindmatchescount', (event: { matchesCount: MatchesCount }) =>
      this.#report(event.matchesCount, false),
    )
    bus.on('updatefindcontrolstate', (event: { state: number; matchesCount: MatchesCount }) =>
      this.#report(event.matchesCount, event.state === FindState.PENDING),
    )
  }

  /** An empty query ends the search. */
  start(order: FindOrder): void {
    this.#order = order.query === '' ? undefined : order
    if (this.#order) this.#dispatch('', false)
    else this.#bus.dispatch('findbarclose', { source: this.#viewer })
  }

  again(direction: 'next' | 'previous'): void {
    this.#dispatch('again', direction === 'previous')
  }

  forget(): void {
    this.#order = undefined
  }

  #dispatch(type: string, findPrevious: boolean): void {
    if (!this.#order) return
    this.#bus.dispatch('find', {
      source: this.#viewer,
      type,
      query: this.#order.query,
      caseSensitive: false,
      entireWord: this.#order.wholeWord,
      matchDiacritics: this.#order.matchDiacritics,
      highlightAll: this.#order.highlightAll,
      findPrevious,
    })
  }

  #report(count: MatchesCount, searching: boolean): void {
    if (!this.#order) return
    const searched = (this.#finder.pageMatches ?? []).filter(Boolean).length
    this.#events.findResult(count.current, count.total, searching || searched < this.#viewer.pagesCount)
  }
}
