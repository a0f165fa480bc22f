import type { Reply } from '../../src-preload/contract/errors.ts'
import type { EventName } from '../../src-preload/contract/events.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { join } from 'node:path'
import { forgetRefusals } from '../store/documentsRepo.ts'
import { openStore } from '../store/openStore.ts'
import { forgetOldFindings } from './checks/forgetOldFindings.ts'
import type { Core, Emit } from './core.ts'
import { createDocumentFiles } from './documents/documentFiles.ts'
import { servePages } from './pages/servePages.ts'
import type { WorkstationPorts } from './ports.ts'
import { createQueueDesk } from './queueHandlers.ts'
import { createRouter, type Desk } from './router.ts'
import { createSession } from './session/session.ts'
import { createHubClock } from './sync/hubClock.ts'
import { HubUnavailable } from './sync/hubUnavailable.ts'
import { createOperationJournal } from './sync/operationJournal.ts'
import { createSyncLoop, type SyncLoop } from './sync/syncLoop.ts'
import { createWorker, type Worker } from './worker.ts'

export interface Workstation {
  /** Opens the profile; answers before sync, documents and checks move. Throws ProfileRefused. */
  start(): Promise<void>
  /** Ends all work and closes the profile. May be called twice. */
  stop(): Promise<void>
  /** Never rejects: what goes wrong comes back as an error in the reply. */
  dispatch(method: string, input: unknown): Promise<Reply>
  /** Pages, viewer files and documents, by the origin of the request. */
  fetch(request: Request): Promise<Response>
  onEvent(listener: (event: EventName, payload: unknown) => void): () => void
}

interface Running {
  readonly core: Core
  readonly sync: SyncLoop
  readonly workers: readonly Worker[]
  readonly dispatch: (method: string, input: unknown) => Promise<Reply>
  readonly end: () => void
}

/** What an earlier run left unchecked waits until a window had time to show its first claims. */
const LEFT_OVER_CHECKS_MS = 500

const CLOSED: Reply = {
  ok: false,
  error: { code: 'offline', message: 'Proofdesk is not open.', retryable: true, incident: null },
}

/** The reviewer's application. Runs in any Node process; the host opens the window and moves the messages. */
export function createWorkstation(ports: WorkstationPorts): Workstation {
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  const emit: Emit = (event, payload) => {
    for (const listener of listeners) listener(event, payload)
  }
  let running: Running | null = null
  return {
    async start() {
      running = open(ports, emit)
    },
    async stop() {
      const ended = running
      running = null
      if (ended === null) return
      ended.end()
      await ended.sync.stop()
      await Promise.all(ended.workers.map((worker) => worker.rest()))
      ended.core.journal.close()
      ended.core.store.close()
    },
    dispatch: async (method, input) => running?.dispatch(method, input) ?? CLOSED,
    fetch: async (request) =>
      running === null
        ? new Response('Proofdesk is not open.', { status: 503 })
        : servePages(running.core, request),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function open(ports: WorkstationPorts, emit: Emit): Running {
  const { profile, migrations } = ports.paths
  const now = ports.clock.now()
  const store = openStore({ file: join(profile, 'workstation.db'), migrations, now, key: null })
  const ending = new AbortController()
  const core: Core = {
    ports,
    store,
    session: createSession(store, ports, emit),
    files: createDocumentFiles(join(profile, 'documents')),
    journal: createOperationJournal(join(profile, 'journal', 'operations.jsonl')),
    hubClock: createHubClock(() => emit('sync.changed', {})),
    emit,
    ending: ending.signal,
  }
  forgetOldFindings(core)
  const failedChecks = new Set<ClaimId>()
  const { onPulled, checks, workers } = createWorkers(core, failedChecks)
  const sync = createSyncLoop(core, onPulled)
  let desk: Promise<Desk> | undefined
  const rest = () => (desk ??= loadDesk(core, sync, failedChecks))
  const dispatch = createRouter(createQueueDesk(core), rest, ports)
  // The window comes first; work begins when the first questions are answered.
  const begin = (ms: number, { kick }: Pick<Worker, 'kick'>) =>
    ports.clock.after(ms, () => {
      if (!ending.signal.aborted) kick()
    })
  begin(0, sync)
  begin(LEFT_OVER_CHECKS_MS, checks)
  return {
    core,
    sync,
    workers,
    dispatch,
    end: () => ending.abort(),
  }
}

async function loadDesk(core: Core, sync: SyncLoop, failedChecks: ReadonlySet<ClaimId>): Promise<Desk> {
  const { createDesk } = await import('./handlers.ts')
  return createDesk(core, sync, failedChecks)
}

/** Documents come after claims, checks after documents, the hub has facts after them. What they need is loaded with their first work: no window waits for it. */
function createWorkers(core: Core, failedChecks: Set<ClaimId>) {
  const { log } = core.ports
  const stopping = () => core.ending.aborted
  const unlessAway = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      // The sync loop notices the same and tries again; what follows it does so then.
      if (!(error instanceof HubUnavailable)) throw error
    }
  }
  const facts = createWorker('sending facts', log, async () => {
    const { sendFacts } = await import('./sync/sendFacts.ts')
    await unlessAway(() => sendFacts(core, stopping))
  })
  const checks = createWorker('checking', log, async () => {
    const { checkClaims } = await import('./checks/checkLoop.ts')
    await checkClaims(core, failedChecks, stopping)
    if (!stopping()) facts.kick()
  })
  let isFirst = true
  let hasChanged = true
  const documents = createWorker('fetching documents', log, async () => {
    const { prefetchDocuments } = await import('./documents/prefetch.ts')
    // What was refused in an earlier run may be given now.
    if (isFirst) core.store.write(forgetRefusals)
    isFirst = false
    const mayHaveOrphans = hasChanged
    hasChanged = false
    await unlessAway(() => prefetchDocuments(core, { mayHaveOrphans, onFetched: checks.kick }, stopping))
    if (!stopping()) checks.kick()
  })
  const onPulled = (claims: number) => {
    if (claims > 0) hasChanged = true
    documents.kick()
  }
  return { onPulled, checks, workers: [documents, checks, facts] }
}
