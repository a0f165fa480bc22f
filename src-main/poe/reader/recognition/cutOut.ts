import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Point } from '../pdf/matrix.ts'
import { pageSpace, rectOf } from '../pdf/pageSpace.ts'
import type { Raster } from './pixels.ts'
import type { CutPage, PageView } from './recognitionMessages.ts'
import { rgbOf } from './rgbOf.ts'

export type PaintedRaster = PageView & { readonly raster: Raster }

export interface PlaceToCut {
  /** In PDF space, at least one. */
  readonly quads: readonly Quad[]
  /** Pixels; a larger part is drawn coarser. */
  readonly most: number
}

/** Shown above and below of what a part is cut out for: a line or two tell where it stands. */
const AROUND_PT = 22

/** The strip of a page on which places stand: as wide as the page, since a reader wants to know where on it they are. */
export function cutOut({ raster, ...view }: PaintedRaster, { quads, most }: PlaceToCut): CutPage {
  const space = pageSpace(view.view, view.rotate, view.userUnit)
  const places = quads.map((quad) => rectOf(space, pointsOf(quad)))
  if (places.length === 0) throw new Error('Nothing to cut out')
  const around = AROUND_PT / space.height
  const top = rowAt(raster, Math.min(...places.map(([, y]) => y)) - around)
  const bottom = Math.max(top + 1, rowAt(raster, Math.max(...places.map(([, , , y]) => y)) + around))
  const strip = stripOf(raster, top, bottom)
  const inStrip = (y: number): number => share((y * raster.height - top) / (bottom - top))
  return {
    ...coarser(strip, Math.max(1, Math.ceil(Math.sqrt((strip.width * strip.height) / most)))),
    points: [space.width, (space.height * (bottom - top)) / raster.height],
    marks: places.map(([x0, y0, x1, y1]): Rect => [share(x0), inStrip(y0), share(x1), inStrip(y1)]),
  }
}

const share = (value: number): number => Math.min(1, Math.max(0, value))

const rowAt = ({ height }: Raster, y: number): number => Math.round(share(y) * height)

function pointsOf(quad: Quad): Point[] {
  return [0, 2, 4, 6].map((at) => [quad[at] ?? 0, quad[at + 1] ?? 0])
}

function stripOf({ width, data, channels }: Raster, top: number, bottom: number) {
  const row = width * channels
  const height = bottom - top
  const own = { width, height, channels, data: data.subarray(top * row, bottom * row) }
  return { width, height, rgb: rgbOf(own) }
}

/** Each pixel the mean of `step` by `step`; what is left over at the right and below is let go. */
function coarser({ width, height, rgb }: Pick<CutPage, 'width' | 'height' | 'rgb'>, step: number) {
  if (step === 1) return { width, height, rgb }
  const [wide, high] = [Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step))]
  const out = new Uint8Array(wide * high * 3)
  for (let at = 0; at < out.length; at += 1) {
    const [pixel, channel] = [Math.floor(at / 3), at % 3]
    const [x, y] = [(pixel % wide) * step, Math.floor(pixel / wide) * step]
    out[at] = meanAt(rgb, { width, x, y, step, channel })
  }
  return { width: wide, height: high, rgb: out }
}

interface Block {
  readonly width: number
  readonly x: number
  readonly y: number
  readonly step: number
  readonly channel: number
}

function meanAt(rgb: Uint8Array, { width, x, y, step, channel }: Block): number {
  let sum = 0
  for (let dy = 0; dy < step; dy += 1)
    for (let dx = 0; dx < step; dx += 1) sum += rgb[((y + dy) * width + x + dx) * 3 + channel] ?? 255
  return Math.round(sum / (step * step))
}
