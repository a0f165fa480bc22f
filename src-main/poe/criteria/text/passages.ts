import type { DocumentFacts, PageFacts, Word } from '../../facts/documentFacts.ts'
import { fold } from '../../../domain/names/fold.ts'

/** One document of a claim as the criteria see it. */
export interface JudgedDocument {
  readonly file: string
  readonly addedAt: string | null
  readonly facts: DocumentFacts
  /** Name of the file inside `file` that this is; not there for a file by itself. */
  readonly within?: string
  /** Its place among the attachments of `file`, deeper ones behind it; not there for a file by itself. */
  readonly inside?: readonly number[]
  /** What recognition misread, as it was meant (misreadings.ts); not there: every word counts as it was read. */
  readonly meant?: ReadonlyMap<Word, string>
}

/** A document as sentences name it. */
export const titleOf = ({ file, within }: JudgedDocument): string =>
  within === undefined ? file : `${file} › ${within}`

/** A stretch of words that a person reads as one: a line, or a block of lines. */
export interface Passage {
  readonly document: JudgedDocument
  readonly page: PageFacts
  readonly words: readonly Word[]
  /** Each word as it is compared: as written, but for what recognition misread. */
  readonly compared: readonly string[]
  /** The same folded and joined by single spaces; Japanese, which a line's end or recognition cut anywhere, by none. */
  readonly folded: string
  /** As written. */
  readonly text: string
  /** Where each word begins in `folded`, and in `text`. */
  readonly foldedStarts: readonly number[]
  readonly textStarts: readonly number[]
}

const ENDS_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u
const BEGINS_JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

export function passageOf(document: JudgedDocument, page: PageFacts, words: readonly Word[]): Passage {
  const foldedStarts: number[] = []
  const textStarts: number[] = []
  let folded = ''
  let text = ''
  const compared = words.map((word) => document.meant?.get(word) ?? word.text)
  for (const [i, word] of words.entries()) {
    const own = fold(compared[i] ?? word.text)
    if (text !== '') {
      if (!(ENDS_JAPANESE.test(folded) && BEGINS_JAPANESE.test(own))) folded += ' '
      text += ' '
    }
    foldedStarts.push(folded.length)
    textStarts.push(text.length)
    folded += own
    text += word.text
  }
  return { document, page, words, compared, folded, text, foldedStarts, textStarts }
}

/** Words that a stretch of `folded` (or of `text`, with its starts) touches. `end` is out. */
export function wordsBetween(
  passage: Passage,
  start: number,
  end: number,
  starts: readonly number[] = passage.foldedStarts,
): Word[] {
  return passage.words.filter((_, i) => {
    const from = starts[i] ?? 0
    const to = (starts[i + 1] ?? Infinity) - 1
    return from < end && to > start
  })
}

const linePassages = new WeakMap<PageFacts, Passage[]>()
const blockPassages = new WeakMap<PageFacts, Passage[]>()

export function linesOf(document: JudgedDocument, page: PageFacts): Passage[] {
  const known = linePassages.get(page)
  if (known && known[0]?.document === document) return known
  const lines = page.lines.map(({ start, end }) => passageOf(document, page, page.words.slice(start, end)))
  linePassages.set(page, lines)
  return lines
}

/** Blocks with their lines joined; a word parted by a hyphen at a line's end stays parted. */
export function blocksOf(document: JudgedDocument, page: PageFacts): Passage[] {
  const known = blockPassages.get(page)
  if (known && known[0]?.document === document) return known
  const blocks = page.blocks.map((block) => {
    const first = page.lines[block.start]
    const last = page.lines[block.end - 1]
    return passageOf(document, page, page.words.slice(first?.start ?? 0, last?.end ?? 0))
  })
  blockPassages.set(page, blocks)
  return blocks
}

export function allBlocks(documents: readonly JudgedDocument[]): Passage[] {
  return documents.flatMap((document) => document.facts.pages.flatMap((page) => blocksOf(document, page)))
}

const sentencePassages = new WeakMap<Passage, readonly Passage[]>()

/** Sentences of a block, cut at full stops that no small letter follows, at semicolons, colons, bullets and ends of paragraphs. */
export function sentencesOf(block: Passage): readonly Passage[] {
  const known = sentencePassages.get(block)
  if (known) return known
  const sentences = cutSentences(block)
  sentencePassages.set(block, sentences)
  return sentences
}

const ENDS = /[.;!?:。;!?:]["”»)」』]?$/u
/** Words that papers cut short; "S.p.A.", "N.V." and "z.B." end a sentence only where a capital follows. */
const SHORTENED =
  /^[("]?(?:\p{L}|\d{1,2}|art|no|nos|nr|nrn|num|st|sp|dr|co|ing|prof|sig|dott|avv|spett|mr|mrs|ms|hr|fr|tel|inkl|incl|excl|exkl|ca|bzw|ggf|evtl|zzgl|vs|approx|max|min|cap|par|abs|lit|gem|lt|pos|ref|rif|vgl|resp|dhr|mevr|ul|tzw|np|pkt|ust|poz|nn|av|apdo|szt|stk|pcs|qty|str|wg|tzn|godz|tys|sra|srta|lic|ltda|cia)\.$/iu
const BULLETS = /^[•▪–●■◦‣・]$/u

function cutSentences(block: Passage): Passage[] {
  const right = Math.max(...block.words.map(({ rect }) => rect[2]))
  const cuts = [0]
  block.words.forEach((word, i) => {
    const next = block.words[i + 1]
    if (next && (endsBefore(word, next) || endsParagraph(word, next, right))) cuts.push(i + 1)
  })
  return cuts.map((from, i) => passageOf(block.document, block.page, block.words.slice(from, cuts[i + 1])))
}

function endsBefore(word: Word, next: Word): boolean {
  if (BULLETS.test(next.text)) return true
  if (!ENDS.test(word.text) || SHORTENED.test(word.text)) return false
  return !(/\.["”»)]?$/u.test(word.text) && /^\p{Ll}/u.test(next.text))
}

/** How much larger or smaller letters tell a heading from what follows. */
const OTHER_SIZE = 1.08

/** At a line's end: the next word would have had room on it and begins anew, or letters change their size. */
function endsParagraph(word: Word, next: Word, right: number): boolean {
  const height = Math.min(word.rect[3] - word.rect[1], next.rect[3] - next.rect[1])
  if (next.rect[1] - word.rect[1] < height / 2 || next.rect[0] >= word.rect[2]) return false
  if (word.source !== 'ocr' && Math.max(word.size, next.size) > Math.min(word.size, next.size) * OTHER_SIZE)
    return true
  const space = (word.rect[2] - word.rect[0]) / Math.max(1, word.text.length)
  const hasRoom = word.rect[2] + space * 2 + (next.rect[2] - next.rect[0]) < right
  return hasRoom && /^["“„«([]?[\p{Lu}\p{N}\p{Lo}☐☒☑-]/u.test(next.text)
}
