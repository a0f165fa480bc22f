import { mkdirSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type LoopbackServer, openLoopbackServer } from '../../../src-main/hosts/loopback/loopbackServer.ts'
import { DOOR_PATH } from '../../../src-main/hosts/loopback/pages.ts'
import type { LogEntry, WorkstationPorts } from '../../../src-main/workstation/ports.ts'
import { createWorkstation } from '../../../src-main/workstation/workstation.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { MIGRATIONS } from '../../builders/store.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'
import { createManualClock } from '../../fakes/manualClock.ts'
import { NOTHING_TO_SHOW } from '../../fakes/nothingToShow.ts'
import { fileKeys } from '../../builders/profileKey.ts'

export interface TestHost {
  readonly server: LoopbackServer
  readonly port: number
  readonly log: readonly LogEntry[]
  /** Moves the host's time on. */
  advance(ms: number): void
  /** Exchanges a fresh launch token for a session; gives the value of the Cookie header. */
  signIn(): Promise<string>
}

/** The real loopback host with the real workstation on an empty profile, pages of one file on each origin, and no hub. */
export async function startHost(): Promise<TestHost> {
  const folder = aTempFolder()
  for (const part of ['app', 'viewer']) mkdirSync(join(folder, part))
  writeFileSync(join(folder, 'app/index.html'), '<!doctype html><html><head></head>the app</html>')
  writeFileSync(join(folder, 'viewer/index.html'), '<!doctype html>the viewer')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  writeFileSync(join(folder, 'door.js'), 'window.bridge = 1')
  const clock = createManualClock()
  const log: LogEntry[] = []
  const server = await openLoopbackServer({
    port: 0,
    doorFile: join(folder, 'door.js'),
    now: clock.now,
    log: (entry) => log.push(entry),
    createCore: ({ app, viewer }) => createWorkstation(portsOf(folder, { app, viewer }, clock, log)),
  })
  onTestFinished(server.close)
  return {
    server,
    port: server.origins.port,
    log,
    advance: clock.advance,
    async signIn() {
      const answer = await fetch(server.mintLaunchUrl(), { redirect: 'manual' })
      return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}

function portsOf(
  folder: string,
  { app, viewer }: { readonly app: string; readonly viewer: string },
  clock: WorkstationPorts['clock'],
  log: LogEntry[],
): WorkstationPorts {
  return {
    clock,
    log: (entry) => log.push(entry),
    keys: fileKeys(),
    chooseCopyPlace: () => Promise.resolve(null),
    openExternal: () => Promise.resolve(false),
    uuid: randomUUID,
    hub: {
      state: () => 'none',
      onChange: () => () => undefined,
      request: () => Promise.reject(new Error('There is no hub.')),
    },
    poe: {
      readerVersion: 'none',
      checkerVersion: 'none',
      read: () => Promise.reject(new Error('There is no reader.')),
      judge: () => Promise.reject(new Error('There is no checker.')),
      ...NOTHING_TO_SHOW,
      knowsProduct: () => Promise.resolve(true),
    },
    paths: {
      profile: join(folder, 'profile'),
      migrations: MIGRATIONS,
      app: join(folder, 'app'),
      viewer: join(folder, 'viewer'),
    },
    host: {
      kind: 'loopback',
      version: '0.0.0',
      appOrigin: app,
      viewerOrigin: viewer,
      doorScript: DOOR_PATH,
      user: UserId.parse('u-reviewer'),
    },
  }
}
