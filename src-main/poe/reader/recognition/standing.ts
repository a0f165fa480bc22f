import { cutOf } from './halves.ts'
import { flattened, greyOf, type Plane } from './pixels.ts'
import type { PixelBox } from './ruledLines.ts'
import { lookAgain } from './secondLook.ts'
import { skewOf } from './skew.ts'
import type { ReadLine, Tesseract } from './tesseract.ts'
import { inkMask } from './threshold.ts'
import { type Tones, turned } from './tones.ts'

/** A page turned so that its lines lie straight. */
export interface Upright {
  readonly page: Tones
  readonly flat: Plane
  readonly mask: Plane
  /** Degrees clockwise by which it was turned. */
  readonly turn: number
  readonly perPoint: number
  /** In which it is read, from the top: its halves, or the whole. */
  readonly parts: readonly PixelBox[]
}

/** Straight as its letters say, which cannot tell it from one that stands on its head. */
export function straightened(shown: Tones, perPoint: number): Upright {
  const asShown = levelled(shown, 0)
  const { turn, lies } = skewOf(asShown.mask)
  const whole = (lies ? 90 : 0) + turn
  return uprightOf(whole === 0 ? asShown : levelled(shown, whole), perPoint)
}

/** The shown page, turned. */
export const standing = (shown: Tones, turn: number, perPoint: number): Upright =>
  uprightOf(levelled(shown, turn), perPoint)

type Levelled = Pick<Upright, 'page' | 'flat' | 'mask' | 'turn'>

function levelled(shown: Tones, turn: number): Levelled {
  const page = turned(shown, turn)
  const flat = flattened(greyOf(page))
  return { page, flat, mask: inkMask(flat), turn }
}

function uprightOf(page: Levelled, perPoint: number): Upright {
  const { width, height } = page.mask
  const cut = cutOf(page.mask)
  const parts: readonly PixelBox[] =
    cut === null
      ? [[0, 0, width, height]]
      : [
          [0, 0, width, cut],
          [0, cut, width, height],
        ]
  return { ...page, perPoint, parts }
}

/** What the engine reads of a part of the page, places counted on the whole. */
export function readPart(
  engine: Tesseract,
  { flat, perPoint }: Upright,
  languages: string,
  part: PixelBox,
): readonly ReadLine[] {
  const [left, top] = part
  return engine.read(flat, languages, perPoint * 72, part).map(({ words }) => ({
    words: words.map(({ box: [x0, y0, x1, y1], ...word }) => ({
      ...word,
      box: [x0 + left, y0 + top, x1 + left, y1 + top],
    })),
  }))
}

/** One part, its doubtful lines looked at again. */
export function readClosely(
  engine: Tesseract,
  upright: Upright,
  languages: string,
  part: PixelBox,
): readonly ReadLine[] {
  const lines = readPart(engine, upright, languages, part)
  return lookAgain(engine, upright.flat, { languages, perPoint: upright.perPoint }, lines)
}

export const readWhole = (engine: Tesseract, upright: Upright, languages: string): readonly ReadLine[] =>
  upright.parts.flatMap((part) => readClosely(engine, upright, languages, part))
