import type { Box } from './geometry.ts'

const DISTANCE_PX = 6

/** The label of the mark under the pointer or with the focus. Screen readers get it from the mark itself. */
export function createMarkTip(host: HTMLElement, scroller: HTMLElement) {
  const tip = host.appendChild(document.createElement('div'))
  tip.className = 'tip'
  tip.ariaHidden = 'true'
  tip.hidden = true

  return {
    /** `box` in pixels of the scrolled content. Stands below it, or above where there is no room, never outside the window. */
    show(label: string, box: Box): void {
      tip.textContent = label
      tip.hidden = label === ''
      const rightmost = scroller.scrollLeft + scroller.clientWidth - tip.offsetWidth - DISTANCE_PX
      const below = box.bottom + DISTANCE_PX
      const fits = below + tip.offsetHeight <= scroller.scrollTop + scroller.clientHeight
      tip.style.left = `${Math.max(scroller.scrollLeft + DISTANCE_PX, Math.min(box.left, rightmost))}px`
      tip.style.top = `${fits ? below : box.top - DISTANCE_PX - tip.offsetHeight}px`
    },
    hide(): void {
      tip.hidden = true
    },
  }
}
