import { hex } from './mixedHash.ts'

/** Points of ink in no order: pixels of a picture, places along a drawn line. Down is positive. */
export interface Ink {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

export const WIDE = 32
export const HIGH = 16
const LEVELS = 15
/** Two digits for the proportions, one for each cell. */
export const INK_HASH_LENGTH = 2 + WIDE * HIGH
export const INK_HASH = /^[0-9a-f]{514}$/u

/** Standard deviations around the middle that the cells cover. */
const REACH = { x: 2.2, y: 2.4 } as const
const FEWEST_POINTS = 60
/** Steps of the proportions in a doubling. */
const PROPORTION_STEPS = 32

/**
 * The look of a signature: how its ink is spread over cells around its middle, whatever its place and size. By the ink's spread and not
 * by its outline: one speck or a longer tail would move every cell. Null where there is too little ink to have a look.
 */
export function inkHash({ x, y }: Ink): string | null {
  const [across, down] = [spreadOf(x), spreadOf(y)]
  if (x.length < FEWEST_POINTS || across.deviation === 0 || down.deviation === 0) return null
  const cells = softened(spread({ x, y }, across, down))
  const most = Math.max(...cells)
  const proportions = Math.round(Math.log2(across.deviation / down.deviation) * PROPORTION_STEPS) + 128
  const inRange = Math.min(255, Math.max(0, proportions))
  return hex(inRange, 2) + cells.map((cell) => hex(Math.round((cell / most) * LEVELS), 1)).join('')
}

interface Spread {
  readonly middle: number
  readonly deviation: number
}

function spreadOf(values: readonly number[]): Spread {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length
  return { middle, deviation: Math.sqrt(square) }
}

/** Each point's ink goes to the four cells around it, by nearness. */
function spread({ x, y }: Ink, across: Spread, down: Spread): number[] {
  const cells = Array.from({ length: WIDE * HIGH }, () => 0)
  const put = (column: number, row: number, ink: number): void => {
    if (column < 0 || row < 0 || column >= WIDE || row >= HIGH) return
    cells[row * WIDE + column] = (cells[row * WIDE + column] ?? 0) + ink
  }
  for (let i = 0; i < x.length; i += 1) {
    const left = placeOf(x[i] ?? 0, across, REACH.x, WIDE)
    const top = placeOf(y[i] ?? 0, down, REACH.y, HIGH)
    const [column, row] = [Math.floor(left), Math.floor(top)]
    const [right, below] = [left - column, top - row]
    put(column, row, (1 - right) * (1 - below))
    put(column + 1, row, right * (1 - below))
    put(column, row + 1, (1 - right) * below)
    put(column + 1, row + 1, right * below)
  }
  return cells
}

const placeOf = (value: number, { middle, deviation }: Spread, reach: number, cells: number): number =>
  ((value - middle) / (2 * reach * deviation) + 0.5) * cells - 0.5

/** Takes out where a line runs within its cell, and how thick the pen was. */
function softened(cells: readonly number[]): number[] {
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= WIDE || row >= HIGH ? 0 : (cells[row * WIDE + column] ?? 0)
  const inRow = (column: number, row: number): number =>
    at(column - 1, row) + 2 * at(column, row) + at(column + 1, row)
  return cells.map((_, i) => {
    const [column, row] = [i % WIDE, Math.floor(i / WIDE)]
    return inRow(column, row - 1) + 2 * inRow(column, row) + inRow(column, row + 1)
  })
}
