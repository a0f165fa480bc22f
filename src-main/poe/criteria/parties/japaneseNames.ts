import type { Passage } from '../text/passages.ts'
import { fold } from '../text/fold.ts'
import type { CompanyName } from './companyNames.ts'
import type { NameMention } from './findNames.ts'

const SIGNS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
const NAME = new RegExp(`^[${SIGNS}]{2,}$`, 'u')

export const isJapaneseName = ({ core }: CompanyName): boolean =>
  core.length === 1 && NAME.test(core[0] ?? '')

const FORM = '(?:株式会社|有限会社|合同会社|\\(株\\)|\\(有\\))'
/** What may stand before and after a name without being part of another: sides of a contract, courtesies. */
const SIDE = '(?:甲|乙|発注者|受注者|委託者|受託者|貴社|御社|名)'
const COURTESY = '(?:御中|様|殿|代表|と|担当)'
const GOES_BEFORE = new RegExp(`[\\p{Script=Han}\\p{Script=Katakana}ー]$`, 'u')
const GOES_AFTER = new RegExp(`^[\\p{Script=Han}\\p{Script=Katakana}ー]`, 'u')

/** Japanese writes names on without spaces, and recognition puts some between any signs: spaces count for nothing. */
export function findJapaneseName(passage: Passage, { core }: CompanyName): NameMention[] {
  const name = core[0] ?? ''
  const signs: { readonly sign: string; readonly word: number }[] = passage.compared.flatMap((word, i) =>
    [...fold(word).replace(/\s/gu, '')].map((sign) => ({ sign, word: i })),
  )
  const text = signs.map(({ sign }) => sign).join('')
  const wide = [...name].length
  const mentions: NameMention[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const from = [...text.slice(0, at)].length
    const first = signs[from]?.word ?? 0
    const last = signs[from + wide - 1]?.word ?? first
    const before = textBefore(signs.slice(0, from), first)
    const after = textAfter(signs.slice(from + wide), last)
    mentions.push({ passage, words: passage.words.slice(first, last + 1), exact: !goesOn(before, after) })
  }
  return mentions
}

/** Signs of further words belong to the name where words are as short as recognition cuts them. */
const MOST_CUT_SIGNS = 2

interface Sign {
  readonly sign: string
  readonly word: number
}

function textBefore(signs: readonly Sign[], word: number): string {
  const lengths = Map.groupBy(signs, (one) => one.word)
  return signs
    .filter((one) => one.word === word || (lengths.get(one.word)?.length ?? 0) <= MOST_CUT_SIGNS)
    .slice(-8)
    .map(({ sign }) => sign)
    .join('')
}

function textAfter(signs: readonly Sign[], word: number): string {
  const lengths = Map.groupBy(signs, (one) => one.word)
  return signs
    .filter((one) => one.word === word || (lengths.get(one.word)?.length ?? 0) <= MOST_CUT_SIGNS)
    .slice(0, 8)
    .map(({ sign }) => sign)
    .join('')
}

/** A particle, a legal form or nothing ends a name; a further sign of a name makes it another company's. */
function goesOn(before: string, after: string): boolean {
  const ahead = before.replace(new RegExp(`${FORM}$`, 'u'), '').replace(new RegExp(`${SIDE}$`, 'u'), '')
  const isFormed = new RegExp(`^${FORM}`, 'u').test(after) || new RegExp(`${FORM}$`, 'u').test(before)
  const behind = after.replace(new RegExp(`^${FORM}`, 'u'), '').replace(new RegExp(`^${COURTESY}`, 'u'), '')
  return (
    (!new RegExp(`${FORM}$`, 'u').test(before) && GOES_BEFORE.test(ahead)) ||
    (!isFormed && GOES_AFTER.test(behind))
  )
}
