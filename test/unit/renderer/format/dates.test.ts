import { expect, test } from 'vitest'
import { formatDay, formatDue, formatSpan } from '../../../../src-preload/words/dates.ts'

test('a calendar day is the same day in every zone', () => {
  expect(formatDay('en-GB', '2026-03-14')).toBe('14 Mar 2026')
  expect(formatDay('it', '2026-03-14')).toBe('14 mar 2026')
})

test('takes the day of an instant and leaves other text alone', () => {
  expect(formatDay('en-GB', '2026-03-14T23:30:00Z')).toBe('14 Mar 2026')
  expect(formatDay('en-GB', 'March 2026')).toBe('March 2026')
  expect(formatDay('en-GB', '2026-13-45')).toBe('2026-13-45')
})

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

test('something due at the end of a day is due on that day, not at the midnight after it', () => {
  expect(formatDue('en-GB', at(29, 0), 'shortDay')).toBe('28 Nov')
  expect(formatDue('en-GB', at(29, 0), 'time')).toBe('23:59')
  expect(formatDue('en-GB', at(28, 14, 20), 'time')).toBe('14:20')
})

test('a stretch says once what its ends share, and ends on the day that it filled', () => {
  expect(formatSpan('en-GB', at(28, 0), at(29, 0))).toMatch(/^Sat 28 Nov, 00:00\s?–\s?23:59$/)
  expect(formatSpan('en-GB', at(27, 9), at(29, 0))).toMatch(/^Fri 27 Nov, 09:00\s?–\s?Sat 28 Nov, 23:59$/)
})
