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

type Look = PackedWords['looks'][number]

function packWords(words: readonly Word[]): PackedWords {
  const looks = new LookTable()
  const places = new Float64Array(words.reduce((sum, { rect, quad }) => sum + rect.length + quad.length, 0))
  const lookOf = new Uint32Array(words.length)
  let at = 0
  words.forEach((word, i) => {
    // Zero of the wrong sign is none in JSON either.
    for (const value of word.rect) places[at++] = value + 0
    for (const value of word.quad) places[at++] = value + 0
    lookOf[i] = looks.numberOf(word)
  })
  return { texts: words.map(({ text }) => text), places, looks: looks.looks, lookOf }
}

class LookTable {
  readonly looks: Look[] = []
  readonly #numbers = new Map<string, number>()
  #last = -1

  numberOf(word: Look): number {
    const last = this.looks[this.#last]
    if (!last || !isSame(last, word)) this.#last = this.#find(word)
    return this.#last
  }

  #find({ size, bold, script, source, confidence }: Look): number {
    const key = `${size} ${bold} ${script} ${source} ${confidence}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.looks.length)
    return this.looks.push({ size, bold, script, source, confidence }) - 1
  }
}

const isSame = (a: Look, b: Look): boolean =>
  a.size === b.size &&
  a.bold === b.bold &&
  a.script === b.script &&
  a.source === b.source &&
  a.confidence === b.confidence
