import { blocksOf, type JudgedDocument } from '../text/passages.ts'
import type { DateMention } from './findDates.ts'

export type DayOrder = 'day_first' | 'month_first' | null

/** Small common words of each language; enough to tell six languages apart on a page of text. */
const COMMON_WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|with|for|this|has|have|was|by|that|are|is|be|will)\b/gu,
  it: /\b(?:il|di|che|della|per|con|del|gli|delle|dei|nel|sono|una|alla|dal)\b/gu,
  de: /\b(?:der|die|und|das|des|mit|von|den|fur|ist|im|dem|zum|zur|werden|wird)\b/gu,
  fr: /\b(?:le|les|des|et|du|pour|une|dans|est|par|aux|sur|avec|la|ont)\b/gu,
  es: /\b(?:el|los|las|del|con|para|una|por|y|se|la|en|su|sus|al)\b/gu,
  pt: /\b(?:os|do|da|dos|das|com|para|uma|em|ao|pela|pelo|nao|sao|foi|no)\b/gu,
}

/** Languages that make up a fair part of the text, the most spoken first. */
export function languagesOf(text: string): string[] {
  const counts = Object.entries(COMMON_WORDS).map(
    ([language, pattern]) => [language, (text.match(pattern) ?? []).length] as const,
  )
  const most = Math.max(...counts.map(([, count]) => count))
  return counts
    .filter(
      ([language, count]) =>
        count >= 3 && (count >= most * 0.75 || (language === 'en' && count >= most * 0.35)),
    )
    .toSorted((a, b) => b[1] - a[1])
    .map(([language]) => language)
}

const MONTH_FIRST_ADDRESS = /\b(?:united states|usa|u\.s\.a\.)\b|,\s?[a-z]{2}\s\d{5}(?:-\d{4})?\b/u
const DAY_FIRST_ADDRESS =
  /\b(?:united kingdom|england|scotland|wales|ireland|australia|new zealand|india|south africa|singapore|(?:nsw|vic|qld|sa|wa|tas|act|nt)\s\d{4})\b|\b[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2}\b|\b[a-z]\d[\dw]\s[a-z\d]{4}\b/u

const STATED_DAY_FIRST = /\bdd\s?[/.-]\s?mm\s?[/.-]\s?yy/u
const STATED_MONTH_FIRST = /\bmm\s?[/.-]\s?dd\s?[/.-]\s?yy/u

/**
 * Which of day and month comes first in a document's figures; null = nothing settles it. In this order: a stated format,
 * other figures of the document that can be read in one way only, its language, its addresses.
 */
export function dayOrder(document: JudgedDocument, dates: readonly DateMention[]): DayOrder {
  const text = document.facts.pages
    .flatMap((page) => blocksOf(document, page).map(({ folded }) => folded))
    .join('\n')
  return (
    oneOf(STATED_DAY_FIRST.test(text), STATED_MONTH_FIRST.test(text)) ??
    orderOfOthers(dates) ??
    orderOfLanguage(text)
  )
}

const oneOf = (dayFirst: boolean, monthFirst: boolean): DayOrder => {
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'day_first' : 'month_first'
}

function orderOfOthers(dates: readonly DateMention[]): DayOrder {
  const plain = dates.filter(({ numeric, readings }) => numeric && readings.length === 1)
  const orders = plain.flatMap(({ text }) => {
    const [a = 0, b = 0] = (text.match(/\d+/gu) ?? []).map(Number)
    if (a > 12 && a <= 31) return ['day_first' as const]
    return b > 12 && b <= 31 && a <= 12 ? ['month_first' as const] : []
  })
  return oneOf(orders.includes('day_first'), orders.includes('month_first'))
}

function orderOfLanguage(text: string): DayOrder {
  const languages = languagesOf(text)
  if (languages.length > 0 && !languages.includes('en')) return 'day_first'
  return oneOf(DAY_FIRST_ADDRESS.test(text), MONTH_FIRST_ADDRESS.test(text))
}

/** The readings that are left when the order is known. Months keep both ends of their span. */
export function settle(mention: DateMention, order: DayOrder): readonly string[] {
  if (!mention.numeric || mention.readings.length < 2 || order === null) return mention.readings
  return order === 'day_first' ? mention.readings.slice(0, 1) : mention.readings.slice(1)
}
