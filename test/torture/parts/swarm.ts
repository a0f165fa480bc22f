import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createHubLink, fixedAddress } from '../../../src-main/hosts/services/hubLink.ts'
import { HubUser } from '../../../src-main/hub/api/people.ts'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { putDemoUsers } from '../../../src-main/hub/store/peopleRepo.ts'
import { partnerSide, statedClaim } from '../../builders/hub/partnerSide.ts'
import { workAtWindow } from '../swarm/fullStation.ts'
import { createLightStation, type LightStation } from '../swarm/lightStation.ts'
import { swarmNow } from '../swarm/swarmClock.ts'
import { startSwarmHub } from '../swarm/swarmHub.ts'
import { createTraffic, percentile } from '../swarm/traffic.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
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

async function run(options: TortureOptions<typeof SHORT>): Promise<PartResult> {
  const { load, seed, say, scratch, root } = options
  const { database, url: databaseUrl } = await openTortureDatabase(true)
  if (databaseUrl === null) {
    await database.close()
    return { figures: { skipped: 'no PostgreSQL here' }, failures: [] }
  }
  const chances = chancesOf(seed)
  const startedAt = Date.now()
  const now = swarmNow(startedAt)
  const oracle = await openTortureHub(database, now)
  const users = Array.from({ length: load.stations + load.cores }, (_, at) => `u-${at + 1}`)
  const people = users.map((userId) => HubUser.parse({ userId, name: `The ${userId}`, role: 'reviewer' }))
  await putDemoUsers(oracle.hub.ports.db, people)
  let claims = (load.stations + load.cores) * 2
  await oracle.putClaims(freshClaims(1, claims))
  for (const [at, claimId] of PARTNER_CLAIMS.entries())
    await partnerSide(oracle.hub).submitted(
      statedClaim({ items: [{ productId: ['m365.teams', 'm365.intune'][at] }] }),
      claimId,
    )
  const traffic = createTraffic()
  const hub = await startSwarmHub(
    { databaseUrl, startedAt, seed, partnerClaims: PARTNER_CLAIMS, partnerPauseMs: 1_000 },
    traffic,
  )
  try {
    const address = fixedAddress(new URL(hub.url))
    const light = users
      .slice(load.cores)
      .map((user) =>
        createLightStation({
          user,
          hub: createHubLink(address),
          chances,
          traffic,
          now,
          thinkMs: load.thinkMs,
        }),
      )
    const cores = users.slice(0, load.cores).map((user) => {
      const profile = join(scratch, user)
      mkdirSync(profile)
      return createTortureStation({ user, address, clock: { ...realClock, now }, profile, root })
    })
    const gatheredFrom = performance.now()
    for (const station of light) await station.pull()
    for (const station of cores) await station.start()
    const gatheredMs = performance.now() - gatheredFrom
    say(
      `${light.length} light and ${cores.length} real workstations have ${claims} claims after ${Math.round(gatheredMs)} ms`,
    )
    traffic.begin()
    let isOver = false
    const shouldStop = () => isOver
    const working = Promise.all(light.map((station) => station.work()))
    const atWindows = cores.map((station) =>
      workAtWindow(station, { chances, thinkMs: load.thinkMs, shouldStop }),
    )
    for (let second = 0; second < load.seconds; second += 1) {
      await wait(1_000)
      await oracle.putClaims(freshClaims(claims + 1, load.arrivalsEachSecond))
      claims += load.arrivalsEachSecond
      if (second % 30 === 29)
        say(`${second + 1} s, ${light.reduce((sum, { sent }) => sum + sent.length, 0)} operations`)
    }
    isOver = true
    for (const station of light) station.stop()
    await hub.rest()
    await working
    const safe = (await Promise.all(atWindows)).flat()
    const drains = await Promise.all(cores.map((station) => wrongOfDrain(oracle, station)))
    for (const station of light) await station.pull()
    const wrongs = [
      ...drains.flatMap((one) => one ?? []),
      ...(await wrongsOfLight(oracle, light)),
      ...(await wrongsOf(oracle, safe)),
    ]
    for (const station of cores) await station.stop()
    const sent = light.flatMap((station) => station.sent)
    const decisions = sent.filter(
      ({ request, result }) => DECISIONS.includes(request.action.kind) && result.outcome === 'applied',
    )
    if (decisions.length === 0) wrongs.push('nobody decided anything: this says nothing')
    return {
      figures: {
        stations: light.length,
        cores: cores.length,
        seconds: load.seconds,
        claims,
        operations: sent.length,
        decisions: decisions.length,
        conflicts: sent.filter(({ result }) => result.outcome === 'conflict').length,
        'acts at windows': safe.length,
        'told of changes': light.some((station) => station.isLive()) ? 'by events' : 'by polling every 4 s',
        'claims were given by': light.some((station) => station.hasNext()) ? 'the hub' : 'own choice',
        ...spread('feed lag ms', traffic.lags),
        ...spread('push ms', traffic.pushes),
      },
      failures: wrongs.map((wrong) => `seed ${seed}: ${wrong}`),
    }
  } finally {
    await hub.stop()
    await oracle.close()
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
  short: SHORT,
  full: { stations: 200, cores: 3, seconds: 300, thinkMs: 40_000, arrivalsEachSecond: 4 },
  long: { stations: 2_000, cores: 3, seconds: 1_800, thinkMs: 60_000, arrivalsEachSecond: 30 },
  run,
}
