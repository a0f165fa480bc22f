import { describe, expect, it } from 'vitest'
import { isWrongType } from '../../../../src-main/poe/reader/sniffType.ts'
import { blockTexts, factsOfBytes } from '../../../builders/poe/pieces.ts'

const WORDS = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']

const papers = (word: string): readonly (readonly [string, string])[] => [
  [
    'an element of HTML',
    `<!doctype html><body><${word.replaceAll('_', '')}>as it is</${word.replaceAll('_', '')}>`,
  ],
  [
    'a property and its value',
    `<!doctype html><style>p{${word}:${word};color:${word};font-size:${word};width:1${word};background:${word}}</style><p>as it is`,
  ],
  ['a custom property', `<!doctype html><style>p{--${word}:red;color:var(--${word})}</style><p>as it is`],
  ['a turn', `<!doctype html><p style="transform:rotate(1${word})">as it is`],
  [
    'a question about the screen',
    `<!doctype html><style>@media (${word}:1){p{display:none}}</style><p>as it is`,
  ],
  ['a word of RTF', `{\\rtf1\\ansi \\${word.replaceAll('_', '')} as it is}`],
]

describe('words that every object answers to', () => {
  it.for(WORDS.flatMap((word) => papers(word).map(([what, paper]) => [word, what, paper] as const)))(
    'are words like others: %s as %s',
    async ([, , paper]) => {
      const { facts } = await factsOfBytes(Buffer.from(paper))
      expect(facts.status).toBe('read')
      expect(blockTexts(facts).map((text) => text.trim())).toEqual(['as it is'])
    },
  )

  it.for(WORDS)('promise no type as the ending of a name: %s', (word) => {
    expect(isWrongType(`paper.${word}`, 'pdf')).toBe(false)
  })
})
