import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../../resources/locales/en.json' with { type: 'json' }
import {
  changedFacts,
  documentLines,
  factsOf,
  ownWords,
} from '../../../../../src-renderer/features/sync/conflictFacts.ts'
import type { Say } from '../../../../../src-renderer/format/useText.ts'
import { SHA } from '../../../../builders/renderer/aClaim.ts'
import { aBase, aConflict } from '../../../../builders/renderer/aConflict.ts'

const intl = createIntl({ locale: 'en', messages: english })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const file = (fileName: string, sha256: string) => ({ documentId: 'd', fileName, sha256 })

test.each([
  ['nothing', {}, []],
  ['the status', { subState: 'resubmitted' }, ['status']],
  ['the holder', { assignedTo: null }, ['holder']],
  ['the same document under another name', { documents: [file('x.pdf', SHA)] }, []],
  [
    'another document under the same name',
    { documents: [file('SOW v1.pdf', 'c'.repeat(64))] },
    ['documents'],
  ],
  ['a competing claim', { competingClaims: 2 }, ['competing']],
] as const)('what is not as it was is marked: %s', (_, now, changed) => {
  const { base, theirs } = aConflict({ over: { theirs: aBase(now) } })
  expect([...changedFacts({ base, theirs })]).toEqual(changed)
})

test('without a base nothing can be said to have changed', () => {
  const { theirs } = aConflict()
  expect(changedFacts({ base: null, theirs }).size).toBe(0)
})

test('the lines say the claim in words', () => {
  const { theirs } = aConflict({ over: { theirs: aBase({ assignedTo: null, competingClaims: 2 }) } })
  if (theirs === null) throw new Error('The claim is there.')
  expect(factsOf(theirs, 'en', say)).toMatchObject({
    holder: ['Nobody holds it'],
    documents: ['SOW v1.pdf'],
    items: ['Teams Phone'],
    competing: ['2 competing claims'],
    policy: ['seed-2020 v7'],
  })
})

test('documents say what is new and what is gone', () => {
  const changes = { added: ['b.pdf'], removed: ['a.pdf'] }
  expect(documentLines(['b.pdf', 'c.pdf'], changes, say)).toEqual(['b.pdf (new)', 'c.pdf', 'a.pdf (gone)'])
})

test('all words of the reviewer can be taken along', () => {
  const words = ownWords(aConflict({ mine: { comment: 'The letter.', note: 'For the lead.' } }), say)
  expect(words).toBe('The letter.\n\nFor the lead.\n\nDates: Not met. Nobody of the customer dated anything.')
  expect(ownWords(aConflict({ mine: { comment: '', note: ' ', verdicts: [] } }), say)).toBe('')
})
