import type { Box, PagePlane } from './geometry.ts'

const COLUMNS = 4
const ROWS = 24

/**
 * What of a page has been in sight, as cells of the page's own space: a page read at two rotations or zooms
 * adds up, and scrolling sideways counts.
 */
export interface PageSeen {
  /** Adds the part of the page inside `window` (pixels of the displayed page). True when something is new. */
  add(window: Box, plane: PagePlane): boolean
  /** 0..1. */
  share(): number
}

export function newPageSeen(): PageSeen {
  const cells = new Set<number>()
  return {
    add(window, plane) {
      const before = cells.size
      for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
        if (!cells.has(cell) && inWindow(cell, window, plane)) cells.add(cell)
      }
      return cells.size > before
    },
    share: () => cells.size / (COLUMNS * ROWS),
  }
}

/** A cell is seen when its middle is. */
function inWindow(cell: number, window: Box, plane: PagePlane): boolean {
  const [x0, y0] = plane.toPage(0, 0)
  const [x1, y1] = plane.toPage(plane.width, plane.height)
  const x = Math.min(x0, x1) + ((cell % COLUMNS) + 0.5) * (Math.abs(x1 - x0) / COLUMNS)
  const y = Math.min(y0, y1) + (Math.floor(cell / COLUMNS) + 0.5) * (Math.abs(y1 - y0) / ROWS)
  const [u, v] = plane.toView(x, y)
  return u >= window.left && u <= window.right && v >= window.top && v <= window.bottom
}
