import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { HubAddress } from '../../../src-main/hosts/services/hubLink.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { NOW } from '../../builders/hub/hubClaim.ts'
import { countFetches } from './countedFetch.ts'
import { type FaultProxy, startFaultProxy } from './faultProxy.ts'
import { createLeapingClock, type LeapingClock, liveUntil } from './leapingClock.ts'
import { createSequenceWatch } from './oracle.ts'
import { openTortureHub, type TortureHub } from './tortureHub.ts'
import { createTortureStation, type TortureStation } from './tortureStation.ts'

/** One hub, one line with faults, some workstations, one time. */
export interface TortureWorld {
  readonly clock: LeapingClock
  readonly hub: TortureHub
  readonly proxy: FaultProxy
  readonly sequences: ReturnType<typeof createSequenceWatch>
  /** Not started yet; stopped and forgotten by `leave`. */
  station(user: string, uuid?: () => string): TortureStation
  /** Every link forgets its sign-in, as when the hub says that it listens elsewhere. */
  forgetSignIns(): void
  /** Null = it did not come to hold within so much simulated time. */
  until(limitMs: number, holds: () => Promise<boolean>): Promise<number | null>
  /** Lets so much time pass in which things happen. */
  live(ms: number): Promise<void>
  /** Lets time pass until the work is done: what is closed may wait for a time-out. */
  during<T>(work: Promise<T>): Promise<T>
  /** Ends all workstations and empties the hub: the next run begins with nothing. */
  leave(): Promise<void>
  close(): Promise<void>
}

export interface WorldWishes {
  readonly database: HubDatabase
  readonly scratch: string
  readonly root: string
  /** Claims on a page of the feed. */
  readonly pageSize: number
}

/** What this process has asked of the disk is under way: on a busy machine that takes more turns than calm does. */
const isDiskAtWork = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))

/** From here until it is closed, time-outs of this process are rings of this world's clock. */
export async function createTortureWorld(wishes: WorldWishes): Promise<TortureWorld> {
  const clock = createLeapingClock(NOW)
  const unrule = clock.rule()
  const hub = await openTortureHub(wishes.database, clock.now)
  const proxy = await startFaultProxy({ target: hub.url, clock, pageSize: wishes.pageSize })
  const moved = new Set<() => void>()
  const address: HubAddress = {
    current: () => new URL(proxy.url),
    onChange(listener) {
      moved.add(listener)
      return () => moved.delete(listener)
    },
  }
  const stations: TortureStation[] = []
  let made = 0
  const fetches = countFetches(proxy.url)
  // One by one: a request that its sender gave up hangs on the line a little longer, and must not hide another.
  const isAnyOnItsWay = () => [...fetches.open()].some((id) => !proxy.parked().has(id))
  const bustle = {
    isBusy: () => proxy.isBusy() || isAnyOnItsWay() || isDiskAtWork(),
    underWay: () =>
      `the line is ${proxy.isBusy() ? 'busy' : 'at rest'}, ${fetches.open().size} requests are open, ${proxy.parked().size} hang on purpose`,
  }
  const until: TortureWorld['until'] = (limitMs, holds) => liveUntil({ clock, bustle }, limitMs, holds)
  const world = {
    clock,
    hub,
    proxy,
    sequences: createSequenceWatch(),
    station(user: string, uuid: () => string = randomUUID) {
      made += 1
      const profile = join(wishes.scratch, `profile-${made}`)
      mkdirSync(profile, { recursive: true })
      const station = createTortureStation({ user, address, clock, profile, root: wishes.root, uuid })
      stations.push(station)
      return station
    },
    forgetSignIns() {
      for (const listener of moved) listener()
    },
    until,
    async live(ms: number) {
      const end = clock.now() + ms
      clock.after(ms, () => undefined)
      await until(ms, () => Promise.resolve(clock.now() >= end))
    },
    async during<T>(work: Promise<T>) {
      let isOver = false
      const over = () => void (isOver = true)
      work.then(over, over)
      await until(Number.POSITIVE_INFINITY, () => Promise.resolve(isOver))
      return work
    },
    async leave() {
      for (const station of stations.splice(0)) await world.during(station.stop())
      moved.clear()
      proxy.heal()
      world.sequences = createSequenceWatch()
      await hub.hub.clear()
    },
    async close() {
      await world.leave()
      await proxy.close()
      await hub.close()
      fetches.end()
      unrule()
    },
  }
  proxy.onRequest = ({ name, body }) => {
    if (name.startsWith('POST /v1.0/claims/{id}/operations')) world.sequences.see(body)
  }
  await warmUp(world)
  return world
}

/**
 * One workstation reads and checks one claim, however long that takes: what a workstation loads with its first work is at hand
 * afterwards, so that loading takes no simulated time.
 */
async function warmUp(world: TortureWorld): Promise<void> {
  const claimId = ClaimId.parse('T-0')
  await world.hub.putClaims([{ claimId }])
  const station = world.station('reviewer')
  await station.start()
  await world.until(Number.POSITIVE_INFINITY, async () => {
    const detail = await station.call('claims.open', { claimId }).catch(() => null)
    return detail?.checkStatus === 'ready'
  })
  await world.leave()
}
