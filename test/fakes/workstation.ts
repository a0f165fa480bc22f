import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, MethodName, Output } from '../../src-preload/contract/index.ts'
import { OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  HubPort,
  KeyPort,
  LogEntry,
  PoePort,
  SignInPort,
  WorkstationPorts,
} from '../../src-main/workstation/ports.ts'
import { PROFILE_PARTS, type ProfileParts } from '../../src-main/workstation/recovery/profileParts.ts'
import { createWorkstation } from '../../src-main/workstation/workstation.ts'
import { fileKeys } from '../builders/profileKey.ts'
import { MIGRATIONS } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'
import { createManualClock, type ManualClock } from './manualClock.ts'
import { NOTHING_TO_SHOW } from './nothingToShow.ts'

export interface WorkstationWishes {
  readonly hub?: HubPort
  readonly poe?: PoePort
  readonly keys?: KeyPort
  readonly clock?: ManualClock
  readonly profile?: string
  readonly chooseCopyPlace?: WorkstationPorts['chooseCopyPlace']
  readonly openExternal?: WorkstationPorts['openExternal']
  readonly printer?: WorkstationPorts['printer']
  readonly notify?: WorkstationPorts['notify']
  readonly signIn?: SignInPort
  readonly forgetSignIn?: () => Promise<void>
  readonly user?: string
  readonly app?: string
  readonly viewer?: string
  readonly parts?: Partial<ProfileParts>
  /** Version of the program. */
  readonly version?: string
}

const NO_HUB: HubPort = {
  state: () => 'none',
  onChange: () => () => undefined,
  request: () => Promise.reject(new Error('There is no hub.')),
}

const NO_POE: PoePort = {
  readerVersion: 'none',
  checkerVersion: 'none',
  read: () => Promise.reject(new Error('There is no reader.')),
  judge: () => Promise.reject(new Error('There is no checker.')),
  ...NOTHING_TO_SHOW,
  knowsProduct: () => Promise.resolve(true),
}

/** Ports over a real profile; the test supplies time, hub and reader. */
export function portsOf(wishes: WorkstationWishes, log: LogEntry[] = []): WorkstationPorts {
  return {
    clock: wishes.clock ?? createManualClock(),
    hub: wishes.hub ?? NO_HUB,
    poe: wishes.poe ?? NO_POE,
    keys: wishes.keys ?? fileKeys(),
    log: (entry) => log.push(entry),
    chooseCopyPlace: wishes.chooseCopyPlace ?? (() => Promise.resolve(null)),
    openExternal: wishes.openExternal ?? (() => Promise.resolve(false)),
    ...(wishes.printer && { printer: wishes.printer }),
    ...(wishes.notify && { notify: wishes.notify }),
    ...(wishes.signIn && { signIn: wishes.signIn }),
    ...(wishes.forgetSignIn && { forgetSignIn: wishes.forgetSignIn }),
    uuid: randomUUID,
    paths: {
      profile: wishes.profile ?? aTempFolder(),
      migrations: MIGRATIONS,
      app: wishes.app ?? aTempFolder(),
      viewer: wishes.viewer ?? aTempFolder(),
    },
    host: {
      kind: 'headless',
      version: wishes.version ?? '0.0.0',
      appOrigin: 'http://127.0.0.1:4000',
      viewerOrigin: 'http://viewer.localhost:4000',
      doorScript: null,
      user: UserId.parse(wishes.user ?? 'u-reviewer'),
    },
  }
}

/** The real workstation on a real profile; the test supplies time, hub and reader. */
export async function startWorkstation(wishes: WorkstationWishes = {}) {
  const clock = wishes.clock ?? createManualClock()
  const log: LogEntry[] = []
  const ports = portsOf({ ...wishes, clock }, log)
  const workstation = createWorkstation(ports, { ...PROFILE_PARTS, reserveBytes: 0, ...wishes.parts })
  await workstation.start()
  onTestFinished(() => workstation.stop())

  /** The method's value; a refusal by the bridge fails the test. */
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await workstation.dispatch(method, input)
    if (!reply.ok) throw new Error(`${method} was answered ${reply.error.code}: ${reply.error.message}`)
    return reply.value as Output<M> // the router has parsed it by this method's schema
  }
  /** Resolves when `holds` does; asks again at every event, so it neither sleeps nor polls. */
  const until = (holds: () => Promise<boolean>): Promise<void> =>
    new Promise<void>((resolve, reject) => {
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
  return {
    workstation,
    call,
    until,
    clock,
    log,
    profile: ports.paths.profile,
    database: join(ports.paths.profile, 'workstation.db'),
  }
}
export type TestStation = Awaited<ReturnType<typeof startWorkstation>>

export const aCommandId = () => OperationId.parse(randomUUID())
