import type { Word } from '../../facts/documentFacts.ts'
import { fold } from '../../../domain/names/fold.ts'
import { linesOf, type JudgedDocument, type Passage, wordsBetween } from '../text/passages.ts'
import type { NameMention } from './findNames.ts'
import { ARTICLES } from './roleWords.ts'

/** How papers lead from a company's full name to the term that stands for it from there on. Folded. */
const HEREINAFTER =
  "(?:hereinafter|hereafter|henceforth|below|herein|di seguito|nel seguito|in seguito|d'ora in (?:poi|avanti)|nachfolgend|nachstehend|im folgenden|im weiteren|ci-apres|ci apres|en adelante|en lo sucesivo|en lo subsiguiente|doravante|daqui em diante|a seguir|hierna|verder|zwan\\p{L}* dalej|dalej)"
const CALLED =
  '(?:(?:also|referred to|called|known|jointly|denominat\\p{L}|denominad\\p{L}|chiamat\\p{L}|indicat\\p{L}|genannt|bezeichnet als|denomme\\p{L}*|designe\\p{L}*|appele\\p{L}*|llamad\\p{L}|designad\\p{L}|te noemen|genoemd|zwan\\p{L}*|as|simply|anche|auch|kurz|tambien|simplesmente|simplemente)[\\s:,]+)*'
const TERM = "(?<term>\\p{L}[\\p{L}']*(?: d'\\p{L}+)?)"

const QUOTED = new RegExp(
  `${HEREINAFTER}[\\s,:]*${CALLED}(?:\\p{L}+ ){0,2}["']\\s*${ARTICLES}(?<term>[^"']{2,40}(?:'[^"']{2,20})?)["']`,
  'u',
)
const BARE = new RegExp(`${HEREINAFTER}[\\s,:]*${CALLED}${ARTICLES}${TERM}`, 'u')
/** 以下「甲」という, 以下、発注者という */
const JAPANESE = /以下[、,]?\s?「?(?<term>[^「」、。()]{1,8}?)」?(?:と|という)/u

const REPRESENTED =
  /(?:represented(?: herein)? by|acting through|in persona d(?:i|el(?:la)?)|rappresentat\p{L} da(?:l|lla)?|vertreten durch|representee? par|representad\p{L} por|vertegenwoordigd door|reprezentowan\p{L}* przez|代表者)[\s:,]*/u
/** Words that stand before a person's name, and titles; folded. */
const COURTESY =
  /^(?:mr|mrs|ms|dr|ing|dott|dott\.ssa|sig|sig\.ra|herrn?|frau|m|mme|monsieur|madame|don|dona|d|sr|sra|dhr|mevr|pan[ia]?|代表取締役|取締役|[^\s]{0,8}[部室]長)[.:]?$/u

/** So far behind the name its term is brought in: over a seat, a register and who represents the company. Characters. */
const REACH = 260

/** Terms that the paper itself brings in for the company behind its name, wherever that is. `others` end the search. */
export function broughtIn(mention: NameMention, others: readonly NameMention[]): string[] {
  const { passage } = mention
  const [from, to] = stretchBehind(mention, others)
  const after = passage.folded.slice(from, to)
  const term = (JAPANESE.exec(after) ?? QUOTED.exec(after) ?? BARE.exec(after))?.groups?.['term']
  return term === undefined ? [] : [term.trim(), ...nominative(term.trim())]
}

/** From the name on to the other side's next one, in `folded`. */
function stretchBehind(
  { passage, words, span }: NameMention,
  others: readonly NameMention[],
): readonly [from: number, to: number] {
  const startOf = (word: Word | undefined): number | undefined =>
    word && passage.foldedStarts[passage.words.indexOf(word)]
  const from = span?.[1] ?? startOf(words.at(-1)) ?? 0
  const next = others
    .filter((other) => other.passage === passage)
    .map((other) => other.span?.[0] ?? startOf(other.words[0]) ?? Infinity)
    .filter((start) => start >= from)
  return [from, Math.min(from + REACH, ...next)]
}

/** The person of whom the paper says that he represents the company: "vertreten durch Frau Petra Lindemann, Prokuristin". */
export function representedBy(mention: NameMention, others: readonly NameMention[]): string[] {
  const { passage } = mention
  const [from, to] = stretchBehind(mention, others)
  const found = REPRESENTED.exec(passage.folded.slice(from, to))
  if (!found) return []
  const behind = wordsBetween(passage, from + found.index + found[0].length, to).map(({ text }) => text)
  const named = behind.slice(behind.findIndex((text) => !COURTESY.test(fold(text))))
  const ends = named.findIndex((text) => /[,;)）]$/u.test(text))
  const name = named.slice(0, ends < 0 ? 3 : Math.min(ends + 1, 5)).join(' ')
  return /^\p{Lu}[^\d]{4,40}$|^[\u4e00-\u9fff]/u.test(name) ? [name.replace(/[,;)）。]+$/u, '')] : []
}

/** Polish brings its terms in as "zwanym dalej Zamawiającym" and signs as "Zamawiający". */
const nominative = (term: string): string[] => (/\p{L}{4}[yi]m$/u.test(term) ? [term.slice(0, -1)] : [])

const LABEL = /^(?<term>\p{L}[\p{L}' /-]{1,28}?) ?:/u

/** Labels by which a list of the parties names their roles: "Buyer: X" and, in another line, "Vendor: Y". A pair or nothing. */
export function labelledTerms(
  document: JudgedDocument,
  customer: readonly NameMention[],
  partner: readonly NameMention[],
): readonly [customer: readonly string[], partner: readonly string[]] {
  const own = labelsOf(document, customer)
  const theirs = labelsOf(document, partner)
  const only = (terms: readonly string[], other: readonly string[]): string[] =>
    [...new Set(terms)].filter((term) => !other.includes(term))
  const [a, b] = [only(own, theirs), only(theirs, own)]
  return a.length > 0 && b.length > 0 ? [a, b] : [[], []]
}

function labelsOf(document: JudgedDocument, mentions: readonly NameMention[]): string[] {
  const firsts = new Set(mentions.map(({ words: [first] }) => first))
  return document.facts.pages
    .flatMap((page) => linesOf(document, page))
    .flatMap((line) => {
      const found = LABEL.exec(line.folded)
      const term = found?.groups?.['term']
      if (!found || term === undefined) return []
      const behind = wordAfter(line, found[0].length)
      return behind !== undefined && firsts.has(behind) ? [term.trim()] : []
    })
}

const wordAfter = (line: Passage, end: number): Passage['words'][number] | undefined =>
  line.words[line.foldedStarts.findIndex((start) => start >= end)]
