import { describe, expect, it } from 'vitest'
import { type Member, teamPace } from '../../../../src-main/domain/forecast/pace.ts'
import { spreadOf } from '../../../../src-main/domain/forecast/spread.ts'
import { workDaysFrom } from '../../../../src-main/domain/forecast/workDays.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../../builders/calendar.ts'

const calendar = aCalendar({ zone: 'UTC' })
const member = (name: string, wish: Partial<Member> = {}): Member => ({
  userId: UserId.parse(`u-${name}`),
  name,
  claimsADay: null,
  absences: [],
  ...wish,
})
/** The noon of a Monday: the ten business days before it are those of the two weeks before. */
const NOW = Date.parse('2026-11-23T12:00:00Z')
const decided = (byName: string, day: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ byName, at: Date.parse(`${day}T09:00:00Z`) + n * 60_000 }))

describe('the pace of a reviewer', () => {
  it('is what they decided in the ten business days before today, a day', () => {
    const decisions = [
      ...decided('Anna', '2026-11-09', 20),
      ...decided('Anna', '2026-11-20', 10),
      // Before the window, and today.
      ...decided('Anna', '2026-11-06', 99),
      ...decided('Anna', '2026-11-23', 99),
    ]
    const { paces, daily } = teamPace([member('Anna')], decisions, calendar, NOW)
    expect(paces).toEqual([{ userId: 'u-Anna', perDay: 3, decided: 30, days: 10, basis: 'history' }])
    expect(daily).toEqual([20, 0, 0, 0, 0, 0, 0, 0, 0, 10])
  })

  it('is read off the days on which they were there', () => {
    const away = member('Anna', { absences: [{ from: '2026-11-16', to: '2026-11-20' }] })
    expect(teamPace([away], decided('Anna', '2026-11-09', 20), calendar, NOW).paces[0]).toMatchObject({
      perDay: 4,
      days: 5,
    })
  })

  it('is what a lead has set where nothing was decided, else what the others make', () => {
    const team = [member('Anna'), member('Bela', { claimsADay: 7 }), member('Cora')]
    const { paces } = teamPace(team, decided('Anna', '2026-11-10', 40), calendar, NOW)
    expect(paces.map(({ perDay, basis }) => [perDay, basis])).toEqual([
      [4, 'history'],
      [7, 'capacity'],
      [4, 'team'],
    ])
  })

  it('is shared by people of one name, since histories know no more', () => {
    const team = [member('Anna'), { ...member('Anna'), userId: UserId.parse('u-other') }]
    const { paces } = teamPace(team, decided('Anna', '2026-11-10', 40), calendar, NOW)
    expect(paces.map(({ perDay }) => perDay)).toEqual([2, 2])
  })

  it('tells how much of a day is left by the hours at which the team decides, once there were enough', () => {
    const morning = decided('Anna', '2026-11-10', 45)
    const evening = Array.from({ length: 15 }, () => ({
      byName: 'Anna',
      at: Date.parse('2026-11-11T18:00:00Z'),
    }))
    const { leftToday } = teamPace([member('Anna')], [...morning, ...evening], calendar, NOW)
    expect(leftToday).toBe(0.25)
    expect(teamPace([member('Anna')], evening, calendar, NOW).leftToday).toBeUndefined()
    expect(workDaysFrom(calendar, NOW, leftToday).until(Date.parse('2026-11-25T00:00:00Z'))).toBe(1.25)
    expect(workDaysFrom(calendar, NOW).until(Date.parse('2026-11-25T00:00:00Z'))).toBe(1.5)
  })
})

describe('the range', () => {
  it('is none where all days were alike, and wide where they were not', () => {
    expect(spreadOf([5, 5, 5, 5], 3)).toEqual({ slow: 1, fast: 1 })
    const { slow, fast } = spreadOf([0, 10, 0, 10], 3)
    expect(slow).toBeLessThan(0.3)
    expect(fast).toBeGreaterThan(1.7)
    expect(spreadOf([], 3)).toEqual({ slow: 1, fast: 1 })
  })

  it('narrows with more days ahead', () => {
    const near = spreadOf([3, 5, 4, 6, 2, 5, 4, 5, 3, 3], 1)
    const far = spreadOf([3, 5, 4, 6, 2, 5, 4, 5, 3, 3], 10)
    expect(far.slow).toBeGreaterThan(near.slow)
    expect(far.fast).toBeLessThan(near.fast)
  })
})
