import { type Chances, chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import { act } from '../wire/acts.ts'
import { FAULTS, type Fault, faultName } from '../wire/fault.ts'
import { differencesFrom, wrongOfAudit, wrongsOf } from '../wire/oracle.ts'
import { fillForSession, isChecked, partnersWork, work } from '../wire/session.ts'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'
import type { TortureStation } from '../wire/tortureStation.ts'
import { createTortureWorld, type TortureWorld } from '../wire/tortureWorld.ts'

/** `everyNth`: which share of faults × endpoints is tried, drawn; 1 = all. `rounds`: how often. `server` 1 = PostgreSQL if it is there. */
const SHORT = { everyNth: 80, rounds: 1, server: 0 }

/** From the healing of the line to an empty outbox and a workstation that shows what the hub has (trust.md Y8). */
const HEALED_WITHIN_MS = 60_000
const FIRST_SYNC_MS = 120_000

const DOCUMENT = 'GET /v1.0/claims/{id}/documents/{sha256}'
/** Asked by the workstation today. What it asks beside these is found by watching it, and joins by itself. */
const KNOWN = [
  'POST /v1.0/demo/sign-in',
  'GET /v1.0/demo/users',
  'GET /v1.0/reference',
  'GET /v1.0/claims/delta',
  'GET /v1.0/claims/delta ($skiptoken)',
  'GET /v1.0/claims/delta ($deltatoken)',
  DOCUMENT,
  ...[
    'approve',
    'request_info',
    'reject',
    'hold_for_arbitration',
    'reopen',
    'comment',
    'start_review',
    'take',
    'release',
    'hand_over',
  ].map((kind) => `POST /v1.0/claims/{id}/operations (${kind})`),
]

interface Trial {
  /** Requests that meet the fault. */
  readonly endpoints: readonly string[]
  readonly fault: Fault
  /** How many of each meet it before the line is healed; a whole outage where it is large. */
  readonly hits: number
  /** How long the line stays bad. */
  readonly outageMs: number
}

interface Outcome {
  readonly wrongs: readonly string[]
  /** How many requests met the fault, by endpoint. */
  readonly met: ReadonlyMap<string, number>
  /** Null = not healed in time. */
  readonly healedMs: number | null
  readonly acknowledged: number
}

/** Bytes that are not what their name says: the workstation asks for them again at its next start. */
const spoilsDocuments = (trial: Trial | null): boolean =>
  trial !== null &&
  (trial.fault.name === 'portal' || trial.fault.name === 'shorten') &&
  trial.endpoints.includes(DOCUMENT)

/** One reviewer's session over a line that spoils some kinds of request in one way. Null = the line is good. */
async function endure(world: TortureWorld, trial: Trial | null, root: string): Promise<Outcome> {
  const wrongs: string[] = []
  const { met, spoilAtMost } = spoiler(world, trial)
  await fillForSession(world)
  const station = world.station('team_lead')
  let withDocuments = !spoilsDocuments(trial)
  const differences = () => differencesFrom(world.hub, station, { withDocuments })
  const isSame = async () => (await differences()).length === 0
  const isReady = async () => (await isSame()) && (!withDocuments || (await isChecked(station)))
  // What is asked at the start alone meets its fault here.
  spoilAtMost(1)
  await station.start()
  if ((await world.until(FIRST_SYNC_MS, isReady)) === null)
    wrongs.push(`no first sync: ${(await differences()).join('; ')}`)
  spoilAtMost(trial?.hits ?? 0)
  const acts = await meetTheFault(world, station, trial)
  const acknowledged = acts.flatMap((one) => one ?? [])
  if (trial === null && acknowledged.length < acts.length)
    wrongs.push(`${acts.length - acknowledged.length} acts were refused on a good line`)
  world.proxy.heal()
  if (!withDocuments) {
    await world.during(station.stop())
    await station.start()
    withDocuments = true
  }
  const healedMs = await world.until(HEALED_WITHIN_MS, isSame)
  if (healedMs === null) wrongs.push(`not healed after 60 s: ${(await differences()).join('; ')}`)
  else wrongs.push(...(await wrongsOf(world.hub, acknowledged)))
  wrongs.push(...world.sequences.wrongs())
  await world.during(station.stop())
  wrongs.push(...wrongOfAudit(station, root))
  await world.leave()
  return { wrongs, met, healedMs, acknowledged: acknowledged.length }
}

/** A plan that lets each endpoint of the trial meet its fault so often, and what met it. */
function spoiler(world: TortureWorld, trial: Trial | null) {
  const met = new Map<string, number>()
  const spoilAtMost = (hits: number) => {
    const before = new Map(met)
    world.proxy.plan = ({ name }) => {
      const times = met.get(name) ?? 0
      if (trial?.endpoints.includes(name) !== true || times >= (before.get(name) ?? 0) + hits) return null
      met.set(name, times + 1)
      return trial.fault
    }
  }
  return { met, spoilAtMost }
}

async function meetTheFault(world: TortureWorld, station: TortureStation, trial: Trial | null) {
  world.forgetSignIns()
  if (trial === null || trial.endpoints.some((name) => name.includes('delta')))
    await world.hub.beginNewEpoch()
  const acts = await work(world, station)
  await partnersWork(world)
  await world.live(trial?.outageMs ?? 20_000)
  acts.push(await act(station, 'T-7', 'release'), await act(station, 'T-5', 'comment'))
  await world.live(2_000)
  return acts
}

/** Each fault on each endpoint, two endpoints to a session. */
function trialsOf(endpoints: readonly string[], chances: Chances, load: typeof SHORT): Trial[] {
  const trials: Trial[] = []
  for (let round = 0; round < load.rounds; round += 1)
    for (const fault of FAULTS) {
      const words = [round, fault.name, fault.way]
      const shuffled = endpoints
        .filter((name) => chances.share('chosen', ...words, name) < 1 / load.everyNth)
        .sort((a, b) => chances.share('order', ...words, a) - chances.share('order', ...words, b))
      for (let at = 0; at < shuffled.length; at += 2)
        trials.push({
          endpoints: shuffled.slice(at, at + 2),
          fault,
          hits: chances.pick([1, 2, 1_000], 'hits', ...words, at),
          outageMs: 9_000 + Math.floor(20_000 * chances.share('outage', ...words, at)),
        })
    }
  return trials
}

/** The endpoints that a session on a good line asks, and what went wrong on it. */
async function rehearse(
  world: TortureWorld,
  root: string,
): Promise<{ endpoints: string[]; wrongs: string[] }> {
  const asked = new Set<string>()
  const watch = world.proxy.onRequest
  world.proxy.onRequest = (seen) => {
    asked.add(seen.name)
    watch(seen)
  }
  const { wrongs } = await endure(world, null, root)
  world.proxy.onRequest = watch
  const forgotten = KNOWN.filter((name) => !asked.has(name)).map((name) => `nobody asked ${name}`)
  return { endpoints: [...asked].sort(), wrongs: [...wrongs, ...forgotten] }
}

async function run({ load, seed, say, scratch, root }: TortureOptions<typeof SHORT>): Promise<PartResult> {
  const { database } = await openTortureDatabase(load.server === 1)
  const world = await createTortureWorld({ database, scratch, root, pageSize: 4 })
  const failures: string[] = []
  const healed: number[] = []
  let met = 0
  let acknowledged = 0
  try {
    const { endpoints, wrongs } = await rehearse(world, root)
    failures.push(...wrongs.map((wrong) => `on a good line: ${wrong}`))
    const trials = trialsOf(endpoints, chancesOf(seed), load)
    for (const [index, trial] of trials.entries()) {
      if (index % 25 === 0) say(`${index} of ${trials.length} sessions`)
      const name = `seed ${seed}, ${faultName(trial.fault)} × ${trial.hits} on ${trial.endpoints.join(' and ')}`
      const outcome = await endure(world, trial, root).catch((cause: unknown) => {
        throw new Error(
          `${name} could not be endured: ${cause instanceof Error ? cause.message : 'unknown'}`,
          { cause },
        )
      })
      for (const wrong of outcome.wrongs) say(`${name}: ${wrong}`)
      failures.push(...outcome.wrongs.map((wrong) => `${name}: ${wrong}`))
      const unmet = trial.endpoints.filter((endpoint) => !outcome.met.has(endpoint))
      // One fault kept the other request from being made: then each by itself.
      if (trial.endpoints.length > 1)
        trials.push(...unmet.map((endpoint) => ({ ...trial, endpoints: [endpoint] })))
      else failures.push(...unmet.map((endpoint) => `${name}: nobody asked ${endpoint}`))
      if (outcome.healedMs !== null) healed.push(outcome.healedMs)
      for (const times of outcome.met.values()) met += times
      acknowledged += outcome.acknowledged
    }
    healed.sort((a, b) => a - b)
    return {
      figures: {
        endpoints: endpoints.length,
        faults: FAULTS.length,
        sessions: trials.length,
        'spoilt requests': met,
        'acknowledged acts': acknowledged,
        'healed within, simulated seconds, median': (healed[healed.length >> 1] ?? 0) / 1000,
        'at most': (healed.at(-1) ?? 0) / 1000,
      },
      failures,
    }
  } finally {
    await world.close()
  }
}

/** Every fault of the line on every request that the workstation makes: afterwards everything is where it belongs. */
export const part: TorturePart<typeof SHORT> = {
  name: 'faults',
  minutes: 6,
  short: SHORT,
  full: { everyNth: 1, rounds: 1, server: 1 },
  long: { everyNth: 1, rounds: 50, server: 1 },
  run,
}
