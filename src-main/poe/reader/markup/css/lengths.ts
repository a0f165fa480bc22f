import { calc } from '@csstools/css-calc'
import { ownEntry } from '../../../facts/ownEntry.ts'

/** What relative lengths are relative to, in pixels. */
export interface LengthBase {
  /** Of an em. */
  readonly em: number
  /** Of a hundred percent. */
  readonly of: number
}

export const WINDOW_WIDTH = 1920
export const WINDOW_HEIGHT = 1080
export const ROOT_EM = 40 / 3

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: ROOT_EM,
  vw: WINDOW_WIDTH / 100,
  vh: WINDOW_HEIGHT / 100,
  vi: WINDOW_WIDTH / 100,
  vb: WINDOW_HEIGHT / 100,
  vmin: WINDOW_HEIGHT / 100,
  vmax: WINDOW_WIDTH / 100,
}
const EMS: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, ic: 1, cap: 0.7, lh: 1.2 }
const LENGTH = /([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)/gu

/** Pixels of a length as style sheets write it; null for words and what is no length. */
export function lengthOf(value: string, { em, of }: LengthBase): number | null {
  const inPixels = value.replace(LENGTH, (all, number: string, unit: string) => {
    const size = unit === '%' ? of / 100 : (ownEntry(UNITS, unit) ?? (ownEntry(EMS, unit) ?? Number.NaN) * em)
    return Number.isNaN(size) ? all : `${(Number(number) * size).toFixed(4)}px`
  })
  const plain = inPixels.includes('(') ? calc(inPixels) : inPixels
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:px)?$/u.exec(plain.trim())
  return match ? Number(match[1]) : null
}

/** Parts of a value between spaces or commas that stand in no brackets. */
export function partsOf(value: string, mark = /\s/u): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of value) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth <= 0 && mark.test(sign)) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
