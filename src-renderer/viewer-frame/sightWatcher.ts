import type { Box } from './geometry.ts'
import type { PageSurface } from './pageSurface.ts'
import { newPageSeen, type PageSeen } from './sight.ts'

/** What only flies past while scrolling was not seen. */
const STILL_FOR_MS = 250

/**
 * Counts what of each page has stood drawn and still in the visible window. Looks again after scrolling,
 * drawing and changes of layout; `look` is cheap to call often.
 */
export function createSightWatcher(scroller: HTMLElement, report: (page: number, share: number) => void) {
  let surface: PageSurface | undefined
  let pages = 0
  let seen = new Map<number, PageSeen>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(): void {
    if (!surface || document.visibilityState !== 'visible') return
    for (let page = 1; page <= pages; page++) {
      const window = windowOn(surface, page, scroller)
      const shown = window && surface.pageAt(page)
      if (!window || !shown?.drawn) continue
      const pageSeen = seen.get(page) ?? newPageSeen()
      seen.set(page, pageSeen)
      if (pageSeen.add(window, shown.plane)) report(page, pageSeen.share())
    }
  }
  function look(): void {
    clearTimeout(timer)
    timer = setTimeout(take, STILL_FOR_MS)
  }
  scroller.addEventListener('scroll', look, { passive: true })
  document.addEventListener('visibilitychange', look)

  return {
    look,
    start(shown: PageSurface, pageCount: number): void {
      surface = shown
      pages = pageCount
      seen = new Map()
      look()
    },
    stop(): void {
      surface = undefined
      clearTimeout(timer)
    },
  }
}

/** The visible part of a page in pixels of that page; undefined when none is. */
function windowOn(surface: PageSurface, page: number, scroller: HTMLElement): Box | undefined {
  const shown = surface.pageAt(page)
  if (!shown) return undefined
  const view = scroller.getBoundingClientRect()
  const rect = shown.element.getBoundingClientRect()
  const left = rect.left + shown.element.clientLeft
  const top = rect.top + shown.element.clientTop
  const window = {
    left: Math.max(0, view.left - left),
    top: Math.max(0, view.top - top),
    right: Math.min(shown.plane.width, view.left + scroller.clientWidth - left),
    bottom: Math.min(shown.plane.height, view.top + scroller.clientHeight - top),
  }
  return window.left < window.right && window.top < window.bottom ? window : undefined
}
