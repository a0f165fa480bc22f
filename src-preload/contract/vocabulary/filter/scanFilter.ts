import type { Place } from './filterTerms.ts'

export interface ScannedValue {
  readonly text: string
  readonly isQuoted: boolean
}

/** A piece of the text between two gaps: `-field:value,"another value"` or `-text`. */
export interface Scanned {
  readonly isNot: boolean
  /** In lower case; null = plain text. */
  readonly field: string | null
  readonly values: readonly ScannedValue[]
  /** As it was written, with a quote closed that was left open. */
  readonly source: string
  readonly at: Place
}

const GAP = /\s/u
const FIELD = /[a-z][a-z_]*:/iuy

/** Cuts a text into its pieces. Total: every character that is no gap belongs to exactly one of them. */
export function scanFilter(text: string): Scanned[] {
  const pieces: Scanned[] = []
  let at = 0
  while (at < text.length) {
    if (GAP.test(text.charAt(at))) at += 1
    else {
      const piece = scanPiece(text, at)
      pieces.push(piece)
      at = piece.at.end
    }
  }
  return pieces
}

function scanPiece(text: string, start: number): Scanned {
  const isNot = text.charAt(start) === '-'
  const afterSign = isNot ? start + 1 : start
  FIELD.lastIndex = afterSign
  const field = FIELD.exec(text)?.[0] ?? null
  const cursor = { at: afterSign + (field?.length ?? 0), isOpen: false, isDangling: false }
  const values = field === null ? [scanValue(text, cursor, false)] : scanList(text, cursor)
  // A dangling sign takes the first of the two as it is.
  const closing = cursor.isOpen ? (cursor.isDangling ? '""' : '"') : ''
  return {
    isNot,
    field: field?.slice(0, -1).toLowerCase() ?? null,
    values: values.filter(({ text: said, isQuoted }) => said !== '' || isQuoted),
    source: text.slice(start, cursor.at) + closing,
    at: { start, end: cursor.at },
  }
}

interface Cursor {
  at: number
  /** The text ended inside a quote. */
  isOpen: boolean
  /** And on the sign that takes the next one as it is. */
  isDangling: boolean
}

function scanList(text: string, cursor: Cursor): ScannedValue[] {
  const values = [scanValue(text, cursor, true)]
  while (text.charAt(cursor.at) === ',') {
    cursor.at += 1
    values.push(scanValue(text, cursor, true))
  }
  return values
}

function scanValue(text: string, cursor: Cursor, isInList: boolean): ScannedValue {
  if (text.charAt(cursor.at) === '"') return { text: scanQuoted(text, cursor), isQuoted: true }
  const start = cursor.at
  const ends = (sign: string) => GAP.test(sign) || (isInList && sign === ',')
  while (cursor.at < text.length && !ends(text.charAt(cursor.at))) cursor.at += 1
  return { text: text.slice(start, cursor.at), isQuoted: false }
}

/** `\"` and `\\` inside. A quote that was left open ends with the text: somebody is still typing. */
function scanQuoted(text: string, cursor: Cursor): string {
  let said = ''
  for (cursor.at += 1; cursor.at < text.length; cursor.at += 1) {
    const sign = text.charAt(cursor.at)
    if (sign === '"') {
      cursor.at += 1
      return said
    }
    if (sign === '\\') {
      cursor.at += 1
      if (cursor.at >= text.length) {
        cursor.isDangling = true
        break
      }
    }
    said += text.charAt(cursor.at)
  }
  cursor.isOpen = true
  if (cursor.isDangling) {
    cursor.at = text.length
    return `${said}"`
  }
  return said
}
