import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, isBlindFirst, isFullyVoted } from '../../../../src-main/domain/checks/blindFirst.ts'
import type { Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'

const share = (percent: number, userId = 'rita') =>
  Array.from({ length: 10_000 }, (_, n) => isBlindFirst(`${200_000 + n}`, userId, percent)).filter(Boolean)
    .length

describe('the sample that is judged before the machine is seen', () => {
  it('is as large as the profile says, and nothing without a share', () => {
    expect(share(0)).toBe(0)
    expect(share(100)).toBe(10_000)
    expect(isBlindFirst('208417', 'rita', undefined)).toBe(false)
    for (const percent of [1, 5, 20, 50]) {
      // Five standard deviations of a draw by lot.
      const sigma = Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100))
      expect(Math.abs(share(percent) - percent * 100)).toBeLessThan(5 * sigma)
    }
  })

  it('takes other claims for another reviewer, and more of the same for a larger share', () => {
    const ids = Array.from({ length: 2000 }, (_, n) => `${300_000 + n}`)
    const both = ids.filter((id) => isBlindFirst(id, 'rita', 20) && isBlindFirst(id, 'otto', 20)).length
    expect(both).toBeLessThan(ids.length * 0.08)
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 99 }), (claim, user, percent) => {
        if (isBlindFirst(claim, user, percent)) expect(isBlindFirst(claim, user, percent + 1)).toBe(true)
      }),
    )
  })
})

describe('votes and the machine', () => {
  const view = (machine: Verdict | null, reviewer: Verdict | null, item: string | null = null) => ({
    criterion: 'products' as const,
    item,
    machine: machine === null ? null : { verdict: machine },
    reviewer: reviewer === null ? null : { verdict: reviewer },
  })

  it('are compared where both said something', () => {
    const views = [view('met', 'met'), view('cannot_tell', 'met', 'i2'), view(null, 'met')]
    expect(agreementOf(views)).toEqual({ agreed: 1, of: 2, differing: ['products i2: cannot_tell → met'] })
  })

  it('are complete when no criterion lacks one', () => {
    expect(isFullyVoted([view('met', 'met')])).toBe(true)
    expect(isFullyVoted([view('met', 'met'), view('met', null)])).toBe(false)
  })
})
