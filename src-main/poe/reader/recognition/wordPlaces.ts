import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ReadLine } from './tesseract.ts'

/** A recognised word as set type: places in points of the upright page. */
export interface SetWord {
  readonly text: string
  readonly confidence: number
  readonly box: Rect
  readonly size: number
}

const DESCENDERS = /[gjpqyçşțQ,;()[\]{}|ßµ]/u
const TALL = /[\p{Lu}\d bdfhklßtijäöüàèéìòùáíóúâêîôûãõ()[\]{}/|&%$€"'!?]/u
/** Heights against the size of the type. */
const CAPITAL = 0.71
const SMALL = 0.5
const BELOW = 0.21
/** Usual width of a letter. */
const LETTER = 0.5
/** A line so much taller than its letters are wide got the height of something beside it: a rule, or a signature. */
const SWOLLEN = 1.6
const ASCENT = 0.74
const DESCENT = 0.24

/**
 * Gives the words of a line one size and one baseline, as set type has them: the engine's boxes hug each word's own letters,
 * and rows and paragraphs are told by size and baseline.
 */
export function setWords(lines: readonly ReadLine[], perPoint: number): SetWord[] {
  const swollen = lines.map((line) => isSwollen(line, perPoint))
  const sizes = lines.map((line, i) =>
    swollen[i] ? sizeByWidth(line, perPoint) : median(line.words.map((word) => sizeOf(word, perPoint))),
  )
  const usual = median(lines.flatMap((line, i) => line.words.map(() => sizes[i] ?? 10)))
  return lines.flatMap((line, i) => {
    const own = sizes[i] ?? usual
    const size = Math.round((Math.abs(own / usual - 1) < 0.14 ? usual : own) * 2) / 2
    const baseline = swollen[i] ? baselineInMiddle : baselineOf
    const baselines = line.words.map((word) => baseline(word, size, perPoint))
    const common = median(baselines)
    return line.words.map(({ text, confidence, box }, j): SetWord => {
      const at = baselines[j] ?? common
      const y = Math.abs(at - common) < size * 0.45 ? common : at
      return {
        text,
        confidence,
        size,
        box: [box[0] / perPoint, y - ASCENT * size, box[2] / perPoint, y + DESCENT * size],
      }
    })
  })
}

type Placed = ReadLine['words'][number]

function sizeOf({ text, box }: Placed, perPoint: number): number {
  const above = TALL.test(text) ? CAPITAL : SMALL
  const height = (box[3] - box[1]) / perPoint
  return height / (above + (DESCENDERS.test(text) ? BELOW : 0))
}

const baselineOf = ({ text, box }: Placed, size: number, perPoint: number): number =>
  box[3] / perPoint - (DESCENDERS.test(text) ? BELOW * size : 0)

/** Where a box is taller than its letters they stand in its middle. */
const baselineInMiddle = ({ box }: Placed, size: number, perPoint: number): number =>
  (box[1] + box[3]) / 2 / perPoint + (size * CAPITAL) / 2

function sizeByWidth({ words }: ReadLine, perPoint: number): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const width = words.reduce((sum, { box }) => sum + box[2] - box[0], 0) / perPoint
  return width / (Math.max(1, letters) * LETTER)
}

const FEWEST_LETTERS = 6

function isSwollen(line: ReadLine, perPoint: number): boolean {
  const letters = line.words.reduce((sum, { text }) => sum + text.length, 0)
  const heights = line.words.map((word) => sizeOf(word, perPoint))
  return letters >= FEWEST_LETTERS && median(heights) > SWOLLEN * sizeByWidth(line, perPoint)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 10
}
