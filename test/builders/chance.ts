import { randomFrom } from './randomFrom.ts'

/** Draws that come out the same for the same seed. */
export interface Chance {
  /** Under 1, from 0. */
  next(): number
  /** From `low` to `high`, both ends included. */
  whole(low: number, high: number): number
  pick<T>(of: readonly T[]): T
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  is(share: number): boolean
}

export function chanceOf(seed: number): Chance {
  const next = randomFrom(seed)
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    pick: (of) => {
      const one = of[whole(0, of.length - 1)]
      if (one === undefined) throw new Error('nothing to draw from')
      return one
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      // Keys of a literal object; the cast restores the literal types that Object.keys forgets.
      const keys = Object.keys(weights) as K[]
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
      return keys.find((key) => (left -= weights[key]) < 0) ?? keys.reduce((_, key) => key)
    },
    is: (share) => next() < share,
  }
}
