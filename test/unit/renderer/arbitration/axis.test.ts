import { describe, expect, it } from 'vitest'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { axisOf, shareOf } from '../../../../src-renderer/features/arbitration/axis.ts'

type Dated = Pick<BoardParty, 'acknowledged' | 'engagement' | 'window' | 'submittedAt'>
const day = (from: string, to = from) => ({ from, to })
const dated = (over: Partial<Dated> = {}): BoardParty =>
  ({
    acknowledged: null,
    engagement: null,
    window: null,
    submittedAt: '2026-10-01T09:00:00.000Z',
    ...over,
  }) as BoardParty

describe('the time axis of a board', () => {
  it('holds every day that is shown, and today, with paper on both sides', () => {
    const parties = [
      dated({ acknowledged: day('2025-10-14', '2025-12-10') }),
      dated({
        engagement: { start: day('2026-01-05'), end: day('2027-03-31') },
        window: day('2025-11-01', '2026-10-01'),
      }),
    ]
    const axis = axisOf(parties, '2026-11-16')
    expect(axis.from).toBe('2025-09-29')
    expect(axis.to).toBe('2027-04-15')
    for (const one of ['2025-10-14', '2027-03-31', '2026-11-16']) {
      const share = Number.parseFloat(shareOf(axis, one))
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(100)
    }
  })

  it('names firsts of months, no more than there is room for', () => {
    const { months } = axisOf([dated({ acknowledged: day('2021-01-10') })], '2026-11-16')
    expect(months.length).toBeLessThanOrEqual(7)
    expect(months.every((month) => month.endsWith('-01'))).toBe(true)
    expect(axisOf([dated()], '2026-10-20').months).toEqual(['2026-10-01', '2026-11-01'])
  })
})
