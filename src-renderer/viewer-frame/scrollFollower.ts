import type { ScrollPlace } from './messages.ts'
import type { PageSurface } from './pageSurface.ts'

interface OpenPages {
  readonly surface: PageSurface
  readonly pages: number
}

/** The browser rounds where it was told to scroll to. */
const ROUNDING_PX = 1.5

/** Says where the pages stand by page and share of it, and goes there: by pixels two versions of one paper part at the first longer page. */
export class ScrollFollower {
  readonly #scroller: HTMLElement
  readonly #open: () => OpenPages | undefined
  readonly #tell: (place: ScrollPlace, by: 'hand' | 'jump') => void
  #isWatching = false
  /** Where the last look found the middle of the window. */
  #page = 1
  /** Where it was last put by order: no hand did that, and telling it would send the other version to and fro. */
  #putAt = Number.NaN
  /** Where it was told to stand, until a hand scrolls on: pages above it may still learn their size. */
  #held: ScrollPlace | undefined

  constructor(
    scroller: HTMLElement,
    open: () => OpenPages | undefined,
    tell: (place: ScrollPlace, by: 'hand' | 'jump') => void,
  ) {
    this.#scroller = scroller
    this.#open = open
    this.#tell = tell
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true })
  }

  watch(wanted: boolean): void {
    this.#isWatching = wanted
  }

  /** Something else than a hand brought the pages where they are. */
  jumped(): void {
    this.#putAt = this.#scroller.scrollTop
    this.#held = undefined
    const place = this.#isWatching ? this.#place() : undefined
    if (place) this.#tell(place, 'jump')
  }

  async scrollTo({ page, share }: ScrollPlace): Promise<void> {
    const open = this.#open()
    if (!open) return
    const wanted = Math.min(page, open.pages)
    // A paper that ends earlier stays at its end.
    const wantedShare = page > open.pages ? 1 : share
    const held = { page: wanted, share: wantedShare }
    this.#held = held
    await open.surface.prepare(wanted)
    if (this.#held === held) this.layOut()
  }

  /** After pages moved. */
  layOut(): void {
    const [open, held] = [this.#open(), this.#held]
    const span = open && held && this.#spanOf(open.surface, held.page)
    if (!span) return
    this.#scroller.scrollTop += span.top + held.share * span.height - this.#middle()
    this.#putAt = this.#scroller.scrollTop
  }

  /** Another document has no place yet. */
  forget(): void {
    this.#held = undefined
    this.#page = 1
  }

  #scrolled(): void {
    if (!this.#isWatching || Math.abs(this.#scroller.scrollTop - this.#putAt) <= ROUNDING_PX) return
    this.#putAt = Number.NaN
    this.#held = undefined
    const place = this.#place()
    if (place) this.#tell(place, 'hand')
  }

  #middle(): number {
    const { top, height } = this.#scroller.getBoundingClientRect()
    return top + height / 2
  }

  /** The page under the middle of the window, else the one before the gap. Walks from where it was last: pages stand in their order. */
  #place(): ScrollPlace | undefined {
    const open = this.#open()
    if (!open) return undefined
    const middle = this.#middle()
    const isAbove = (page: number): boolean => {
      const span = this.#spanOf(open.surface, page)
      return span !== undefined && span.top <= middle
    }
    let page = Math.min(this.#page, open.pages)
    while (page > 1 && !isAbove(page)) page -= 1
    for (let next = page + 1; next <= open.pages; next += 1) {
      const span = this.#spanOf(open.surface, next)
      if (span && span.top > middle) break
      if (span) page = next
    }
    this.#page = page
    const span = this.#spanOf(open.surface, page)
    return span && { page, share: Math.min(1, Math.max(0, (middle - span.top) / span.height)) }
  }

  #spanOf(surface: PageSurface, page: number): { top: number; height: number } | undefined {
    const shown = surface.pageAt(page)
    if (!shown) return undefined
    return {
      top: shown.element.getBoundingClientRect().top + shown.element.clientTop,
      height: Math.max(1, shown.plane.height),
    }
  }
}
