import { isJapanese, languageOf } from './language.ts'
import type { Tones } from './tones.ts'
import { readPart, standing, type Upright } from './standing.ts'
import { fullestStrip, tellingStrip } from './strips.ts'
import { SURE, sureness, textOf } from './sureness.ts'
import type { ReadLine, Tesseract } from './tesseract.ts'

/** The other way up must read so much better. */
const CLEARLY_BETTER = 0.08
/** Share of the page's height that is read to learn how it stands and in what language it is, when a few lines did not tell. */
const STRIP = 0.24
/** So many letters of common words tell the language for sure; a few lines of names and numbers don't. */
const TELLING_LETTERS = 120
/** Names, numbers and letters that hang together are not among them. */
const LETTERS_READ = 1.25 * TELLING_LETTERS

/** Data with which a page of unknown language is read first. */
export const FALLBACK = 'eng'

export interface Reader {
  readonly engine: Tesseract
  /** Folder of packages. */
  readonly modules: string
  /** As it is shown, before it was turned. */
  readonly shown: Tones
}

export interface Settled {
  readonly upright: Upright
  /** Null = the part that was read does not tell. */
  readonly languages: string | null
}

/** How the page stands and in what language it is: off a few lines where they are sure, else off the strip that holds most ink. */
export async function settle(reader: Reader, first: Upright, known: string | null): Promise<Settled> {
  const told = known === null ? await toldByFew(reader, first) : null
  if (told !== null) return { upright: first, languages: told }
  const read = (upright: Upright, languages: string): readonly ReadLine[] =>
    readPart(reader.engine, upright, languages, fullestStrip(upright.flat, STRIP))
  let [upright, lines] = [first, read(first, known ?? FALLBACK)]
  if (sureness(lines) < SURE) {
    const over = standing(reader.shown, first.turn + 180, first.perPoint)
    const other = read(over, known ?? FALLBACK)
    if (sureness(other) > sureness(lines) + CLEARLY_BETTER) [upright, lines] = [over, other]
  }
  if (known !== null) return { upright, languages: known }
  if (sureness(lines) < SURE) {
    const japanese = read(upright, 'jpn')
    if (isJapanese(textOf(japanese)) && sureness(japanese) > sureness(lines) + CLEARLY_BETTER)
      return { upright, languages: 'jpn' }
  }
  return { upright, languages: await languageOf(textOf(lines), reader.modules) }
}

/** Read surely, they stand upright as well. */
async function toldByFew({ engine, modules }: Reader, first: Upright): Promise<string | null> {
  const strip = tellingStrip(first.mask, LETTERS_READ)
  if (strip === null) return null
  const lines = readPart(engine, first, FALLBACK, strip)
  return sureness(lines) >= SURE ? languageOf(textOf(lines), modules, TELLING_LETTERS) : null
}
