import { randomUUID } from 'node:crypto'
import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../../../src-preload/contract/index.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { createHubLink, type HubAddress } from '../../../src-main/hosts/services/hubLink.ts'
import type { Clock, LogEntry, PoePort, WorkstationPorts } from '../../../src-main/workstation/ports.ts'
import { createWorkstation, type Workstation } from '../../../src-main/workstation/workstation.ts'
import { aReport } from '../../builders/checkReport.ts'
import { unreadFacts } from '../../builders/documentFacts.ts'
import { type CuttablePort, cuttablePort } from './cuttablePort.ts'
import { NOTHING_TO_SHOW } from '../../fakes/nothingToShow.ts'
import { fileKeys } from '../../builders/profileKey.ts'

export interface StationWishes {
  readonly user: string
  /** Of the line to the hub. */
  readonly address: HubAddress
  readonly clock: Clock
  /** The folder of the profile. */
  readonly profile: string
  /** The folder of the project. */
  readonly root: string
  /** Random version 4 UUIDs, drawn from the seed where that is wanted. */
  readonly uuid?: () => string
}

/** A real workstation that can be ended, or end, at any moment and be started on what it left on the disk. */
export interface TortureStation {
  readonly user: string
  readonly profile: string
  readonly log: readonly LogEntry[]
  /** The method's value; a refusal by the bridge rejects. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  start(): Promise<void>
  stop(): Promise<void>
  /** Ends without a word: what was on the disk at this very moment is what the next start finds. */
  crash(): Promise<void>
  isRunning(): boolean
  setOnline(isUp: boolean): void
  /** Loses what is under way on the line. */
  cut(): void
}

/** Finds everything met. What documents say is another test's matter. */
const CONTENT_READER: PoePort = {
  readerVersion: 'reader 1',
  checkerVersion: 'checker 1',
  read: ({ bytes }) => Promise.resolve(unreadFacts(bytes)),
  async judge({ form, documents }) {
    const papers = documents.map(({ file, facts }) => ({ fileName: file, sha256: facts.sha256 }))
    // A report asks a record for its form and papers alone.
    return aReport({ form, documents: papers } as unknown as ClaimRecord)
  },
  ...NOTHING_TO_SHOW,
  knowsProduct: () => Promise.resolve(true),
}

export function createTortureStation(wishes: StationWishes): TortureStation {
  const { user, profile } = wishes
  const log: LogEntry[] = []
  let running: { readonly workstation: Workstation; readonly port: CuttablePort } | null = null
  let isUp = true
  const end = async () => {
    const ended = running
    running = null
    await ended?.workstation.stop()
  }
  return {
    user,
    profile,
    log,
    async start() {
      const port = cuttablePort(createHubLink(wishes.address))
      port.isUp = isUp
      const workstation = createWorkstation(portsOf(wishes, port, (entry) => log.push(entry)))
      await workstation.start()
      running = { workstation, port }
    },
    stop: end,
    async crash() {
      if (running === null) return
      const image = `${profile}.image`
      rmSync(image, { recursive: true, force: true })
      // All writing is synchronous in this process, so this is the disk as a kill would leave it.
      cpSync(profile, image, { recursive: true })
      running.port.isUp = false
      running.port.cut()
      await end()
      rmSync(profile, { recursive: true, force: true })
      renameSync(image, profile)
    },
    isRunning: () => running !== null,
    setOnline(next) {
      isUp = next
      if (running !== null) running.port.isUp = next
      if (!next) running?.port.cut()
    },
    cut: () => running?.port.cut(),
    async call(method, input) {
      if (running === null) throw new Error(`${method} was asked of a workstation that does not run.`)
      const reply = await running.workstation.dispatch(method, input)
      if (!reply.ok) throw new Error(`${method} was answered ${reply.error.code}: ${reply.error.message}`)
      return reply.value as Output<typeof method> // the router has parsed it by this method's schema
    },
  }
}

function portsOf(
  { clock, profile, root, user, uuid = randomUUID }: StationWishes,
  hub: CuttablePort,
  log: (entry: LogEntry) => void,
): WorkstationPorts {
  return {
    clock,
    hub,
    poe: CONTENT_READER,
    keys: fileKeys(),
    log,
    chooseCopyPlace: () => Promise.resolve(null),
    openExternal: () => Promise.resolve(false),
    uuid,
    paths: {
      profile,
      migrations: join(root, 'resources/migrations/workstation'),
      app: profile,
      viewer: profile,
    },
    host: {
      kind: 'headless',
      version: '0.0.0',
      appOrigin: 'http://127.0.0.1:4000',
      viewerOrigin: 'http://viewer.localhost:4000',
      doorScript: null,
      user: UserId.parse(user),
    },
  }
}

export const aCommandId = () => OperationId.parse(randomUUID())
