import type { Raster } from './pixels.ts'

/** What is read of a page's picture: how bright it is, and where its ink is coloured. */
export interface Tones {
  readonly width: number
  readonly height: number
  /** One byte a pixel. */
  readonly grey: Uint8Array
  /** One byte a pixel, of `TINTS`; null = nothing is coloured. */
  readonly tints: Uint8Array | null
}

/** Ink of a pen or stamp that is not black: far from grey and not pale. Red is coloured as well. */
export const TINTS = { none: 0, coloured: 1, red: 2 } as const
const FAR_FROM_GREY = 48
const WHITE = 255

export function tonesOf({ width, height, data, channels }: Raster): Tones {
  const grey = new Uint8Array(width * height)
  if (channels < 3) {
    for (let i = 0; i < grey.length; i += 1) grey[i] = data[i * channels] ?? WHITE
    return { width, height, grey, tints: null }
  }
  const tints = new Uint8Array(width * height)
  let any = 0
  for (let i = 0, at = 0; i < grey.length; i += 1, at += channels) {
    const r = data[at] ?? WHITE
    const g = data[at + 1] ?? WHITE
    const b = data[at + 2] ?? WHITE
    grey[i] = (r * 77 + g * 151 + b * 28) >> 8
    if (r === g && g === b) continue
    const tint = tintOf(r, g, b)
    tints[i] = tint
    any |= tint
  }
  return { width, height, grey, tints: any === 0 ? null : tints }
}

function tintOf(r: number, g: number, b: number): number {
  if (r - Math.max(g, b) > FAR_FROM_GREY) return TINTS.red
  return Math.max(r, g, b) - Math.min(r, g, b) > FAR_FROM_GREY ? TINTS.coloured : TINTS.none
}

/** Turns about the middle, clockwise in degrees. Quarters swap the sides; what comes in from outside is white. */
export function turned(page: Tones, degrees: number): Tones {
  if (degrees === 0) return page
  const lying = isLying(degrees)
  const [width, height] = lying ? [page.height, page.width] : [page.width, page.height]
  const turn = { page, width, height, angle: (-degrees * Math.PI) / 180 }
  const grey = new Uint8Array(width * height).fill(WHITE)
  const tints = page.tints && new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) turnRow(turn, y, grey, tints)
  return { width, height, grey, tints }
}

interface Turn {
  readonly page: Tones
  readonly width: number
  readonly height: number
  /** Radians by which a place goes back to where it came from. */
  readonly angle: number
}

/** Brightness is mixed of four neighbours; a tint is that of the nearest. */
function turnRow(
  { page, width, height, angle }: Turn,
  y: number,
  grey: Uint8Array,
  tints: Uint8Array | null,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [0.5 - width / 2, y + 0.5 - height / 2]
  // A whole quarter must not fall a hair short of its pixel.
  const startX = dx * cos - dy * sin + page.width / 2 - 0.5 + 1e-6
  const startY = dx * sin + dy * cos + page.height / 2 - 0.5 + 1e-6
  const from = page.grey
  for (let x = 0, to = y * width; x < width; x += 1, to += 1) {
    const fromX = startX + x * cos
    const fromY = startY + x * sin
    const left = Math.floor(fromX)
    const top = Math.floor(fromY)
    if (left < 0 || top < 0 || left >= page.width || top >= page.height) continue
    const at = top * page.width + left
    const right = left + 1 < page.width ? 1 : 0
    const down = top + 1 < page.height ? page.width : 0
    const [fx, fy] = [fromX - left, fromY - top]
    const a = from[at] ?? WHITE
    const b = from[at + right] ?? WHITE
    const c = from[at + down] ?? WHITE
    const d = from[at + down + right] ?? WHITE
    const upper = a + (b - a) * fx
    grey[to] = upper + (c + (d - c) * fx - upper) * fy + 0.5
    if (tints && page.tints)
      tints[to] = page.tints[at + (fx < 0.5 ? 0 : right) + (fy < 0.5 ? 0 : down)] ?? TINTS.none
  }
}

/** Whether a turn by so many degrees makes an upright page a lying one. */
export const isLying = (degrees: number): boolean => Math.round(degrees / 90) % 2 !== 0
