import type { FileMetadata } from '../../facts/documentFacts.ts'
import type { OfficePackage } from './officePackage.ts'
import { childOf, childrenOf, elementsOf, textOf, type XmlElement } from './xml.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** Where fields take from what they show. */
export interface FieldSources {
  readonly metadata: FileMetadata | null
  /** What the file says of itself, by name in lower case: its own properties and those that somebody added. */
  readonly properties: ReadonlyMap<string, string>
  /** Text of bookmarks by name in lower case. */
  readonly bookmarks: ReadonlyMap<string, string>
}

export function fieldSources(file: OfficePackage, root: XmlElement): FieldSources {
  return { metadata: file.metadata(), properties: propertiesOf(file), bookmarks: bookmarksOf(root) }
}

function propertiesOf(file: OfficePackage): Map<string, string> {
  const known = new Map<string, string>()
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    for (const element of elementsOf(file.zip.has(part) ? file.part(part) : null))
      known.set(element.name.toLowerCase(), textOf(element).trim())
  }
  const custom = file.zip.has('docProps/custom.xml') ? file.part('docProps/custom.xml') : null
  for (const property of childrenOf(custom, 'property'))
    known.set((property.attributes['name'] ?? '').toLowerCase(), textOf(property).trim())
  return known
}

/** What stands between the two ends of each bookmark. A bookmark that is not ended has no text. */
function bookmarksOf(root: XmlElement): Map<string, string> {
  const open = new Map<string, { readonly name: string; text: string }>()
  const done = new Map<string, string>()
  const walk = (element: XmlElement): void => {
    const { name, attributes } = element
    const id = attributes['id'] ?? ''
    if (name === 'bookmarkStart') open.set(id, { name: (attributes['name'] ?? '').toLowerCase(), text: '' })
    if (name === 'bookmarkEnd') {
      const ended = open.get(id)
      if (ended) done.set(ended.name, ended.text)
      open.delete(id)
    }
    if (name === 't') for (const one of open.values()) one.text += textOf(element)
    for (const child of elementsOf(element)) walk(child)
  }
  walk(root)
  return done
}

/** Parts of a field's code: bare words and quoted ones. */
export const wordsOfCode = (code: string): string[] =>
  [...code.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '')

/** Fields that show an entry of what the file says of itself. Who saved it last is set anew only when somebody prints. */
const ENTRIES: Readonly<Record<string, string>> = {
  TITLE: 'title',
  AUTHOR: 'creator',
  SUBJECT: 'subject',
  KEYWORDS: 'keywords',
  COMMENTS: 'description',
}

/** What a reference shows when it shows a number, a place or a note instead of the text. */
const OTHER_REFERENCE = /\\[nrwpfd]\b/iu

/** The text that a field must show; null where that can't be said without Word and its data. */
export function textOfField(code: string, { properties, bookmarks }: FieldSources): string | null {
  const [kind = '', argument = ''] = wordsOfCode(code)
  const name = kind.toUpperCase()
  const entry = ownEntry(ENTRIES, name)
  if (entry !== undefined) return properties.get(entry) ?? null
  if (name === 'QUOTE') return argument
  if (name === 'DOCPROPERTY') return properties.get(argument.toLowerCase()) ?? null
  if (name === 'REF')
    return OTHER_REFERENCE.test(code) ? null : (bookmarks.get(argument.toLowerCase()) ?? null)
  return name === 'IF' ? branchOf(wordsOfCode(code).slice(1)) : null
}

/** Which of its two texts a condition shows; null where a side is not plain text. */
function branchOf([left, sign, right, yes, no]: readonly string[]): string | null {
  if (left === undefined || sign === undefined || right === undefined || yes === undefined) return null
  const [a, b] = [Number(left.replace(',', '.')), Number(right.replace(',', '.'))]
  const areNumbers = left !== '' && right !== '' && Number.isFinite(a) && Number.isFinite(b)
  const order = areNumbers ? Math.sign(a - b) : left.localeCompare(right, 'en')
  const holds: Readonly<Record<string, boolean>> = {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  }
  const isMet = holds[sign]
  // An asterisk stands for any letters.
  if (isMet === undefined || right.includes('*') || right.includes('?')) return null
  return isMet ? yes : (no ?? '')
}

const DAY_MS = 86_400_000

/** Fields of a day, and which of the file's instants they show. Today's day was set anew when the file was saved last. */
const INSTANTS: Readonly<Record<string, 'createdAt' | 'modifiedAt'>> = {
  DATE: 'modifiedAt',
  TIME: 'modifiedAt',
  SAVEDATE: 'modifiedAt',
  CREATEDATE: 'createdAt',
}

/** The day that a field of a day must show, as ISO; null where it shows it, or where that can't be said. Zones make it one day. */
export function otherDayOfField(code: string, result: string, { metadata }: FieldSources): string | null {
  const [kind = ''] = wordsOfCode(code)
  const instant = metadata?.[ownEntry(INSTANTS, kind.toUpperCase()) ?? 'title'] ?? null
  const picture = /\\@\s*(?:"([^"]*)"|(\S+))/u.exec(code)
  const isDay = ownEntry(INSTANTS, kind.toUpperCase()) !== undefined && instant !== null
  const shown = isDay ? dayShown(result, picture?.[1] ?? picture?.[2] ?? '') : null
  if (shown === null || instant === null) return null
  return Math.abs(shown - Date.parse(`${instant.slice(0, 10)}T00:00:00Z`)) > 1.5 * DAY_MS
    ? instant.slice(0, 10)
    : null
}

/** UTC instant of the day that a field shows in this form ("d MMMM yyyy"); null where it names no single day. */
function dayShown(result: string, picture: string): number | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/u.exec(result)
  if (iso) return Date.parse(`${iso[0]}T00:00:00Z`)
  const order = [...picture.matchAll(/d+|M+|y+/gu)]
    .map(([part]) => part)
    .filter((part) => !/^d{3,}/u.test(part))
  const figures = order.map((part) => (/^M{3,}$/u.test(part) ? '[\\p{L}.]+' : '\\d{1,4}'))
  const kinds = order.map((part) => part[0] ?? '').join('')
  if (!['dMy', 'Mdy', 'yMd'].includes(kinds)) return null
  const found = new RegExp(figures.map((one) => `(${one})`).join('[^\\p{L}\\d]+(?:de\\s+)?'), 'u').exec(
    result,
  )
  const value = (kind: string): string => found?.[kinds.indexOf(kind) + 1] ?? ''
  const [day, month, year] = [Number(value('d')), monthOf(value('M')), Number(value('y'))]
  const at = Date.UTC(year < 100 ? year + 2000 : year, month - 1, day)
  return found === null || !(month >= 1) || !(day >= 1 && day <= 31) || Number.isNaN(at) ? null : at
}

const LANGUAGES = ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'pl']

/** 1..12; NaN for a word that no language has for a month. */
function monthOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const wanted = text.toLowerCase().replace('.', '').slice(0, 3)
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month += 1) {
      const name = format.format(Date.UTC(2026, month, 1)).toLowerCase()
      if (wanted.length === 3 && name.startsWith(wanted)) return month + 1
    }
  }
  return Number.NaN
}

/** The bound data of a content control, as the last name of its path says it; [] where no data has that name. */
export const valuesNamed = (root: XmlElement, name: string): string[] =>
  [...(root.name === name ? [root] : []), ...elementsOf(root).flatMap((child) => named(child, name))]
    .map((element) => textOf(element).replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')

const named = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...elementsOf(element).flatMap((child) => named(child, name)),
]

/** Of a control that is bound to data: the text that it must show, when none of that data is what it shows. */
export function otherDataOf(
  properties: XmlElement | null,
  shown: string,
  data: readonly XmlElement[],
): string | null {
  const path = childOf(properties, 'dataBinding')?.attributes['xpath']
  const name = /([\w.-]+)(?:\[\d+\])?\s*$/u.exec(path ?? '')?.[1]?.replace(/^.*:/u, '')
  const values = name === undefined ? [] : data.flatMap((root) => valuesNamed(root, name))
  return shown !== '' && values.every((value) => value !== shown) ? (values[0] ?? null) : null
}
