import type { EventFrame, EventName, EventPayload } from '../../src-preload/contract/events.ts'
import type { Transport } from '../../src-preload/contract/index.ts'
import type { CaseId, ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'

export interface EventFeed {
  /** Gives back the function that ends it. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}

type Payloads = { readonly [E in EventName]: EventPayload<E> }
type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> }

const REREAD_ALL = {
  'claims.changed': { ids: null },
  'arbitration.changed': { ids: null },
  'lead.changed': {},
  'sync.changed': {},
  'session.changed': {},
  'signIn.changed': {},
  'settings.changed': {},
  'views.changed': {},
  'quality.changed': {},
  'policy.changed': {},
  'notices.changed': {},
  'team.changed': {},
} as const satisfies Partial<Payloads>

/** Events that name nothing. */
const PLAIN = [
  'sync.changed',
  'session.changed',
  'signIn.changed',
  'settings.changed',
  'views.changed',
  'policy.changed',
  'lead.changed',
  'notices.changed',
  'team.changed',
  'quality.changed',
] as const

/**
 * Turns frames into events. Nothing is lost without a word: a jump in `seq`, a payload that cannot be read and a connection
 * that came back all make every listener read again.
 */
export function createEventFeed(transport: Transport): EventFeed {
  const listeners: Listeners = {
    'claims.changed': new Set(),
    'arbitration.changed': new Set(),
    'lead.changed': new Set(),
    'sync.changed': new Set(),
    'session.changed': new Set(),
    'signIn.changed': new Set(),
    'settings.changed': new Set(),
    'views.changed': new Set(),
    'policy.changed': new Set(),
    'notices.changed': new Set(),
    'team.changed': new Set(),
    'quality.changed': new Set(),
    'menu.command': new Set(),
    'link.followed': new Set(),
  }
  let lastSeq = 0
  let wasConnected = true

  const rereadAll = () => {
    for (const listener of listeners['claims.changed']) listener(REREAD_ALL['claims.changed'])
    for (const listener of listeners['arbitration.changed']) listener(REREAD_ALL['arbitration.changed'])
    for (const event of PLAIN) {
      for (const listener of listeners[event]) listener(REREAD_ALL[event])
    }
  }

  transport.subscribe((frame) => {
    const isNext = frame.seq === lastSeq + 1
    lastSeq = frame.seq
    const isRead = deliver(listeners, frame)
    if (!isNext || !isRead) rereadAll()
  })
  transport.onConnection((connected) => {
    // Sequence numbers belong to a connection: whatever was missed in between is read again.
    if (connected && !wasConnected) {
      lastSeq = 0
      rereadAll()
    }
    wasConnected = connected
  })

  return {
    on: (event, listener) => {
      listeners[event].add(listener)
      return () => listeners[event].delete(listener)
    },
  }
}

/** False when the payload does not fit its event. Read by hand: zod would be the largest part of the first chunk. */
function deliver(listeners: Listeners, { event, payload }: EventFrame): boolean {
  if (typeof payload !== 'object' || payload === null) return false
  if (event === 'claims.changed') {
    const ids = 'ids' in payload ? idsIn(payload.ids) : undefined
    if (ids === undefined) return false
    for (const listener of listeners[event]) listener({ ids })
    return true
  }
  if (event === 'arbitration.changed') {
    const ids = 'ids' in payload ? idsIn(payload.ids) : undefined
    if (ids === undefined) return false
    for (const listener of listeners[event]) listener({ ids })
    return true
  }
  if (event === 'menu.command') {
    if (!('command' in payload) || typeof payload.command !== 'string') return false
    for (const listener of listeners[event]) listener({ command: payload.command })
    return true
  }
  if (event === 'link.followed') {
    if (!('claimId' in payload) || typeof payload.claimId !== 'string') return false
    // The brand is a compile-time mark on a string.
    for (const listener of listeners[event]) listener({ claimId: payload.claimId as ClaimId })
    return true
  }
  for (const listener of listeners[event]) listener({})
  return true
}

function idsIn(value: unknown): (ClaimId & CaseId)[] | null | undefined {
  if (value === null) return null
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string')) return undefined
  // The brands are compile-time marks on a string, and these are strings.
  return value as (ClaimId & CaseId)[]
}
