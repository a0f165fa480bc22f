import { expect, test } from 'vitest'
import { formatDay } from '../../../../src-renderer/format/dates.ts'

test('a calendar day is the same day in every zone', () => {
  expect(formatDay('en-GB', '2026-03-14')).toBe('14 Mar 2026')
  expect(formatDay('it', '2026-03-14')).toBe('14 mar 2026')
})

test('takes the day of an instant and leaves other text alone', () => {
  expect(formatDay('en-GB', '2026-03-14T23:30:00Z')).toBe('14 Mar 2026')
  expect(formatDay('en-GB', 'March 2026')).toBe('March 2026')
  expect(formatDay('en-GB', '2026-13-45')).toBe('2026-13-45')
})
