import { playLanes } from '../arbitration/lanes.ts'
import { sufferMishaps } from '../arbitration/mishaps.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'

/**
 * `onServer`: how many of the histories are played again on PostgreSQL, if it is there; `moments`: of a history, at most; `mishaps`: how
 * many decisions are cut off in the middle there.
 */
const SHORT = { histories: 8, onServer: 0, moments: 24, mishaps: 0 }

type Options = TortureOptions<typeof SHORT>

/**
 * Several partners claim the same of a customer; reviewers, partners, the customer, clocks and two leads do what fast-check draws. Nobody
 * ever holds what another one holds, and no decision is lost, done twice or done by half.
 */
async function run({ load, seed, say }: Options): Promise<PartResult> {
  const { moments } = load
  const embedded = await playLanes({ seed, moments, histories: load.histories, isServer: false }, say)
  const server =
    load.onServer > 0
      ? await playLanes({ seed, moments, histories: load.onServer, isServer: true }, say)
      : null
  const mishaps = load.mishaps > 0 ? await sufferMishaps({ seed, mishaps: load.mishaps }, say) : null
  const failures = [embedded, server, mishaps].flatMap((one) => one?.failures ?? [])
  return {
    figures: { ...embedded.figures, ...server?.figures, ...mishaps?.figures },
    failures: failures.map((failure) => `seed ${seed}, ${failure}`),
  }
}

export const part: TorturePart<typeof SHORT> = {
  name: 'arbitration',
  minutes: 3,
  short: SHORT,
  full: { histories: 100, onServer: 20, moments: 24, mishaps: 12 },
  asked: { histories: 1_000, onServer: 200, moments: 24, mishaps: 60 },
  long: { histories: 20_000, onServer: 4_000, moments: 40, mishaps: 1_000 },
  run,
}
