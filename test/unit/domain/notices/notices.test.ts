import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gravestOf, marksOf } from '../../../../src-main/domain/notices/crossings.ts'
import { quietMinutesLeft } from '../../../../src-main/domain/notices/quietHours.ts'
import { clocksOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { clockedClaim } from '../../../../src-main/domain/clocks/clockedClaim.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

describe('the marks of a clock', () => {
  it('are four, one after the other, and none while it stands still', () => {
    const [clock] = clocksOf(clockedClaim(aClaimRecord(), []), SEED_2020, aCalendar())
    const marks = clock === undefined ? [] : marksOf(clock)
    expect(marks.map(({ share }) => share)).toEqual([50, 75, 90, 100])
    expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort((a, b) => a - b))
    const [paused] = aClaimRecord({ dueAt: null }).clocks
    expect(paused === undefined ? null : marksOf(paused)).toEqual([])
  })

  it('that were passed together are one line for each clock, the gravest first', () => {
    const { form } = aClaimRecord()
    const passed = (claimId: string, share: 50 | 75 | 90 | 100) => ({
      claimId: form.claimId.replace('208417', claimId) as typeof form.claimId,
      claimName: claimId,
      timer: 'review' as const,
      share,
      at: '2026-11-20T10:00:00.000Z' as typeof form.submittedAt,
    })
    const told = gravestOf([
      passed('a', 50),
      passed('b', 50),
      passed('b', 75),
      passed('c', 100),
      passed('b', 90),
    ])
    expect(told.map(({ claimName, share }) => [claimName, share])).toEqual([
      ['c', 100],
      ['b', 90],
      ['a', 50],
    ])
  })
})

describe('quiet hours', () => {
  it('end when they end, over midnight as well, and are none where nobody has set them', () => {
    const night = { from: 18 * 60, to: 8 * 60 }
    expect([0, 7 * 60 + 59, 8 * 60, 17 * 60 + 59, 18 * 60].map((at) => quietMinutesLeft(night, at))).toEqual([
      480, 1, 0, 0, 840,
    ])
    expect(quietMinutesLeft(null, 600)).toBe(0)
    expect(quietMinutesLeft({ from: 600, to: 600 }, 600)).toBe(0)
  })

  it('are over after as many minutes as they say', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, minute, (from, to, at) => {
        const left = quietMinutesLeft({ from, to }, at)
        expect(quietMinutesLeft({ from, to }, (at + left) % 1440)).toBe(0)
        if (left > 1) expect(quietMinutesLeft({ from, to }, (at + left - 1) % 1440)).toBe(1)
      }),
    )
  })
})
