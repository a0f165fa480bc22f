import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { startAnchorRounds } from '../../hub/anchors/anchorRounds.ts'
import { createHubApp } from '../../hub/http/createHubApp.ts'
import type { HubPorts } from '../../hub/http/hubPorts.ts'
import { hubMetrics } from '../../hub/metrics/hubMetrics.ts'
import { limitsTimes } from '../../hub/http/limits.ts'
import type { Log } from '../../hub/log.ts'
import { readProductNames } from '../../hub/catalogue/productNames.ts'
import { demoLookup, readLookupBook } from '../../hub/lookup/demoLookup.ts'
import { noLookup } from '../../hub/lookup/noLookup.ts'
import { startClockRounds } from '../../hub/jobs/clockRounds.ts'
import { endFeedWatch } from '../../hub/live/watchFeed.ts'
import { prepareHub } from '../../hub/prepareHub.ts'
import { type HubDatabase, openPglite, openPostgres } from '../../hub/store/database.ts'
import { readTrafficBook, withTraffic } from '../../hub/demo/traffic/trafficBook.ts'
import { openAnchors } from '../services/openAnchors.ts'
import { codeLines } from './codeLines.ts'
import { claimFolder } from '../services/claimFolder.ts'
import { defaultDataFolder } from './dataFolder.ts'
import { EMPTY_DATABASE, putFreshDatabase } from './freshDatabase.ts'
import { type HubFlags, LOOPBACK_HOSTS } from './hubFlags.ts'
import { openDocuments } from './openDocuments.ts'
import { openTraffic } from './openTraffic.ts'
import { MAX_CONNECTIONS, serverOptions } from './serverOptions.ts'
import { serveMetrics } from './serveMetrics.ts'
import { productRoot } from './productRoot.ts'
import { writeLetter } from './writeLetter.ts'

const CLOSE_GRACE_MS = 10_000

export interface RunningHub {
  /** Without a slash at the end. */
  readonly url: string
  /** Says that it is not ready, answers what is under way, then closes the database. May be called again. */
  stop(): Promise<void>
  /** One line for each demo person who may sign in with a code; empty where none may. */
  readonly codes: readonly string[]
}

/** Opens the database, brings it up to date and listens. What was opened is closed again when a step fails. */
export async function runHub(flags: HubFlags, log: Log): Promise<RunningHub> {
  const folder = join(flags.dataDir ?? defaultDataFolder(), 'hub')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const closers: (() => Promise<void>)[] = []
  let isStopping = false
  const close = async (): Promise<void> => {
    isStopping = true
    for (let step = closers.pop(); step !== undefined; step = closers.pop()) await step()
  }
  try {
    const database = await openDatabase(flags, folder, { log, closers })
    const resources = join(productRoot(), 'resources')
    const base = await portsOf(flags, { folder, database, log, resources })
    const rules = await prepareHub({ ...base, writeLetter }, database.owner, {
      migrations: join(resources, 'migrations', 'hub'),
      demo: join(resources, 'demo'),
      policy: join(resources, 'policy'),
      calendar: join(resources, 'calendars', 'review-team.json'),
    })
    await database.letGoOfOwner()
    const ports = {
      ...base,
      rules,
      metrics: hubMetrics({ db: database.db, connections: () => database.connections() }),
      isStopping: () => isStopping,
    }
    if (flags.metrics !== null) {
      const served = await serveMetrics(ports.metrics, flags.metrics)
      closers.push(() => served.close())
    }
    const place = await openAnchors(process.env, flags.anchors ?? join(folder, 'anchors'))
    // Before what writes: it ends after all of it, and so anchors all of it.
    const anchoring = startAnchorRounds({ ...ports, place })
    closers.push(() => anchoring.stop())
    const rounds = startClockRounds(ports)
    closers.push(() => rounds.stop())
    if (flags.traffic !== null) {
      const traffic = await openTraffic(ports, flags.traffic, join(resources, 'demo'))
      closers.push(() => traffic.stop())
    }
    const server = createAdaptorServer({
      fetch: createHubApp(ports).fetch,
      serverOptions: serverOptions(),
    })
    server.maxConnections = MAX_CONNECTIONS
    const url = await listen(server, flags)
    closers.push(() => closeServer(server))
    // A line that is kept open would hold the server up.
    closers.push(() => Promise.resolve(endFeedWatch(ports.db)))
    // Whoever shares out requests sees first that no more should come here.
    closers.push(() => delay(flags.drain * 1000))
    return { url, stop: close, codes: flags.demoUsers ? await codeLines(ports) : [] }
  } catch (error) {
    await close()
    throw error
  }
}

interface Opening {
  readonly log: Log
  readonly closers: (() => Promise<void>)[]
}

async function openDatabase(
  { databaseUrl, migrateUrl }: HubFlags,
  folder: string,
  { log, closers }: Opening,
): Promise<HubDatabase> {
  if (databaseUrl === null) closers.push(await claimFolder(folder))
  const database =
    databaseUrl === null
      ? await openEmbedded(join(folder, 'pg'))
      : openPostgres({
          url: databaseUrl,
          ...(migrateUrl === null ? {} : { ownerUrl: migrateUrl }),
          onIdleError: (error) => log({ level: 'warn', event: 'idle connection broke', error }),
        })
  closers.push(() => database.close())
  return database
}

async function openEmbedded(folder: string): Promise<HubDatabase> {
  await putFreshDatabase(folder, join(productRoot(), EMPTY_DATABASE))
  return openPglite(folder)
}

async function portsOf(
  flags: HubFlags,
  {
    folder,
    database,
    log,
    resources,
  }: { folder: string; database: HubDatabase; log: Log; resources: string },
): Promise<Omit<HubPorts, 'rules'>> {
  const demo = join(resources, 'demo')
  const book = withTraffic(await readLookupBook(join(demo, 'lookup.json')), await readTrafficBook(demo))
  return {
    // Whom a team's hub asks is not built yet: there nothing can be looked up, and notes say so.
    lookup: flags.demo ? demoLookup(book, Date.now) : noLookup,
    products: await readProductNames(join(resources, 'catalogue', 'products.json')),
    db: database.db,
    documents: await openDocuments(process.env, join(folder, 'documents')),
    now: Date.now,
    log,
    isLoopback: LOOPBACK_HOSTS.includes(flags.host),
    hasDemo: flags.demo,
    signIn: flags.demoUsers ? 'codes' : flags.demo ? 'open' : 'none',
    issuers: flags.issuer === null ? [] : [flags.issuer],
    limits: limitsTimes(flags.limitFactor),
    trustedProxies: flags.trustedProxies,
    isBehindTls: flags.behindTls,
  }
}

function listen(server: ServerType, { host, port }: HubFlags): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // After a restart every workstation of a team comes back at once; Node would let 511 wait to be let in.
    server.listen({ port, host, backlog: 4_096 }, () => {
      server.off('error', reject)
      // A server that listens on a port has an address of this kind.
      const { port: taken } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })
}

/** Lets what is under way end; a caller that will not take its answer is cut off. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref()
  })
}
