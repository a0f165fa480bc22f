import { type BadgePlace, BADGE_HEIGHT_PX, BADGE_WIDTH_PX } from './badgeSlots.ts'
import { type Box, boxOfQuad, type PagePlane } from './geometry.ts'
import { numberText } from './frameStrings.ts'
import type { ViewerMark } from './messages.ts'

/** One mark on its page: a button over the first quad, tints over the rest, and the number beside the line. */
export interface MarkView {
  readonly mark: ViewerMark
  readonly item: HTMLLIElement
  readonly button: HTMLButtonElement
  readonly badge: HTMLElement
  readonly parts: readonly HTMLElement[]
  /** On the displayed page; empty when no quad lies on it. */
  boxes: readonly Box[]
}

export function createMarkView(mark: ViewerMark): MarkView {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'mark'
  const parts = mark.quads.slice(1).map(() => {
    const part = document.createElement('span')
    part.className = 'mark'
    part.ariaHidden = 'true'
    return part
  })
  const badge = document.createElement('span')
  badge.className = 'badge'
  badge.ariaHidden = 'true'
  badge.textContent = numberText(mark) || '!'
  badge.classList.toggle('long', badge.textContent.length > 2)
  item.dataset['id'] = mark.id
  item.dataset['tone'] = mark.tone
  item.append(button, ...parts, badge)
  return { mark, item, button, badge, parts, boxes: [] }
}

/** A word over hidden text needs so much room not to cover what stands beside it. */
const TAG_WIDTH_PX = 56

/** Puts button and tints over their quads as the page lies now. */
export function layMark(view: MarkView, plane: PagePlane): void {
  const boxes = view.mark.quads.map((quad) => boxOfQuad(quad, plane))
  for (const [i, element] of [view.button, ...view.parts].entries()) lay(element, boxes[i])
  view.boxes = boxes.filter((box) => box !== undefined)
  const [first] = view.boxes
  view.button.classList.toggle('narrow', first !== undefined && first.right - first.left < TAG_WIDTH_PX)
}

/** A mark without a visible place on its page is reached through its number alone. */
export function layBadge(view: MarkView, place: BadgePlace): void {
  const box = {
    left: place.left,
    top: place.top,
    right: place.left + BADGE_WIDTH_PX,
    bottom: place.top + BADGE_HEIGHT_PX,
  }
  lay(view.badge, box)
  // Again and again: the number moves when the margin's ink is known.
  if (view.boxes.length === 0) lay(view.button, box)
}

export function showCurrent(view: MarkView, current: boolean): void {
  view.item.classList.toggle('on', current)
  view.button.ariaCurrent = current ? 'true' : null
}

function lay(element: HTMLElement, box: Box | undefined): void {
  element.hidden = box === undefined
  if (!box) return
  element.style.left = `${box.left}px`
  element.style.top = `${box.top}px`
  element.style.width = `${box.right - box.left}px`
  element.style.height = `${box.bottom - box.top}px`
}
