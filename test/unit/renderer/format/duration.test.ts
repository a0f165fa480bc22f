import { expect, test } from 'vitest'
import { formatDuration } from '../../../../src-renderer/format/duration.ts'

const MINUTE_MS = 60_000
const ms = (days: number, hours: number, minutes: number) => ((days * 24 + hours) * 60 + minutes) * MINUTE_MS

test.each([
  [ms(2, 3, 59), '2d 3h'],
  [ms(4, 0, 5), '4d'],
  [ms(1, 0, 0), '1d'],
  [ms(0, 23, 59), '23h 59m'],
  [ms(0, 3, 5), '3h 05m'],
  [ms(0, 0, 48), '48m'],
  [0, '0m'],
  [-ms(0, 2, 10), '2h 10m'],
])('%i ms are %s in English', (duration, words) => {
  expect(formatDuration('en', duration)).toBe(words)
})

test('speaks Italian', () => {
  expect(formatDuration('it', ms(2, 3, 0))).toBe('2gg 3h')
  expect(formatDuration('it', ms(0, 3, 5))).toBe('3h 05min')
})

test('never shows more than 23 hours beside days, nor more than 59 minutes beside hours', () => {
  for (let minutes = 0; minutes < 4 * 24 * 60; minutes += 7) {
    const [, second] = formatDuration('en', minutes * MINUTE_MS).split(' ')
    const limit = second?.endsWith('h') ? 23 : 59
    expect(Number.parseInt(second ?? '0', 10)).toBeLessThanOrEqual(limit)
  }
})
