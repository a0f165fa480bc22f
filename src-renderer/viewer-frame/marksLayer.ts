import { badgePlaces, type BlankWidth, type Numbered } from './badgeSlots.ts'
import { markName, NO_STRINGS } from './frameStrings.ts'
import { type Box, holds } from './geometry.ts'
import { blankWidthOf, type MarginInk, readMarginInk } from './marginInk.ts'
import { createMarkView, layBadge, layMark, type MarkView, showCurrent } from './markView.ts'
import type { FrameStrings, ViewerMark } from './messages.ts'
import type { PageSurface, ShownPage } from './pageSurface.ts'

/** All marks of one page, in a layer that lies over the page and does not turn with it. */
interface PageLayer {
  readonly page: number
  readonly list: HTMLOListElement
  readonly views: readonly MarkView[]
  /** By rotation of the view; a page never changes, so one look is enough. */
  readonly ink: Map<number, MarginInk>
  left: number
  top: number
}

/** Draws marks over the pages of a surface. They live outside pdf.js's own elements, which come and go with zoom and memory. */
export class MarksLayer {
  readonly #host: HTMLElement
  readonly #surface: () => PageSurface | undefined
  #layers: readonly PageLayer[] = []
  #current: string | null = null
  #strings = NO_STRINGS

  constructor(host: HTMLElement, surface: () => PageSurface | undefined) {
    this.#host = host
    this.#surface = surface
  }

  setMarks(marks: readonly ViewerMark[]): void {
    for (const layer of this.#layers) layer.list.remove()
    this.#layers = layersOf(marks)
    this.#host.prepend(...this.#layers.map((layer) => layer.list))
    this.setStrings(this.#strings)
    this.setCurrent(this.#current)
    this.layOut()
  }

  all(): readonly ViewerMark[] {
    return this.#views().map((view) => view.mark)
  }

  /** Null = none is current. */
  setCurrent(id: string | null): void {
    this.#current = id
    for (const view of this.#views()) showCurrent(view, view.mark.id === id)
  }

  setStrings(strings: FrameStrings): void {
    this.#strings = strings
    for (const view of this.#views()) {
      view.button.ariaLabel = markName(strings, view.mark)
      if (view.mark.tone === 'hidden') view.button.dataset['tag'] = strings.hiddenTag
    }
  }

  /** After anything moved: zoom, rotation, window, a page whose size became known. */
  layOut(): void {
    // All reading before all writing: one layout of the page instead of one for each mark.
    const origin = this.#host.getBoundingClientRect()
    const surface = this.#surface()
    const shown = this.#layers.map((layer) => ({ layer, page: surface?.pageAt(layer.page) }))
    const rects = shown.map(({ page }) => page?.element.getBoundingClientRect())
    for (const [i, { layer, page }] of shown.entries()) {
      const rect = rects[i]
      layer.list.hidden = page === undefined
      if (page && rect) layPage(layer, page, rect.left - origin.left, rect.top - origin.top)
    }
  }

  /** A page was drawn, so the blank part of its margin can be seen. */
  readMargin(pageNumber: number): void {
    const layer = this.#layers.find((candidate) => candidate.page === pageNumber)
    const page = this.#surface()?.pageAt(pageNumber)
    if (!layer || !page?.drawn || !page.canvas || layer.ink.has(page.rotation)) return
    const ink = readMarginInk(page.canvas)
    if (!ink) return
    layer.ink.set(page.rotation, ink)
    layBadges(layer, page)
  }

  find(id: string): MarkView | undefined {
    return this.#views().find((view) => view.mark.id === id)
  }

  focused(): MarkView | undefined {
    return this.#views().find((view) => view.button === document.activeElement)
  }

  /** The mark that an event in the frame is about, by its button, its number or the place on the page. */
  at(event: MouseEvent | FocusEvent): MarkView | undefined {
    const target = event.target instanceof Element ? event.target : null
    const id = target?.closest<HTMLElement>('#marks li')?.dataset['id']
    if (id !== undefined) return this.find(id)
    if (!(event instanceof MouseEvent)) return undefined
    const origin = this.#host.getBoundingClientRect()
    return viewUnder(this.#layers, event.clientX - origin.left, event.clientY - origin.top)
  }

  /** In pixels of the scrolled content; undefined before the page's size is known. */
  boxOf(view: MarkView): Box | undefined {
    const layer = this.#layers.find((candidate) => candidate.page === view.mark.page)
    if (!layer || layer.list.hidden) return undefined
    const box = view.boxes[0] ?? { left: 0, top: 0, right: 0, bottom: 0 }
    return {
      left: box.left + layer.left,
      top: box.top + layer.top,
      right: box.right + layer.left,
      bottom: box.bottom + layer.top,
    }
  }

  #views(): readonly MarkView[] {
    return this.#layers.flatMap((layer) => layer.views)
  }
}

function layersOf(marks: readonly ViewerMark[]): readonly PageLayer[] {
  return [...Map.groupBy(marks, (mark) => mark.page)]
    .sort(([a], [b]) => a - b)
    .map(([page, ofPage]) => {
      const views = ofPage.map(createMarkView)
      const list = document.createElement('ol')
      list.dataset['page'] = String(page)
      list.append(...views.map((view) => view.item))
      return { page, list, views, ink: new Map(), left: 0, top: 0 }
    })
}

function layPage(layer: PageLayer, page: ShownPage, left: number, top: number): void {
  layer.left = left + page.element.clientLeft
  layer.top = top + page.element.clientTop
  layer.list.style.left = `${layer.left}px`
  layer.list.style.top = `${layer.top}px`
  for (const view of layer.views) layMark(view, page.plane)
  layBadges(layer, page)
}

/** Numbers wait for the first drawing of the page: before that nobody knows where its margin is blank. */
function layBadges(layer: PageLayer, page: ShownPage): void {
  const ink = layer.ink.get(page.rotation)
  layer.list.classList.toggle('waiting', ink === undefined)
  const blank: BlankWidth = ink ? blankWidthOf(ink, page.plane) : () => 0
  const numbered = layer.views.map((view) => ({ id: view.mark.id, box: anchorOf(view, page) }))
  const places = badgePlaces(numbered satisfies readonly Numbered[], blank)
  for (const place of places) {
    const view = layer.views.find((candidate) => candidate.mark.id === place.id)
    if (view) layBadge(view, place)
  }
}

const HEAD_OF_PAGE_PX = 8

/** A mark that means the page as a whole has its number at the head of it. */
function anchorOf(view: MarkView, page: ShownPage): Box {
  const { width } = page.plane
  return view.boxes[0] ?? { left: width, top: HEAD_OF_PAGE_PX, right: width, bottom: HEAD_OF_PAGE_PX * 3 }
}

/** The smallest mark under a point: a name inside a marked signature block can still be reached. */
function viewUnder(layers: readonly PageLayer[], x: number, y: number): MarkView | undefined {
  const area = (box: Box): number => (box.right - box.left) * (box.bottom - box.top)
  return layers
    .filter((layer) => !layer.list.hidden)
    .flatMap((layer) =>
      layer.views.flatMap((view) =>
        view.boxes
          .filter((box) => holds(box, x - layer.left, y - layer.top))
          .map((box) => ({ view, area: area(box) })),
      ),
    )
    .sort((a, b) => a.area - b.area)[0]?.view
}
