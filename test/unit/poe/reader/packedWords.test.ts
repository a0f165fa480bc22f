import { describe, expect, it } from 'vitest'
import type { Word } from '../../../../src-main/poe/facts/documentFacts.ts'
import { emptyPage } from '../../../../src-main/poe/facts/emptyPage.ts'
import { Gathering, type ReaderAnswer } from '../../../../src-main/poe/reader/gatherFacts.ts'
import { type PackedPiece, packPiece } from '../../../../src-main/poe/reader/packWords.ts'
import { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const word = (text: string, more: Partial<Word> = {}): Word => ({
  text,
  rect: [0.1, 0.2, 0.3, 0.4],
  quad: [1, 2, 3, 4, 5, 6, 7, 8.25],
  size: 10.5,
  bold: false,
  script: false,
  source: 'native',
  confidence: null,
  ...more,
})

const packed = (words: Word[]): PackedPiece => {
  const page = emptyPage({ number: 1, width: 595, height: 842, textClass: 'text', words })
  return packPiece({ piece: 'page', read: { page, fields: [], annotations: [] }, flags: [] })
}

function read(answer: ReaderAnswer) {
  const gathering = new Gathering()
  gathering.add(answer)
  const given = { sha256: Sha256.parse('a'.repeat(64)), sizeBytes: 1, type: 'pdf' as const }
  return gathering.facts(given, 'time')
}

describe('the words of a page on their way from the reader', () => {
  it('arrive as they were, whatever their looks', () => {
    const words = [
      word('Statement'),
      word('of'),
      word('Work', { bold: true, size: 12 }),
      word('Miller', { script: true, source: 'field', confidence: 0.5 }),
      word('again\nÀ 日本', { rect: [0, 0, 1, 1] }),
    ]
    expect(read(packed(words)).pages[0]?.words).toEqual(words)
  })

  it('arrive with zeros of one sign, as from JSON', () => {
    const [arrived] = read(packed([word('edge', { rect: [-0, 0, 1, 1] })])).pages[0]?.words ?? []
    expect(arrived?.rect).toEqual([0, 0, 1, 1])
  })

  it.each<[string, (words: NonNullable<PackedPiece['words']>) => unknown]>([
    ['no columns at all', () => null],
    ['a place that is no number', (words) => ({ ...words, places: words.places.with(3, Number.NaN) })],
    ['a place too few', (words) => ({ ...words, places: words.places.slice(1) })],
    ['places of another kind', (words) => ({ ...words, places: [...words.places] })],
    ['a text that is none', (words) => ({ ...words, texts: [7, 'of'] })],
    ['a look that is none', (words) => ({ ...words, looks: [{ ...words.looks[0], source: 'dreamt' }] })],
    ['a look that nobody gave', (words) => ({ ...words, lookOf: words.lookOf.with(1, 9) })],
  ])('are not believed with %s', (_, lie) => {
    const { json, words } = packed([word('Statement'), word('of')])
    if (words === null) throw new Error('A page has words')
    expect(read({ json, words: lie(words) })).toMatchObject({ reason: 'reader_failed', pages: [] })
  })

  it('are not believed beside the columns', () => {
    const { json, words } = packed([word('Statement')])
    const twice = json.replace('"words":[]', `"words":[${JSON.stringify(word('hidden'))}]`)
    expect(read({ json: twice, words })).toMatchObject({ reason: 'reader_failed', pages: [] })
  })
})
