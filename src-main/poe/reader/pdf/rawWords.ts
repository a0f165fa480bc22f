import type { HiddenReason } from '../../facts/factWords.ts'
import type { Glyph } from './marks.ts'
import type { Point } from './matrix.ts'

/** A word with its place in PDF space, before lines are made of it. */
export interface RawWord {
  text: string
  /** With all that the file writes into it and nobody sees. */
  written: string
  readonly from: Point
  to: Point
  readonly up: Point
  readonly size: number
  readonly bold: boolean
  readonly fontName: string
  readonly annotationId: string | null
  readonly hidden: HiddenReason | null
}

/** A gap of this share of the type's size parts two words. Kerning stays below, the narrowest word spaces above. */
const WORD_GAP = 0.17
const DOWN = 0.24

export function wordCorners(word: RawWord): [Point, Point, Point, Point] {
  const { from, to, up } = word
  const low: Point = [-up[0] * DOWN, -up[1] * DOWN]
  return [
    [from[0] + low[0], from[1] + low[1]],
    [to[0] + low[0], to[1] + low[1]],
    [to[0] + up[0], to[1] + up[1]],
    [from[0] + up[0], from[1] + up[1]],
  ]
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Zero-width and bidi controls are no characters to a reader of the page; ligatures are two letters to him. */
export function readableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
}

/** Below it stand letters that are read as they are, whatever their form. */
const FIRST_SPECIAL = 0xad
const isPlain = (text: string): boolean => text.length === 1 && text.charCodeAt(0) < FIRST_SPECIAL

/** Joins glyphs, in painting order, to words. `hiddenOf` says per glyph why it is not seen; a word is of one kind. */
export function wordsOfGlyphs(
  glyphs: readonly Glyph[],
  hiddenOf: (glyph: Glyph) => HiddenReason | null,
): RawWord[] {
  const words: RawWord[] = []
  let open: RawWord | null = null
  let along: Point | null = null
  let ahead = ''
  for (const glyph of glyphs) {
    const text = isPlain(glyph.text) ? glyph.text : readableText(glyph.text)
    const written = writtenBy(glyph)
    if (text === '') {
      // It shows nothing and so parts nothing; it belongs to the word before it or to the next.
      if (open) open.written += written
      else ahead += written
      continue
    }
    if (glyph.isSpace) {
      open = null
      continue
    }
    const hidden = hiddenOf(glyph)
    if (open && continues(open, along, glyph, hidden)) {
      open.text += text
      open.written += written
      open.to = glyph.to
      continue
    }
    const { from, to, run } = glyph
    const { up, size, bold, fontName, annotationId } = run
    open = { text, written: ahead + written, from, to, up, size, bold, fontName, annotationId, hidden }
    along = alongOf(open)
    ahead = ''
    words.push(open)
  }
  return words
}

/** A soft hyphen that has a width is drawn: fonts have it for the hyphen itself. */
function writtenBy({ text, from, to }: Glyph): string {
  const isDrawn = text === '\u00AD' && (from[0] !== to[0] || from[1] !== to[1])
  return isDrawn ? '-' : text
}

/** Which way a word's line runs; null where its type has no height. */
function alongOf({ up }: RawWord): Point | null {
  const length = Math.hypot(up[0], up[1])
  return length === 0 ? null : [up[1] / length, -up[0] / length]
}

function continues(word: RawWord, along: Point | null, glyph: Glyph, hidden: HiddenReason | null): boolean {
  if (word.hidden !== hidden || word.annotationId !== glyph.run.annotationId) return false
  if (along === null) return false
  const dx = glyph.from[0] - word.to[0]
  const dy = glyph.from[1] - word.to[1]
  const gap = dx * along[0] + dy * along[1]
  const offset = Math.abs(dx * along[1] - dy * along[0])
  const size = Math.max(word.size, glyph.run.size)
  return offset < size * 0.45 && gap < size * WORD_GAP && gap > -size * 0.5
}
