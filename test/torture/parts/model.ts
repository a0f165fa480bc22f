import * as fc from 'fast-check'
import { teamCommands } from '../model/commands.ts'
import { gatherTeam, wrongsAtTheEnd } from '../model/team.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'
import { createTortureWorld } from '../wire/tortureWorld.ts'

/** `server` 1 = PostgreSQL if it is there. */
const SHORT = { runs: 4, commands: 30, server: 0 }

/**
 * Three workstations and one hub do what fast-check draws. "An operation may be delivered again; a decision may arrive as a
 * conflict; it may never vanish" (trust.md section 3.7).
 */
async function run({ load, seed, say, scratch, root }: TortureOptions<typeof SHORT>): Promise<PartResult> {
  const { database } = await openTortureDatabase(load.server === 1)
  const world = await createTortureWorld({ database, scratch, root, pageSize: 3 })
  let runs = 0
  let commands = 0
  let acknowledged = 0
  let slowestMs = 0
  const property = fc.asyncProperty(
    fc.array(fc.oneof(...teamCommands(fc)), { minLength: load.commands / 2, maxLength: load.commands }),
    async (drawn) => {
      runs += 1
      if (runs % 5 === 0) say(`${runs} of ${load.runs} runs`)
      try {
        const { model, team } = await gatherTeam(world, seed)
        await fc.asyncModelRun(() => ({ model, real: team }), drawn)
        commands += drawn.length
        const { wrongs, drainedMs } = await wrongsAtTheEnd(team, root)
        acknowledged += team.acknowledged.length
        slowestMs = Math.max(slowestMs, drainedMs ?? 0)
        if (wrongs.length > 0) throw new Error(wrongs.join('\n'))
      } finally {
        await world.leave()
      }
    },
  )
  // One failing run is shown as it is: making it smaller would take as long again as all runs.
  const path = process.env['TORTURE_PATH']
  const result = await fc.check(property, {
    seed,
    numRuns: load.runs,
    endOnFailure: process.env['TORTURE_SHRINK'] === undefined,
    ...(path === undefined ? {} : { path }),
  })
  await world.close()
  return {
    figures: {
      runs,
      commands,
      'acknowledged acts': acknowledged,
      'drained within, simulated seconds, at most': slowestMs / 1000,
    },
    failures: result.failed ? [failureOf(result, seed)] : [],
  }
}

type Failed = Pick<fc.RunDetails<unknown>, 'counterexamplePath' | 'counterexample' | 'errorInstance'>

function failureOf(result: Failed, seed: number): string {
  const { counterexamplePath, counterexample, errorInstance } = result
  const reason = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : 'no reason'
  return `TORTURE_PATH=${counterexamplePath} with seed ${seed} does it again: ${reason}\n${fc.stringify(counterexample)}`
}

export const part: TorturePart<typeof SHORT> = {
  name: 'model',
  minutes: 9,
  short: SHORT,
  full: { runs: 200, commands: 80, server: 1 },
  long: { runs: 20_000, commands: 80, server: 1 },
  run,
}
