import { join } from 'node:path'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { lossesOf } from '../station/lossesOf.ts'
import { AS_SHIPPED, prepareProfile } from '../station/realStation.ts'
import type { Acknowledged } from '../station/reviewer.ts'
import { smallHub } from '../station/smallHub.ts'
import { spawnSession, untilEnded } from '../station/sessions.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'

/** `checkEvery`: after so many kills the profile is opened and looked through. */
type Load = { readonly kills: number; readonly checkEvery: number }

/** The kill comes after so many acts at most, and then so much later at most: anywhere in the one that follows. */
const MOST_ACTS = 40
const LATEST_MS = 12

/** One profile goes on over all kills: `kill -9` at a random moment of a session of decisions (issue: torture, trust.md §2). */
export const part: TorturePart<Load> = {
  name: 'kill9',
  short: { kills: 5, checkEvery: 5 },
  full: { kills: 300, checkEvery: 20 },
  long: { kills: 10_000, checkEvery: 100 },
  run: killAgainAndAgain,
}

async function killAgainAndAgain(options: TortureOptions<Load>): Promise<PartResult> {
  const { load, seed, say, scratch, root } = options
  const profile = join(scratch, 'profile')
  const ledger = join(scratch, 'ledger')
  await prepareProfile(profile)
  const chances = chancesOf(seed)
  const acts: Acknowledged[] = []
  const failures: string[] = []
  for (let kill = 1; kill <= load.kills && failures.length === 0; kill += 1) {
    const session = spawnSession(root, {
      ...AS_SHIPPED,
      profile,
      seed: seed + kill,
      commands: null,
      ledger,
      acts: null,
      begin: null,
    })
    killAfter(session, chances.share('acts', kill) * MOST_ACTS, chances.share('moment', kill) * LATEST_MS)
    const ended = await untilEnded(session)
    acts.push(...ended.acts)
    if (ended.code !== null) failures.push(`session ${kill} ended by itself: ${ended.errors}`)
    if (kill % load.checkEvery !== 0 && kill !== load.kills) continue
    const lost = await lossesOf(profile, acts)
    failures.push(...lost.map((what) => `after kill ${kill}: ${what}`))
    say(`${kill} kills, ${acts.length} acts, ${failures.length} failures`)
  }
  const taken = smallHub(ledger).taken()
  if (new Set(taken).size !== taken.length) failures.push('the hub took an operation twice')
  return {
    figures: { kills: load.kills, acknowledged: acts.length, sent: taken.length, lost: failures.length },
    failures,
  }
}

function killAfter(session: ReturnType<typeof spawnSession>, acts: number, ms: number): void {
  let heard = 0
  session.stdout.on('data', (chunk: Buffer) => {
    const before = heard
    heard += chunk.toString().split('\n').length - 1
    if (before < acts && heard >= acts) setTimeout(() => session.kill('SIGKILL'), ms)
  })
}
