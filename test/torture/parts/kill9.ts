import { join } from 'node:path'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { lossesOf } from '../station/lossesOf.ts'
import { AS_SHIPPED, prepareProfile } from '../station/realStation.ts'
import type { Acknowledged } from '../station/reviewer.ts'
import { smallHub } from '../station/smallHub.ts'
import { type Session, sessionsOf, type SpawnSession, untilEnded } from '../station/sessions.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'

/** `checkEvery`: after so many kills the profile is opened and looked through. */
type Load = { readonly kills: number; readonly checkEvery: number }

/** The kill comes after so many acts at most, and then so much later at most: anywhere in the one that follows. */
const MOST_ACTS = 40
const LATEST_MS = 12
/** No session gets so far. */
const MOST_ACTS_OF_ALL = 100_000

/** One profile goes on over all kills: `kill -9` at a random moment of a session of decisions (issue: torture, trust.md §2). */
export const part: TorturePart<Load> = {
  name: 'kill9',
  minutes: 6,
  short: { kills: 5, checkEvery: 5 },
  full: { kills: 300, checkEvery: 10 },
  long: { kills: 10_000, checkEvery: 100 },
  run: killAgainAndAgain,
}

/** Workstations that are killed side by side: half of such a session is a process that starts. */
const LANES = 2

async function killAgainAndAgain(options: TortureOptions<Load>): Promise<PartResult> {
  const { load, say } = options
  const count = { kills: 0, acts: 0 }
  const mayKill = (): boolean => {
    if (count.kills === load.kills) return false
    count.kills += 1
    return true
  }
  const tell = (acts: number, failures: number): void => {
    count.acts += acts
    say(`${count.kills} kills, ${count.acts} acts, ${failures} failures`)
  }
  const spawn = await sessionsOf(options.root)
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, lane) => killInLane(options, lane, { spawn, mayKill, tell })),
  )
  const sum = (key: 'acknowledged' | 'sent') => lanes.reduce((total, one) => total + one[key], 0)
  const failures = lanes.flatMap((one) => one.failures)
  return {
    figures: {
      kills: load.kills,
      acknowledged: sum('acknowledged'),
      sent: sum('sent'),
      lost: failures.length,
    },
    failures,
  }
}

interface LaneResult {
  readonly acknowledged: number
  readonly sent: number
  readonly failures: readonly string[]
}

interface Killing {
  readonly spawn: SpawnSession
  readonly mayKill: () => boolean
  readonly tell: (newActs: number, failures: number) => void
}

/** One profile, killed as long as `mayKill` allows another. */
async function killInLane(
  { load, seed, scratch, say }: TortureOptions<Load>,
  lane: number,
  { spawn, mayKill, tell }: Killing,
): Promise<LaneResult> {
  const profile = join(scratch, `profile-${lane}`)
  const ledger = join(scratch, `ledger-${lane}`)
  await prepareProfile(profile)
  const chances = chancesOf(seed + lane)
  const acts: Acknowledged[] = []
  const failures: string[] = []
  const fail = (what: string): void => {
    failures.push(`lane ${lane}, ${what}`)
    say(`lane ${lane}, ${what}`)
  }
  let told = 0
  const look = async (kill: number): Promise<void> => {
    const lost = await lossesOf(profile, acts)
    for (const what of lost) fail(`after kill ${kill}: ${what}`)
    tell(acts.length - told, failures.length)
    told = acts.length
  }
  let kill = 0
  while (failures.length === 0 && mayKill()) {
    kill += 1
    const session = spawn({
      ...AS_SHIPPED,
      profile,
      seed: seed + kill * LANES + lane,
      // So that a draft whose answer the kill cut off is told from one of an earlier session.
      from: kill * MOST_ACTS_OF_ALL,
      commands: null,
      ledger,
      acts: null,
      begin: null,
    })
    killAfter(session, chances.share('acts', kill) * MOST_ACTS, chances.share('moment', kill) * LATEST_MS)
    const ended = await untilEnded(session)
    acts.push(...ended.acts)
    if (ended.code !== null) fail(`session ${kill} ended by itself: ${ended.errors}`)
    if (kill % load.checkEvery === 0) await look(kill)
  }
  await look(kill)
  const taken = smallHub(ledger).taken()
  if (new Set(taken).size !== taken.length) fail('the hub took an operation twice')
  return { acknowledged: acts.length, sent: taken.length, failures }
}

function killAfter(session: Session, acts: number, ms: number): void {
  let heard = 0
  session.stdout.on('data', (chunk: Buffer) => {
    const before = heard
    heard += chunk.toString().split('\n').length - 1
    if (before < acts && heard >= acts) setTimeout(() => session.kill('SIGKILL'), ms)
  })
}
