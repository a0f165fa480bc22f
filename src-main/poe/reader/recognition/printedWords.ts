import type { PixelBox } from './ruledLines.ts'
import type { ReadLine, ReadWord } from './tesseract.ts'

/** What is read so surely was printed, if it is of the size of print. */
const SURE = 0.7
const VERY_SURE = 0.85
/** A word of which hardly a letter is sure, among sure neighbours. */
const LEAST_AMONG_SURE = 0.25
/** Taller than this against the page's usual line it is a heading or a hand. */
const TALL = 1.7
const VERY_TALL = 2.6

/**
 * The words that stand in print. A signature is read as junk: of low confidence, tall, or alone in its line; it must not
 * count as text, nor hide the ink under it. `squares` are tick boxes, read as "O" or "[]".
 */
export function printedLines(
  lines: readonly ReadLine[],
  squares: readonly PixelBox[],
  perPoint: number,
): ReadLine[] {
  const usual = usualHeight(lines, perPoint)
  return lines.flatMap((line) => {
    const sure = line.words.filter(({ confidence }) => confidence >= 0.75).length
    const words = line.words
      .flatMap((word) => withoutSquare(word, squares))
      .filter((word) => isPrinted(word, sure, usual))
    return words.length > 0 ? [{ words }] : []
  })
}

function isPrinted({ text, box, confidence }: ReadWord, sureInLine: number, usual: number): boolean {
  const tall = (box[3] - box[1]) / usual
  if (!/[\p{L}\p{N}]/u.test(text)) return confidence > 0.5 && tall < TALL && text.length < 4
  if (confidence >= VERY_SURE) return true
  if (confidence >= SURE) return tall < VERY_TALL
  return confidence >= LEAST_AMONG_SURE && sureInLine >= 2 && tall < TALL
}

/** Median height of surely read words; ten-point type where there are none. */
export function usualHeight(lines: readonly ReadLine[], perPoint: number): number {
  const heights = lines
    .flatMap(({ words }) => words)
    .filter(({ confidence, text }) => confidence >= 0.8 && /\p{L}{3}/u.test(text))
    .map(({ box }) => box[3] - box[1])
    .toSorted((a, b) => a - b)
  return heights[heights.length >> 1] ?? 10 * perPoint
}

/** A word that is a tick box is none; one that begins with a box loses it. */
function withoutSquare(word: ReadWord, squares: readonly PixelBox[]): ReadWord[] {
  const [x0, y0, x1, y1] = word.box
  const square = squares.find(
    (box) =>
      (box[1] + box[3]) / 2 > y0 - 4 &&
      (box[1] + box[3]) / 2 < y1 + 4 &&
      (box[0] + box[2]) / 2 > x0 - 4 &&
      (box[0] + box[2]) / 2 < x1,
  )
  if (!square) return [word]
  if (x1 - square[2] < (square[2] - square[0]) * 0.8) return []
  return [{ ...word, box: [Math.max(x0, square[2] + 1), y0, x1, y1] }]
}
