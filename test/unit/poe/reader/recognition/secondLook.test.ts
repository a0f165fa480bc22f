import { describe, expect, it } from 'vitest'
import { lookAgain } from '../../../../../src-main/poe/reader/recognition/secondLook.ts'
import type { ReadLine, ReadWord } from '../../../../../src-main/poe/reader/recognition/tesseract.ts'

const PAGE = { width: 1000, height: 400, data: new Uint8Array(400_000).fill(255) }
const HOW = { languages: 'fra', perPoint: 200 / 72 }

const word = (text: string, x: number, y: number, confidence: number, high = 30): ReadWord => ({
  text,
  box: [x, y, x + text.length * 14, y + high],
  confidence,
})

/** An engine that reads parts of the page alone, and says what it was asked. */
function anEngine(says: readonly ReadWord[]) {
  const asked: unknown[] = []
  const read = (_page: unknown, _languages: string, _dpi: number, part: unknown = null): ReadLine[] => {
    asked.push(part)
    const [left = 0, top = 0] = Array.isArray(part) ? part.map(Number) : []
    const own = says.map((each): ReadWord => {
      const [x0, y0, x1, y1] = each.box
      return { ...each, box: [x0 - left, y0 - top, x1 - left, y1 - top] }
    })
    return [{ words: own }]
  }
  return { engine: { read }, asked }
}

const textOf = (lines: readonly ReadLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '))

const LABEL = [word('Le', 100, 50, 0.92), word('Cent', 150, 50, 0)]

describe('the second look at a line', () => {
  it('replaces the word that was doubtful, at its place on the page', () => {
    const { engine } = anEngine([word('Le', 100, 50, 0.95), word('Client', 148, 50, 0.96)])
    const [line] = lookAgain(engine, PAGE, HOW, [{ words: LABEL }])
    expect(textOf([line ?? { words: [] }])).toEqual(['Le Client'])
    expect(line?.words[1]?.box).toEqual([148, 50, 232, 80])
    // What was read surely stays as it was.
    expect(line?.words[0]).toBe(LABEL[0])
  })

  it('believes nothing that it is unsure of as well', () => {
    const { engine } = anEngine([word('Cient', 150, 50, 0.7)])
    expect(textOf(lookAgain(engine, PAGE, HOW, [{ words: LABEL }]))).toEqual(['Le Cent'])
  })

  it('is not taken at a hand’s line, which has no sure word, nor at what is too tall for print', () => {
    const { engine, asked } = anEngine([word('Delmas', 100, 50, 0.99)])
    const hand = { words: [word('dlmgs', 100, 50, 0.2)] }
    const tall = { words: [word('Le', 100, 200, 0.95), word('JRN', 150, 180, 0.1, 90)] }
    const print = { words: [word('Relation', 100, 300, 0.95)] }
    expect(lookAgain(engine, PAGE, HOW, [hand, tall, print])).toEqual([hand, tall, print])
    expect(asked).toEqual([])
  })

  it('ends after twelve lines: a page that is doubtful throughout gains nothing', () => {
    const { engine, asked } = anEngine([])
    const lines = Array.from({ length: 20 }, () => ({ words: LABEL }))
    expect(lookAgain(engine, PAGE, HOW, lines)).toEqual(lines)
    expect(asked).toHaveLength(12)
  })
})
