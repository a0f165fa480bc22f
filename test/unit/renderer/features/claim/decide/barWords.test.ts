import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../../../resources/locales/en.json' with { type: 'json' }
import { barWords } from '../../../../../../src-renderer/features/claim/decide/barWords.ts'
import type { Say } from '../../../../../../src-renderer/format/useText.ts'
import { aDetail } from '../../../../../builders/renderer/aClaim.ts'

const intl = createIntl({ locale: 'en', messages: english })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const block = (reason: string) => [{ reason, criterion: null, item: null }]
const DECIDED = {
  approve: block('not_in_this_state'),
  request_info: block('not_in_this_state'),
  reject: block('not_in_this_state'),
}
const words = (options: Parameters<typeof aDetail>[0]) => barWords(aDetail(options), 'en', say)

test('nothing in the way says nothing', () => {
  expect(words({})).toBe('')
})

test('a claim from the queue is started first', () => {
  const blocks = { start_review: [], approve: block('review_not_started') }
  expect(words({ state: 'submitted', blocks })).toBe('Start the review to decide')
})

test('a resubmitted claim can be decided without starting again', () => {
  expect(words({ blocks: { start_review: [] } })).toBe('')
})

test('what is proposed is said before what is blocked', () => {
  const overdue = { reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'], partnerRequestReason: null }
  const blocks = { ...DECIDED, reject: [] }
  expect(words({ state: 'partner_action_required', blocks, over: { proposal: overdue } })).toBe(
    'Rejection proposed: no answer in time',
  )
  const asked = { reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: 'WRONG_MPN' }
  expect(words({ over: { proposal: asked } })).toMatch(/^The partner asks for rejection/)
})

test('a proposal that this user may not carry out is not held out to them', () => {
  const asked = { reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: 'WRONG_MPN' }
  const blocks = { approve: block('role_may_not'), reject: block('role_may_not') }
  expect(words({ blocks, over: { proposal: asked } })).toBe('Your role may read this claim but not change it')
})

test('a decided or waiting claim says what it waits for instead of a bare no', () => {
  expect(words({ state: 'partner_action_required', blocks: DECIDED })).toBe(
    'Waiting for the partner’s answer',
  )
  expect(words({ state: 'approved', blocks: DECIDED })).toBe('Decided: approved')
  expect(words({ state: 'rejected', blocks: DECIDED })).toBe('Decided: rejected')
})
