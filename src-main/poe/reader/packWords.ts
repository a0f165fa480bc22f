import type { Word } from '../facts/documentFacts.ts'
import type { PackedWords } from './packedWords.ts'
import type { ReaderPiece } from './pieces.ts'

/** A piece as it travels: JSON text, and beside it the words of a page. */
export interface PackedPiece {
  readonly json: string
  /** Null for what is no page. */
  readonly words: PackedWords | null
}

export function packPiece(piece: ReaderPiece): PackedPiece {
  if (piece.piece !== 'page') return { json: JSON.stringify(piece), words: null }
  const { page } = piece.read
  const json = JSON.stringify({ ...piece, read: { ...piece.read, page: { ...page, words: [] } } })
  return { json, words: packWords(page.words) }
}

function packWords(words: readonly Word[]): PackedWords {
  const numbers = new Map<string, number>()
  const looks: PackedWords['looks'] = []
  const places: number[] = []
  const lookOf = words.map(({ rect, quad, size, bold, script, source, confidence }) => {
    // Zero of the wrong sign is none in JSON either.
    for (const value of rect) places.push(value + 0)
    for (const value of quad) places.push(value + 0)
    const key = `${size} ${bold} ${script} ${source} ${confidence}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, looks.length)
    return looks.push({ size, bold, script, source, confidence }) - 1
  })
  return {
    texts: words.map(({ text }) => text),
    places: Float64Array.from(places),
    looks,
    lookOf: Uint32Array.from(lookOf),
  }
}
