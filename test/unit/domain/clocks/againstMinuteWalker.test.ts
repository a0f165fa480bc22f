import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import {
  courseOf,
  instantOfShare,
  shareUsed,
  usedMs,
} from '../../../../src-main/domain/clocks/businessTime.ts'
import { courseOfTimer } from '../../../../src-main/domain/clocks/claimTimer.ts'
import {
  frozenShare,
  instantAtShare,
  minutesBefore,
  rememberDates,
  walkCalendarDays,
  walkMinutes,
} from '../../../builders/clocks/minuteWalker.ts'
import { fc } from '../../../builders/hub/property.ts'

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** Zones and the days about which something happens to their clocks: all the ways in which a day can be odd. */
const ODD_DAYS = [
  ['Europe/Rome', '2026-03-29'],
  ['Europe/Rome', '2026-10-25'],
  ['Europe/Rome', '2028-02-29'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Pacific/Auckland', '2026-04-05'],
  ['Pacific/Auckland', '2026-09-27'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-25'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Asia/Tehran', '2022-03-22'],
  ['America/Havana', '2026-11-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['America/St_Johns', '2010-11-07'],
  ['Antarctica/Casey', '2010-03-05'],
  ['Asia/Kolkata', '2026-06-01'],
  ['UTC', '2027-12-30'],
] as const

/** Minutes from one number of days to another; often full hours, so that things begin and end at midnight together. */
const minutes = (from: number, to: number) =>
  fc.oneof(
    fc.integer({ min: from * DAY, max: to * DAY }),
    fc.integer({ min: from * 24, max: to * 24 }).map((hours) => hours * HOUR),
  )

const aWait = fc.record({
  from: minutes(-3, 18),
  lasts: fc.oneof(
    { weight: 4, arbitrary: minutes(0, 6) },
    { weight: 1, arbitrary: fc.constantFrom(0, null) },
  ),
})

const aCase = fc.record({
  place: fc.constantFrom(...ODD_DAYS),
  start: minutes(-18, 2),
  businessDays: fc.integer({ min: 1, max: 14 }),
  weekend: fc.constantFrom([6, 7], [6, 7], [5, 6], [7], [], [1, 3, 4]),
  holidays: fc.uniqueArray(fc.integer({ min: -1, max: 25 }), { maxLength: 4 }),
  waits: fc.array(aWait, { maxLength: 3 }),
  now: minutes(-2, 40),
})

const dayText = (instant: number) => new Date(instant).toISOString().slice(0, 10)

const seed = fc.readConfigureGlobal().seed
const dateAt = rememberDates()

describe('business time against a walk through every minute', () => {
  it(`says the same in 10,000 drawn cases (seed ${seed})`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(aCase, ({ place: [zone, oddDay], start, businessDays, weekend, holidays, waits, now }) => {
        const startedAt = Date.parse(oddDay) + start * MINUTE
        const calendar: Calendar = {
          id: 'drawn',
          version: 1,
          zone,
          weekend,
          holidays: holidays.map((days) => ({
            day: dayText(startedAt + days * DAY * MINUTE),
            name: 'Drawn',
          })),
        }
        const timer = {
          startedAt,
          businessDays,
          calendar,
          waits: waits.map(({ from, lasts }) => {
            const asked = startedAt + from * MINUTE
            return { from: asked, to: lasts === null ? null : asked + lasts * MINUTE }
          }),
        }
        const course = courseOf(timer)
        const at = startedAt + now * MINUTE
        const frozen = frozenShare(timer, dateAt)
        expect(course.frozenAt === null ? null : shareUsed(course, course.frozenAt)).toBe(frozen)
        if (frozen !== null) return
        const walk = walkMinutes(timer, dateAt)
        const used = minutesBefore(walk, at)
        expect({
          dueAt: course.dueAt,
          used: usedMs(course, at) / MINUTE,
          share: shareUsed(course, at),
          marks: [0.5, 0.75, 0.9].map((share) => instantOfShare(course, share)),
        }).toEqual({
          dueAt: walk.dueAt,
          used,
          share: walk.counted.length === 0 ? 1 : used / walk.counted.length,
          marks: [0.5, 0.75, 0.9].map((share) => instantAtShare(walk, share)),
        })
      }),
      { numRuns: 10_000 },
    )
  })

  it('says the same of calendar days', { timeout: 60_000 }, () => {
    const aTimer = fc.record({ place: fc.constantFrom(...ODD_DAYS), start: minutes(-18, 2) })
    fc.assert(
      fc.property(aTimer, fc.integer({ min: 1, max: 30 }), ({ place: [zone, oddDay], start }, length) => {
        const startedAt = Date.parse(oddDay) + start * MINUTE
        const timer = { timer: 'consent', startedAt, length, unit: 'calendar_days', waits: [] } as const
        const calendar = { id: 'drawn', version: 1, zone, weekend: [6, 7], holidays: [] }
        expect(courseOfTimer(timer, calendar).dueAt).toBe(walkCalendarDays(startedAt, length, zone, dateAt))
      }),
      { numRuns: 1000 },
    )
  })
})
