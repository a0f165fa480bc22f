import type { BlankWidth } from './badgeSlots.ts'

/** Share of the page's width that is looked at: numbers never stand farther in. */
const STRIP_SHARE = 0.25
/** Enough for half a line of small print on A4, and little to read back from the graphics card. */
const ROWS = 700
/** 0..255. Paper of a scan flickers by some twenty steps. */
const PAPER_BAND = 24
/** 0..255 from the middle of the paper's band; a hairline of light grey differs by more. */
const INK_DIFFERENCE = 36

/** For each row of a page, from top to bottom: how far from the left edge the first ink stands, 0..1 of the page. */
export type MarginInk = Float32Array

/**
 * Reads where a drawn page's left margin ends. Works on the picture, not on the text, so that scans, letterheads
 * and stamps count as well.
 */
export function readMarginInk(drawn: HTMLCanvasElement | OffscreenCanvas): MarginInk | undefined {
  if (drawn.width === 0 || drawn.height === 0) return undefined
  const width = Math.max(1, Math.floor(drawn.width * STRIP_SHARE))
  const strip = new OffscreenCanvas(width, Math.min(ROWS, drawn.height))
  const context = strip.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) return undefined
  context.drawImage(drawn, 0, 0, width, drawn.height, 0, 0, width, strip.height)
  return firstInk(context.getImageData(0, 0, width, strip.height))
}

/** Pure part of the above: RGBA rows of the strip → first ink of each row. */
export function firstInk(strip: {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}): MarginInk {
  const paper = paperLight(strip.data)
  const ink = new Float32Array(strip.height).fill(STRIP_SHARE)
  for (let y = 0; y < strip.height; y++) {
    for (let x = 0; x < strip.width; x++) {
      if (Math.abs(lightAt(strip.data, (y * strip.width + x) * 4) - paper) > INK_DIFFERENCE) {
        ink[y] = (x / strip.width) * STRIP_SHARE
        break
      }
    }
  }
  return ink
}

export function blankWidthOf(ink: MarginInk, page: { width: number; height: number }): BlankWidth {
  return (top, bottom) => {
    const from = Math.max(0, Math.floor((top / page.height) * ink.length))
    const to = Math.min(ink.length, Math.ceil((bottom / page.height) * ink.length))
    let least = STRIP_SHARE
    for (let row = from; row < to; row++) least = Math.min(least, ink[row] ?? 0)
    return from < to ? least * page.width : 0
  }
}

/** The middle of the commonest band of lightness: paper of a scan has no single one. */
function paperLight(data: Uint8ClampedArray): number {
  const counts = new Uint32Array(256 + PAPER_BAND)
  for (let i = 0; i < data.length; i += 4) {
    const light = Math.round(lightAt(data, i))
    counts[light] = (counts[light] ?? 0) + 1
  }
  let inBand = 0
  let most = 0
  let paper = 255
  for (let light = 0; light < counts.length; light++) {
    inBand += (counts[light] ?? 0) - (counts[light - PAPER_BAND] ?? 0)
    if (inBand > most) {
      most = inBand
      paper = light - PAPER_BAND / 2
    }
  }
  return paper
}

function lightAt(data: Uint8ClampedArray, at: number): number {
  return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
}
