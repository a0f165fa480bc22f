import { expect, test } from 'vitest'
import { oldestUnsent, skewOf } from '../../../../src-renderer/format/syncHealth.ts'
import { formatBytes } from '../../../../src-renderer/format/bytes.ts'
import { SyncStatus } from '../../../../src-preload/contract/sync.ts'
import { AT_MS, instantAt } from '../../../builders/renderer/aClaim.ts'

const { outbox: Outbox } = SyncStatus.shape
const MINUTE = 60_000

test.each([
  [null, null],
  [14.99 / 60, { ageMs: 14.99 * MINUTE, isOld: false }],
  [0.25, { ageMs: 15 * MINUTE, isOld: true }],
  [-1, { ageMs: 0, isOld: false }],
])('an operation that waits a quarter of an hour is old', (hours, expected) => {
  const oldestAt = hours === null ? null : instantAt(-hours)
  const got = oldestUnsent({ outbox: Outbox.parse({ held: 0, waiting: 1, oldestAt }) }, AT_MS)
  expect(got).toEqual(expected)
})

test.each([
  [null, null],
  [5 * MINUTE, null],
  [-5 * MINUTE, null],
  [5 * MINUTE + 1, { is: 'slow', ms: 5 * MINUTE + 1 }],
  [-9 * MINUTE, { is: 'fast', ms: 9 * MINUTE }],
])('a clock that is off by more than five minutes is worth a word', (clockOffsetMs, expected) => {
  expect(skewOf({ clockOffsetMs })).toEqual(expected)
})

test.each([
  [0, '0 MB'],
  [1, '1 MB'],
  [812_400_000, '812 MB'],
  [1_250_000_000, '1.3 GB'],
])('room is told in the units in which it is set', (bytes, words) => {
  expect(formatBytes('en', bytes)).toBe(words)
})
