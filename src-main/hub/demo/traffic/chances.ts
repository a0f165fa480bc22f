import { createHash } from 'node:crypto'

/** Choices that a seed makes: the same seed and the same words make the same choice. */
export interface Chances {
  /** 0 ≤ x < 1. */
  share(...words: readonly (string | number)[]): number
  /** Rejects an empty list. */
  pick<One>(all: readonly One[], ...words: readonly (string | number)[]): One
}

export function chancesOf(seed: number): Chances {
  const share: Chances['share'] = (...words) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...words]))
      .digest()
      .readUInt32BE(0) / 0x1_0000_0000
  return {
    share,
    pick(all, ...words) {
      const found = all[Math.floor(share(...words) * all.length)]
      if (found === undefined) throw new Error('There is nothing to choose from')
      return found
    },
  }
}
