import { type Box, boxOfQuad } from './geometry.ts'
import type { PageSurface } from './pageSurface.ts'
import { type FoundPage, pageAtPoint, pageInSight } from './pagesInSight.ts'
import { LEAST_SIDE_PX, movedBox, type PickedPlace, quadOfBox } from './pickedPlace.ts'
import { placeOfSelection, textInBox, WordWalk } from './textPick.ts'

export interface OpenPages {
  readonly surface: PageSurface
  readonly pages: number
}

const STEP_PX = 8
const FINE_STEP_PX = 1
/** Share of the page that the first rectangle takes. */
const FIRST_SHARE = { width: 0.5, height: 0.08 }
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Lets the reviewer point at a place: text that is selected already, a rectangle by pointer or by keys, or words by keys. While
 * it is at work it has the arrows, Enter and Escape.
 */
export class Picker {
  readonly #scroller: HTMLElement
  readonly #frame: HTMLElement
  readonly #open: () => OpenPages | undefined
  readonly #tell: (place: PickedPlace | null) => void
  readonly #words: WordWalk
  #mode: 'rest' | 'box' | 'words' = 'rest'
  #page: FoundPage | undefined
  /** In the page's own space, so that it stays where it is when the view turns or grows. */
  #quad: readonly number[] = []
  #from: { readonly x: number; readonly y: number } | undefined

  /** @param host holds the rectangle; its origin is that of the marks. */
  constructor(
    scroller: HTMLElement,
    host: HTMLElement,
    open: () => OpenPages | undefined,
    tell: (place: PickedPlace | null) => void,
  ) {
    this.#scroller = scroller
    this.#open = open
    this.#tell = tell
    this.#words = new WordWalk(scroller)
    this.#frame = host.appendChild(document.createElement('div'))
    this.#frame.id = 'pick'
    this.#frame.hidden = true
    scroller.addEventListener('pointerdown', (event) => this.#begin(event))
    scroller.addEventListener('pointermove', (event) => this.#drag(event))
    scroller.addEventListener('pointerup', () => this.#end())
  }

  /** Text that is selected already is what is meant; else a rectangle stands in the middle of the page in sight. */
  start(): void {
    const open = this.#open()
    if (!open) return this.#tell(null)
    const selected = placeOfSelection(open)
    if (selected) return this.#done(selected)
    const view = this.#scroller.getBoundingClientRect()
    const page = pageInSight(open.surface, open.pages, view)
    if (!page) return this.#tell(null)
    this.#mode = 'box'
    this.#scroller.classList.add('picking')
    this.#scroller.focus({ preventScroll: true })
    this.#put(page, firstBox(page, view))
  }

  stop(): void {
    this.#mode = 'rest'
    this.#from = undefined
    this.#page = undefined
    this.#frame.hidden = true
    this.#scroller.classList.remove('picking')
  }

  /** True when the key was for it. */
  takes(event: KeyboardEvent): boolean {
    if (this.#mode === 'rest' || event.ctrlKey || event.metaKey || event.isComposing) return false
    if (event.key === 'Escape') this.#cancel()
    else if (event.key === 'Enter') this.#confirm()
    else if (event.key.toLowerCase() === 't' && this.#mode === 'box') this.#toWords()
    else if (ARROWS[event.key]) this.#arrow(event)
    else return false
    event.preventDefault()
    return true
  }

  /** After anything moved. */
  layOut(): void {
    const open = this.#open()
    const shown = this.#page && open?.surface.pageAt(this.#page.number)
    const box = shown && boxOfQuad(this.#quad, shown.plane)
    if (this.#mode !== 'box' || !shown || !box) return
    this.#page = { number: this.#page?.number ?? 1, shown }
    const origin = this.#frame.parentElement?.getBoundingClientRect()
    const at = shown.element.getBoundingClientRect()
    const left = at.left - (origin?.left ?? 0) + shown.element.clientLeft
    const top = at.top - (origin?.top ?? 0) + shown.element.clientTop
    this.#frame.style.left = `${left + box.left}px`
    this.#frame.style.top = `${top + box.top}px`
    this.#frame.style.width = `${box.right - box.left}px`
    this.#frame.style.height = `${box.bottom - box.top}px`
    this.#frame.hidden = false
  }

  #put(page: FoundPage, box: Box): void {
    this.#page = page
    this.#quad = quadOfBox(box, page.shown.plane)
    this.layOut()
  }

  #arrow(event: KeyboardEvent): void {
    const direction = ARROWS[event.key] ?? { x: 0, y: 0 }
    if (this.#mode === 'words') return this.#words.step(direction, event.shiftKey)
    const box = this.#page && boxOfQuad(this.#quad, this.#page.shown.plane)
    if (!this.#page || !box) return
    const step = event.altKey ? FINE_STEP_PX : STEP_PX
    const by = { x: direction.x * step, y: direction.y * step }
    this.#put(this.#page, movedBox(box, by, event.shiftKey ? 'end' : 'whole', this.#page.shown.plane))
    this.#frame.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #toWords(): void {
    const page = this.#page
    if (!page || !this.#words.begin(page)) return
    this.#mode = 'words'
    this.#frame.hidden = true
  }

  #confirm(): void {
    const open = this.#open()
    if (this.#mode === 'words') return this.#done(open && placeOfSelection(open))
    const { number, shown } = this.#page ?? {}
    const box = shown && boxOfQuad(this.#quad, shown.plane)
    if (number === undefined || !shown || !box) return this.#cancel()
    this.#done({ page: number, quads: [[...this.#quad]], text: textInBox(shown, box) })
  }

  #cancel(): void {
    this.stop()
    document.getSelection()?.removeAllRanges()
    this.#tell(null)
  }

  #done(place: PickedPlace | undefined): void {
    this.stop()
    document.getSelection()?.removeAllRanges()
    this.#tell(place ?? null)
  }

  #begin(event: PointerEvent): void {
    const open = this.#open()
    if (this.#mode !== 'box' || event.button !== 0 || !open) return
    const page = pageAtPoint(open.surface, open.pages, event.clientX, event.clientY)
    if (!page) return
    event.preventDefault()
    this.#page = page
    this.#from = pointOn(page, event)
    this.#scroller.setPointerCapture(event.pointerId)
  }

  #drag(event: PointerEvent): void {
    if (!this.#from || !this.#page) return
    const to = pointOn(this.#page, event)
    this.#put(this.#page, {
      left: Math.min(this.#from.x, to.x),
      top: Math.min(this.#from.y, to.y),
      right: Math.max(this.#from.x, to.x),
      bottom: Math.max(this.#from.y, to.y),
    })
  }

  #end(): void {
    if (!this.#from || !this.#page) return
    this.#from = undefined
    const box = boxOfQuad(this.#quad, this.#page.shown.plane)
    // A click is no rectangle: the one that stands there may be dragged anew.
    if (box && box.right - box.left >= LEAST_SIDE_PX && box.bottom - box.top >= LEAST_SIDE_PX) this.#confirm()
  }
}

function pointOn({ shown }: FoundPage, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  const rect = shown.element.getBoundingClientRect()
  const inside = (value: number, most: number): number => Math.max(0, Math.min(most, value))
  return {
    x: inside(clientX - rect.left - shown.element.clientLeft, shown.plane.width),
    y: inside(clientY - rect.top - shown.element.clientTop, shown.plane.height),
  }
}

/** In the middle of what is seen of the page. */
function firstBox({ shown }: FoundPage, view: DOMRect): Box {
  const rect = shown.element.getBoundingClientRect()
  const { width, height } = shown.plane
  const [wide, high] = [width * FIRST_SHARE.width, Math.min(height, view.height) * FIRST_SHARE.height]
  const top = Math.max(view.top, rect.top) - rect.top
  const bottom = Math.min(view.bottom, rect.bottom) - rect.top
  const middle = (top + bottom) / 2
  return {
    left: (width - wide) / 2,
    top: middle - high / 2,
    right: (width + wide) / 2,
    bottom: middle + high / 2,
  }
}
