import type { PageSurface, ShownPage } from './pageSurface.ts'

export interface FoundPage {
  readonly number: number
  readonly shown: ShownPage
}

/** The page on which a point of the window lies. */
export function pageAtPoint(
  surface: PageSurface,
  pages: number,
  x: number,
  y: number,
): FoundPage | undefined {
  return find(
    surface,
    pages,
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  )
}

/** The page that takes the middle of the window, else the first one in it. */
export function pageInSight(surface: PageSurface, pages: number, view: DOMRect): FoundPage | undefined {
  const middle = (view.top + view.bottom) / 2
  return (
    find(surface, pages, ({ top, bottom }) => top <= middle && bottom >= middle) ??
    find(surface, pages, ({ top, bottom }) => bottom > view.top && top < view.bottom)
  )
}

/** The page that an element of it belongs to. */
export function pageOfNode(surface: PageSurface, pages: number, node: Node): FoundPage | undefined {
  for (let number = 1; number <= pages; number++) {
    const shown = surface.pageAt(number)
    if (shown?.element.contains(node)) return { number, shown }
  }
  return undefined
}

function find(surface: PageSurface, pages: number, holds: (rect: DOMRect) => boolean): FoundPage | undefined {
  for (let number = 1; number <= pages; number++) {
    const shown = surface.pageAt(number)
    if (shown && holds(shown.element.getBoundingClientRect())) return { number, shown }
  }
  return undefined
}
