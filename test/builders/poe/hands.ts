import type { Ink } from '../../../src-main/domain/evidence/inkHash.ts'

type Place = readonly [x: number, y: number]

/** Numbers from 0 to 1, as of `randomFrom`. */
type Draw = () => number

const around = (chance: Draw): number =>
  Math.sqrt(-2 * Math.log(chance() + 1e-9)) * Math.cos(2 * Math.PI * chance())

/** How somebody signs: the turns of the pen, about one high. */
export function aHand(chance: Draw): readonly Place[] {
  let x = 0
  return Array.from({ length: 14 + Math.floor(chance() * 14) }, (_, i) => {
    x += 0.1 + chance() * 0.4
    return [x + around(chance) * 0.3, (i % 2 === 0 ? -1 : 1) * (0.3 + chance() * 0.7)] as const
  })
}

/** The same hand once more: every turn somewhat elsewhere, the whole a little wider and more or less slanted. */
export function signedAgain(hand: readonly Place[], wobble: number, chance: Draw): readonly Place[] {
  const [slant, width] = [around(chance) * 0.06, 1 + around(chance) * 0.06]
  return hand.map(([x, y]) => [
    (x + around(chance) * wobble) * width + y * slant,
    y + around(chance) * wobble,
  ])
}

export interface Pen {
  /** Pixels from the first turn to the last. */
  readonly width: number
  readonly stroke: number
  /** Share of a pixel by which all of it lies elsewhere. */
  readonly offset?: number
  /** Degrees. */
  readonly turned?: number
}

/** The pixels that a scanner sees of it. */
export function inkOf(hand: readonly Place[], { width, stroke, offset = 0, turned = 0 }: Pen): Ink {
  const scale = width / ((hand.at(-1)?.[0] ?? 1) - (hand[0]?.[0] ?? 0))
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  const pixels = new Set<number>()
  for (const [px, py] of curveOf(hand)) {
    const [x, y] = [px * scale + offset, py * scale + offset]
    const [cx, cy] = [x * cos - y * sin + MIDDLE, x * sin + y * cos + MIDDLE]
    for (let row = Math.ceil(cy - stroke / 2); row <= cy + stroke / 2; row += 1)
      for (let column = Math.ceil(cx - stroke / 2); column <= cx + stroke / 2; column += 1)
        if (Math.hypot(column - cx, row - cy) <= stroke / 2) pixels.add(row * SHEET + column)
  }
  const all = [...pixels]
  return { x: all.map((at) => at % SHEET), y: all.map((at) => Math.floor(at / SHEET)) }
}

/** Pixels of the sheet's side, and where a hand begins. */
const SHEET = 4096
const MIDDLE = 1000

/** Places along smooth curves through the middles between turns. */
export function curveOf(hand: readonly Place[]): Place[] {
  const middle = (i: number): Place => {
    const [[x0, y0], [x1, y1]] = [hand[i] ?? [0, 0], hand[i + 1] ?? hand[i] ?? [0, 0]]
    return [(x0 + x1) / 2, (y0 + y1) / 2]
  }
  return hand.slice(1).flatMap(([x, y], i) => {
    const [[x0, y0], [x1, y1]] = [middle(i), middle(i + 1)]
    return Array.from({ length: 120 }, (_, step): Place => {
      const t = step / 120
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
      return [a * x0 + b * x + c * x1, a * y0 + b * y + c * y1]
    })
  })
}
