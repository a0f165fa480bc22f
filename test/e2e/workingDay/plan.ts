import type { DayClaim } from './dayClaims.ts'

export type Act = 'approve' | 'ask' | 'reject'

/** A number below `count`, drawn anew at each call; the same for the same seed. */
export function drawer(seed: number): (count: number) => number {
  let state = seed >>> 0
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

/** What is done to a claim, drawn from packs: each act comes before any comes again too often, whatever the seed. */
const PACKS: Readonly<Record<DayClaim['lacks'], readonly Act[]>> = {
  nothing: ['approve', 'approve', 'approve', 'ask'],
  signature: ['approve', 'ask', 'reject'],
  date: ['approve', 'ask', 'reject'],
}

export function planFor(seed: number): (claim: DayClaim) => Act {
  const draw = drawer(seed)
  const packs: Record<DayClaim['lacks'], Act[]> = { nothing: [], signature: [], date: [] }
  return ({ lacks }) => {
    const pack = packs[lacks]
    if (pack.length === 0) pack.push(...PACKS[lacks])
    return pack.splice(draw(pack.length), 1)[0] ?? 'approve'
  }
}
