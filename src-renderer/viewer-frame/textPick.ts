import type { Box } from './geometry.ts'
import type { ShownPage } from './pageSurface.ts'
import { type FoundPage, pageOfNode } from './pagesInSight.ts'
import type { OpenPages } from './picker.ts'
import { joinLines, type PickedPlace, quadOfBox, readText } from './pickedPlace.ts'

const WORDS = '.textLayer span, .laid-sheet span'

/** What is selected, as far as it stands on the page where the selection begins; undefined = nothing. */
export function placeOfSelection({ surface, pages }: OpenPages): PickedPlace | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0).cloneRange()
  const page = pageOfNode(surface, pages, range.startContainer)
  if (!page) return undefined
  const { element, plane } = page.shown
  if (!element.contains(range.endContainer)) range.setEndAfter(element.lastChild ?? element)
  const boxes = [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((rect) => boxOn(page.shown, rect))
  const quads = joinLines(boxes).map((box) => quadOfBox(box, plane))
  return quads.length === 0 ? undefined : { page: page.number, quads, text: readText(range.toString()) }
}

/** The words whose middle lies in a box. */
export function textInBox(shown: ShownPage, box: Box): string | null {
  const words = [...shown.element.querySelectorAll(WORDS)].filter((word) => {
    const at = boxOn(shown, word.getBoundingClientRect())
    const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2]
    return at.right > at.left && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
  })
  return readText(words.map(({ textContent }) => textContent).join(' '))
}

function boxOn({ element }: ShownPage, rect: DOMRect): Box {
  const page = element.getBoundingClientRect()
  const left = page.left + element.clientLeft
  const top = page.top + element.clientTop
  return {
    left: rect.left - left,
    top: rect.top - top,
    right: rect.right - left,
    bottom: rect.bottom - top,
  }
}

/** Selects words by keys: what is selected is the caret, since pages that cannot be edited show none. */
export class WordWalk {
  readonly #scroller: HTMLElement

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller
  }

  /** On the first word in sight of this page. False where nothing is written. */
  begin({ shown }: FoundPage): boolean {
    const view = this.#scroller.getBoundingClientRect()
    const words = [...shown.element.querySelectorAll(WORDS)].filter(
      ({ textContent }) => textContent.trim() !== '',
    )
    const first = words.find((word) => word.getBoundingClientRect().top >= view.top) ?? words[0]
    const selection = document.getSelection()
    const text = first?.firstChild
    if (!selection || !text) return false
    selection.setBaseAndExtent(text, 0, text, 0)
    selection.modify('extend', 'forward', 'word')
    return true
  }

  /** `extends`: what is selected grows instead of moving. */
  step({ x, y }: { readonly x: number; readonly y: number }, extend: boolean): void {
    const selection = document.getSelection()
    if (!selection || selection.rangeCount === 0) return
    const direction = x + y > 0 ? 'forward' : 'backward'
    if (!extend && direction === 'forward') selection.collapseToEnd()
    else if (!extend) selection.collapseToStart()
    if (y !== 0) selection.modify(extend ? 'extend' : 'move', direction, 'line')
    if (y === 0 || !extend) selection.modify('extend', y === 0 ? direction : 'forward', 'word')
    selection.focusNode?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}
