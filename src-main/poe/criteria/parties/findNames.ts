import type { Word } from '../../facts/documentFacts.ts'
import { fold } from '../text/fold.ts'
import { type Passage, wordsBetween } from '../text/passages.ts'
import { type CompanyName, formLength, isGroupWord, nameTokens, type NameToken } from './companyNames.ts'

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
  if (WITHOUT_SPACES.test(name.full)) return findUnspaced(passage, name)
  const tokens = nameTokens(passage.compared)
  const texts = tokens.map(({ text }) => text)
  const mentions: NameMention[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const length = matchLength(texts, i, name.core)
    if (length === 0) continue
    mentions.push(mentionAt(passage, tokens, i, length, name))
    i += length - 1
  }
  return mentions
}

const WITHOUT_SPACES = /[\u3040-\u30ff\u4e00-\u9fff]/u
const JAPANESE_FORMS =
  /(?:株式会社|有限会社|合同会社|合資会社|医療法人|学校法人|一般社団法人|一般財団法人|\(株\)|\(有\)|㈱|㈲)/gu
/** With these behind it the name is another company of the group. */
const JAPANESE_GROUP = /^(?:ホールディングス|グループ|販売|サービス|リース|ファイナンス)/u

/** A name of a script without spaces: it stands inside whatever is written on. */
function findUnspaced(passage: Passage, name: CompanyName): NameMention[] {
  const core = fold(name.full).replace(JAPANESE_FORMS, '').replace(/\s/gu, '')
  if (core.length < 2) return []
  const letters = Array.from(passage.folded, (letter, at) => ({ letter, at })).filter(
    ({ letter }) => letter !== ' ',
  )
  const bare = letters.map(({ letter }) => letter).join('')
  const mentions: NameMention[] = []
  for (let i = bare.indexOf(core); i >= 0; i = bare.indexOf(core, i + core.length)) {
    const [first, last] = [letters[i]?.at ?? 0, letters[i + core.length - 1]?.at ?? 0]
    const exact = !JAPANESE_GROUP.test(bare.slice(i + core.length))
    mentions.push({
      passage,
      words: wordsBetween(passage, first, last + 1),
      exact,
      span: [first, last + 1],
    })
  }
  return mentions
}

/** Tokens matched at `at`; the core may be written together or apart ("Val d’Arno" is not "Valdarno", "T-Systems" is "TSystems"). */
function matchLength(tokens: readonly string[], at: number, core: readonly string[]): number {
  const fits = core.every((part, i) => tokens[at + i] === part)
  return fits ? core.length : 0
}

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
  return {
    passage,
    words: passage.words.slice(first, last + 1),
    exact: !otherForm && !isGroupWord(next),
  }
}

const LIMITED = [
  'ltd',
  'limited',
  'llc',
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  'plc',
]
const SAME: readonly (readonly string[])[] = [
  ['ltd', 'limited'],
  ['inc', 'incorporated'],
  ['corp', 'corporation'],
  ['co', 'company'],
  ['co', 'inc', 'corp', 'company'],
]

/** "Ltd" and "Limited" are one form, "S.p.A." and "S.r.l." are two companies. */
function sameForm(a: string, b: string): boolean {
  if (a === b) return true
  if (!LIMITED.includes(a) || !LIMITED.includes(b)) return false
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
