import { expect, it } from 'vitest'
import { SENTENCE_CODES, sentenceOf } from '../../../../src-main/poe/criteria/sentences.ts'

it('fills every gap of every sentence from the values that it lists', () => {
  const open = SENTENCE_CODES.filter(({ code, values }) => {
    const filled = sentenceOf(code, Object.fromEntries(values.map((name) => [name, 'x'])))
    return /[{}]/u.test(filled) || !filled.endsWith('.')
  })
  expect(open).toEqual([])
})
