import { randomFrom } from '../../builders/randomFrom.ts'

/** Repeatable choices: the same seed, the same run of them. */
export interface Dice {
  below(n: number): number
  oneOf<T>(all: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  const next = randomFrom(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    oneOf: (all) => {
      const one = all[below(all.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}
