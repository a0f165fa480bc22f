import type { Passage } from '../text/passages.ts'
import { fold } from '../../../domain/names/fold.ts'
import type { CompanyName } from '../../../domain/names/companyNames.ts'
import type { NameMention } from './findNames.ts'

const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}$/u

export const isJapaneseName = ({ core }: CompanyName): boolean =>
  core.length === 1 && NAME.test(core[0] ?? '')

const FORM =
  '(?:株式会社|有限会社|合同会社|合資会社|医療法人|学校法人|一般社団法人|一般財団法人|\\(株\\)|\\(有\\))'
const FORM_BEFORE = new RegExp(`${FORM}$`, 'u')
const FORM_AFTER = new RegExp(`^${FORM}`, 'u')
/** Sides of a contract before a name, courtesies after it: no part of it. */
const SIDE = /(?:甲|乙|発注者|受注者|委託者|受託者|貴社|御社|名)$/u
const COURTESY = /^(?:御中|様|殿|代表|担当)/u
const GOES_BEFORE = /[\p{Script=Han}\p{Script=Katakana}ー]$/u
const GOES_AFTER = /^[\p{Script=Han}\p{Script=Katakana}ー]/u

interface Sign {
  readonly sign: string
  readonly word: number
  /** Where it stands in its word. */
  readonly at: number
}

/** Japanese writes names on without spaces, and recognition puts some between any signs: spaces count for nothing. */
export function findJapaneseName(passage: Passage, { core }: CompanyName): NameMention[] {
  const name = core[0] ?? ''
  const signs = passage.compared.flatMap((word, i) => signsOf(fold(word).replace(/\s/gu, ''), i))
  const text = textOf(signs)
  const mentions: NameMention[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    const [first, last] = [signs[at]?.word ?? 0, signs[end - 1]?.word ?? 0]
    const words = passage.words.slice(first, last + 1)
    const exact = !goesOn(signs.slice(0, at), signs.slice(end), first, last)
    mentions.push({
      passage,
      words,
      exact,
      span: [placeOf(passage, signs[at]), placeOf(passage, signs[end - 1]) + 1],
    })
  }
  return mentions
}

const signsOf = (text: string, word: number): Sign[] =>
  Array.from({ length: text.length }, (_, i) => ({ sign: text.charAt(i), word, at: i }))

/** In the passage's folded text. */
const placeOf = ({ foldedStarts }: Passage, sign: Sign | undefined): number =>
  sign === undefined ? 0 : (foldedStarts[sign.word] ?? 0) + sign.at

const textOf = (signs: readonly Sign[]): string => signs.map(({ sign }) => sign).join('')

/** A particle, a legal form or nothing ends a name; a further sign of a name makes it another company's. */
function goesOn(before: readonly Sign[], after: readonly Sign[], first: number, last: number): boolean {
  if (FORM_BEFORE.test(textOf(before))) return false
  const isLongerBefore = GOES_BEFORE.test(writtenOn(before, first).replace(SIDE, ''))
  if (FORM_AFTER.test(textOf(after))) return isLongerBefore
  return isLongerBefore || GOES_AFTER.test(writtenOn(after, last).replace(COURTESY, ''))
}

/** Signs of further words belong to the name where words are as short as recognition cuts them. */
const MOST_CUT_SIGNS = 2

function writtenOn(signs: readonly Sign[], word: number): string {
  const lengths = Map.groupBy(signs, (one) => one.word)
  return textOf(
    signs.filter((one) => one.word === word || (lengths.get(one.word)?.length ?? 0) <= MOST_CUT_SIGNS),
  )
}
