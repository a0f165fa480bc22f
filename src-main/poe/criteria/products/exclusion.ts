import type { Word } from '../../facts/documentFacts.ts'
import { blocksOf, linesOf, type Passage, sentencesOf } from '../text/passages.ts'

const EXCLUSION =
  /\b(?:out of scope|not in scope|outside (?:the )?scope|exclud(?:ed|es|ing)|(?:is|are|was|were) not (?:included|part|covered|in scope|deployed|migrated)|not (?:part of|included|covered)|does not (?:include|cover)|do not include|will not be|nicht bestandteil|nicht (?:enthalten|umfasst|gegenstand|teil)|kein(?:e|en)? (?:bestandteil|teil|gegenstand)|ausgenommen|ausgeschlossen|ausser ?halb des (?:umfangs|leistungsumfangs)|esclus[oaie]|escludono|non (?:(?:e |sono |sara |saranno |viene |vengono )?(?:compres|inclus|previst)[oaie]|comprende|comprendono|include|rientra|rientrano|fa parte|fanno parte|e oggetto|sono oggetto)|fuori (?:ambito|perimetro)|exclu(?:s|e|es|ent|t)?|hors (?:perimetre|champ|prestation)|ne (?:comprend|comprennent|fait|font|couvre|couvrent|sont|est) pas|n'est pas|non compris(?:e|es)?|excluid[oa]s?|quedan? fuera|no (?:incluye|incluyen|forma|forman|comprende|comprenden|se incluye|esta incluid[oa]|estan incluid[oa]s)|fuera d(?:el|e) alcance|nao (?:inclui|incluem|faz|fazem|esta incluid[oa]|estao incluid[oa]s|abrange|abrangem|integra|integram)|fora d[oe] (?:ambito|escopo))\b/u

/** In headings nouns tell as well; in sentences "exclusions" may be settings of a product. */
const EXCLUSION_HEADING =
  /\b(?:exclu\p{L}*|out of scope|not included|limits? of scope|abgrenzung|nicht enthalten|ausgeschlossen\p{L}*|esclus\p{L}*|fuori ambito|hors perimetre|fuera d\p{L}* alcance|fora d\p{L}* (?:ambito|escopo))\b/u

/**
 * Whether a sentence stands among what the paper says is no part of the work: by its own words, by the clause which
 * introduces the list that it stands in, or by the heading of its section.
 */
export function isExcluded(sentence: Passage, block: Passage): boolean {
  const introduction = introductionOf(sentence, block)
  return (
    EXCLUSION.test(sentence.folded) ||
    (introduction !== null && EXCLUSION.test(introduction.folded)) ||
    EXCLUSION_HEADING.test(headingOver(sentence))
  )
}

const BULLET = /^(?:[•▪–●■◦‣*-]|\(?(?:\d{1,2}|[a-z])[.)])$/u
const startsWithBullet = ({ words }: Passage): boolean => BULLET.test(words[0]?.text ?? '')
const endsWith = ({ text }: Passage, sign: RegExp): boolean => sign.test(text)

/** "Not included are: a; b; c." introduces all three; a full stop ends its reach, but not between bullets. Null = none. */
function introductionOf(sentence: Passage, block: Passage): Passage | null {
  const inBlock = sentencesOf(block)
  const at = inBlock.findIndex(({ words }) => words[0] === sentence.words[0])
  for (let i = at; i > 0; i -= 1) {
    const [one, before] = [inBlock[i], inBlock[i - 1]]
    if (one === undefined || before === undefined) return null
    if (endsWith(before, /:$/u)) return before
    if (endsWith(before, /[.!?]$/u) && !startsWithBullet(one)) return null
  }
  return startsWithBullet(block) ? introductionAbove(block) : null
}

/** Where each bullet is a block of its own: the last sentence of the nearest block above that is none. */
function introductionAbove(block: Passage): Passage | null {
  const blocks = blocksOf(block.document, block.page)
  const at = blocks.findIndex(({ words }) => words[0] === block.words[0])
  const before = blocks.slice(0, Math.max(0, at)).findLast((one) => !startsWithBullet(one))
  const last = before === undefined ? undefined : sentencesOf(before).at(-1)
  return last !== undefined && endsWith(last, /:$/u) ? last : null
}

/** The nearest heading over a sentence's last line, at the same or a farther left edge; '' = none. */
function headingOver({ document, page, words }: Passage): string {
  const last = words.at(-1)
  if (!last) return ''
  const left = Math.min(...words.map(({ rect }) => rect[0]))
  const heading = linesOf(document, page).findLast((line) => isHeadingOf(last, left, line))
  return heading?.folded ?? ''
}

const MOST_HEADING_WORDS = 8
/** How far to the right of its text a heading may begin, of the page's width. */
const INDENT = 0.05

/** Short, set apart by weight, size or (where recognition knows neither) by its number, and no end of a sentence. */
function isHeadingOf(below: Word, left: number, { words, text }: Passage): boolean {
  const [first, second] = words
  if (first === undefined || words.length > MOST_HEADING_WORDS || /[.,;]$/u.test(text)) return false
  if (first.rect[3] > below.rect[1] || first.rect[0] > left + INDENT) return false
  if (first.source === 'ocr') return /^\d{1,2}[.)]$/u.test(first.text) && /^\p{Lu}/u.test(second?.text ?? '')
  return words.every(({ bold }) => bold) || first.size > below.size * 1.08
}
