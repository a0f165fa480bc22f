import { IntlMessageFormat } from 'intl-messageformat'
import type { LetterLanguage } from '../../domain/letter/languages.ts'
import type { LetterKey } from '../../domain/letter/letterKeys.ts'
import { type LetterPlan, type LetterValue, sentence, type Sentence } from '../../domain/letter/letterPlan.ts'
import type { Place } from '../../domain/letter/shortfalls.ts'
import { TEMPLATES } from './templates.ts'

/** How each language writes days and lists. English in the British way: a day before its month cannot be misread. */
const LOCALES: Readonly<Record<LetterLanguage, string>> = {
  en: 'en-GB',
  it: 'it-IT',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-BR',
}

/** Plain text: an empty line between blocks. The values are put in as they are; only templates are ever parsed. */
export function renderLetter(plan: LetterPlan): string {
  const say = (each: Sentence) => renderSentence(each, plan)
  return plan.blocks.map(({ lines }) => lines.map((line) => line.map(say).join(' ')).join('\n')).join('\n\n')
}

/** In which language to write, and in which zone to read instants. */
type LetterStyle = Pick<LetterPlan, 'language' | 'zone'>

/** One template with its values. A value that the template asks for and does not get throws. */
export function renderSentence({ key, values }: Sentence, style: LetterStyle): string {
  const written = Object.entries(values).map(([name, value]) => [name, write(value, style)])
  return String(messageOf(style.language, key).format(Object.fromEntries(written)))
}

const messages = new Map<string, IntlMessageFormat>()

/** Parsed with the first use: a letter needs few of them. */
function messageOf(language: LetterLanguage, key: LetterKey): IntlMessageFormat {
  const id = `${language} ${key}`
  const known = messages.get(id)
  if (known !== undefined) return known
  const message = new IntlMessageFormat(TEMPLATES[language][key], LOCALES[language])
  messages.set(id, message)
  return message
}

function write(value: LetterValue, style: LetterStyle): string | number {
  if (typeof value !== 'object') return value
  if ('day' in value) return writeDay(value.day, style)
  if ('until' in value) return writeUntil(value.until, style)
  const places = value.places.map((place) => writePlace(place, style))
  return new Intl.ListFormat(LOCALES[style.language]).format(places)
}

const MONTH = { month: 'long', year: 'numeric' } as const
const DATE = { ...MONTH, day: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Languages that write the first of a month as an ordinal; Intl does not know this. */
const FIRST_OF_MONTH: Partial<Readonly<Record<LetterLanguage, string>>> = { it: '1º', fr: '1er', pt: '1º' }

function writeAt(
  instant: number,
  language: LetterLanguage,
  options: Intl.DateTimeFormatOptions & { readonly timeZone: string },
): string {
  return new Intl.DateTimeFormat(LOCALES[language], options)
    .formatToParts(instant)
    .map(({ type, value }) => (type === 'day' && value === '1' ? (FIRST_OF_MONTH[language] ?? value) : value))
    .join('')
}

/** A calendar day has no zone. A month alone (seven characters) is written without a day. */
function writeDay(day: string, { language }: LetterStyle): string {
  const isMonth = day.length === 7
  const instant = Date.parse(isMonth ? `${day}-01` : day)
  return writeAt(instant, language, { ...(isMonth ? MONTH : DATE), timeZone: 'UTC' })
}

/** The last minute that is still in time: midnight at the end of a day is 23:59 of that day. */
function writeUntil(until: number, style: LetterStyle): string {
  const { language, zone } = style
  const date = writeAt(until - 1, language, { ...DATE, timeZone: zone })
  const time = writeAt(until - 1, language, { ...TIME, timeZone: zone })
  return renderSentence(sentence('instant', { date, time, zone }), style)
}

function writePlace({ document, page }: Place, style: LetterStyle): string {
  return page === null ? document : renderSentence(sentence('place.page', { document, page }), style)
}
