import { inkGroups } from './ink.ts'
import { isJapanese, languageOf, loadDetector } from './language.ts'
import { pictureHash } from './pictureHash.ts'
import { flattened, greyOf, type Plane } from './pixels.ts'
import { printedLines } from './printedWords.ts'
import type { RecognisedPage, RecogniseOrder } from './recognitionMessages.ts'
import { ruledLines, withoutWords } from './ruledLines.ts'
import { lookAgain } from './secondLook.ts'
import { skewOf } from './skew.ts'
import { fullestStrip, tellingStrip } from './strips.ts'
import type { ReadLine, ReadWord, Tesseract } from './tesseract.ts'
import { inkMask } from './threshold.ts'
import { tickSquares, withoutLetters } from './tickSquares.ts'
import { type Tones, turned } from './tones.ts'

/** A reading as sure as this needs no second look from the other side. */
const SURE = 0.72
/** The other way up must read so much better. */
const CLEARLY_BETTER = 0.08
/** Share of the page's height that is read to learn how it stands and in what language it is, when a few lines did not tell. */
const STRIP = 0.24
/** So many letters of common words tell the language for sure; a few lines of names and numbers don't. */
const TELLING_LETTERS = 120
/** Names, numbers and letters that hang together are not among them. */
const LETTERS_READ = 1.25 * TELLING_LETTERS

/** Data with which a page of unknown language is read first. */
const FALLBACK = 'eng'

interface Upright {
  readonly page: Tones
  readonly flat: Plane
  readonly mask: Plane
  readonly turn: number
}

/** Loads what a page of unknown language will want. */
export const getReady = (modules: string): Promise<unknown> => loadDetector(modules)

/** A page whose language is known as soon as a part of it was read. */
export interface BegunPage {
  /** What the whole page will be read with; null = only the whole page will tell. */
  readonly languages: string | null
  finish(): Promise<RecognisedPage>
}

/** Everything that is read off the picture of one page. The same pixels give the same answer. */
export async function recognisePage(
  engine: Tesseract,
  modules: string,
  order: RecogniseOrder,
): Promise<RecognisedPage> {
  const begun = await beginPage(engine, modules, order)
  return begun.finish()
}

/** The first part of the same: others may go on in the page's language while it is finished. */
export async function beginPage(
  engine: Tesseract,
  modules: string,
  order: RecogniseOrder,
): Promise<BegunPage> {
  const { page: shown } = order
  const grey = greyOf(shown)
  const flat = flattened(grey)
  const mask = inkMask(flat)
  const skew = skewOf(mask)
  const known = order.languages ?? (await languageOf(order.hint, modules))
  const bench = { engine, modules, dpi: order.perPoint * 72, shown, flat, mask }
  const begun = await beginReading(bench, (skew.lies ? 90 : 0) + skew.turn, known)
  return {
    languages: begun.languages,
    async finish() {
      const { upright, languages, lines: seen } = await begun.finish()
      const lines = lookAgain(engine, upright.flat, { languages, perPoint: order.perPoint }, seen)
      return {
        ...marksOf(upright, lines, order.perPoint),
        confidence: confidenceOf(lines),
        languages,
        hash: pictureHash(grey),
      }
    },
  }
}

function marksOf(
  { page, mask, turn }: Upright,
  lines: readonly ReadLine[],
  perPoint: number,
): Omit<RecognisedPage, 'languages' | 'hash' | 'confidence'> {
  const rules = ruledLines(mask, perPoint)
  const squares = withoutLetters(tickSquares(mask, perPoint), lines)
  const boxes = squares.map(({ box }) => box)
  const printed = printedLines(lines, boxes, perPoint)
  const words = printed.flatMap((line) => line.words.map(({ box }) => box))
  const ink = inkGroups(page, mask, { words, rules, squares: boxes }, perPoint)
  const { width, height } = page
  const across = withoutWords(rules.across, words)
  return { turned: turn, width, height, lines: printed, rules: { across, down: rules.down }, squares, ink }
}

const standUp = (bench: Bench, turn: number): Upright => {
  if (turn === 0) return { page: bench.shown, flat: bench.flat, mask: bench.mask, turn }
  const page = turned(bench.shown, turn)
  const flat = flattened(greyOf(page))
  return { page, flat, mask: inkMask(flat), turn }
}

interface Bench {
  readonly engine: Tesseract
  readonly modules: string
  readonly dpi: number
  readonly shown: Tones
  /** Of what is shown, before it was turned. */
  readonly flat: Plane
  readonly mask: Plane
}

interface Read {
  readonly upright: Upright
  readonly languages: string
  readonly lines: readonly ReadLine[]
}

interface BegunReading {
  readonly languages: string | null
  finish(): Promise<Read>
}

/** With a known language there is nothing to begin; else a part of the page tells how it stands, and mostly the language. */
async function beginReading(bench: Bench, turn: number, known: string | null): Promise<BegunReading> {
  const first = standUp(bench, turn)
  if (known !== null) return { languages: known, finish: () => readKnown(bench, first, known) }
  const settled = await settle(bench, first, null)
  return { languages: settled.languages, finish: () => readSettled(bench, settled) }
}

/** Reads the page at once, and looks at it from the other side only when little of it made sense. */
async function readKnown(bench: Bench, first: Upright, known: string): Promise<Read> {
  const lines = bench.engine.read(first.flat, known, bench.dpi)
  if (sureness(lines) >= SURE) return { upright: first, languages: known, lines }
  return readSettled(bench, await settle(bench, first, known))
}

async function readSettled({ engine, modules, dpi }: Bench, { upright, languages }: Settled): Promise<Read> {
  const lines = engine.read(upright.flat, languages ?? FALLBACK, dpi)
  const whole = languages ?? (await languageOf(textOf(lines), modules)) ?? FALLBACK
  if (languages !== null || whole === FALLBACK) return { upright, languages: whole, lines }
  return { upright, languages: whole, lines: engine.read(upright.flat, whole, dpi) }
}

interface Settled {
  readonly upright: Upright
  readonly languages: string | null
}

/** How the page stands and in what language it is, read off the part of it that holds most ink. */
async function settle(bench: Bench, first: Upright, known: string | null): Promise<Settled> {
  const { engine, modules, dpi } = bench
  const read = (upright: Upright, languages: string): readonly ReadLine[] =>
    engine.read(upright.flat, languages, dpi, fullestStrip(upright.flat, STRIP))
  const strip = known === null ? tellingStrip(first.mask, LETTERS_READ) : null
  if (strip !== null) {
    const few = engine.read(first.flat, FALLBACK, dpi, strip)
    const told = sureness(few) >= SURE ? await languageOf(textOf(few), modules, TELLING_LETTERS) : null
    if (told !== null) return { upright: first, languages: told }
  }
  let [upright, lines] = [first, read(first, known ?? FALLBACK)]
  if (sureness(lines) < SURE) {
    const over = standUp(bench, first.turn + 180)
    const other = read(over, known ?? FALLBACK)
    if (sureness(other) > sureness(lines) + CLEARLY_BETTER) [upright, lines] = [over, other]
  }
  if (known !== null) return { upright, languages: known }
  if (sureness(lines) < SURE) {
    const japanese = read(upright, 'jpn')
    if (isJapanese(textOf(japanese)) && sureness(japanese) > sureness(lines) + CLEARLY_BETTER)
      return { upright, languages: 'jpn' }
  }
  return { upright, languages: await languageOf(textOf(lines), modules) }
}

const wordsOf = (lines: readonly ReadLine[]): ReadWord[] => lines.flatMap((line) => line.words)
const textOf = (lines: readonly ReadLine[]): string =>
  wordsOf(lines)
    .map(({ text }) => text)
    .join(' ')

/** Mean over all that was read, weighted by length: what a hand wrote was not read, however surely the print around it was. */
function confidenceOf(lines: readonly ReadLine[]): number {
  const letters = wordsOf(lines).reduce((sum, { text }) => sum + text.length, 0)
  return letters === 0 ? 0 : (sureness(lines) * Math.max(30, letters)) / letters
}

/** Mean confidence, weighted by length; where next to nothing is read nothing is sure. */
function sureness(lines: readonly ReadLine[]): number {
  const words = wordsOf(lines)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const weighted = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return weighted / Math.max(30, letters)
}
