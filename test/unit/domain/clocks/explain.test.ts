import { describe, expect, it } from 'vitest'
import type { PartnerWait } from '../../../../src-main/domain/claim/timeline.ts'
import { usedMs } from '../../../../src-main/domain/clocks/businessTime.ts'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { type ClaimTimer, courseOfTimer } from '../../../../src-main/domain/clocks/claimTimer.ts'
import { explainClock } from '../../../../src-main/domain/clocks/explain.ts'
import { ClockSegment } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { fc } from '../../../builders/hub/property.ts'

const rome: Calendar = {
  id: 'rome',
  version: 1,
  zone: 'Europe/Rome',
  weekend: [6, 7],
  holidays: [
    { day: '2026-12-08', name: 'Immaculate Conception' },
    { day: '2026-12-12', name: 'On a Saturday' },
  ],
}
const at = (text: string) => Date.parse(text)
const review = (startedAt: string, waits: readonly PartnerWait[] = []): ClaimTimer => ({
  timer: 'review',
  startedAt: at(startedAt),
  length: 5,
  unit: 'business_days',
  waits,
})

/** Local times of December in Rome. */
const local = (instant: number) => new Date(instant + 3_600_000).toISOString().slice(8, 16)
const told = (segments: readonly ClockSegment[]) =>
  segments.map(({ kind, phase, from, to, name }) =>
    [local(from), local(to), kind, phase, ...(name === null ? [] : [name])].join(' '),
  )

describe('the explanation of a clock', () => {
  it('tells running days, weekend and named holiday, up to now and on to the due instant', () => {
    const segments = explainClock(review('2026-12-04T09:00+01:00'), rome, at('2026-12-09T12:00+01:00'))
    expect(told(segments)).toEqual([
      '04T09:00 05T00:00 running elapsed',
      '05T00:00 07T00:00 weekend elapsed',
      '07T00:00 08T00:00 running elapsed',
      '08T00:00 09T00:00 holiday elapsed Immaculate Conception',
      '09T00:00 09T12:00 running elapsed',
      '09T12:00 12T00:00 running ahead',
      '12T00:00 14T00:00 weekend ahead',
      '14T00:00 15T00:00 running ahead',
    ])
  })

  it('tells the business time that the partner took; a weekend or holiday within stays one', () => {
    const wait = { from: at('2026-12-04T15:00+01:00'), to: at('2026-12-09T10:00+01:00') }
    const timer = review('2026-12-03T09:00+01:00', [wait])
    expect(told(explainClock(timer, rome, at('2026-12-09T12:00+01:00'))).slice(0, 7)).toEqual([
      '03T09:00 04T15:00 running elapsed',
      '04T15:00 05T00:00 waiting_for_partner elapsed',
      '05T00:00 07T00:00 weekend elapsed',
      '07T00:00 08T00:00 waiting_for_partner elapsed',
      '08T00:00 09T00:00 holiday elapsed Immaculate Conception',
      '09T00:00 09T10:00 waiting_for_partner elapsed',
      '09T10:00 09T12:00 running elapsed',
    ])
  })

  it('names each holiday of several in a row', () => {
    const holidays = [
      ...rome.holidays,
      { day: '2026-12-09', name: 'Own days' },
      { day: '2026-12-10', name: 'Own days' },
    ]
    const segments = explainClock(
      review('2026-12-08T09:00+01:00'),
      { ...rome, holidays },
      at('2026-12-11T00:00+01:00'),
    )
    expect(told(segments).slice(0, 2)).toEqual([
      '08T09:00 09T00:00 holiday elapsed Immaculate Conception',
      '09T00:00 11T00:00 holiday elapsed Own days',
    ])
  })

  it('tells nothing of what lies ahead while a request is open', () => {
    const timer = review('2026-12-03T09:00+01:00', [{ from: at('2026-12-03T15:00+01:00'), to: null }])
    expect(told(explainClock(timer, rome, at('2026-12-14T12:00+01:00')))).toEqual([
      '03T09:00 03T15:00 running elapsed',
      '03T15:00 05T00:00 waiting_for_partner elapsed',
      '05T00:00 07T00:00 weekend elapsed',
      '07T00:00 08T00:00 waiting_for_partner elapsed',
      '08T00:00 09T00:00 holiday elapsed Immaculate Conception',
      '09T00:00 12T00:00 waiting_for_partner elapsed',
      '12T00:00 14T00:00 weekend elapsed',
      '14T00:00 14T12:00 waiting_for_partner elapsed',
    ])
  })

  it('sets apart what lies past the due instant, also when the partner was asked only then', () => {
    const late = review('2026-11-30T09:00+01:00', [{ from: at('2026-12-09T09:00+01:00'), to: null }])
    expect(told(explainClock(late, rome, at('2026-12-09T12:00+01:00'))).slice(1)).toEqual([
      '05T00:00 07T00:00 weekend elapsed',
      '07T00:00 08T00:00 running elapsed',
      '08T00:00 09T00:00 holiday overdue Immaculate Conception',
      '09T00:00 09T09:00 running overdue',
      '09T09:00 09T12:00 waiting_for_partner overdue',
    ])
  })

  it('of calendar days is one stretch of running time', () => {
    const consent: ClaimTimer = { ...review('2026-12-04T09:00+01:00'), length: 7, unit: 'calendar_days' }
    expect(told(explainClock(consent, rome, at('2026-12-09T12:00+01:00')))).toEqual([
      '04T09:00 09T12:00 running elapsed',
      '09T12:00 12T00:00 running ahead',
    ])
  })
})

const MINUTE = 60_000
const DAY = 1440
const choices = fc.record({
  place: fc.constantFrom(
    ['Europe/Rome', '2026-03-29'],
    ['Europe/Rome', '2026-10-25'],
    ['Pacific/Auckland', '2026-04-05'],
    ['America/Sao_Paulo', '2018-11-04'],
    ['Africa/Cairo', '2026-04-24'],
    ['Pacific/Apia', '2011-12-30'],
    ['America/St_Johns', '2010-11-07'],
  ),
  start: fc.integer({ min: -10 * DAY, max: DAY }),
  length: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('business_days' as const, 'business_days' as const, 'calendar_days' as const),
  waits: fc.array(
    fc.record({
      from: fc.integer({ min: -DAY, max: 20 * DAY }),
      lasts: fc.option(fc.integer({ min: 0, max: 5 * DAY }), { freq: 6 }),
    }),
    { maxLength: 3 },
  ),
  holidays: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }),
  now: fc.integer({ min: -DAY, max: 30 * DAY }),
})

const aClock = choices.map(({ place, start, length, unit, waits, holidays, now }) => {
  const startedAt = Date.parse(place[1] ?? '') + start * MINUTE
  const calendar: Calendar = {
    id: 'drawn',
    version: 1,
    zone: place[0] ?? '',
    weekend: [6, 7],
    holidays: holidays.map((days) => ({
      day: new Date(startedAt + days * DAY * MINUTE).toISOString().slice(0, 10),
      name: `Day ${days % 2}`,
    })),
  }
  const asked = waits.map(({ from, lasts }) => ({
    from: startedAt + from * MINUTE,
    to: lasts === null ? null : startedAt + (from + lasts) * MINUTE,
  }))
  const timer: ClaimTimer = {
    timer: 'review',
    startedAt,
    length,
    unit,
    waits: unit === 'business_days' ? asked : [],
  }
  return { timer, calendar, now: startedAt + now * MINUTE }
})

const sum = (segments: readonly ClockSegment[]) =>
  segments.reduce((total, { from, to }) => total + (to - from), 0)

describe('the pieces of an explanation, over odd days and zones', () => {
  it('follow on one another from the event, none empty, none like its neighbour, and fill the wall time', () => {
    fc.assert(
      fc.property(aClock, ({ timer, calendar, now }) => {
        const segments = explainClock(timer, calendar, now)
        expect(segments.map((segment) => ClockSegment.parse(segment))).toEqual(segments)
        segments.forEach(({ from, to, kind, phase, name }, index) => {
          const before = segments[index - 1]
          expect(from).toBe(before?.to ?? timer.startedAt)
          expect(to).toBeGreaterThan(from)
          expect([kind, phase, name]).not.toEqual([before?.kind, before?.phase, before?.name])
        })
        const past = segments.filter(({ phase }) => phase !== 'ahead')
        expect(sum(past)).toBe(Math.max(0, now - timer.startedAt))
      }),
      { numRuns: 2000 },
    )
  })

  it('run for exactly the time used, and ahead for exactly the time left', () => {
    fc.assert(
      fc.property(aClock, ({ timer, calendar, now }) => {
        const course = courseOfTimer(timer, calendar)
        const running = explainClock(timer, calendar, now).filter(({ kind }) => kind === 'running')
        const inPhase = (wanted: string) => sum(running.filter(({ phase }) => phase === wanted))
        const until = course.frozenAt === null ? now : Math.min(now, course.frozenAt)
        expect(inPhase('elapsed')).toBe(usedMs(course, until))
        if (course.frozenAt === null) expect(inPhase('ahead')).toBe(course.totalMs - usedMs(course, now))
      }),
      { numRuns: 2000 },
    )
  })
})
