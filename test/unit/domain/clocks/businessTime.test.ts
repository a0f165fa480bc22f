import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import {
  courseOf,
  inBusinessTime,
  instantOfShare,
  shareUsed,
  usedMs,
} from '../../../../src-main/domain/clocks/businessTime.ts'
import type { PartnerWait } from '../../../../src-main/domain/claim/timeline.ts'
import { askDate, walkMinutes } from '../../../builders/clocks/minuteWalker.ts'
import { fc } from '../../../builders/hub/property.ts'

const calendar = (zone: string, weekend: number[] = [6, 7], ...days: string[]): Calendar => ({
  id: 'team',
  version: 1,
  zone,
  weekend,
  holidays: days.map((day) => ({ day, name: 'Own day' })),
})
const rome = calendar('Europe/Rome')
const everyDay = (zone: string) => calendar(zone, [])

const at = (text: string) => Date.parse(text)
const course = (
  startedAt: string,
  businessDays: number,
  waits: readonly PartnerWait[] = [],
  calendar = rome,
) => courseOf({ startedAt: at(startedAt), businessDays, waits, calendar })
const wait = (from: string, to: string | null): PartnerWait => ({
  from: at(from),
  to: to === null ? null : at(to),
})
const iso = (ms: number) => new Date(ms).toISOString()
const HOUR = 3_600_000

const MONDAY = '2026-11-16T09:00+01:00'
const SAME_DAY = wait('2026-11-18T10:00+01:00', '2026-11-18T16:00+01:00')
const TWO_NIGHTS = wait('2026-11-18T10:00+01:00', '2026-11-20T09:00+01:00')
const SECOND_ROUND = wait('2026-11-24T08:00+01:00', '2026-11-25T08:00+01:00')

describe('the due instant of a business-day timer', () => {
  const auckland = calendar('Pacific/Auckland')
  const newYork = calendar('America/New_York')
  const table: [
    title: string,
    startedAt: string,
    days: number,
    due: string,
    waits?: PartnerWait[],
    by?: Calendar,
  ][] = [
    ['an event on Friday evening has Friday as day 0', '2026-11-20T23:30+01:00', 5, '2026-11-27T24:00+01:00'],
    ['one on Saturday counts as Monday’s start', '2026-11-21T10:00+01:00', 5, '2026-11-30T24:00+01:00'],
    ['one on Monday morning is due the next Monday', MONDAY, 5, '2026-11-23T24:00+01:00'],
    ['a round within one day moves nothing', MONDAY, 5, '2026-11-23T24:00+01:00', [SAME_DAY]],
    ['a round over two nights moves it by two days', MONDAY, 5, '2026-11-25T24:00+01:00', [TWO_NIGHTS]],
    ['a second round moves it on', MONDAY, 5, '2026-11-26T24:00+01:00', [TWO_NIGHTS, SECOND_ROUND]],
    ['the end of summer time moves the instant only', '2026-10-22T12:00+02:00', 5, '2026-10-29T23:00Z'],
    ['the beginning of summer time too', '2026-03-26T12:00+01:00', 5, '2026-04-02T22:00Z'],
    ['south of the equator summer ends', '2026-04-02T12:00+13:00', 5, '2026-04-09T24:00+12:00', [], auckland],
    ['and begins', '2026-09-24T12:00+12:00', 5, '2026-10-01T24:00+13:00', [], auckland],
    [
      'a holiday on the last day moves it to the next',
      MONDAY,
      5,
      '2026-11-24T24:00+01:00',
      [],
      calendar('Europe/Rome', [6, 7], '2026-11-23'),
    ],
    [
      'an event on a holiday counts as the next day’s start',
      MONDAY,
      5,
      '2026-11-24T24:00+01:00',
      [],
      calendar('Europe/Rome', [6, 7], '2026-11-16'),
    ],
    [
      'a holiday within a round is no day that the round takes',
      MONDAY,
      5,
      '2026-11-25T24:00+01:00',
      [TWO_NIGHTS],
      calendar('Europe/Rome', [6, 7], '2026-11-19'),
    ],
    ['a leap day is a day', '2028-02-28T09:00+01:00', 1, '2028-02-29T24:00+01:00'],
    [
      'the same Friday evening is a Saturday in Auckland',
      '2026-11-20T23:30+01:00',
      5,
      '2026-11-30T24:00+13:00',
      [],
      auckland,
    ],
    ['and still a Friday in New York', '2026-11-20T23:30+01:00', 5, '2026-11-27T24:00-05:00', [], newYork],
    ['before 1970 too', '1969-12-30T12:00Z', 5, '1970-01-06T24:00Z', [], calendar('UTC')],
    [
      'a weekend may lie elsewhere',
      '2026-11-19T09:00+02:00',
      1,
      '2026-11-22T24:00+02:00',
      [],
      calendar('Africa/Cairo', [5, 6]),
    ],
    [
      'a Friday that the zone skipped is no business day',
      '2011-12-29T12:00-10:00',
      1,
      '2012-01-02T24:00+14:00',
      [],
      calendar('Pacific/Apia'),
    ],
  ]

  it.each(table)('%s', (_, startedAt, businessDays, due, waits = [], by = rome) => {
    const timer = { startedAt: at(startedAt), businessDays, waits, calendar: by }
    expect(iso(courseOf(timer).dueAt)).toBe(iso(at(due)))
    // What stands here is also what holds the walker to account, to which everything else is compared.
    expect(iso(walkMinutes(timer, askDate).dueAt)).toBe(iso(at(due)))
  })

  it('takes a day whose end is the very moment of the request, not one whose end is that of the answer', () => {
    const midnight = '2026-11-18T24:00+01:00'
    expect(iso(course(MONDAY, 5, [wait(midnight, '2026-11-19T08:00+01:00')]).dueAt)).toBe(
      '2026-11-24T23:00:00.000Z',
    )
    expect(iso(course(MONDAY, 5, [wait('2026-11-18T08:00+01:00', midnight)]).dueAt)).toBe(
      '2026-11-23T23:00:00.000Z',
    )
  })
})

describe('the length of a day', () => {
  it.each([
    ['Europe/Rome', '2026-03-28T00:00+01:00', 23],
    ['Europe/Rome', '2026-10-24T00:00+02:00', 25],
    ['Australia/Lord_Howe', '2026-04-04T00:00+11:00', 24.5],
    ['America/Sao_Paulo', '2018-11-03T00:00-03:00', 23],
    ['Asia/Beirut', '2026-03-28T00:00+02:00', 23],
    ['Africa/Cairo', '2026-04-23T00:00+02:00', 23],
  ])('in %s the day after %s has %d hours, all of which count', (zone, dayBefore, hours) => {
    const { totalMs } = course(dayBefore, 1, [], everyDay(zone))
    expect(totalMs).toBe((24 + hours) * HOUR)
  })

  it('is 25 hours where the clock goes back to the evening before', () => {
    const saturday = course('2018-02-17T00:00-02:00', 0, [], everyDay('America/Sao_Paulo'))
    expect([saturday.totalMs, iso(saturday.dueAt)]).toEqual([25 * HOUR, '2018-02-18T03:00:00.000Z'])
  })

  it('ends with its first midnight where the clock goes back over midnight', () => {
    const saturday = course('2010-11-06T12:00-02:30', 0, [], everyDay('America/St_Johns'))
    expect(iso(saturday.dueAt)).toBe('2010-11-07T02:30:00.000Z')
    // 23:30 of Saturday once more, when Sunday has begun.
    const again = course('2010-11-07T03:00:00Z', 0, [], everyDay('America/St_Johns'))
    expect(iso(again.dueAt)).toBe('2010-11-08T03:30:00.000Z')
  })
})

describe('an instant', () => {
  it.each([
    ['2026-11-20T22:59:59.999Z', true],
    ['2026-11-20T23:00:00.000Z', false],
    ['2026-11-22T22:59:59.999Z', false],
    ['2026-11-22T23:00:00.000Z', true],
  ])('at %s is in business time: %s', (instant, expected) => {
    expect(inBusinessTime(at(instant), rome)).toBe(expected)
  })
})

describe('the share of a business-day timer', () => {
  it('is a half when half of the business minutes are used', () => {
    const half = at('2026-11-19T04:30+01:00')
    expect(instantOfShare(course(MONDAY, 5), 0.5)).toBe(half)
    expect(shareUsed(course(MONDAY, 5), half)).toBe(0.5)
  })

  it('leaves out the hours of a wait', () => {
    expect(instantOfShare(course(MONDAY, 5, [SAME_DAY]), 0.5)).toBe(at('2026-11-19T07:30+01:00'))
  })

  it('counts from the start of day 0 when the event fell on a weekend', () => {
    const saturday = course('2026-11-21T10:00+01:00', 5)
    expect(usedMs(saturday, at('2026-11-23T06:00+01:00'))).toBe(6 * HOUR)
    expect(saturday.totalMs).toBe(6 * 24 * HOUR)
  })

  it('stands still over the weekend, is nothing before the event and all after the due instant', () => {
    const running = course('2026-11-19T09:00+01:00', 5)
    expect(usedMs(running, at('2026-11-21T13:00+01:00'))).toBe(usedMs(running, at('2026-11-22T13:00+01:00')))
    expect([shareUsed(running, at(MONDAY)), shareUsed(running, at('2027-01-01T00:00Z'))]).toEqual([0, 1])
  })

  it('is all of a course of which waits have left nothing', () => {
    const eaten = course('2026-11-16T00:00+01:00', 1, [
      wait('2026-11-16T00:00+01:00', '2026-11-18T00:00+01:00'),
    ])
    expect(iso(eaten.dueAt)).toBe('2026-11-17T23:00:00.000Z')
    expect([shareUsed(eaten, at(MONDAY)), instantOfShare(eaten, 0.5)]).toEqual([1, eaten.dueAt])
  })
})

describe('waits for the partner', () => {
  it('freeze a timer while one is open, with what was used till then', () => {
    const frozen = course(MONDAY, 5, [SAME_DAY, wait('2026-11-19T04:30+01:00', null)])
    expect(frozen.frozenAt).toBe(at('2026-11-19T04:30+01:00'))
    expect(shareUsed(frozen, frozen.frozenAt ?? 0)).toBe((67.5 - 6) / (135 - 6))
    expect(course(MONDAY, 5, [SAME_DAY]).frozenAt).toBeNull()
  })

  it('freeze it from the wait that was on when the open one began, or ended with its beginning', () => {
    const overlapping = [wait('2026-11-18T12:00+01:00', null), TWO_NIGHTS]
    expect(course(MONDAY, 5, overlapping).frozenAt).toBe(TWO_NIGHTS.from)
    const following = [TWO_NIGHTS, wait('2026-11-20T09:00+01:00', null)]
    expect(course(MONDAY, 5, following).frozenAt).toBe(TWO_NIGHTS.from)
  })

  it('count once where they overlap, and not at all when they are empty or over before the event', () => {
    const parts = [
      wait('2026-11-18T10:00+01:00', '2026-11-19T10:00+01:00'),
      wait('2026-11-19T08:00+01:00', '2026-11-19T18:00+01:00'),
      wait('2026-11-19T18:00+01:00', '2026-11-20T09:00+01:00'),
      wait('2026-11-17T12:00+01:00', '2026-11-17T12:00+01:00'),
      wait('2026-11-12T08:00+01:00', '2026-11-13T08:00+01:00'),
    ]
    expect(course(MONDAY, 5, parts)).toEqual(course(MONDAY, 5, [TWO_NIGHTS]))
  })

  it('that began before the event count from the event', () => {
    const early = course(MONDAY, 5, [wait('2026-11-13T08:00+01:00', '2026-11-17T09:00+01:00')])
    expect(iso(early.dueAt)).toBe('2026-11-23T23:00:00.000Z')
    expect(early.totalMs).toBe((135 - 15 - 9) * HOUR)
  })

  it('may come in any order', () => {
    const rounds = [SAME_DAY, TWO_NIGHTS, SECOND_ROUND, wait('2026-11-25T10:00+01:00', null)]
    fc.assert(
      fc.property(fc.shuffledSubarray(rounds, { minLength: rounds.length }), (shuffled) => {
        expect(course(MONDAY, 5, shuffled)).toEqual(course(MONDAY, 5, rounds))
      }),
    )
  })
})
