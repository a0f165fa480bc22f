import { randomUUID } from 'node:crypto'
import type { Store } from '../../src-main/store/openStore.ts'
import { addOperation } from '../../src-main/store/outboxRepo.ts'
import { putReference } from '../../src-main/store/referenceRepo.ts'
import { applyClaim } from '../../src-main/store/feedRepo.ts'
import { createLeadHandlers } from '../../src-main/workstation/lead/leadHandlers.ts'
import { type LeadCore, tellPast } from '../../src-main/workstation/lead/tellPast.ts'
import type { User } from '../../src-preload/contract/session.ts'
import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { HistoryEntry } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CLAIM_SUB_STATES,
  type HistoryKind,
  PROGRAMS,
  type Role,
  type SentKind,
  TIMERS,
} from '../../src-preload/contract/vocabulary/words.ts'
import { portsOf } from '../fakes/workstation.ts'
import { createManualClock } from '../fakes/manualClock.ts'
import type { Chance } from './chance.ts'
import { aClaimRecord } from './claimRecord.ts'
import { DOCS_2023, SEED_2020 } from './policy.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const personOf = (role: Role): User => ({ userId: UserId.parse(`u-${role}`), name: `The ${role}`, role })

/** What answers a board, over a profile; the test supplies who asks. */
export function aLeadDesk(store: Store, role: Role = 'team_lead', now?: number) {
  const told: string[] = []
  const clock = createManualClock(now)
  const ending = new AbortController()
  const session = { user: () => personOf(role), colleagues: () => [personOf('reviewer')] }
  const core: LeadCore = {
    store,
    // The part of a session that a board asks for.
    session: session as unknown as LeadCore['session'],
    ports: portsOf({ clock }),
    emit: (event) => void told.push(event),
    ending: ending.signal,
  }
  return { desk: createLeadHandlers(core), tellPast: () => tellPast(core), told, clock }
}

/** Claims, policies and calendar as a feed would have left them. */
export function fill(store: Store, records: readonly ClaimRecord[], calendar: Calendar): void {
  store.write((s) => {
    putReference(s, { policies: [SEED_2020, DOCS_2023], calendars: [calendar] })
    for (const record of records) applyClaim(s, record)
  })
}

/** An act of this workstation that waits to be sent. */
export function waits(store: Store, claimId: string, kind: SentKind, parties: readonly string[] = []): void {
  store.write((s) =>
    addOperation(s, {
      operationId: OperationId.parse(randomUUID()),
      claimId: ClaimId.parse(claimId),
      claimName: claimId,
      kind,
      byUserId: UserId.parse('u-team_lead'),
      claimRevision: 3,
      content: { action: { parties: parties.map((one) => ({ claimId: one, claimRevision: 3 })) } },
      madeAt: 0,
      holdUntil: null,
      startedReview: null,
      base: null,
      clockOffsetMs: null,
    }),
  )
}

/** A claim of which nothing fits together but the types: what is counted shall not hang on what is likely. */
export function aDrawnClaim(
  chance: Chance,
  n: number,
  around: readonly number[],
  calendar: Calendar,
): ClaimRecord {
  const { pick, whole, is } = chance
  const near = () =>
    iso(pick(around) + pick([0, 0, 0, 1, -1, MINUTE, -MINUTE, HOUR * whole(-60, 60), DAY * whole(-40, 40)]))
  const state = pick([
    'editing',
    'submitted',
    'submitted',
    'under_review',
    'under_review',
    'partner_action_required',
    'approved',
    'rejected',
  ] as const)
  const plain = aClaimRecord({ claimId: `c-${n}` })
  const holder = pick([null, 'u-reviewer', 'u-second', 'u-third'])
  return ClaimRecord.parse({
    ...plain,
    form: {
      ...plain.form,
      submittedAt: near(),
      program: pick(PROGRAMS),
      customer: { ...plain.form.customer, country: pick([null, 'GBR', 'ITA', 'DEU']) },
    },
    state,
    subState: is(0.4) ? 'awaiting_arbitration' : pick([null, ...CLAIM_SUB_STATES]),
    calendar: is(0.95) ? { id: calendar.id, version: calendar.version } : null,
    policy: { id: pick(['seed-2020', 'docs-2023']), version: 1 },
    assignedTo: holder && { userId: holder, name: `Name of ${holder}`, until: is(0.5) ? near() : null },
    competingClaims: pick([0, 0, 1]),
    clocks: drawnClocks(chance, near),
    history: drawnHistory(chance, near),
  })
}

function drawnClocks({ pick, whole, is }: Chance, near: () => string) {
  const timers = TIMERS.filter(() => is(0.3))
  return timers.slice(0, whole(0, 4)).map((timer) => {
    if (is(0.2))
      return {
        timer,
        startedAt: near(),
        dueAt: null,
        halfAt: null,
        threeQuartersAt: null,
        nineTenthsAt: null,
        pausedShare: 0.4,
      }
    const [halfAt, threeQuartersAt, nineTenthsAt, dueAt] = [near(), near(), near(), near()].sort()
    return {
      timer,
      startedAt: pick([near(), halfAt]),
      dueAt,
      halfAt,
      threeQuartersAt,
      nineTenthsAt,
      pausedShare: null,
    }
  })
}

const MOVES: readonly (readonly [HistoryKind, 'partner' | 'reviewer', string | null, string | null])[] = [
  ['review_started', 'reviewer', 'under_review', 'in_review'],
  ['information_requested', 'reviewer', 'partner_action_required', 'open'],
  ['resubmitted', 'partner', 'under_review', 'resubmitted'],
  ['commented', 'partner', null, null],
  ['taken', 'reviewer', null, null],
  ['approved', 'reviewer', 'approved', 'consent_open'],
  ['reopened', 'reviewer', 'under_review', 'in_review'],
  ['rejected', 'reviewer', 'rejected', 'disputable'],
  ['held_for_arbitration', 'reviewer', null, 'awaiting_arbitration'],
]

function drawnHistory({ pick, whole }: Chance, near: () => string): HistoryEntry[] {
  const instants = Array.from({ length: whole(0, 8) }, near).sort()
  return instants.map((at, n) => {
    const [kind, side, toState, toSubState] =
      n === 0 ? (['submitted', 'partner', 'submitted', 'queued'] as const) : pick(MOVES)
    return HistoryEntry.parse({
      entryId: `h${n}`,
      at,
      side,
      kind,
      actorName: 'Somebody',
      fromState: null,
      toState,
      fromSubState: null,
      toSubState,
      detail: null,
    })
  })
}

export const iso = (ms: number): string => new Date(ms).toISOString()
