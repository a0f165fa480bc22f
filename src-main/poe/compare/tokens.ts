import type { DocumentFacts, Word } from '../facts/documentFacts.ts'
import { isSurelyRead } from '../criteria/text/misreadings.ts'

/** A word on its page, as two versions are held against each other by it. */
export interface Token {
  /** The same for spellings that mean the same. */
  readonly key: string
  /** The key without signs: recognition sees specks as stops. */
  readonly bareKey: string
  readonly text: string
  readonly page: number
  readonly quad: Word['quad']
  /** Counts through the whole document. */
  readonly line: number
  readonly beginsLine: boolean
  readonly beginsBlock: boolean
  readonly isRecognised: boolean
  readonly isUnsure: boolean
}

/** The words that a person sees, in reading order. */
export function tokensOf({ pages }: Pick<DocumentFacts, 'pages'>): Token[] {
  const tokens: Token[] = []
  let line = 0
  for (const { number: page, words, lines, blocks } of pages) {
    const firsts = new Set(blocks.map(({ start }) => start))
    for (const [at, { start, end }] of lines.entries()) {
      for (const [i, word] of words.slice(start, end).entries())
        tokens.push(
          tokenOf(word, { page, line, beginsLine: i === 0, beginsBlock: i === 0 && firsts.has(at) }),
        )
      line += 1
    }
  }
  return tokens.filter(({ key }) => key !== '')
}

type Standing = Pick<Token, 'page' | 'line' | 'beginsLine' | 'beginsBlock'>

function tokenOf(word: Word, standing: Standing): Token {
  const key = keyOf(word.text)
  return {
    ...standing,
    key,
    bareKey: key.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase(),
    text: word.text,
    quad: word.quad,
    isRecognised: word.source === 'ocr',
    isUnsure: !isSurelyRead(word),
  }
}

/** Ligatures, kinds of quotes and dashes, and hyphens that only mark where a word was parted, are the typesetter's and not the partner's. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/(?<=\p{L})-(?=\p{L}|$)/gu, '')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
}
