import { randomUUID } from 'node:crypto'
import type { EventName } from '../../../src-preload/contract/events.ts'
import { type Handlers, type Input, type MethodName, methods } from '../../../src-preload/contract/index.ts'
import type { LogEntry } from '../../../src-main/workstation/ports.ts'
import { AppError } from '../../../src-main/workstation/appError.ts'
import { createRouter } from '../../../src-main/workstation/router.ts'
import type { Workstation } from '../../../src-main/workstation/workstation.ts'

/** Says how a method answers; everything else answers with a bug. */
export type Script = Partial<Handlers>

/** A claim as the queue shows it, `index` making it distinct. */
function aRow(index: number) {
  return {
    claimId: `claim-${index}`,
    claimName: `Rollout ${index} — perché “sì”`,
    customerName: 'Northgate Assurance plc',
    partnerName: 'Fernhill Consulting Ltd',
    program: 'OSU_M365',
    items: ['Microsoft Teams'],
    state: 'under_review',
    subState: null,
    revision: 1,
    clock: null,
    verdicts: {
      usablePoe: null,
      customerAcknowledgment: null,
      dates: null,
      products: null,
      serviceDescription: null,
    },
    pendingDecision: null,
    competing: false,
    raised: false,
    reminded: false,
    assignedTo: null,
    snooze: null,
    found: null,
  }
}

export function aPage({ offset, limit }: Input<'claims.list'>) {
  const rows = Array.from({ length: limit }, (_, index) => aRow(offset + index))
  return methods['claims.list'].output.parse({
    total: 100_000,
    isMore: false,
    offset,
    rows,
    isNewestOnly: false,
  })
}

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL'
}

const SCRIPT: Script = {
  'claims.list': aPage,
  'claims.open': () => {
    throw new AppError('not_found', 'There is no such claim.')
  },
  'settings.set': () => {
    throw new DiskFull('database or disk is full')
  },
  'claims.decide': () => ({ outcome: 'stale', currentRevision: 7 }),
  'sync.now': () => ({}),
}

/** The real router over scripted handlers: what a door carries is the same as in the product, and the test chooses it. */
export function createScriptedCore(script: Script = {}) {
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  const log: LogEntry[] = []
  const missing = () => {
    throw new Error('Nothing was scripted for this method.')
  }
  const names = Object.keys(methods) as MethodName[] // the keys of our own object
  const handlers = {
    ...Object.fromEntries(names.map((name) => [name, missing])),
    ...SCRIPT,
    ...script,
  } as Handlers // total: every name was filled in above
  const core: Workstation = {
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    dispatch: createRouter({ methods: {}, handlers: {} }, async () => ({ methods, handlers }), {
      log: (entry) => log.push(entry),
      uuid: randomUUID,
    }),
    fetch: () => Promise.resolve(new Response('page')),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const emit = (event: EventName, payload: unknown) => {
    for (const listener of listeners) listener(event, payload)
  }
  return { core, emit, log, listenerCount: () => listeners.size }
}
export type ScriptedCore = ReturnType<typeof createScriptedCore>
