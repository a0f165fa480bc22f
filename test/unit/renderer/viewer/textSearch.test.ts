import { describe, expect, it } from 'vitest'
import { findInWords } from '../../../../src-renderer/viewer-frame/textSearch.ts'

const WORDS = 'Perché no? perche si, PERCHÉ mai; imperche\u0301 e la perché del caso'.split(' ')
const find = (query: string, wish: { wholeWord?: boolean; matchDiacritics?: boolean } = {}) =>
  findInWords(
    WORDS.map((word) => word.normalize('NFC')),
    { query, wholeWord: false, matchDiacritics: false, ...wish },
  )

describe('searching words', () => {
  it('passes over accents unless they matter', () => {
    expect(find('perche')).toHaveLength(5)
    expect(find('perché', { matchDiacritics: true })).toHaveLength(4)
    expect(find('perche', { matchDiacritics: true })).toHaveLength(1)
  })

  it('finds whole words alone when asked to', () => {
    expect(find('perche', { wholeWord: true })).toHaveLength(4)
  })

  it('finds over the gap between words, however wide it is in the query, and says where', () => {
    expect(find('la   PERCHÉ')).toEqual([{ firstWord: 8, startOffset: 0, lastWord: 9, endOffset: 6 }])
  })

  it('finds accents that were typed apart', () => {
    expect(find('imperche\u0301', { matchDiacritics: true })).toHaveLength(1)
  })

  it('finds nothing for a query of blanks', () => {
    expect(find('  ')).toEqual([])
  })
})
