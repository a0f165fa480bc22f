import { HIGH, WIDE } from './inkHash.ts'
import { hex, mixed } from './mixedHash.ts'

/** Signings of one hand stay below: they are alike, never the same. Measured on drawn hands (test/unit/domain/evidence/inkPrint.test.ts). */
const LEAST_LIKE = 0.965
/** Proportions of one picture at two sizes differ by rounding; a step is a fiftieth. */
const MOST_STEPS_APART = 3

const BANDS = 24
const BITS = 16

const proportionsOf = (value: string): number => Number.parseInt(value.slice(0, 2), 16)
const cellsOf = (value: string): number[] =>
  Array.from({ length: WIDE * HIGH }, (_, i) => Number.parseInt(value.charAt(2 + i), 16))

/** How far two looks of ink go together, 0..1; 0 = they are of two signings. */
export function inkLikeness(a: string, b: string): number {
  if (Math.abs(proportionsOf(a) - proportionsOf(b)) > MOST_STEPS_APART) return 0
  const share = correlation(cellsOf(a), cellsOf(b))
  return share >= LEAST_LIKE ? Math.min(1, share) : 0
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [centred(a), centred(b)]
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)
  const size = Math.sqrt(product(left, left) * product(right, right))
  return size === 0 ? 0 : product(left, right) / size
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

/**
 * On which side of so many planes a look lies, in bands of sixteen: the same picture shares one nearly always, another signature once in
 * three thousand times. By what a look has of its own: most ink of any signature lies in its middle, and that part is taken out.
 */
export function inkBands(value: string): string[] {
  const own = withoutMiddle(cellsOf(value))
  return Array.from({ length: BANDS }, (_, band) => {
    let bits = 0
    for (let bit = 0; bit < BITS; bit += 1) bits = bits * 2 + sideOf(own, band * BITS + bit)
    return hex(bits, 4)
  })
}

/** What is left when the ink of each row and each column is spread as if neither knew of the other. */
function withoutMiddle(cells: readonly number[]): number[] {
  const rows = Array.from({ length: HIGH }, () => 0)
  const columns = Array.from({ length: WIDE }, () => 0)
  cells.forEach((cell, i) => {
    const [column, row] = [i % WIDE, Math.floor(i / WIDE)]
    rows[row] = (rows[row] ?? 0) + cell
    columns[column] = (columns[column] ?? 0) + cell
  })
  const all = Math.max(
    1,
    rows.reduce((sum, row) => sum + row, 0),
  )
  return cells.map((cell, i) => cell - ((rows[Math.floor(i / WIDE)] ?? 0) * (columns[i % WIDE] ?? 0)) / all)
}

function sideOf(own: readonly number[], plane: number): 0 | 1 {
  let sum = 0
  own.forEach((value, i) => (sum += mixed(i + 1, plane) & 0x100 ? value : -value))
  return sum > 0 ? 1 : 0
}
