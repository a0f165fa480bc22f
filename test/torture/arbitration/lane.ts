import * as fc from 'fast-check'
import { z } from 'zod'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'
import { histories } from './history.ts'
import { answersOf, playHistory } from './playHistory.ts'
import { openStage } from './stage.ts'

/** The histories that one lane plays: of all that the seed draws every so-manieth, so that how many lanes there are changes none of them. */
export const LaneWishes = z.object({
  seed: z.number(),
  /** Of all lanes. */
  histories: z.int(),
  /** Of a history, at most. */
  moments: z.int(),
  isServer: z.boolean(),
  lane: z.int(),
  lanes: z.int(),
  /** The history to be played again; null = all. */
  path: z.string().nullable(),
  /** A history that fails is made as small as it gets, which takes minutes. */
  isShrinking: z.boolean(),
})
export type LaneWishes = z.infer<typeof LaneWishes>

export const LaneNews = z.object({
  database: z.string(),
  played: z.int(),
  /** Counts over all histories. */
  tally: z.record(z.string(), z.int()),
  /** Null = it holds. */
  failure: z.string().nullable(),
})
export type LaneNews = z.infer<typeof LaneNews>

const TELL_EVERY = 25

/** On a database and a hub of its own, emptied before each history. */
export async function playLane(wishes: LaneWishes, tell: (news: LaneNews) => void): Promise<LaneNews> {
  const { database } = await openTortureDatabase(wishes.isServer)
  const stage = await openStage(database)
  const news: LaneNews = { database: database.kind, played: 0, tally: {}, failure: null }
  let drawn = 0
  const property = fc.asyncProperty(histories(fc, wishes.moments), async (history) => {
    drawn += 1
    if (drawn % wishes.lanes !== wishes.lane) return
    const { dids, wrongs, told } = await playHistory(stage, history)
    if (wrongs.length > 0) throw new Error([...wrongs, 'after', ...told].join('\n  '))
    news.played += 1
    add(news.tally, { acts: dids.length, ...answersOf(dids) })
    if (news.played % TELL_EVERY === 0) tell(news)
  })
  const { seed, path, isShrinking } = wishes
  try {
    const result = await fc.check(property, {
      seed,
      endOnFailure: !isShrinking,
      ...(path === null ? { numRuns: wishes.histories } : { numRuns: 1, path }),
    })
    return { ...news, failure: result.failed ? failureOf(result) : null }
  } finally {
    await stage.close()
  }
}

export function add(tally: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) tally[name] = (tally[name] ?? 0) + count
}

type Failed = Pick<fc.RunDetails<unknown>, 'counterexamplePath' | 'errorInstance'>

function failureOf({ counterexamplePath, errorInstance }: Failed): string {
  const reason = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : 'no reason'
  return `TORTURE_PATH=${counterexamplePath} does it again: ${reason}`
}
