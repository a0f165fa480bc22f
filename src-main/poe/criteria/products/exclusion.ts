import type { Word } from '../../facts/documentFacts.ts'
import { introductionOf } from '../text/introduction.ts'
import { linesOf, type Passage } from '../text/passages.ts'

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
