import type { Box, PagePlane } from './geometry.ts'

/** What a reviewer pointed at on one page. */
export interface PickedPlace {
  readonly page: number
  /** In the page's own space, four corners anticlockwise from the lower left. */
  readonly quads: readonly (readonly number[])[]
  /** What stands there; null where nothing is written. */
  readonly text: string | null
}

const MOST_TEXT = 2000
const MOST_QUADS = 200
/** Boxes of words on one line differ by less in height than this share of it. */
const SAME_LINE_SHARE = 0.5

/** A box on the displayed page as a quad of its own space, whatever way the view is turned. */
export function quadOfBox(box: Box, plane: PagePlane): number[] {
  const corners = [
    plane.toPage(box.left, box.top),
    plane.toPage(box.right, box.top),
    plane.toPage(box.right, box.bottom),
    plane.toPage(box.left, box.bottom),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  return [left, bottom, right, bottom, right, top, left, top].map((value) => Math.round(value * 100) / 100)
}

/** Boxes of words as one box a line. Boxes come in reading order. */
export function joinLines(boxes: readonly Box[]): readonly Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    if (last && isOnLine(last, box)) lines[lines.length - 1] = around(last, box)
    else lines.push(box)
  }
  return lines.slice(0, MOST_QUADS)
}

function isOnLine(a: Box, b: Box): boolean {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return common > SAME_LINE_SHARE * Math.min(a.bottom - a.top, b.bottom - b.top)
}

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** White space as a reader sees it; null = nothing is written there. */
export function readText(text: string): string | null {
  const read = text.replace(/\s+/gu, ' ').trim().slice(0, MOST_TEXT)
  return read === '' ? null : read
}

/** A box that was moved or made larger by the keyboard, never out of the page and never to nothing. */
export function movedBox(
  box: Box,
  by: { readonly x: number; readonly y: number },
  edge: 'whole' | 'end',
  page: { readonly width: number; readonly height: number },
): Box {
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  if (edge === 'end') {
    const right = within(box.right + by.x, box.left + LEAST_SIDE_PX, page.width)
    const bottom = within(box.bottom + by.y, box.top + LEAST_SIDE_PX, page.height)
    return { ...box, right, bottom }
  }
  const left = within(box.left + by.x, 0, page.width - wide)
  const top = within(box.top + by.y, 0, page.height - high)
  return { left, top, right: left + wide, bottom: top + high }
}

export const LEAST_SIDE_PX = 6
const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
