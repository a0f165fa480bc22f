import { describe, expect, it } from 'vitest'
import { inkHash } from '../../../../src-main/domain/evidence/inkHash.ts'
import { alike, bandsOf } from '../../../../src-main/domain/evidence/prints.ts'
import { aHand, inkOf, type Pen, signedAgain } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'

const HANDS = 40
const PASTED: Pen = { width: 300, stroke: 4 }

const hashOf = (hand: ReturnType<typeof aHand>, pen: Pen): string => inkHash(inkOf(hand, pen)) ?? ''
const isFound = (a: string, b: string): boolean => {
  const bands = new Set(bandsOf('signature', a))
  return bandsOf('signature', b).some((band) => bands.has(band)) && alike('signature', a, b) !== null
}

/** Of so many hands, how often a picture of the first signing is taken for the one that `other` draws. */
function taken(other: (hand: ReturnType<typeof aHand>, next: ReturnType<typeof aHand>) => string): number {
  const chance = randomFrom(20_261_122)
  const hands = Array.from({ length: HANDS + 1 }, () => aHand(chance))
  return hands
    .slice(0, HANDS)
    .filter((hand, i) => isFound(hashOf(hand, PASTED), other(hand, hands[i + 1] ?? hand))).length
}

describe('the look of a signature', () => {
  it.each<[string, Pen]>([
    ['pasted as it is', PASTED],
    ['half as large', { width: 150, stroke: 2, offset: 0.4 }],
    ['larger, with a broader pen', { width: 420, stroke: 7 }],
    ['scanned a little askew', { width: 260, stroke: 3.5, offset: 0.3, turned: 0.3 }],
  ])('is known again %s', (_, pen) => {
    const known = taken((hand) => hashOf(hand, pen))
    expect(known).toBe(HANDS)
  })

  it.each([0.12, 0.2, 0.3])(
    'is another when the same hand signs again, %d of its height elsewhere',
    (wobble) => {
      const chance = randomFrom(7)
      const confused = taken((hand) => hashOf(signedAgain(hand, wobble, chance), PASTED))
      expect(confused).toBe(0)
    },
  )

  it('is another when somebody else signs', () => {
    expect(taken((_, next) => hashOf(next, PASTED))).toBe(0)
  })

  it('is none of a dot, a ruled line and nothing', () => {
    expect(inkHash({ x: [], y: [] })).toBeNull()
    expect(
      inkHash({ x: Array.from({ length: 200 }, (_, i) => i), y: Array.from({ length: 200 }, () => 5) }),
    ).toBeNull()
  })
})
