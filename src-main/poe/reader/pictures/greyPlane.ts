import type { Plane } from '../recognition/pixels.ts'

/** Pixels from and to, the last ones out. */
export interface Region {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Where two pictures of one size differ by more than `least` tones, when they do so in more than `share` of their pixels. */
export function differingRegion(a: Plane, b: Plane, least: number, share: number): Region | null {
  let [x0, y0, x1, y1] = [a.width, a.height, 0, 0]
  let count = 0
  for (let at = 0; at < a.data.length; at += 1) {
    if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) <= least) continue
    const [x, y] = [at % a.width, Math.floor(at / a.width)]
    count += 1
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x + 1)
    y1 = Math.max(y1, y + 1)
  }
  return count > a.data.length * share ? { x0, y0, x1, y1 } : null
}

/** Likeness of two pictures of one size whatever their brightness, −1..1. */
export function likeness(a: Plane, b: Plane): number {
  const mean = ({ data }: Plane): number => data.reduce((sum, tone) => sum + tone, 0) / data.length
  const [ma, mb] = [mean(a), mean(b)]
  let [both, ownA, ownB] = [0, 0, 0]
  for (let at = 0; at < a.data.length; at += 1) {
    const [da, db] = [(a.data[at] ?? 0) - ma, (b.data[at] ?? 0) - mb]
    both += da * db
    ownA += da * da
    ownB += db * db
  }
  return ownA === 0 || ownB === 0 ? Number(ownA === ownB) : both / Math.sqrt(ownA * ownB)
}
