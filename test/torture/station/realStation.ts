import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Reply } from '../../../src-preload/contract/errors.ts'
import type { Input, MethodName, Output } from '../../../src-preload/contract/index.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { openStore } from '../../../src-main/store/openStore.ts'
import type { HubPort, LogEntry, WorkstationPorts } from '../../../src-main/workstation/ports.ts'
import { PROFILE_PARTS, type ProfileParts } from '../../../src-main/workstation/recovery/profileParts.ts'
import { createWorkstation, type Workstation } from '../../../src-main/workstation/workstation.ts'
import { aReport } from '../../builders/checkReport.ts'
import { NO_HUB, smallHub, THE_CLAIMS } from './smallHub.ts'
import { NOTHING_TO_SHOW } from '../../fakes/nothingToShow.ts'
import { EVERY_CLAIM } from '../wire/oracle.ts'
import { fileKeys } from '../../builders/profileKey.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** What a run may weaken, to see that its absence is noticed. */
export interface Weakened {
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly journal: 'on' | 'off'
  /** Not encrypted. */
  readonly isPlain?: boolean
}
export const AS_SHIPPED: Weakened = { synchronous: 'FULL', journal: 'on' }

function partsOf({ synchronous, journal, isPlain }: Weakened): ProfileParts {
  return {
    ...PROFILE_PARTS,
    ...(isPlain === true && { openKeys: () => Promise.resolve(null) }),
    reserveBytes: 0,
    openStore(options) {
      const store = openStore(options)
      store.read(({ sqlite }) => sqlite.pragma(`synchronous = ${synchronous}`))
      return store
    },
    createJournal:
      journal === 'on'
        ? PROFILE_PARTS.createJournal
        : () => ({
            append: () => 0,
            takeBack: () => undefined,
            noteSettled: () => true,
            read: () => ({ lines: [], damaged: 0, open: 0, bytes: 0 }),
            replace: () => undefined,
            close: () => undefined,
          }),
  }
}

export interface RealStation {
  readonly workstation: Workstation
  readonly log: readonly LogEntry[]
  dispatch<M extends MethodName>(method: M, input: Input<M>): Promise<Reply>
  /** The method's value; rejects when the reply is an error. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
}

/** The workstation as it is shipped, on the real clock, without a host around it. */
export async function startStation(
  profile: string,
  hub: HubPort = NO_HUB,
  weakened: Weakened = AS_SHIPPED,
): Promise<RealStation> {
  const log: LogEntry[] = []
  const workstation = createWorkstation(portsOf(profile, hub, log), partsOf(weakened))
  await workstation.start()
  return {
    workstation,
    log,
    dispatch: (method, input) => workstation.dispatch(method, input),
    async call<M extends MethodName>(method: M, input: Input<M>) {
      const reply = await workstation.dispatch(method, input)
      if (!reply.ok) throw new Error(`${method} was answered ${reply.error.code}: ${whyOf(log)}`)
      return reply.value as Output<M> // the router has parsed it by this method's schema
    },
  }
}

/** What the station logged as wrong, which an answer keeps to itself. */
const whyOf = (log: readonly LogEntry[]): string =>
  log
    .filter(({ level }) => level === 'error' || level === 'warn')
    .map(({ event, error }) => `${event}: ${error instanceof Error ? (error.stack ?? error.message) : ''}`)
    .join('\n')

function portsOf(profile: string, hub: HubPort, log: LogEntry[]): WorkstationPorts {
  return {
    clock: {
      now: Date.now,
      elapsed: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    hub,
    poe: {
      readerVersion: 'reader 1',
      checkerVersion: 'checker 1',
      read: () => Promise.reject(new Error('No claim here has a document.')),
      async judge({ form }) {
        const record = THE_CLAIMS.find((one) => one.form.claimId === form.claimId)
        if (record === undefined) throw new Error('The checker was asked for a claim that nobody has.')
        return aReport(record)
      },
      ...NOTHING_TO_SHOW,
      knowsProduct: () => Promise.resolve(true),
    },
    log: (entry) => log.push(entry),
    keys: fileKeys(),
    chooseCopyPlace: () => Promise.resolve(null),
    openExternal: () => Promise.resolve(false),
    uuid: randomUUID,
    paths: {
      profile,
      migrations: join(ROOT, 'resources/migrations/workstation'),
      app: profile,
      viewer: profile,
    },
    host: {
      kind: 'headless',
      version: 'torture',
      appOrigin: 'http://127.0.0.1:1',
      viewerOrigin: 'http://viewer.localhost:1',
      doorScript: null,
      user: UserId.parse('u-reviewer'),
    },
  }
}

/** Resolves when `holds` does; asks again at every event of the station. */
export function until({ workstation }: RealStation, holds: () => Promise<boolean>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const look = () => {
      holds().then((done) => {
        if (!done) return
        stop()
        resolve()
      }, reject)
    }
    // Listens before it looks: what happens between the two is not missed.
    const stop = workstation.onEvent(look)
    look()
  })
}

/** A profile that has read all claims of the small hub, closed in order. */
export async function prepareProfile(profile: string, weakened?: Weakened): Promise<void> {
  const station = await startStation(profile, smallHub(`${profile}.ledger`), weakened)
  const isRead = async () => {
    const { rows } = await station.call('claims.list', {
      filter: EVERY_CLAIM,
      offset: 0,
      limit: 500,
    })
    return rows.length === THE_CLAIMS.length && rows.every(({ verdicts }) => verdicts.dates !== null)
  }
  await until(station, isRead)
  await station.workstation.stop()
}
