import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import { Assignment, HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { UNTIL_BEGUN } from '../../../../src-preload/contract/vocabulary/leaseWords.ts'
import { hasLeaseEnded, holdingOf, holdingWords } from '../../../../src-renderer/format/holding.ts'
import type { Say } from '../../../../src-renderer/format/useText.ts'
import { AT_MS, instantAt } from '../../../builders/renderer/aClaim.ts'

const intl = createIntl({ locale: 'en', messages: english })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const held = (userId: string, hours: number | null) =>
  Assignment.parse({
    userId,
    name: userId === 'me' ? 'Marta Ginevri' : 'Anouk Kessler',
    until: hours === null ? null : instantAt(hours),
  })
const given = (userId: string) => ({ ...held(userId, 0), until: UNTIL_BEGUN })
const entry = (kind: string, hours: number) =>
  HistoryEntry.parse({
    entryId: `${kind} ${hours}`,
    at: instantAt(hours),
    side: 'system',
    kind,
    actorName: 'x',
    fromState: null,
    toState: null,
    detail: null,
  })

test.each([
  [null, 'Nobody holds it'],
  [held('me', 0.4), 'Yours · 24m'],
  [held('you', 0.2), 'Anouk Kessler · 12m'],
  [held('you', 23.5), 'Anouk Kessler · 23h 30m'],
  [held('me', 0.01), 'Yours · less than a minute'],
  [held('me', 0), 'Your lease ended'],
  [held('you', -1), 'Anouk Kessler: lease ended'],
  [given('me'), 'Yours until you begin'],
  [given('you'), 'Anouk Kessler, until they begin'],
  [held('you', null), 'Last held by Anouk Kessler'],
  [held('me', null), 'Last held by you'],
])('who holds a claim is said in one line', (assigned, words) => {
  expect(holdingWords(holdingOf(assigned, 'me', AT_MS), 'en', say)).toBe(words)
})

test.each([
  ['mine ran out', held('me', -0.1), [], true],
  ['the hub took it back', null, [entry('taken', -2), entry('lease_ended', -0.1)], true],
  ['I gave it back', null, [entry('lease_ended', -3), entry('released', -0.1)], false],
  ['nobody ever had it', null, [], false],
  ['somebody else’s ran out', held('you', -0.1), [], false],
  ['it is mine', held('me', 0.1), [entry('lease_ended', -3)], false],
] as const)('%s', (_, assigned, history, expected) => {
  expect(hasLeaseEnded(assigned, history, 'me', AT_MS)).toBe(expected)
})
