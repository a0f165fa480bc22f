import type {
  ClaimDetail,
  ClaimFilter,
  ClaimSummary,
  CommandOutcome,
} from '../../../src-preload/contract/claims.ts'
import { type Handlers, isMethodName, methods, type Transport } from '../../../src-preload/contract/index.ts'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { WireError } from '../../../src-preload/contract/errors.ts'
import {
  events,
  EventFrame,
  type EventName,
  type EventPayload,
} from '../../../src-preload/contract/events.ts'
import { CLAIM_STATES } from '../../../src-preload/contract/vocabulary/words.ts'
import { aSyncStatus } from '../../builders/renderer/aSyncStatus.ts'

export interface FakeCore {
  readonly transport: Transport
  /** Every call in order: method and parsed input. */
  readonly calls: { method: string; input: unknown }[]
  /** Replaces handlers; what is not given keeps its answer. */
  handle(handlers: Partial<Handlers>): void
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  /** Loses frames: the next event arrives with a gap before it. */
  skipSeq(): void
  connect(connected: boolean): void
}

const OFFLINE: WireError = { code: 'offline', message: 'The core is away.', retryable: true, incident: null }

export class FakeRefusal extends Error {
  readonly error: WireError
  constructor(code: WireError['code']) {
    super(code)
    this.error = {
      code,
      message: 'A refusal of the fake.',
      retryable: false,
      incident: code === 'internal' ? '7F2-114' : null,
    }
  }
}

/** A core in memory, held to the contract on both sides: input and output go through its schemas, as the router does it. */
export function createFakeCore(base: Handlers): FakeCore {
  let handlers: Handlers = base
  let seq = 0
  let isConnected = true
  const calls: FakeCore['calls'] = []
  const frames = new Set<(frame: EventFrame) => void>()
  const connections = new Set<(connected: boolean) => void>()

  const answer = async (method: string, input: unknown) => {
    if (!isMethodName(method)) throw new FakeRefusal('unknown_method')
    const schema = methods[method]
    const parsed = schema.input.safeParse(input)
    if (!parsed.success) throw new FakeRefusal('bad_request')
    calls.push({ method, input: parsed.data })
    // Handlers is total and each method's input was parsed by its own schema on the line above.
    const handler = handlers[method] as (input: unknown) => unknown
    return schema.output.parse(await handler(parsed.data))
  }
  const transport: Transport = {
    request: async (method, input) => {
      if (!isConnected) return { ok: false, error: OFFLINE }
      try {
        // Structured clone, as both doors do it.
        return { ok: true, value: structuredClone(await answer(method, structuredClone(input))) }
      } catch (thrown) {
        if (thrown instanceof FakeRefusal) return { ok: false, error: thrown.error }
        return {
          ok: false,
          error: { code: 'internal', message: String(thrown), retryable: false, incident: 'fake' },
        }
      }
    },
    subscribe: (listener) => {
      frames.add(listener)
      return () => frames.delete(listener)
    },
    onConnection: (listener) => {
      connections.add(listener)
      listener(isConnected)
      return () => connections.delete(listener)
    },
  }
  return {
    transport,
    calls,
    handle: (more) => {
      handlers = { ...handlers, ...more }
    },
    emit: (event, payload) => {
      seq += 1
      const frame = EventFrame.parse({ event, seq, payload: events[event].parse(payload) })
      for (const listener of frames) listener(structuredClone(frame))
    },
    skipSeq: () => {
      seq += 3
    },
    connect: (connected) => {
      isConnected = connected
      if (connected) seq = 0
      for (const listener of connections) listener(connected)
    },
  }
}

const refuse = (): never => {
  throw new FakeRefusal('not_found')
}

/** Handlers over lists in memory. Rows are taken as they stand, already sorted. */
export function handlersOver(
  rows: readonly ClaimSummary[],
  detailOf: (claimId: string) => ClaimDetail | undefined,
): Handlers {
  const isAll = ({ text, states }: ClaimFilter) => text === '' && states.length === 0
  const matching = (filter: ClaimFilter) =>
    isAll(filter) ? rows : rows.filter((row) => matches(row, filter))
  const accepted = ({ commandId }: { commandId: string }): CommandOutcome =>
    ({ outcome: 'accepted', operationId: commandId, holdUntil: null }) as CommandOutcome
  return {
    'claims.list': ({ filter, offset, limit }) => {
      const found = matching(filter)
      return { total: found.length, offset, rows: found.slice(offset, offset + limit) }
    },
    'claims.counts': () => ({
      states: CLAIM_STATES.map((state) => ({
        state,
        claims: rows.filter((row) => row.state === state).length,
      })),
    }),
    'claims.position': ({ filter, claimId }) => {
      const found = matching(filter)
      const at = found.findIndex((row) => row.claimId === claimId)
      return {
        index: at < 0 ? null : at,
        total: found.length,
        previous: at < 0 ? null : (found[at - 1]?.claimId ?? null),
        next: at < 0 ? null : (found[at + 1]?.claimId ?? null),
      }
    },
    'claims.open': ({ claimId }) => detailOf(claimId) ?? refuse(),
    'claims.startReview': accepted,
    'claims.setVerdict': accepted,
    'claims.addEvidence': accepted,
    'claims.removeEvidence': accepted,
    'claims.decide': accepted,
    'claims.comment': accepted,
    'claims.hold': accepted,
    'claims.reopen': accepted,
    'claims.take': accepted,
    'claims.release': accepted,
    'claims.handOver': accepted,
    'claims.takeNext': () => ({ outcome: 'none' }),
    'claims.working': () => ({}),
    'claims.keepDraft': () => ({}),
    'claims.draftLetter': ({ claimId, decision, reasons, items, mayRemoveItems }) => ({
      language: detailOf(claimId)?.claim.partnerLanguage ?? refuse(),
      text: [decision, ...reasons, ...items, ...(mayRemoveItems ? ['may be removed'] : [])].join('\n'),
    }),
    'claims.snippets': ({ claimId }) => ({
      language: detailOf(claimId)?.claim.partnerLanguage ?? refuse(),
      snippets: [
        { snippet: 'next-step', title: 'Next step', text: 'Please resubmit the claim.' },
        { snippet: 'thanks', title: 'Thanks', text: 'Thank you for your answer.' },
      ],
    }),
    'claims.explainClock': () => ({ explanation: null }),
    ...plainHandlers,
  }
}

const people = [
  { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' },
  { userId: 'u-arbitration-lead', name: 'Ruben Aldersgate', role: 'arbitration_lead' },
  { userId: 'u-team-lead', name: 'Ingrid Solvang', role: 'team_lead' },
  { userId: 'u-auditor', name: 'Teodor Halász', role: 'auditor' },
].map((person) => methods['session.switchUser'].output.shape.user.parse(person))

const plainHandlers = {
  'session.current': () => {
    const [user, ...others] = people
    return user === undefined
      ? refuse()
      : { user, others, colleagues: others.filter(({ role }) => role !== 'auditor') }
  },
  'session.switchUser': ({ userId }) => ({ user: people.find((each) => each.userId === userId) ?? refuse() }),
  'settings.get': () => ({
    locale: 'system' as const,
    theme: 'system' as const,
    documentBudgetMb: 2_000,
    undoHoldSeconds: 8 as const,
  }),
  'settings.set': ({
    locale = 'system',
    theme = 'system',
    documentBudgetMb = 2_000,
    undoHoldSeconds = 8,
  }) => ({
    documentBudgetMb,
    locale,
    theme,
    undoHoldSeconds,
  }),
  'host.info': () => ({ host: 'headless' as const, version: '0', viewerUrl: 'http://viewer.localhost/' }),
  'sync.status': () => aSyncStatus(),
  'sync.now': () => ({}),
  'sync.outbox': () => ({ operations: [] }),
  'sync.conflicts': () => ({ conflicts: [] }),
  'sync.conflict': () => ({ detail: null }),
  'sync.settleConflict': () => ({ outcome: 'settled' as const }),
  'sync.readiness': () => ({
    mine: { local: 0, known: 0 },
    queue: { local: 0, known: 0 },
    bytes: { used: 0, budget: 2_000_000_000 },
    missing: [],
  }),
  'sync.readRecovery': () => ({}),
  'sync.quarantine': () => ({ items: [] }),
  'documents.first': () => ({ document: null }),
  'documents.notePrint': () => ({ outcome: 'noted' }),
  'documents.saveCopy': () => ({ outcome: 'cancelled' }),
  'sync.undo': () => ({ outcome: 'undone' as const }),
} satisfies Partial<Handlers>

/** A tray that forgets what is dealt with. Blocked choices are refused, as the core does it. */
export function conflictsOver(details: readonly ConflictDetail[]): Partial<Handlers> {
  let open = [...details]
  const find = (operationId: string) => open.find(({ conflict }) => conflict.operationId === operationId)
  return {
    'sync.conflicts': () => ({ conflicts: open.map(({ conflict }) => conflict) }),
    'sync.conflict': ({ operationId }) => ({ detail: find(operationId) ?? null }),
    'sync.settleConflict': ({ operationId, choice }) => {
      const found = find(operationId)
      const way = found?.choices.find((each) => each.choice === choice)
      if (found === undefined || way === undefined) return { outcome: 'gone' }
      if (way.blocks.length > 0) return { outcome: 'blocked', blocks: way.blocks }
      open = open.filter((each) => each !== found)
      return { outcome: 'settled' }
    },
  }
}

/** As the contract words it: every word begins a word of name, id, customer, partner or item; accents and case do not matter. */
function matches(row: ClaimSummary, { text, states }: ClaimFilter): boolean {
  if (states.length > 0 && !states.includes(row.state)) return false
  const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain(
    [row.claimName, row.claimId, row.customerName, row.partnerName, ...row.items].join(' '),
  ).split(/[^\p{L}\p{N}]+/u)
  return plain(text)
    .split(/\s+/)
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}
