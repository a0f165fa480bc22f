import type { Plane } from './pixels.ts'
import { usualHeight } from './printedWords.ts'
import type { PixelBox } from './ruledLines.ts'
import type { ReadLine, ReadWord, Tesseract } from './tesseract.ts'

/** Below this a word is looked at again, if a neighbour was read this surely: a hand's line has no such neighbour. */
const UNSURE = 0.6
const SURE_NEIGHBOUR = 0.75
/** What the second look must be sure of to be believed. */
const BELIEVED = 0.8
/** Heights against the page's usual line that print may have; boxes of misread words are often too tall. */
const PRINT = { low: 0.5, high: 2 }
/** A page that is doubtful throughout gains nothing by being read twice. */
const MOST_LINES = 12
/** Points of paper around a line that are read with it. */
const MARGIN = 3

/**
 * Reads lines with a doubtful word again by themselves: what misled the engine often stands elsewhere on the page (a rule, a hand,
 * the other column). Only the doubtful words change.
 */
export function lookAgain(
  engine: Pick<Tesseract, 'read'>,
  page: Plane,
  how: { readonly languages: string; readonly perPoint: number },
  lines: readonly ReadLine[],
): readonly ReadLine[] {
  const usual = usualHeight(lines, how.perPoint)
  let left = MOST_LINES
  return lines.map((line) => {
    const doubtful = line.words.filter((word) => isDoubtful(word, usual))
    const isPrint = line.words.some(({ confidence }) => confidence >= SURE_NEIGHBOUR)
    if (doubtful.length === 0 || !isPrint || left === 0) return line
    left -= 1
    const part = around(line, page, MARGIN * how.perPoint)
    const again = engine
      .read(page, how.languages, how.perPoint * 72, part)
      .flatMap(({ words }) => words)
      .map((word) => ({ ...word, box: moved(word.box, part) }))
    return { words: line.words.flatMap((word) => (doubtful.includes(word) ? better(word, again) : [word])) }
  })
}

const isDoubtful = ({ text, box, confidence }: ReadWord, usual: number): boolean => {
  const tall = (box[3] - box[1]) / usual
  return confidence < UNSURE && tall > PRINT.low && tall < PRINT.high && /[\p{L}\p{N}]{2}/u.test(text)
}

/** What stands in the place of a doubtful word, when all of it was read surely this time; else the word as it was. */
function better(word: ReadWord, again: readonly ReadWord[]): readonly ReadWord[] {
  const here = again.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x > word.box[0] && x < word.box[2] && y > word.box[1] && y < word.box[3]
  })
  return here.length > 0 && here.every(({ confidence }) => confidence >= BELIEVED) ? here : [word]
}

function around({ words }: ReadLine, { width, height }: Plane, margin: number): PixelBox {
  const side = (index: 0 | 1 | 2 | 3) => words.map(({ box }) => box[index])
  return [
    Math.max(0, Math.floor(Math.min(...side(0)) - margin)),
    Math.max(0, Math.floor(Math.min(...side(1)) - margin)),
    Math.min(width, Math.ceil(Math.max(...side(2)) + margin)),
    Math.min(height, Math.ceil(Math.max(...side(3)) + margin)),
  ]
}

const moved = ([x0, y0, x1, y1]: PixelBox, [left, top]: PixelBox): PixelBox => [
  x0 + left,
  y0 + top,
  x1 + left,
  y1 + top,
]
