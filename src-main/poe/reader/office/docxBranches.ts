import { childrenOf, descendantsOf, textOf, type XmlElement } from './xml.ts'

/** What Word 2010 and newer understand; a branch that requires anything else they pass over. */
const UNDERSTOOD =
  /^(?:wp[scgi]|wp14|w14|w15|w16\w*|a14|a16\w*|am3d|aink|cx\d?|c14|c16\w*|pic14|sl|o|v|x14\w*|x15\w*|p14|p15|adec|asvg|iact|oel)$/u

export interface Branches {
  /** The one that Word shows. */
  readonly shown: XmlElement | null
  /** Text of another branch, which other programs show; null = they all say the same. */
  readonly otherwise: string | null
  readonly shownText: string
}

/** Of several forms of one content Word shows the first whose requirements it understands, else the fallback. */
export function branchesOf(element: XmlElement): Branches {
  const choices = childrenOf(element, 'Choice')
  const [fallback = null] = childrenOf(element, 'Fallback')
  // What was drawn with a pen is told as a picture in the fallback.
  const isInk = choices.some((one) => descendantsOf(one, 'contentPart').length > 0)
  const isUnderstood = ({ attributes }: XmlElement): boolean =>
    (attributes['Requires'] ?? '').split(/\s+/u).every((one) => one === '' || UNDERSTOOD.test(one))
  const shown = (isInk ? undefined : choices.find(isUnderstood)) ?? fallback
  const shownText = shown ? plainText(shown) : ''
  const others = isInk ? [] : [...choices, ...(fallback ? [fallback] : [])].filter((one) => one !== shown)
  const otherwise = others.map(plainText).find((text) => text !== '' && text !== shownText)
  return { shown, shownText, otherwise: otherwise ?? null }
}

export const plainText = (branch: XmlElement): string =>
  descendantsOf(branch, 't').map(textOf).join(' ').replace(/\s+/gu, ' ').trim()
