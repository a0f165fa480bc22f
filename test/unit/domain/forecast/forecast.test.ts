import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastOf, type OpenWork, type Worker } from '../../../../src-main/domain/forecast/forecast.ts'
import { workDaysFrom } from '../../../../src-main/domain/forecast/workDays.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../../builders/calendar.ts'

const calendar = aCalendar({ zone: 'UTC', holidays: [{ day: '2026-11-26', name: 'A holiday' }] })
/** The begin of a Monday. */
const MONDAY = Date.parse('2026-11-23T00:00:00Z')
const DAY = 86_400_000
const endOf = (day: number) => MONDAY + (day + 1) * DAY
const id = (n: number) => ClaimId.parse(`C-${n}`)
const anna = UserId.parse('anna')
const bela = UserId.parse('bela')
const days = workDaysFrom(calendar, MONDAY)

const held = (n: number, day: number, heldBy: UserId | null = null): OpenWork => ({
  claimId: id(n),
  dueAt: endOf(day),
  heldBy,
})
const worker = (userId: UserId, perDay: number, away: Worker['away'] = []): Worker => ({
  userId,
  perDay,
  away,
})
const ask = (work: readonly OpenWork[], workers: readonly Worker[], untilDay = 4) =>
  forecastOf({ work, workers, days, now: MONDAY, until: endOf(untilDay) })
const ids = (work: readonly OpenWork[], workers: readonly Worker[], untilDay = 4) =>
  ask(work, workers, untilDay).breaching.map(({ claimId }) => claimId)

describe('the forecast', () => {
  it('lets a reviewer of two a day miss the third that is due today, and none that two days can take', () => {
    expect(ids([held(1, 0), held(2, 0), held(3, 0)], [worker(anna, 2)])).toEqual(['C-3'])
    expect(ids([held(1, 0), held(2, 0), held(3, 1), held(4, 1)], [worker(anna, 2)])).toEqual([])
  })

  it('leaves what somebody else holds to them, and shares what nobody holds', () => {
    const work = [held(1, 0, bela), held(2, 0, bela), held(3, 0)]
    expect(ids(work, [worker(anna, 5), worker(bela, 1)])).toEqual(['C-2'])
    expect(
      ids(
        work.map((one) => ({ ...one, heldBy: null })),
        [worker(anna, 5), worker(bela, 1)],
      ),
    ).toEqual([])
  })

  it('takes what is overdue first, counts it apart, and what is due after the day not at all', () => {
    const overdue = { claimId: id(9), dueAt: MONDAY - 1, heldBy: null }
    const told = ask([overdue, held(1, 0), held(2, 9)], [worker(anna, 1)])
    expect(told).toMatchObject({ open: 2, overdue: 1, breaching: [{ claimId: 'C-1' }] })
  })

  it('has nobody work on a holiday, a weekend or a day of absence', () => {
    const friday = [held(1, 4), held(2, 4), held(3, 4), held(4, 4)]
    // Monday to Wednesday and Friday: Thursday is the holiday.
    expect(ids(friday, [worker(anna, 1)])).toEqual([])
    expect(ids([...friday, held(5, 4)], [worker(anna, 1)])).toEqual(['C-5'])
    const away = days.spanOf({ from: '2026-11-24', to: '2026-11-25' })
    expect(ids(friday, [worker(anna, 1, away === null ? [] : [away])])).toEqual(['C-3', 'C-4'])
    expect(days.spanOf({ from: '2026-11-28', to: '2026-11-29' })).toBeNull()
  })

  it('says for each reviewer and for what nobody holds how much is open and how much breaches, and together that is all', () => {
    const told = ask(
      [held(1, 0, anna), held(2, 0, anna), held(3, 0), held(4, 0, UserId.parse('gone'))],
      [worker(anna, 1)],
    )
    expect(told.shares).toEqual([
      { userId: 'anna', open: 2, overdue: 0, breaching: 1 },
      { userId: 'gone', open: 1, overdue: 0, breaching: 1 },
      { userId: null, open: 1, overdue: 0, breaching: 1 },
    ])
  })

  it('lets a paused clock neither breach nor take anybody’s time: what has no due instant is not asked about', () => {
    const paused = { claimId: id(7), dueAt: Number.MAX_SAFE_INTEGER - 1, heldBy: anna }
    expect(ask([held(1, 0, anna), paused], [worker(anna, 1)])).toMatchObject({ open: 1, breaching: [] })
  })
})

const someWork = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 9 }), holder: fc.constantFrom(null, anna, bela) }), {
    maxLength: 60,
  })
  .map((rows) => rows.sort((a, b) => a.day - b.day).map(({ day, holder }, n) => held(n, day, holder)))
const pace = fc.double({ min: 0, max: 9, noNaN: true })

describe('the forecast, whatever the claims', () => {
  it('never makes a claim breach that did not, by one reviewer more or by a faster one', () => {
    fc.assert(
      fc.property(someWork, pace, pace, pace, (work, one, two, more) => {
        const before = new Set(ids(work, [worker(anna, one), worker(bela, two)], 9))
        const joined = ids(
          work,
          [worker(anna, one), worker(bela, two), worker(UserId.parse('cora'), more)],
          9,
        )
        const faster = ids(work, [worker(anna, one + more), worker(bela, two)], 9)
        expect([...joined, ...faster].filter((late) => !before.has(late))).toEqual([])
      }),
    )
  })

  it('is what a clerk finds who gives out decision after decision by hand', () => {
    fc.assert(
      fc.property(
        someWork,
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 7 }),
        (work, one, two) => {
          expect(ids(work, [worker(anna, one), worker(bela, two)], 9)).toEqual(
            byHand(work, { anna: one, bela: two }),
          )
        },
      ),
    )
  })

  it('does not hang on what is due after the day', () => {
    fc.assert(
      fc.property(someWork, pace, fc.integer({ min: 0, max: 9 }), (work, one, day) => {
        const till = work.filter(({ dueAt }) => dueAt <= endOf(day))
        expect(ids(work, [worker(anna, one)], day)).toEqual(ids(till, [worker(anna, one)], day))
      }),
    )
  })
})

/** All decisions of all days in a list by their moment, each given to the first claim in the list that its reviewer may take. */
function byHand(work: readonly OpenWork[], paces: Readonly<Record<string, number>>): string[] {
  const worked = [0, 1, 2, 4, 7, 8, 9]
  const decisions = Object.entries(paces).flatMap(([who, perDay]) =>
    worked.flatMap((_, day) =>
      Array.from({ length: perDay }, (__, n) => ({ who, at: day + (n + 1) / perDay })),
    ),
  )
  decisions.sort((a, b) => a.at - b.at || (a.who < b.who ? -1 : 1))
  const left = [...work]
  const late = new Set(work.map(({ claimId }) => claimId))
  for (const { who, at } of decisions) {
    const place = left.findIndex(({ heldBy }) => heldBy === null || heldBy === who)
    const [taken] = place < 0 ? [] : left.splice(place, 1)
    if (taken === undefined) continue
    const dueDay = Math.round((taken.dueAt - MONDAY) / DAY)
    if (at <= worked.filter((day) => day < dueDay).length + 1e-9) late.delete(taken.claimId)
  }
  return work.filter(({ claimId }) => late.has(claimId)).map(({ claimId }) => claimId)
}
