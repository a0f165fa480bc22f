import * as fc from 'fast-check'
import { histories } from '../arbitration/history.ts'
import { answersOf, playHistory } from '../arbitration/playHistory.ts'
import { openStage } from '../arbitration/stage.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'

/** `onServer`: how many of the histories are played again on PostgreSQL, if it is there; `moments`: of a history, at most. */
const SHORT = { histories: 8, onServer: 0, moments: 24 }

type Options = TortureOptions<typeof SHORT>

/** Counts over all histories. */
type Tally = Record<string, number>

/**
 * Several partners claim the same of a customer; reviewers, partners, the customer, clocks and two leads do what fast-check draws. Nobody
 * ever holds what another one holds, and no decision is lost, done twice or done by half.
 */
async function run(options: Options): Promise<PartResult> {
  const { load, seed } = options
  const embedded = await playAll(options, false, load.histories)
  const server = load.onServer > 0 ? await playAll(options, true, load.onServer) : null
  const failures = [...embedded.failures, ...(server?.failures ?? [])]
  return {
    figures: { ...embedded.figures, ...server?.figures },
    failures: failures.map((failure) => `seed ${seed}, ${failure}`),
  }
}

async function playAll({ seed, say, load: { moments } }: Options, isServer: boolean, count: number) {
  const { database } = await openTortureDatabase(isServer)
  const stage = await openStage(database)
  const { kind } = database
  const tally: Tally = {}
  let played = 0
  const property = fc.asyncProperty(histories(fc, moments), async (history) => {
    const { dids, wrongs, told } = await playHistory(stage, history)
    if (wrongs.length > 0) throw new Error([...wrongs, 'after', ...told].join('\n  '))
    played += 1
    if (played % 25 === 0) say(`${played} of ${count} histories on ${kind}: ${JSON.stringify(tally)}`)
    add(tally, { acts: dids.length, ...answersOf(dids) })
  })
  try {
    const result = await fc.check(property, { seed, numRuns: count, ...replayed() })
    const failures = result.failed ? [`on ${kind}: ${failureOf(result)}`] : []
    const named = Object.entries(tally).map(([name, value]) => [`${kind}, ${name}`, value] as const)
    return { figures: { [`${kind}, histories`]: played, ...Object.fromEntries(named) }, failures }
  } finally {
    await stage.close()
  }
}

/** `TORTURE_PATH` plays one history again; `TORTURE_SHRINK` makes a failing one as small as it gets, which takes minutes. */
function replayed(): { path?: string; endOnFailure: boolean } {
  const path = process.env['TORTURE_PATH']
  const endOnFailure = process.env['TORTURE_SHRINK'] === undefined
  return path === undefined ? { endOnFailure } : { path, endOnFailure }
}

function add(tally: Tally, more: Tally): void {
  for (const [name, count] of Object.entries(more)) tally[name] = (tally[name] ?? 0) + count
}

type Failed = Pick<fc.RunDetails<unknown>, 'counterexamplePath' | 'errorInstance'>

function failureOf({ counterexamplePath, errorInstance }: Failed): string {
  const reason = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : 'no reason'
  return `TORTURE_PATH=${counterexamplePath} does it again: ${reason}`
}

export const part: TorturePart<typeof SHORT> = {
  name: 'arbitration',
  minutes: 3,
  short: SHORT,
  full: { histories: 100, onServer: 20, moments: 24 },
  asked: { histories: 1_000, onServer: 200, moments: 24 },
  long: { histories: 20_000, onServer: 4_000, moments: 40 },
  run,
}
