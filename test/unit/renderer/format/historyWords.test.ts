import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import { HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  changedParts,
  detailWords,
  fieldWords,
  moveWords,
} from '../../../../src-renderer/format/historyWords.ts'
import type { Say } from '../../../../src-renderer/format/useText.ts'
import { AT } from '../../../builders/renderer/aClaim.ts'

const intl = createIntl({ locale: 'en', messages: english })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const entry = (over: object) =>
  HistoryEntry.parse({
    entryId: 'e1',
    at: AT,
    side: 'reviewer',
    kind: 'rejected',
    actorName: 'Marta Ginevri',
    fromState: null,
    toState: null,
    detail: null,
    ...over,
  })

test('a move says from where to where', () => {
  const states = { fromState: 'under_review', toState: 'partner_action_required' }
  expect(moveWords(entry({ ...states, fromSubState: 'in_review', toSubState: 'open' }), say)).toBe(
    'Under review · in review → Partner action required · open',
  )
  expect(moveWords(entry(states), say)).toBe('Under review → Partner action required')
})

test('where the public status stayed, the sub-state alone moves', () => {
  expect(moveWords(entry({ fromSubState: 'open', toSubState: 'overdue' }), say)).toBe('open → overdue')
})

test('the first status comes from nowhere, and no move is no words', () => {
  expect(moveWords(entry({ toState: 'editing' }), say)).toBe('Editing')
  expect(moveWords(entry({}), say)).toBeNull()
})

test('codes in a detail are said in words, everything else stays', () => {
  expect(detailWords('WRONG_MPN', say)).toBe('Wrong PartnerID')
  expect(detailWords('REJ_MISSING_PRODUCTS, SOW_V2.pdf', say)).toBe('Missing products, SOW_V2.pdf')
})

test('fields are called as on the screen; a path without a word stays as it is', () => {
  expect(fieldWords('mpnId', say)).toBe('Partner location ID')
  expect(fieldWords('customerContact.email', say)).toBe('Customer contact, e-mail')
  expect(fieldWords('items[1].subscriptionId', say)).toBe('Items, subscription')
  expect(fieldWords('colour.hue', say)).toBe('colour.hue')
})

test('what stayed on both sides of an edit is told from what went and what came, in words', () => {
  const change = (field: string, before: string | null, after: string | null) =>
    changedParts({ field, before, after }, say, (at) => `at ${at}`)
  expect(change('items', 'Teams; Intune', 'Teams; Purview')).toEqual({
    before: [
      { text: 'Teams', isKept: true },
      { text: 'Intune', isKept: false },
    ],
    after: [
      { text: 'Teams', isKept: true },
      { text: 'Purview', isKept: false },
    ],
  })
  expect(change('activities', 'PRESALES', 'USAGE').after).toEqual([{ text: 'Usage', isKept: false }])
  expect(change('program', 'OSU_M365', 'LATER').after).toEqual([{ text: 'LATER', isKept: false }])
  expect(change('mpnId', null, '1').before).toBeNull()
  expect(fieldWords('solutionArea', say)).toBe('Solution area')
})
