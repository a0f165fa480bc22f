import type { LaidSheet } from './laidSheet.ts'
import type { FindOrder, SurfaceEvents } from './pageSurface.ts'
import { findInWords, type TextMatch } from './textSearch.ts'

interface Found {
  readonly sheet: LaidSheet
  readonly match: TextMatch
}

const ALL = 'found'
const CURRENT = 'found-now'

/** Searches laid pages by their words; marks through the browser's highlights, so that no page is changed for it. */
export class LaidFind {
  readonly #events: Pick<SurfaceEvents, 'findResult'>
  #sheets: readonly LaidSheet[] = []
  #found: readonly Found[] = []
  #current = -1
  #highlightsAll = true

  constructor(events: Pick<SurfaceEvents, 'findResult'>) {
    this.#events = events
  }

  setSheets(sheets: readonly LaidSheet[]): void {
    this.#sheets = sheets
    this.forget()
  }

  /** The match to go to: the first on this page or behind it. An empty query ends the search. */
  start(order: FindOrder, fromPage: number): LaidSheet | undefined {
    this.forget()
    if (order.query === '') return undefined
    this.#highlightsAll = order.highlightAll
    this.#found = this.#sheets.flatMap((sheet) => {
      const words = sheet.page.blocks.flat(2).map(({ text }) => text.normalize('NFC'))
      return findInWords(words, order).map((match) => ({ sheet, match }))
    })
    const next = this.#found.findIndex(({ sheet }) => sheet.page.number >= fromPage)
    this.#current = this.#found.length === 0 ? -1 : Math.max(0, next)
    this.#tell()
    return this.#found[this.#current]?.sheet
  }

  again(direction: 'next' | 'previous'): LaidSheet | undefined {
    const count = this.#found.length
    if (count === 0) return undefined
    this.#current = (this.#current + (direction === 'next' ? 1 : -1) + count) % count
    this.#tell()
    return this.#found[this.#current]?.sheet
  }

  /** Where the current match stands on the screen; its page has to be built. */
  currentRange(): Range | undefined {
    const found = this.#found[this.#current]
    return found && rangeOf(found)
  }

  /** After pages were built or the search moved on. */
  mark(): void {
    if (this.#found.length === 0) return
    const current = this.currentRange()
    const others = this.#highlightsAll
      ? this.#found.filter((_, at) => at !== this.#current).flatMap((found) => rangeOf(found) ?? [])
      : []
    CSS.highlights.set(ALL, new Highlight(...others))
    CSS.highlights.set(CURRENT, new Highlight(...(current ? [current] : [])))
  }

  forget(): void {
    this.#found = []
    this.#current = -1
    CSS.highlights.delete(ALL)
    CSS.highlights.delete(CURRENT)
  }

  #tell(): void {
    this.#events.findResult(this.#current + 1, this.#found.length, false)
  }
}

function rangeOf({ sheet, match }: Found): Range | undefined {
  const first = sheet.words[match.firstWord]
  const last = sheet.words[match.lastWord]
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(first, Math.min(match.startOffset, first.length))
  range.setEnd(last, Math.min(match.endOffset, last.length))
  return range
}
