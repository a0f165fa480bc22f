import { describe, expect, test } from 'vitest'
import { EMPTY_DRAFT } from '../../../../../../src-renderer/features/claim/decide/decisionRules.ts'
import {
  isLetterComing,
  letterKey,
  letterRequest,
  withLetter,
  withoutLetter,
  withText,
} from '../../../../../../src-renderer/features/claim/decide/draftedLetter.ts'
import type { ActDraft } from '../../../../../../src-renderer/stores/claimViewStore.ts'
import { aDetail, aFinding } from '../../../../../builders/renderer/aClaim.ts'

const detail = aDetail()
const asks: ActDraft = { ...EMPTY_DRAFT, reasons: ['POE_MISSING_OR_OLD_DATES'] }
const keyOf = (draft: ActDraft, of = detail) => letterKey('request_info', draft, of)
const letter = { language: 'it', text: 'Mancano le date.' }

describe('what is drafted', () => {
  test('a request and a rejection once there is a reason, a hold and an approval at once, a reopening never', () => {
    expect(letterRequest('request_info', EMPTY_DRAFT, detail)).toBeNull()
    expect(letterRequest('reject', { ...EMPTY_DRAFT, reasons: ['REJ_MISSING_PRODUCTS'] }, detail)).toBeNull()
    expect(
      letterRequest('reject', { ...EMPTY_DRAFT, reasons: ['REJ_INSUFFICIENT_POE'] }, detail),
    ).not.toBeNull()
    expect(letterRequest('hold_for_arbitration', EMPTY_DRAFT, detail)).toMatchObject({
      decision: 'hold_for_arbitration',
    })
    expect(letterRequest('approve', EMPTY_DRAFT, detail)).toMatchObject({ decision: 'approve' })
    expect(letterRequest('reopen', EMPTY_DRAFT, detail)).toBeNull()
  })

  test('other reasons, items, verdicts or another state of the claim want another letter', () => {
    const key = keyOf(asks)
    expect(keyOf({ ...asks, text: 'x', note: 'x' })).toBe(key)
    expect(keyOf({ ...asks, reasons: [...asks.reasons, 'POE_MISSING_ALL'] })).not.toBe(key)
    expect(keyOf({ ...asks, items: ['i1'] })).not.toBe(key)
    expect(keyOf({ ...asks, mayRemoveItems: true })).not.toBe(key)
    expect(keyOf(asks, aDetail({ findings: [aFinding('dates', 'not_met')] }))).not.toBe(key)
    expect(keyOf(asks, aDetail({ claim: { revision: 4 } }))).not.toBe(key)
  })
})

describe('whose text it is', () => {
  test('a letter for other reasons than the chosen ones is still coming', () => {
    const drafted = withLetter(asks, keyOf(asks), letter)
    expect(isLetterComing(asks, keyOf(asks))).toBe(true)
    expect(isLetterComing(drafted, keyOf(drafted))).toBe(false)
    const more: ActDraft = { ...drafted, reasons: [...drafted.reasons, 'POE_MISSING_ALL'] }
    expect(isLetterComing(more, keyOf(more))).toBe(true)
  })

  test('what the reviewer wrote is never drafted over, and nothing is waited for', () => {
    const own = withText(withLetter(asks, keyOf(asks), letter), 'My own words')
    expect(withLetter(own, 'another', letter).text).toBe('My own words')
    expect(withoutLetter(own, 'another')).toBe(own)
    expect(isLetterComing(own, 'another')).toBe(false)
  })

  test('without a draft the reviewer writes; the failed one is not tried again until the choices change', () => {
    const failed = withoutLetter(asks, keyOf(asks))
    expect(isLetterComing(failed, keyOf(failed))).toBe(false)
    expect(isLetterComing(failed, 'another')).toBe(true)
  })

  test('where nothing is to be drafted, nothing is waited for', () => {
    expect(isLetterComing(EMPTY_DRAFT, keyOf(EMPTY_DRAFT))).toBe(false)
  })
})
