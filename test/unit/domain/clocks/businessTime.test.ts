import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { courseOf, instantOfShare, usedMs } from '../../../../src-main/domain/clocks/businessTime.ts'
import type { PartnerWait } from '../../../../src-main/domain/claim/timeline.ts'

const rome: Calendar = { id: 'rome', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }

const at = (text: string) => Date.parse(text)
const course = (
  startedAt: string,
  businessDays: number,
  waits: readonly PartnerWait[] = [],
  calendar = rome,
) => courseOf({ startedAt: at(startedAt), businessDays, waits, calendar })
const wait = (from: string, to: string): PartnerWait => ({ from: at(from), to: at(to) })
const iso = (ms: number) => new Date(ms).toISOString()

describe('the due instant of a business-day timer', () => {
  it.each([
    ['Friday evening counts as day 0', '2026-11-20T22:30:00Z', '2026-11-27T23:00:00.000Z'],
    ['Saturday counts as the start of Monday', '2026-11-21T09:00:00Z', '2026-11-30T23:00:00.000Z'],
    ['Monday morning is due the next Monday', '2026-11-16T08:00:00Z', '2026-11-23T23:00:00.000Z'],
    [
      'the end of summer time moves the instant, not the day',
      '2026-10-22T10:00:00Z',
      '2026-10-29T23:00:00.000Z',
    ],
  ])('%s', (_, startedAt, due) => {
    expect(iso(course(startedAt, 5).dueAt)).toBe(due)
  })

  it('moves by the business days whose end lies in a wait for the partner', () => {
    const started = '2026-11-16T08:00:00Z'
    const sameDay = wait('2026-11-18T09:00:00Z', '2026-11-18T15:00:00Z')
    const overTwoNights = wait('2026-11-18T09:00:00Z', '2026-11-20T08:00:00Z')
    const secondRound = wait('2026-11-24T07:00:00Z', '2026-11-25T07:00:00Z')
    expect(iso(course(started, 5, [sameDay]).dueAt)).toBe('2026-11-23T23:00:00.000Z')
    expect(iso(course(started, 5, [overTwoNights]).dueAt)).toBe('2026-11-25T23:00:00.000Z')
    expect(iso(course(started, 5, [overTwoNights, secondRound]).dueAt)).toBe('2026-11-26T23:00:00.000Z')
  })

  it('moves by a holiday on the last day', () => {
    const withHoliday = { ...rome, holidays: ['2026-11-23'] }
    expect(iso(course('2026-11-16T08:00:00Z', 5, [], withHoliday).dueAt)).toBe('2026-11-24T23:00:00.000Z')
  })
})

describe('the share of a business-day timer', () => {
  it('is a half when half of the business minutes are used', () => {
    expect(iso(instantOfShare(course('2026-11-16T08:00:00Z', 5), 0.5))).toBe('2026-11-19T03:30:00.000Z')
  })

  it('leaves out the hours of a wait', () => {
    const waited = course('2026-11-16T08:00:00Z', 5, [wait('2026-11-18T09:00:00Z', '2026-11-18T15:00:00Z')])
    expect(iso(instantOfShare(waited, 0.5))).toBe('2026-11-19T06:30:00.000Z')
  })

  it('stands still over the weekend', () => {
    const running = course('2026-11-19T08:00:00Z', 5)
    expect(usedMs(running, at('2026-11-21T12:00:00Z'))).toBe(usedMs(running, at('2026-11-22T12:00:00Z')))
  })
})
