import type { Rect } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from './documentFacts.ts'

/** The box around a rect of the upright page after that page was turned back. */
export function shownRect(
  rect: Rect,
  { width, height, turned }: Pick<PageFacts, 'width' | 'height' | 'turned'>,
): Rect {
  if (turned === 0) return rect
  const lies = Math.round(turned / 90) % 2 !== 0
  const [wide, high] = lies ? [height, width] : [width, height]
  const angle = (-turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x0, y0, x1, y1] = rect
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height]
    return [(dx * cos - dy * sin) / wide + 0.5, (dx * sin + dy * cos) / high + 0.5] as const
  })
  const inPage = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5
  const [xs, ys] = [corners.map(([x]) => inPage(x)), corners.map(([, y]) => inPage(y))]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
