import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { DecisionDraft } from '../../../../src-preload/contract/vocabulary/draftShape.ts'
import { DECISION_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ActDraft } from '../../../../src-renderer/stores/claimViewStore.ts'
import { actDraftOf, isWorthKeeping, keptDraftOf } from '../../../../src-renderer/stores/decisionDraft.ts'

const kept = fc.record({
  act: fc.constantFrom('approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen'),
  reasons: fc.uniqueArray(fc.constantFrom(...DECISION_REASONS), { maxLength: 16 }),
  comment: fc.string({ maxLength: 200, unit: 'grapheme' }),
  isCommentOwn: fc.boolean(),
  items: fc.array(fc.string({ minLength: 1, maxLength: 64 }), { maxLength: 5 }),
  mayRemoveItems: fc.boolean(),
  partnerRequestReason: fc.option(fc.constantFrom(...PARTNER_REQUEST_REASONS)),
  note: fc.string({ maxLength: 200 }),
}) satisfies fc.Arbitrary<DecisionDraft>

test('a kept draft comes back as it was, whatever it holds', () => {
  fc.assert(
    fc.property(kept, (draft) => {
      expect(DecisionDraft.parse(keptDraftOf(draft.act, actDraftOf(draft)))).toEqual(draft)
    }),
  )
})

test('what stood in the strip comes back too, but for a letter that is to be drafted anew', () => {
  const origins: readonly ActDraft['origin'][] = [
    { kind: 'none' },
    { kind: 'own' },
    { kind: 'drafted', draftedFor: 'x', language: 'it' },
    { kind: 'failed', draftedFor: 'x' },
  ]
  fc.assert(
    fc.property(kept, fc.constantFrom(...origins), (draft, origin) => {
      const shown: ActDraft = { ...actDraftOf(draft), origin }
      const expected = origin.kind === 'own' ? origin : { kind: 'none' }
      expect(actDraftOf(keptDraftOf(draft.act, shown))).toEqual({ ...shown, origin: expected })
    }),
  )
})

const first: ActDraft = {
  reasons: ['POE_MISSING_ALL'],
  items: ['i1'],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
  text: '',
  origin: { kind: 'none' },
}

test.each([
  ['what the strip opened with', first, false],
  [
    'a letter that the core drafted',
    { ...first, text: 'Dear', origin: { kind: 'drafted', draftedFor: 'x', language: 'en' } },
    false,
  ],
  ['own words', { ...first, text: 'Dear', origin: { kind: 'own' } }, true],
  ['own words that were taken out again', { ...first, text: ' ', origin: { kind: 'own' } }, false],
  ['a note', { ...first, note: 'why' }, true],
  ['another reason', { ...first, reasons: [] }, true],
  ['an item taken away', { ...first, items: [] }, true],
] as const)('%s', (_, draft, expected) => {
  expect(isWorthKeeping(draft, first)).toBe(expected)
})
