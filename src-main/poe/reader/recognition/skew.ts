import { type Patch, patchesOf } from './components.ts'
import type { Plane } from './pixels.ts'

const MOST_DEGREES = 8
/** Lines of text stand out so much more clearly in the right direction. */
const CLEARLY_LYING = 1.2
/** Sizes of letters in pixels at 200 dpi; shadows, pictures and rules are none. */
const LETTER = { least: 6, most: 70 } as const
const FEW_LETTERS = 30

export interface Skew {
  /** Degrees clockwise by which the page must be turned so that its lines lie straight. */
  readonly turn: number
  /** The lines run from top to bottom: the page lies on its side. */
  readonly lies: boolean
}

/** Which way the lines of a page run: letters stand on few common lines when it is looked along them. */
export function skewOf(mask: Plane): Skew {
  const letters = patchesOf(mask, () => false).filter(isLetter)
  if (letters.length < FEW_LETTERS) return { turn: 0, lies: false }
  const size = Math.ceil(Math.hypot(mask.width, mask.height))
  const feet = (footOf: (letter: Patch) => readonly [number, number]): Feet => {
    const points = letters.map(footOf)
    return {
      x: Float32Array.from(points, ([x]) => x - mask.width / 2),
      y: Float32Array.from(points, ([, y]) => y - mask.height / 2),
      size,
    }
  }
  const across = sharpest(
    feet(({ x0, x1, y1 }) => [(x0 + x1) / 2, y1]),
    false,
  )
  const middle = ({ y0, y1 }: Patch): number => (y0 + y1) / 2
  const right = sharpest(
    feet((letter) => [letter.x1, middle(letter)]),
    true,
  )
  const left = sharpest(
    feet((letter) => [letter.x0, middle(letter)]),
    true,
  )
  const down = right.score > left.score ? right : left
  const lies = down.score > across.score * CLEARLY_LYING
  const angle = lies ? down.angle : across.angle
  return { turn: Math.abs(angle) < 0.15 ? 0 : angle, lies }
}

/** By its size alone. */
export function isLetter({ x0, y0, x1, y1 }: Patch): boolean {
  const [w, h] = [x1 - x0, y1 - y0]
  return Math.max(w, h) >= LETTER.least && Math.max(w, h) <= LETTER.most && Math.min(w, h) >= 2
}

interface Feet {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly size: number
}

function sharpest(feet: Feet, lies: boolean): { angle: number; score: number } {
  let best = { angle: 0, score: sharpness(feet, 0, lies) * 1.02 }
  const look = (angle: number): void => {
    const score = sharpness(feet, angle, lies)
    if (score > best.score) best = { angle, score }
  }
  for (let angle = -MOST_DEGREES; angle <= MOST_DEGREES; angle += 0.25) look(angle)
  const rough = best.angle
  for (let step = -4; step <= 4; step += 1) look(Math.round((rough + step * 0.05) * 100) / 100)
  return best
}

/** Pixels of one bin: letters of a line do not stand more exactly than this. */
const BIN = 3

/** How much the letters stand on common lines, after turning by the angle. */
function sharpness({ x, y, size }: Feet, angle: number, lies: boolean): number {
  const radians = (angle * Math.PI) / 180
  const [along, aside] = lies
    ? [Math.cos(radians), -Math.sin(radians)]
    : [Math.sin(radians), Math.cos(radians)]
  const rows = new Float32Array(Math.ceil(size / BIN) + 2)
  for (let i = 0; i < x.length; i += 1) {
    const row = Math.floor(((x[i] ?? 0) * along + (y[i] ?? 0) * aside + size / 2) / BIN)
    rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}
