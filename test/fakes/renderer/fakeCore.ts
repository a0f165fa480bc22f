import { EMPTY_DESK } from '../../../src-preload/contract/emptyDesk.ts'
import { DEFAULT_SETTINGS } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import type {
  ClaimDetail,
  ClaimFilter,
  ClaimSummary,
  CommandOutcome,
} from '../../../src-preload/contract/claims.ts'
import {
  CONTRACT_VERSION,
  type Handlers,
  isMethodName,
  methods,
  type Output,
  type Transport,
} from '../../../src-preload/contract/index.ts'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { WireError } from '../../../src-preload/contract/errors.ts'
import {
  events,
  EventFrame,
  type EventName,
  type EventPayload,
} from '../../../src-preload/contract/events.ts'
import { STATUS_GROUPS } from '../../../src-preload/contract/vocabulary/filter/filterWords.ts'
import { parseFilter } from '../../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { CLAIM_STATES } from '../../../src-preload/contract/vocabulary/words.ts'
import { aSyncStatus } from '../../builders/renderer/aSyncStatus.ts'
import { quietLead, quietLists } from './quietLead.ts'

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
  const isAll = ({ text }: ClaimFilter) => text === ''
  const matching = (filter: ClaimFilter) =>
    isAll(filter) ? rows : rows.filter((row) => matches(row, filter))
  const accepted = ({ commandId }: { commandId: string }): CommandOutcome =>
    ({ outcome: 'accepted', operationId: commandId, holdUntil: null }) as CommandOutcome
  return {
    'claims.list': ({ filter, offset, limit }) => {
      const found = matching(filter)
      const page = found.slice(offset, offset + limit)
      return { total: found.length, isMore: false, offset, rows: page, isNewestOnly: false }
    },
    'claims.counts': () => ({
      states: CLAIM_STATES.map((state) => ({
        state,
        claims: rows.filter((row) => row.state === state).length,
      })),
    }),
    'claims.count': ({ filters }) => ({
      counts: filters.map((filter) => ({ claims: matching(filter).length, isMore: false })),
    }),
    'claims.position': ({ filter, claimId }) => {
      const found = matching(filter)
      const at = found.findIndex((row) => row.claimId === claimId)
      return {
        index: at < 0 ? null : at,
        total: found.length,
        isMore: false,
        previous: at < 0 ? null : (found[at - 1]?.claimId ?? null),
        next: at < 0 ? null : (found[at + 1]?.claimId ?? null),
      }
    },
    'claims.open': ({ claimId }) => detailOf(claimId) ?? refuse(),
    'claims.startReview': accepted,
    'claims.setVerdict': accepted,
    'claims.addEvidence': accepted,
    'claims.setDetail': accepted,
    'claims.readDays': accepted,
    'claims.forgetDays': accepted,
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
    'vault.state': () => ({ state: 'open', keptBy: 'keyring', setAside: 0 }),
    'vault.unlock': () => ({ outcome: 'opened' }),
    'vault.setAside': () => ({ outcome: 'not_locked' }),
    'vault.beginAnew': () => ({ outcome: 'not_wiped' }),
    'vault.takeIn': () => ({ profiles: 0, operations: 0, left: 0 }),
    'claims.keepDraft': () => ({}),
    'claims.draftLetter': ({ claimId, decision, reasons, items, mayRemoveItems }) => ({
      language: detailOf(claimId)?.claim.partnerLanguage ?? refuse(),
      text: [decision, ...reasons, ...items, ...(mayRemoveItems ? ['may be removed'] : [])].join('\n'),
    }),
    'claims.guardText': () => ({ findings: [], repeated: null }),
    'claims.snippets': ({ claimId }) => ({
      language: detailOf(claimId)?.claim.partnerLanguage ?? refuse(),
      snippets: [
        { snippet: 'next-step', title: 'Next step', text: 'Please resubmit the claim.' },
        { snippet: 'thanks', title: 'Thanks', text: 'Thank you for your answer.' },
      ],
    }),
    'documents.compare': () => ({ outcome: 'missing' }),
    'claims.explainClock': () => ({ explanation: null }),
    'claims.standings': ({ claimIds }) => ({
      standings: rows
        .filter((row) => claimIds.includes(row.claimId))
        .map(({ claimId, claimName, state, subState }) => ({ claimId, claimName, state, subState })),
    }),
    'claims.family': () => ({ members: [], total: 0 }),
    'claims.disputes': () => ({ disputes: [] }),
    ...quietLead,
    'arbitration.list': () => ({ total: 0, rows: [], counts: { open: 0, mine: 0, decided: 0 } }),
    'arbitration.case': refuse,
    'arbitration.board': refuse,
    'arbitration.compare': () => ({ outcome: 'missing' }),
    'arbitration.shared': () => ({ found: [], unread: [], heldBack: [] }),
    'arbitration.ofClaim': () => ({ cases: [] }),
    'arbitration.plan': refuse,
    'arbitration.decide': ({ commandId }) => ({
      outcome: 'accepted',
      operationId: commandId,
      holdUntil: null,
    }),
    'arbitration.vote': ({ commandId }) => ({
      outcome: 'accepted',
      operationId: commandId,
      holdUntil: null,
    }),
    'arbitration.keepDraft': () => ({}),
    'arbitration.file': () => ({ outcome: 'cancelled' }),
    'arbitration.ask': () => ({ outcomes: [] }),
    'arbitration.tell': () => ({ outcomes: [] }),
    'arbitration.draftLetters': () => ({ letters: [] }),
    ...quietLists,
    ...deskHandlers(rows, matching),
    ...settingsHandlers(),
    ...plainHandlers,
  }
}

/** Settings as they would be kept. */
function settingsHandlers() {
  let settings: Output<'settings.get'> = DEFAULT_SETTINGS
  return {
    'settings.get': () => settings,
    'settings.set': (part) => {
      settings = methods['settings.get'].output.parse({ ...settings, ...part })
      return settings
    },
  } satisfies Partial<Handlers>
}

/** Views and the desk as they would be kept; everybody may do everything to every claim. */
function deskHandlers(
  rows: readonly ClaimSummary[],
  matching: (filter: ClaimFilter) => readonly ClaimSummary[],
) {
  let desk: Output<'desk.read'> = EMPTY_DESK
  let views: Output<'views.list'>['views'] = []
  return {
    'desk.read': () => desk,
    'desk.keep': (part) => {
      desk = methods['desk.read'].output.parse({ ...desk, ...part })
      return {}
    },
    'views.list': () => ({ views }),
    'views.save': (view) => {
      views = [...views.filter(({ viewId }) => viewId !== view.viewId), view]
      return { outcome: 'saved' }
    },
    'views.remove': ({ viewId }) => {
      views = views.filter((view) => view.viewId !== viewId)
      return {}
    },
    'views.export': () => ({ text: JSON.stringify({ proofdesk: 'views', version: 1, views: [] }) }),
    'views.import': () => ({ outcome: 'unreadable' }),
    'claims.snooze': ({ claimIds }) => ({ outcome: 'done', claims: claimIds.length }),
    'claims.bulkPlan': ({ claimIds }) => ({ able: claimIds, leftOut: [] }),
    'claims.bulk': ({ claims }) => ({
      outcomes: claims.map(({ claimId, commandId }) => ({
        claimId,
        outcome: { outcome: 'accepted', operationId: commandId, holdUntil: null },
      })),
    }),
    'claims.whyNext': ({ filter, claimId }) => {
      const at = matching(filter).findIndex((row) => row.claimId === claimId)
      const dueAt = rows.find((row) => row.claimId === claimId)?.clock?.dueAt ?? null
      const parts = at > 0 ? [{ part: 'next_week' as const, claims: at }] : []
      return { why: at < 0 ? null : { rank: at + 1, total: matching(filter).length, parts, dueAt } }
    },
  } satisfies Partial<Handlers>
}

const people = [
  { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' },
  { userId: 'u-arbitration-lead', name: 'Ruben Aldersgate', role: 'arbitration_lead' },
  { userId: 'u-team-lead', name: 'Ingrid Solvang', role: 'team_lead' },
  { userId: 'u-auditor', name: 'Teodor Halász', role: 'auditor' },
].map((person) => methods['session.switchUser'].output.shape.user.parse(person))

export const HOST_INFO = {
  host: 'headless' as const,
  version: '0',
  viewerUrl: 'http://viewer.localhost/',
  parts: { contract: CONTRACT_VERSION, reader: '1', checker: '1', node: '24.0.0' },
  isSample: false,
}

const plainHandlers = {
  'signIn.state': () => ({
    is: 'not_needed',
    isUnderWay: false,
    person: null,
    isKept: true,
    offline: null,
  }),
  'signIn.begin': () => ({ outcome: 'not_needed' }),
  'signIn.cancel': () => ({}),
  'signIn.out': () => ({ outcome: 'not_needed' }),
  'session.current': () => {
    const [user, ...others] = people
    return user === undefined
      ? refuse()
      : { user, others, colleagues: others.filter(({ role }) => role !== 'auditor') }
  },
  'session.switchUser': ({ userId }) => ({ user: people.find((each) => each.userId === userId) ?? refuse() }),
  'host.info': () => HOST_INFO,
  'host.openExternal': () => ({ outcome: 'opened' as const }),
  'host.showMenu': () => ({}),
  'sample.reset': () => ({ outcome: 'no_sample' as const }),
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
  'quality.samples': () => ({ outcome: 'ok' as const, samples: [] }),
  'quality.draw': () => ({ outcome: 'ok' as const, sample: null }),
  'quality.sample': () => ({ outcome: 'refused' as const }),
  'quality.reviews': () => ({ decisions: [] }),
  'quality.sendReview': () => ({ outcome: 'not_yours' as const }),
  'quality.precision': () => ({ outcome: 'ok' as const, checks: [], overridden: [] }),
  'quality.notes': () => ({ outcome: 'ok' as const, notes: [] }),
  'quality.sendNote': () => ({ outcome: 'not_yours' as const }),
  'twins.list': () => ({ outcome: 'ok' as const, pairs: [], behind: 0 }),
  'twins.dismiss': () => ({ outcome: 'not_yours' as const }),
  'reviewDrafts.get': () => ({ draft: null }),
  'reviewDrafts.keep': () => ({ outcome: 'kept' as const }),
  'sync.readRecovery': () => ({}),
  'sync.quarantine': () => ({ items: [] }),
  'documents.first': () => ({ document: null }),
  'documents.notePrint': () => ({ outcome: 'noted' }),
  'documents.saveCopy': () => ({ outcome: 'cancelled' }),
  'sync.undo': () => ({ outcome: 'undone' as const }),
  'sync.holdLonger': () => ({ holdUntil: null }),
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

const statesOf = (word: string): readonly string[] =>
  Object.entries(STATUS_GROUPS).find(([group]) => group === word)?.[1] ?? [word]

/** The parts of the language that screens are tested with: statuses, and words of name, id, customer, partner or item. */
function matches(row: ClaimSummary, { text }: ClaimFilter): boolean {
  const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain(
    [row.claimName, row.claimId, row.customerName, row.partnerName, ...row.items].join(' '),
  ).split(/[^\p{L}\p{N}]+/u)
  return parseFilter(text).every((term) => {
    if (term.kind === 'problem') return true
    const { condition } = term
    if (condition.kind === 'one_of' && condition.field === 'status')
      return condition.words.some((word) => statesOf(word).includes(row.state)) !== term.isNot
    if (condition.kind !== 'text') return true
    return words.some((word) => word.startsWith(plain(condition.wanted.text))) !== term.isNot
  })
}
