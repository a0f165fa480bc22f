/** What stands in cells, read. A string says what is wrong, in one sentence. */
export type Read<Value> = { readonly value: Value } | { readonly problem: string }

/**
 * Without stray space, and without the apostrophe by which spreadsheets keep a text from being a formula; null = empty.
 */
export function textIn(cell: string): string | null {
  const text = cell.trim().replace(/^'(?=\s*[=+\-@])/, '')
  return text === '' ? null : text
}

/** Several in one cell, parted by a bar, a semicolon or a line; by commas too where no name has one. */
export function listIn(cell: string, commas: 'part' | 'belong'): string[] {
  return cell
    .split(commas === 'part' ? /[|;,\n]/ : /[|;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

const YES = [
  'yes',
  'y',
  'true',
  '1',
  'x',
  'sì',
  'si',
  'ja',
  'oui',
  'sí',
  'sim',
  'wahr',
  'vero',
  'vrai',
  'verdadero',
]
const NO = ['no', 'n', 'false', '0', 'nein', 'non', 'não', 'nao', 'falsch', 'falso', 'faux']

export function yesOrNo(cell: string, field: string): Read<boolean | null> {
  const said = textIn(cell)?.toLowerCase() ?? null
  if (said === null) return { value: null }
  if (YES.includes(said)) return { value: true }
  if (NO.includes(said)) return { value: false }
  return { problem: `${field} should be yes or no; it says "${said.slice(0, 40)}".` }
}

/** Which comes first in 02/03/2026; null = nobody said, so that such a day is asked about. */
export type DayOrder = 'dmy' | 'mdy' | null

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.+))?$/
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(.+))?$/
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:,?\s+(.+))?$/

/** When something was, as an ISO instant. A day alone is its begin, and a time without a zone is one in UTC. */
export function instantIn(cell: string, order: DayOrder): Read<string | null> {
  const text = textIn(cell)
  if (text === null) return { value: null }
  const unread: Read<null> = {
    problem: `"${text.slice(0, 40)}" is no day that can be read; write it as 2026-03-02.`,
  }
  const parts = dayParts(text, order)
  if (parts === null) return unread
  if (parts === 'either')
    return { problem: `"${text}" may be two days; write it as 2026-03-02, or say --dates dmy or mdy.` }
  const { year, month, day, time } = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const begin = new Date(`${date}T00:00Z`)
  const at = time === null ? begin : new Date(`${date}T${zoned(time)}`)
  if (Number.isNaN(begin.getTime()) || Number.isNaN(at.getTime())) return unread
  // A day such as 31 February would be moved to March instead of being refused.
  return begin.toISOString().startsWith(date) ? { value: at.toISOString() } : unread
}

interface DayParts {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly time: string | null
}

function dayParts(text: string, order: DayOrder): DayParts | 'either' | null {
  const [, isoYear, isoMonth = '', isoDay = '', isoTime = null] = ISO.exec(text) ?? []
  if (isoYear !== undefined) return { year: isoYear, month: isoMonth, day: isoDay, time: isoTime }
  const [, first, second = '', year = '', time = null] = DOTTED.exec(text) ?? SLASHED.exec(text) ?? []
  if (first === undefined) return null
  const isDayFirst = dayIsFirst(
    { first: Number(first), second: Number(second) },
    DOTTED.test(text) ? 'dmy' : order,
  )
  if (isDayFirst === null) return 'either'
  return isDayFirst ? { year, month: second, day: first, time } : { year, month: first, day: second, time }
}

/** Null = it can be either. Who writes dots puts the day first. */
function dayIsFirst({ first, second }: { first: number; second: number }, order: DayOrder): boolean | null {
  if (order !== null) return order === 'dmy'
  if (first === second) return true
  if (first > 12) return true
  return second > 12 ? false : null
}

/** `9:30`, `09:30:00` or with a zone, as JavaScript reads it. */
function zoned(time: string): string {
  const said = time.trim().toUpperCase()
  const full = /^\d:/.test(said) ? `0${said}` : said
  return /(Z|[+-]\d\d:?\d\d)$/.test(full) ? full : `${full}Z`
}
