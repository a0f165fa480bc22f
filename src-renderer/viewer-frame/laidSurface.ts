import { LaidDocument } from '../../src-preload/contract/vocabulary/laidShape.ts'
import { LaidFind } from './laidFind.ts'
import { LaidSheet } from './laidSheet.ts'
import { NO_STRINGS } from './frameStrings.ts'
import type { FrameStrings, ZoomOrder } from './messages.ts'
import { type FindOrder, type Fit, fitOf, type Opening, ROOM_X_PX, ROOM_Y_PX } from './pageSurface.ts'
import type { PageSurface, ShownPage, SurfaceEvents } from './pageSurface.ts'
import { scaleAfter } from './zoomSteps.ts'

const PX_A_POINT = 96 / 72
const ABOVE_PAGE_PX = 8
const BETWEEN_PAGES_PX = 16
const LEAST_SCALE = 0.1
/** Pages this near to the window are built before they are seen. */
const NEAR = '600px'
/** A match that is jumped to stands this far down the window. */
const JUMP_TO_SHARE = 0.3

/** Shows text without pages of its own as the reader laid it out, and pages of which the reader painted a picture. */
export class LaidSurface implements PageSurface {
  readonly #scroller: HTMLElement
  readonly #host: HTMLElement
  readonly #events: SurfaceEvents
  readonly #find: LaidFind
  readonly #near: IntersectionObserver
  #sheets: readonly LaidSheet[] = []
  #rotation = 0
  #scale = 1
  #fit: Fit | null = 'width'
  #page = 1
  #strings = NO_STRINGS
  #isBeside = false

  constructor(scroller: HTMLElement, host: HTMLElement, events: SurfaceEvents) {
    this.#scroller = scroller
    this.#host = host
    this.#events = events
    this.#find = new LaidFind(events)
    this.#near = new IntersectionObserver((entries) => this.#buildNear(entries), {
      root: scroller,
      rootMargin: NEAR,
    })
    scroller.addEventListener('scroll', () => this.#lookWhere(), { passive: true })
  }

  setStrings(strings: FrameStrings): void {
    this.#strings = strings
  }

  /** The two texts of a mail side by side; other documents stay as they are. */
  setBeside(shown: boolean): void {
    this.#isBeside = shown
    this.#host.classList.toggle('beside', this.#showsBeside)
    this.#place()
  }

  get #hasTwoTexts(): boolean {
    return this.#sheets.some(({ page }) => page.part === 'plain')
  }

  get #showsBeside(): boolean {
    return this.#isBeside && this.#hasTwoTexts
  }

  open(bytes: ArrayBuffer): Promise<Opening> {
    const laid = LaidDocument.safeParse(parseJson(bytes))
    if (!laid.success) return Promise.resolve({ reason: 'corrupt' })
    this.#sheets = laid.data.pages.map((page) => new LaidSheet(page, laid.data.drawings))
    this.#host.replaceChildren(...this.#sheets.map(({ element }) => element))
    this.#host.hidden = false
    this.#host.classList.toggle('beside', this.#showsBeside)
    this.#find.setSheets(this.#sheets)
    for (const { element } of this.#sheets) this.#near.observe(element)
    return Promise.resolve({ pages: this.#sheets.length, hasTwoTexts: this.#hasTwoTexts })
  }

  close(): void {
    this.#near.disconnect()
    this.#find.setSheets([])
    for (const sheet of this.#sheets) sheet.close()
    this.#sheets = []
    this.#rotation = 0
    this.#fit = 'width'
    this.#page = 1
    this.#host.hidden = true
  }

  pageAt(page: number): ShownPage | undefined {
    const sheet = this.#sheets[page - 1]
    if (!sheet) return undefined
    const rotation = this.#rotation
    return {
      element: sheet.element,
      plane: sheet.plane(rotation, this.#scale * PX_A_POINT),
      rotation,
      drawn: sheet.isBuilt,
      get canvas() {
        return sheet.isBuilt ? sheet.ink(rotation) : null
      },
    }
  }

  async prepare(page: number): Promise<void> {
    const sheet = this.#sheets[page - 1]
    if (sheet) await this.#build(sheet)
  }

  goToPage(page: number): void {
    const sheet = this.#sheets[Math.min(page, this.#sheets.length) - 1]
    if (sheet) this.#scroller.scrollTo({ top: this.#topOf(sheet) - ABOVE_PAGE_PX })
  }

  zoom(order: ZoomOrder): void {
    this.#fit = fitOf(order)
    this.#scale = scaleAfter(this.#scale, order)
    this.#place()
  }

  refit(): void {
    if (this.#fit) this.#place()
  }

  rotate(byDegrees: number): void {
    this.#rotation = (this.#rotation + byDegrees) % 360
    this.#place()
    for (const sheet of this.#sheets) if (sheet.isBuilt) this.#events.pageDrawn(sheet.page.number)
  }

  find(order: FindOrder): void {
    this.#goToMatch(this.#find.start(order, this.#page))
  }

  findAgain(direction: 'next' | 'previous'): void {
    this.#goToMatch(this.#find.again(direction))
  }

  async paint(page: number, widthPx: number): Promise<HTMLCanvasElement | undefined> {
    const sheet = this.#sheets[page - 1]
    if (!sheet) return undefined
    await this.#build(sheet)
    return sheet.paint(this.#rotation, widthPx / sheet.plane(this.#rotation, 1).width)
  }

  #goToMatch(sheet: LaidSheet | undefined): void {
    if (!sheet) return this.#find.mark()
    void this.#build(sheet).then(() => {
      this.#find.mark()
      const rect = this.#find.currentRange()?.getBoundingClientRect()
      const view = this.#scroller.getBoundingClientRect()
      if (!rect || (rect.top >= view.top && rect.bottom <= view.bottom)) return
      this.#scroller.scrollBy({ top: rect.top - view.top - view.height * JUMP_TO_SHARE })
    })
  }

  #buildNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const sheet = isIntersecting && this.#sheets.find(({ element }) => element === target)
      if (sheet) void this.#build(sheet)
    }
  }

  async #build(sheet: LaidSheet): Promise<void> {
    if (sheet.isBuilt) return
    await sheet.build(this.#strings)
    if (!this.#sheets.includes(sheet)) return
    this.#find.mark()
    // Shows in the browser's own timeline, as for the pages of a PDF.
    performance.mark(`page ${sheet.page.number} drawn`)
    this.#events.pageDrawn(sheet.page.number)
  }

  #place(): void {
    const current = this.#sheets[this.#page - 1]
    if (!current) return
    const { scrollTop } = this.#scroller
    const before = this.#topOf(current)
    const share = (scrollTop - before) / Math.max(1, current.element.offsetHeight)
    if (this.#fit) this.#scale = this.#fittedScale(current)
    for (const sheet of this.#sheets) sheet.lay(this.#rotation, this.#scale * PX_A_POINT)
    // What was read stays in the window.
    this.#scroller.scrollTop = this.#topOf(current) + share * current.element.offsetHeight
    this.#events.layoutChanged()
    this.#events.zoomChanged(this.#scale, this.#fit)
  }

  #fittedScale(sheet: LaidSheet): number {
    const { width, height } = sheet.plane(this.#rotation, PX_A_POINT)
    const beside = this.#showsBeside ? 2 : 1
    const room = this.#scroller.clientWidth - ROOM_X_PX - (beside - 1) * BETWEEN_PAGES_PX
    const byWidth = room / (width * beside)
    const byHeight = (this.#scroller.clientHeight - ROOM_Y_PX) / height
    return Math.max(LEAST_SCALE, this.#fit === 'page' ? Math.min(byWidth, byHeight) : byWidth)
  }

  #lookWhere(): void {
    if (this.#sheets.length === 0) return
    const middle = this.#scroller.scrollTop + this.#scroller.clientHeight / 2
    const at = this.#sheets.findLastIndex((sheet) => this.#topOf(sheet) <= middle)
    // Of two side by side one is looked at as much as the other; the first goes for both.
    const page = this.#showsBeside ? 1 : Math.max(1, at + 1)
    if (page === this.#page) return
    this.#page = page
    this.#events.pageChanged(page)
  }

  #topOf({ element }: LaidSheet): number {
    const { top } = this.#scroller.getBoundingClientRect()
    return element.getBoundingClientRect().top - top + this.#scroller.scrollTop
  }
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
