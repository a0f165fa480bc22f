import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { add, LaneNews, type LaneWishes, playLane } from './lane.ts'

export type Wishes = Pick<LaneWishes, 'seed' | 'histories' | 'moments' | 'isServer'>

/** What all lanes together came to. */
export interface Outcome {
  readonly figures: Readonly<Record<string, number>>
  readonly failures: readonly string[]
}

/** A process takes longer to start than so many histories take. */
const WORTH_A_PROCESS = 20

/**
 * Plays them in as many processes as there are cores: a history is little but statements, one after the other. `TORTURE_PATH` plays one
 * again; `TORTURE_SHRINK` makes a failing one as small as it gets. Both need all of them in one row.
 */
export async function playLanes(wishes: Wishes, say: (line: string) => void): Promise<Outcome> {
  const path = process.env['TORTURE_PATH'] ?? null
  const isShrinking = process.env['TORTURE_SHRINK'] !== undefined
  const isOneRow = path !== null || isShrinking || wishes.histories < WORTH_A_PROCESS
  const lanes = isOneRow ? 1 : availableParallelism()
  const whole = { ...wishes, path, isShrinking, lanes }
  const latest = new Map<number, LaneNews>()
  const heard = (lane: number) => (news: LaneNews) => {
    latest.set(lane, news)
    const { played, tally } = summed([...latest.values()])
    say(`${played} of ${wishes.histories} histories on ${news.database}: ${JSON.stringify(tally)}`)
  }
  const playLaneOf = lanes === 1 ? playLane : playApart
  const all = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => playLaneOf({ ...whole, lane }, heard(lane))),
  )
  return outcomeOf(all)
}

async function playApart(wishes: LaneWishes, heard: (news: LaneNews) => void): Promise<LaneNews> {
  const child = fork(join(import.meta.dirname, 'laneChild.ts'), [JSON.stringify(wishes)])
  let latest: LaneNews | null = null
  child.on('message', (message) => {
    latest = LaneNews.parse(message)
    heard(latest)
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (latest === null || code !== 0) throw new Error(`Lane ${wishes.lane} ended with ${code}`)
  return latest
}

function summed(all: readonly LaneNews[]): Pick<LaneNews, 'played' | 'tally'> {
  const tally: Record<string, number> = {}
  for (const one of all) add(tally, one.tally)
  return { played: all.reduce((sum, { played }) => sum + played, 0), tally }
}

function outcomeOf(all: readonly LaneNews[]): Outcome {
  const { played, tally } = summed(all)
  const kind = all[0]?.database ?? ''
  const named = Object.entries(tally).map(([name, count]) => [`${kind}, ${name}`, count] as const)
  return {
    figures: { [`${kind}, histories`]: played, ...Object.fromEntries(named) },
    failures: all.flatMap(({ failure }) => (failure === null ? [] : [`on ${kind}: ${failure}`])),
  }
}
