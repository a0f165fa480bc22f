/** A stretch of text by its words; `wordEnd` and `endOffset` are out of it. */
export interface TextMatch {
  readonly firstWord: number
  readonly startOffset: number
  readonly lastWord: number
  readonly endOffset: number
}

export interface SearchWish {
  readonly query: string
  readonly wholeWord: boolean
  readonly matchDiacritics: boolean
}

/** Where each sign of the searched text came from. */
interface SearchText {
  readonly text: string
  readonly words: readonly number[]
  readonly offsets: readonly number[]
  readonly lengths: readonly number[]
}

/** What words are shown and searched as: a letter and its accent are one sign. */
export const searchable = (text: string): string => text.normalize('NFC')

/** All places of a query in words that follow each other with one space between. */
export function findInWords(words: readonly string[], wish: SearchWish): readonly TextMatch[] {
  const query = Array.from(searchable(wish.query).replace(/\s+/gu, ' ').trim())
    .map((sign) => folded(sign, wish.matchDiacritics))
    .join('')
  if (query === '') return []
  const within = searchTextOf(words, wish.matchDiacritics)
  const matches: TextMatch[] = []
  for (let at = within.text.indexOf(query); at >= 0; at = within.text.indexOf(query, at + query.length)) {
    if (!wish.wholeWord || standsAlone(within.text, at, at + query.length))
      matches.push(matchAt(within, at, at + query.length - 1))
  }
  return matches
}

function searchTextOf(words: readonly string[], matchDiacritics: boolean): SearchText {
  const found = { text: '', words: [] as number[], offsets: [] as number[], lengths: [] as number[] }
  for (const [word, text] of words.entries()) {
    if (word > 0) add(found, ' ', word, 0, 0)
    let offset = 0
    for (const sign of text) {
      add(found, folded(sign, matchDiacritics), word, offset, sign.length)
      offset += sign.length
    }
  }
  return found
}

function add(
  to: { text: string; words: number[]; offsets: number[]; lengths: number[] },
  ...[text, word, offset, length]: [string, number, number, number]
): void {
  to.text += text
  // A sign may fold into several ("ß" in capitals) or into none (an accent by itself).
  for (let i = 0; i < text.length; i++) {
    to.words.push(word)
    to.offsets.push(offset)
    to.lengths.push(length)
  }
}

function folded(sign: string, matchDiacritics: boolean): string {
  const lower = sign.toLowerCase()
  return matchDiacritics ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

const OF_A_WORD = /[\p{L}\p{N}_]/u
const standsAlone = (text: string, from: number, to: number): boolean =>
  !OF_A_WORD.test(text[from - 1] ?? ' ') && !OF_A_WORD.test(text[to] ?? ' ')

function matchAt({ words, offsets, lengths }: SearchText, first: number, last: number): TextMatch {
  return {
    firstWord: words[first] ?? 0,
    startOffset: offsets[first] ?? 0,
    lastWord: words[last] ?? 0,
    endOffset: (offsets[last] ?? 0) + (lengths[last] ?? 0),
  }
}
