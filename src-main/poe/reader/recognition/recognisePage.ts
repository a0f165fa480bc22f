import { inkGroups } from './ink.ts'
import { languageOf, loadDetector } from './language.ts'
import { pictureHash } from './pictureHash.ts'
import { greyOf } from './pixels.ts'
import { printedLines } from './printedWords.ts'
import type { PageOrder, RecognisedPage } from './recognitionMessages.ts'
import { ruledLines, withoutWords } from './ruledLines.ts'
import { FALLBACK, type Reader, type Settled, settle } from './settle.ts'
import { readClosely, readWhole, straightened, type Upright } from './standing.ts'
import { confidenceOf, SURE, sureness, textOf } from './sureness.ts'
import type { ReadLine, Tesseract } from './tesseract.ts'
import { tickSquares, withoutLetters } from './tickSquares.ts'

/** Loads what a page of unknown language will want. */
export const getReady = (modules: string): Promise<unknown> => loadDetector(modules)

/** A page whose language is known as soon as a part of it was read. */
export interface BegunPage {
  /** What the whole page will be read with; null = only the whole page will tell. */
  readonly languages: string | null
  /** In how many parts it is read. More than one where another recogniser, to whom the same page was laid, may read the others. */
  readonly parts: number
  /** With what was read of all the parts, in their order; null = they are read now. */
  finish(lines: readonly ReadLine[] | null): Promise<RecognisedPage>
}

/** A page set straight, to be read in parts. */
export interface LaidPage {
  readonly engine: Tesseract
  readonly upright: Upright
}

export const layPage = (engine: Tesseract, { page, perPoint }: PageOrder): LaidPage => ({
  engine,
  upright: straightened(page, perPoint),
})

/** One of its parts, from 0; none = nothing stands there. */
export function readPartOf(
  { engine, upright }: LaidPage,
  languages: string,
  part: number,
): readonly ReadLine[] {
  const box = upright.parts[part]
  return box ? readClosely(engine, upright, languages, box) : []
}

/** Everything that is read off the picture of one page. The same pixels give the same answer. */
export async function recognisePage(
  engine: Tesseract,
  modules: string,
  order: PageOrder,
): Promise<RecognisedPage> {
  const begun = await beginPage(layPage(engine, order), modules, order)
  return begun.finish(null)
}

/** The first part of the same: others may go on in the page's language while it is finished. */
export async function beginPage(
  { engine, upright: first }: LaidPage,
  modules: string,
  order: PageOrder,
): Promise<BegunPage> {
  const reader: Reader = { engine, modules, shown: order.page }
  const known = order.languages ?? (await languageOf(order.hint, modules))
  const settled = known === null ? await settle(reader, first, null) : null
  const languages = known ?? settled?.languages ?? null
  const readAll = (): Promise<Read> =>
    known === null && settled !== null
      ? readSettled(reader, settled)
      : readKnown(reader, first, known ?? FALLBACK)
  return {
    languages,
    parts: settled?.upright === first && languages !== null ? first.parts.length : 1,
    async finish(lines) {
      const read =
        lines === null || languages === null ? await readAll() : { upright: first, languages, lines }
      return {
        ...marksOf(read.upright, read.lines),
        confidence: confidenceOf(read.lines),
        languages: read.languages,
        hash: pictureHash(greyOf(order.page)),
      }
    },
  }
}

function marksOf(
  { page, mask, turn, perPoint }: Upright,
  lines: readonly ReadLine[],
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

interface Read {
  readonly upright: Upright
  readonly languages: string
  readonly lines: readonly ReadLine[]
}

/** Reads the page at once, and looks at it from the other side only when little of it made sense. */
async function readKnown(reader: Reader, first: Upright, known: string): Promise<Read> {
  const lines = readWhole(reader.engine, first, known)
  if (sureness(lines) >= SURE) return { upright: first, languages: known, lines }
  return readSettled(reader, await settle(reader, first, known))
}

async function readSettled({ engine, modules }: Reader, { upright, languages }: Settled): Promise<Read> {
  const lines = readWhole(engine, upright, languages ?? FALLBACK)
  const whole = languages ?? (await languageOf(textOf(lines), modules)) ?? FALLBACK
  if (languages !== null || whole === FALLBACK) return { upright, languages: whole, lines }
  return { upright, languages: whole, lines: readWhole(engine, upright, whole) }
}
