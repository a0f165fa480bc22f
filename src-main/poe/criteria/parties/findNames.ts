import type { Word } from '../../facts/documentFacts.ts'
import type { Passage } from '../text/passages.ts'
import { findJapaneseName, isJapaneseName } from './japaneseNames.ts'
import {
  type CompanyName,
  formLength,
  isGroupWord,
  isJoint,
  nameTokens,
  type NameToken,
} from '../../../domain/names/companyNames.ts'

export interface NameMention {
  readonly passage: Passage
  readonly words: readonly Word[]
  /** False where the name goes on as another company's might: "… Holding", or another legal form. */
  readonly exact: boolean
  /** Where it stands in `folded`, if that is less than its words: scripts without spaces write on. */
  readonly span?: readonly [start: number, end: number]
}

/** Places where a company's name stands, its legal form aside. */
export function findName(passage: Passage, name: CompanyName): NameMention[] {
  if (isJapaneseName(name)) return findJapaneseName(passage, name)
  const tokens = nameTokens(passage.compared)
  const mentions: NameMention[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const length = matchLength(tokens, i, name.core)
    if (length === 0) continue
    mentions.push(mentionAt(passage, tokens, i, length, name))
    i += length - 1
  }
  return mentions
}

/** The core may be joined by other words for "and"; written together or apart it is another name ("Val d’Arno", "Valdarno"). */
function matchLength(tokens: readonly NameToken[], at: number, core: readonly string[]): number {
  const parts = core.filter((part, i) => i === 0 || !isJoint(part))
  let next = at
  for (const part of parts) {
    if (next > at) next = afterJoints(tokens, next)
    if (!isSamePart(tokens[next], part)) return 0
    next += 1
  }
  return next - at
}

function afterJoints(tokens: readonly NameToken[], at: number): number {
  const next = tokens.findIndex(({ text }, i) => i >= at && !isJoint(text))
  return next < 0 ? tokens.length : next
}

const isSamePart = (token: NameToken | undefined, part: string): boolean =>
  token !== undefined &&
  (token.text === part ||
    token.spelled === part ||
    (part.length >= SURE_WITHOUT_UMLAUTS && unspelled(token.text) === part))

/** In shorter words "ue" is more often what it is than an umlaut spelled out. */
const SURE_WITHOUT_UMLAUTS = 6
const unspelled = (text: string): string => text.replace(/([aou])e/gu, '$1')

function mentionAt(
  passage: Passage,
  tokens: readonly NameToken[],
  at: number,
  length: number,
  name: CompanyName,
): NameMention {
  const texts = tokens.map(({ text }) => text)
  const formAt = at + length
  const formSize = formLength(texts, formAt)
  const form = texts.slice(formAt, formAt + formSize).join('')
  const next = texts[formAt] ?? ''
  const otherForm = formSize > 0 && name.forms.length > 0 && !name.forms.some((own) => sameForm(own, form))
  const first = tokens[at]?.word ?? 0
  const last = tokens[formAt + formSize - 1]?.word ?? first
  const isLonger = formSize === 0 && goesOnAsName(passage, tokens, formAt)
  return {
    passage,
    words: passage.words.slice(first, last + 1),
    exact: !otherForm && !isGroupWord(next) && !isLonger,
  }
}

/** So many further words of a name may stand before its legal form: "Belforte Navi e Porti S.r.l.". */
const MOST_FURTHER_WORDS = 3

/** Capitals in the same line, without a sign between, up to a legal form: another company whose name begins alike. */
function goesOnAsName({ words }: Passage, tokens: readonly NameToken[], at: number): boolean {
  const texts = tokens.map(({ text }) => text)
  for (let i = at; i < at + MOST_FURTHER_WORDS + 1; i += 1) {
    const token = tokens[i]
    const [word, before] = [words[token?.word ?? -1], words[tokens[i - 1]?.word ?? 0]]
    if (!token || !word || !before) return false
    if (i > at && formLength(texts, i) > 0) return true
    const isNear = word === before || (word.rect[0] >= before.rect[2] && word.rect[0] - before.rect[2] < NEAR)
    if (!isNear || !/^\p{Lu}\p{L}/u.test(word.text) || /[,;:.)"”»]$/u.test(before.text)) return false
  }
  return false
}

/** Of the page's width: a wider gap parts columns. */
const NEAR = 0.02

const SAME: readonly (readonly string[])[] = [
  ['ltd', 'limited'],
  ['inc', 'incorporated'],
  ['corp', 'corporation'],
  ['co', 'company'],
  ['co', 'inc', 'corp', 'company'],
  ['sl', 'slu'],
  ['sa', 'sau'],
  ['sas', 'sasu'],
]

/** "Ltd" and "Limited" are one form, as is "S.L." of one owner, "S.p.A." and "S.r.l." are two companies. */
function sameForm(a: string, b: string): boolean {
  if (a === b) return true
  return SAME.some((group) => group.includes(a) && group.includes(b))
}

/** Names that a document gives a company in brackets after its full name: (“Harrow Point” or “Client”). */
export function definedTerms(passage: Passage, mention: NameMention): string[] {
  const last = mention.words.at(-1)
  const from = last ? passage.words.indexOf(last) + 1 : 0
  const after = passage.words
    .slice(from, from + 24)
    .map((word) => word.text)
    .join(' ')
  const bracket = /^[^()]{0,90}?\(([^)]{2,90})\)/u.exec(after)?.[1]
  if (bracket === undefined) return []
  const quoted = [...bracket.matchAll(/["“„«‘']\s*([^"”“»’']{2,40}?)\s*["”“»’']/gu)].map(
    (match) => match[1] ?? '',
  )
  const acronym = /^[\p{Lu}]{2,6}$/u.test(bracket) ? [bracket] : []
  return [...quoted, ...acronym].map((term) =>
    term.replace(/^(?:the|il|la|lo|die|der|das|le|el|o|a)\s+/iu, ''),
  )
}
