import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import { ACTS_OF, AUDIT_ACTS } from '../../../../src-preload/contract/vocabulary/auditWords.ts'
import { HISTORY_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { actWords, factWords, lineWords } from '../../../../src-preload/words/logWords.ts'
import type { Say } from '../../../../src-preload/words/say.ts'

const speak = (locale: string, messages: Readonly<Record<string, string>>): Say => {
  const intl = createIntl({ locale, messages: { ...messages } })
  return (id, values) => intl.formatMessage({ id }, values)
}
const LANGUAGES = [
  ['English', speak('en', english)],
  ['Italian', speak('it', italian)],
] as const

describe.each(LANGUAGES)('the log in %s', (_, say) => {
  it('has words for every act that is written, and no two say the same', () => {
    const words = AUDIT_ACTS.map((act) => actWords(act, say))
    expect(AUDIT_ACTS.filter((act, at) => words[at] === act)).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  })

  it('has a sentence for everything that a claim went through', () => {
    const sentences = HISTORY_KINDS.map((act) => lineWords({ act, side: 'reviewer', name: 'Jo' }, say))
    expect(HISTORY_KINDS.filter((act, at) => sentences[at] === act)).toEqual([])
  })

  it('shows an act of another version as it was written', () => {
    expect(actWords('claim teleported', say)).toBe('claim teleported')
  })
})

it('puts every act under exactly one heading', () => {
  expect(Object.values(ACTS_OF).flat().toSorted()).toEqual([...AUDIT_ACTS].toSorted())
})

it('says details in words, leaves out what helps a program alone, and cuts a hash short', () => {
  const [, [, say]] = [null, LANGUAGES[0]]
  const facts = [
    { name: 'operationId', value: 'x' },
    { name: 'sha256', value: 'a'.repeat(64) },
    { name: 'pages', value: '1-3,7' },
    { name: 'table', value: 'queue' },
    { name: 'rows', value: '310' },
    { name: 'newThing', value: 'z' },
  ]
  expect(factWords({ facts }, say)).toEqual([
    'file aaaaaaaa…',
    'pages 1-3,7',
    'Claims',
    '310 rows',
    'newThing z',
  ])
})
