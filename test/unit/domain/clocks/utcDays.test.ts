import { describe, expect, it } from 'vitest'
import { daysAfter, monthsBefore, utcDayOf } from '../../../../src-main/domain/clocks/utcDays.ts'

describe('days that count by date alone', () => {
  it.each([
    ['2028-02-29', 12, '2027-02-28'],
    ['2029-02-28', 12, '2028-02-28'],
    ['2026-11-21', 12, '2025-11-21'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2025-11-30'],
  ])('before %s, %d months back, lies %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected)
  })

  it('take the submission’s day in UTC, whatever the day was where it was made', () => {
    expect(utcDayOf('2026-11-21T23:59:59.999Z')).toBe('2026-11-21')
    expect(utcDayOf('2026-11-22T00:30:00+01:00')).toBe('2026-11-21')
  })

  it('go on over the ends of months and through leap days', () => {
    expect([daysAfter('2028-02-28', 1), daysAfter('2027-12-31', 1), daysAfter('2028-03-01', -1)]).toEqual([
      '2028-02-29',
      '2028-01-01',
      '2028-02-29',
    ])
  })
})
