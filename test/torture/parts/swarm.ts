import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createHubLink, fixedAddress } from '../../../src-main/hosts/services/hubLink.ts'
import { HubUser } from '../../../src-main/hub/api/people.ts'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { putDemoUsers } from '../../../src-main/hub/store/peopleRepo.ts'
import { partnerSide, statedClaim } from '../../builders/hub/partnerSide.ts'
import { workAtWindow } from '../swarm/fullStation.ts'
import { createLightStation, type LightStation } from '../swarm/lightStation.ts'
import { swarmNow } from '../swarm/swarmClock.ts'
import { startSwarmHub } from '../swarm/swarmHub.ts'
import { createTraffic, percentile, type Traffic } from '../swarm/traffic.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import type { Acknowledged } from '../wire/acts.ts'
import { differencesFrom, wrongsOf } from '../wire/oracle.ts'
import { realClock } from '../wire/realClock.ts'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'
import { openTortureHub, type TortureHub } from '../wire/tortureHub.ts'
import { createTortureStation, type TortureStation } from '../wire/tortureStation.ts'

/** `stations` light ones and `cores` real ones; `thinkMs` between a person's claims. Without PostgreSQL there is no swarm. */
const SHORT = { stations: 10, cores: 1, seconds: 6, thinkMs: 1_500, arrivalsEachSecond: 3 }

const DRAINED_WITHIN_MS = 60_000
const DECISIONS: readonly string[] = ['approve', 'request_info', 'reject']
const PARTNER_CLAIMS = ['P-1', 'P-2']

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

const freshClaims = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    claimId: `T-${from + at}`,
    products: [`m365.T-${from + at}`],
    state: 'submitted' as const,
    subState: 'queued' as const,
  }))

/** Each in a queue of its own: everything that was answered is at the hub, once, and nobody decided what was decided. */
async function wrongsOfLight(hub: TortureHub, stations: readonly LightStation[]): Promise<string[]> {
  const kept = new Map((await hub.operations()).map((one) => [one.operationId, one]))
  const records = await hub.records()
  const decided = new Map<string, number>()
  for (const { claimId, kind, result } of kept.values())
    if (result.outcome === 'applied' && DECISIONS.includes(kind))
      decided.set(claimId, (decided.get(claimId) ?? 0) + 1)
  const twice = [...decided]
    .filter(([, times]) => times > 1)
    .map(([claimId, times]) => `${claimId} was decided ${times} times`)
  const lost = stations.flatMap(({ user, sent }) =>
    sent.flatMap(({ request, result }) => {
      const found = kept.get(request.operationId)
      const isSame = isDeepStrictEqual(found?.result, result)
      return isSame
        ? []
        : [`${user}: ${request.action.kind} ${request.operationId} is not at the hub as it was answered`]
    }),
  )
  const strayed = stations.flatMap(({ user, claims }) =>
    [...records].flatMap(([claimId, { revision, assignedTo }]) => {
      const mine = claims.get(claimId)
      const isSame = mine?.revision === revision && mine.assignedTo?.userId === assignedTo?.userId
      return isSame ? [] : [`${user} has ${claimId} at ${mine?.revision ?? 'nothing'} instead of ${revision}`]
    }),
  )
  return [...twice, ...lost, ...strayed.slice(0, 10), ...stations.flatMap(({ wrongs }) => wrongs)]
}

/** Null = the real workstation shows what the hub has; else what it does not. */
async function wrongOfDrain(hub: TortureHub, station: TortureStation): Promise<string | null> {
  const until = performance.now() + DRAINED_WITHIN_MS
  for (;;) {
    const differences = await differencesFrom(hub, station)
    if (differences.length === 0) return null
    if (performance.now() > until) return `${station.user} after 60 s: ${differences.slice(0, 3).join('; ')}`
    await station.call('sync.now', {})
    await wait(500)
  }
}

interface Swarm {
  readonly oracle: TortureHub
  readonly traffic: Traffic
  readonly light: readonly LightStation[]
  readonly cores: readonly TortureStation[]
  /** Number of the last claim that was put in. */
  claims: number
}

/** People, claims, a hub in its own process, and everybody with the queue before them. */
async function gather(
  { load, seed, scratch, root, say }: TortureOptions<typeof SHORT>,
  database: HubDatabase,
  databaseUrl: string,
) {
  const chances = chancesOf(seed)
  const startedAt = Date.now()
  const now = swarmNow(startedAt)
  const oracle = await openTortureHub(database, now)
  const users = Array.from({ length: load.stations + load.cores }, (_, at) => `u-${at + 1}`)
  const people = users.map((userId) => HubUser.parse({ userId, name: `The ${userId}`, role: 'reviewer' }))
  await putDemoUsers(oracle.hub.ports.db, people)
  const claims = users.length * 2
  await oracle.putClaims(freshClaims(1, claims))
  for (const [at, claimId] of PARTNER_CLAIMS.entries()) {
    const items = [{ productId: ['m365.teams', 'm365.intune'][at] }]
    await partnerSide(oracle.hub).submitted(statedClaim({ items }), claimId)
  }
  const traffic = createTraffic()
  const orders = { databaseUrl, startedAt, seed, partnerClaims: PARTNER_CLAIMS, partnerPauseMs: 1_000 }
  const hub = await startSwarmHub(orders, traffic)
  const address = fixedAddress(new URL(hub.url))
  const light = users.slice(load.cores).map((user) => {
    const link = createHubLink(address)
    return createLightStation({ user, hub: link, chances, traffic, now, thinkMs: load.thinkMs })
  })
  const cores = users.slice(0, load.cores).map((user) => {
    const profile = join(scratch, user)
    mkdirSync(profile)
    return createTortureStation({ user, address, clock: { ...realClock, now }, profile, root })
  })
  for (const station of light) await station.pull()
  for (const station of cores) await station.start()
  say(`${light.length} light and ${cores.length} real workstations have ${claims} claims`)
  const swarm: Swarm = { oracle, traffic, light, cores, claims }
  return { swarm, hub }
}

const LONGEST_TAIL_MS = 30_000
const TAIL_STEP_MS = 250

/** Everybody works while claims come in; gives back what the real workstations were told is safe. */
async function live(
  { load, seed, say }: TortureOptions<typeof SHORT>,
  swarm: Swarm,
  rest: () => Promise<void>,
): Promise<Acknowledged[]> {
  const { light, cores, oracle, traffic } = swarm
  traffic.begin()
  const ending = new AbortController()
  const working = Promise.all(light.map((station) => station.work()))
  const windows = { chances: chancesOf(seed), thinkMs: load.thinkMs, shouldStop: () => ending.signal.aborted }
  const atWindows = Promise.all(cores.map((station) => workAtWindow(station, windows)))
  for (let second = 1; second <= load.seconds; second += 1) {
    await wait(1_000)
    await oracle.putClaims(freshClaims(swarm.claims + 1, load.arrivalsEachSecond))
    swarm.claims += load.arrivalsEachSecond
    if (second % 30 === 0) say(`${second} s, ${light.flatMap(({ sent }) => sent).length} operations`)
  }
  ending.abort()
  for (const station of light) station.rest()
  await rest()
  const acts = (await atWindows).flat()
  // Everybody reads the last changes as they would any others: else these would seem to take until somebody looks.
  for (let ms = 0; ms < LONGEST_TAIL_MS && light.some((one) => !one.hasReadAll()); ms += TAIL_STEP_MS)
    await wait(TAIL_STEP_MS)
  traffic.end()
  for (const station of light) station.stop()
  await working
  return acts
}

/** Once everybody has read to the end. */
async function judge({ oracle, light, cores }: Swarm, safe: readonly Acknowledged[]): Promise<string[]> {
  const drains = await Promise.all(cores.map((station) => wrongOfDrain(oracle, station)))
  for (const station of light) await station.pull()
  const ofLight = await wrongsOfLight(oracle, light)
  const ofCores = await wrongsOf(oracle, safe)
  for (const station of cores) await station.stop()
  return [...drains.flatMap((one) => one ?? []), ...ofLight, ...ofCores]
}

async function run(options: TortureOptions<typeof SHORT>): Promise<PartResult> {
  const { database, url } = await openTortureDatabase(true)
  if (url === null) {
    await database.close()
    return { figures: { skipped: 'no PostgreSQL here' }, failures: [] }
  }
  const { swarm, hub } = await gather(options, database, url)
  try {
    const safe = await live(options, swarm, hub.rest)
    const wrongs = await judge(swarm, safe)
    const { decisions, ...figures } = figuresOf(swarm)
    if (decisions === 0) wrongs.push('nobody decided anything: this says nothing')
    return {
      figures: { seconds: options.load.seconds, decisions, ...figures, 'acts at windows': safe.length },
      failures: wrongs.map((wrong) => `seed ${options.seed}: ${wrong}`),
    }
  } finally {
    await hub.stop()
    await swarm.oracle.close()
  }
}

function figuresOf({ light, cores, claims, traffic }: Swarm) {
  const sent = light.flatMap((station) => station.sent)
  const applied = sent.filter(({ result }) => result.outcome === 'applied')
  return {
    decisions: applied.filter(({ request }) => DECISIONS.includes(request.action.kind)).length,
    stations: light.length,
    cores: cores.length,
    claims,
    operations: sent.length,
    conflicts: sent.length - applied.length,
    'told of changes': light.some((station) => station.wasLive()) ? 'by events' : 'by polling every 4 s',
    'claims were given by': light.some((station) => station.hasNext()) ? 'the hub' : 'own choice',
    ...spread('feed lag ms', traffic.lags),
    ...spread('push ms', traffic.pushes),
  }
}

const spread = (name: string, values: readonly number[]) => ({
  [`${name} p50`]: Math.round(percentile(values, 0.5)),
  [`${name} p95`]: Math.round(percentile(values, 0.95)),
  [`${name} p99`]: Math.round(percentile(values, 0.99)),
  [`${name} count`]: values.length,
})

/** Many workstations and partners on one hub: no decision is lost, none is taken twice. */
export const part: TorturePart<typeof SHORT> = {
  name: 'swarm',
  minutes: 7,
  isAlone: true,
  short: SHORT,
  full: { stations: 200, cores: 3, seconds: 300, thinkMs: 40_000, arrivalsEachSecond: 4 },
  long: { stations: 2_000, cores: 3, seconds: 1_800, thinkMs: 60_000, arrivalsEachSecond: 30 },
  run,
}
