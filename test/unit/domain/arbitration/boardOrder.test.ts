import { describe, expect, it } from 'vitest'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { boardOrder } from '../../../../src-main/domain/arbitration/boardOrder.ts'

const parties = ['208417', '208500', '208501'].map((claimId) => ({ claimId: ClaimId.parse(claimId) }))
const orderFor = (userId: string, seed: number, given = parties): string =>
  boardOrder(given, seed, UserId.parse(userId))
    .map(({ claimId }) => claimId)
    .join(' ')

describe('the order in which a person sees the parties', () => {
  it('is always the same for the same person and case, in whatever order the parties are given', () => {
    expect(orderFor('u-lead', 7, parties.toReversed())).toBe(orderFor('u-lead', 7))
  })

  it('puts every party first about as often, over people and over cases', () => {
    const draws = Array.from({ length: 600 }, (_, i) => orderFor(`u-${i % 20}`, Math.floor(i / 20)))
    for (const { claimId } of parties) {
      const first = draws.filter((order) => order.startsWith(claimId)).length
      expect(first).toBeGreaterThan(140)
      expect(first).toBeLessThan(260)
    }
    expect(new Set(draws).size).toBe(6)
  })

  it('leaves the others as they stand when somebody joins', () => {
    const joined = [...parties, { claimId: ClaimId.parse('208600') }]
    for (let seed = 0; seed < 40; seed += 1) {
      const before = orderFor('u-lead', seed)
      const after = orderFor('u-lead', seed, joined)
        .split(' ')
        .filter((id) => id !== '208600')
      expect(after.join(' ')).toBe(before)
    }
  })
})
