import { fold } from './fold.ts'

/** Legal forms, folded and without dots. They say little about who a company is, and documents leave them out. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company pty pte dac gmbh mbh ag kg kgaa ohg gbr ug eg ek ev se ' +
    'spa srl srls sapa snc sas scarl scrl sarl sa sasu eurl snc sci sl slu sau sca scoop ltda lda eireli me epp ' +
    'bv nv vof cv ab oy oyj as asa aps kft zrt nyrt sro doo dd kk gk spzoo zoo 株式会社 有限会社 合同会社'
  ).split(' '),
)

/** Written apart, these are legal forms too. */
const SPACED_FORMS = [
  ['s', 'p', 'a'],
  ['s', 'r', 'l'],
  ['s', 'a', 's'],
  ['s', 'a'],
  ['s', 'l'],
  ['sp', 'z', 'o', 'o'],
  ['sp', 'z', 'oo'],
  ['e', 'k'],
  ['b', 'v'],
  ['n', 'v'],
  ['s', 'n', 'c'],
] as const

/** Words which, added to a name, make it another company of the same group. */
const GROUP_WORDS: ReadonlySet<string> = new Set(
  (
    'holding holdings group gruppe gruppo groupe grupo international internacional internationale internazionale europe europa europeenne ' +
    'deutschland germany italia italy france espana spain portugal brasil brazil usa america americas uk ireland suisse schweiz svizzera ' +
    'austria osterreich belgium benelux nordic iberia asia pacific emea north south east west nord sud ost leasing finance immobilien ' +
    'real estate foundation stiftung fondazione fondation fundacion fundacao beteiligungs verwaltungs'
  ).split(' '),
)

export interface NameToken {
  readonly text: string
  /** With umlauts spelled out, where there are any: "hoellriegl". */
  readonly spelled: string
  /** Index of the word it came from. */
  readonly word: number
}

/** Japanese legal forms stand before or after a name, written on; "(株)" is short for one. */
const JAPANESE_FORM = /株式会社|有限会社|合同会社|\(株\)|\(有\)/gu
const JAPANESE_SHORT: Readonly<Record<string, string>> = { '(株)': '株式会社', '(有)': '有限会社' }

const withFormsApart = (folded: string): string =>
  folded.replace(JAPANESE_FORM, (form) => ` ${JAPANESE_SHORT[form] ?? form} `)

/** Letters-and-digits tokens of a list of words; "S.p.A." becomes one token, "d’Arno" two. */
export function nameTokens(words: readonly string[]): NameToken[] {
  return words.flatMap((word, i) => {
    const spelled = partsOf(UMLAUT.test(word) ? spelledUmlauts(word) : word)
    return partsOf(word).map((text, j) => ({ text, spelled: spelled[j] ?? text, word: i }))
  })
}

const partsOf = (word: string): string[] =>
  withFormsApart(fold(word))
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/'s$/u, '')
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter((text) => text !== '' && text !== '&')

const UMLAUT = /[äöüøåæ]/iu
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' }

const spelledUmlauts = (word: string): string =>
  word.toLowerCase().replace(/[äöüøåæ]/gu, (letter) => SPELLED[letter] ?? letter)

export interface CompanyName {
  readonly full: string
  /** Tokens without legal forms. */
  readonly core: readonly string[]
  readonly forms: readonly string[]
}

/** A name in its parts. A name that consists of legal forms alone keeps them as its core. */
export function companyName(full: string): CompanyName {
  const tokens = nameTokens(full.split(/\s+/u)).map(({ text }) => text)
  const forms: string[] = []
  const core: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const length = i === 0 && !isJapaneseForm(tokens[0] ?? '') ? 0 : formLength(tokens, i)
    if (length > 0) {
      forms.push(tokens.slice(i, i + length).join(''))
      i += length
    } else {
      core.push(tokens[i] ?? '')
      i += 1
    }
  }
  const ended =
    core.at(-1) === 'and' || core.at(-1) === 'und' || core.at(-1) === 'e' ? core.slice(0, -1) : core
  return ended.length > 0 ? { full, core: ended, forms } : { full, core: tokens, forms: [] }
}

/** How many tokens from `at` on are a legal form; 0 = none. */
export function formLength(tokens: readonly string[], at: number): number {
  const spaced = SPACED_FORMS.find((form) => form.every((part, i) => tokens[at + i] === part))
  if (spaced) return spaced.length
  return LEGAL_FORMS.has(tokens[at] ?? '') ? 1 : 0
}

export const isJapaneseForm = (token: string): boolean => /^(?:株式|有限|合同)会社$/u.test(token)

/** Tokens that join the parts of a name, and are left out or written otherwise: "Kestrel & Moss", "Kestrel and Moss". */
export const isJoint = (token: string): boolean => JOINTS.has(token)
const JOINTS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'e', 'y', 'en', 'i', '+'])

export const isGroupWord = (token: string): boolean => GROUP_WORDS.has(token)
