import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { LeadBoard, LeadClaim } from '../../../../src-preload/contract/lead.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LeadFigure } from '../../../../src-preload/contract/vocabulary/leadShape.ts'
import { LEAD_TILES } from '../../../../src-preload/contract/vocabulary/leadWords.ts'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aClock, anExplanation, AT } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus, type Loose } from './queueScenes.ts'

const HOUR = 60
const DAY = 24 * HOUR

const PEOPLE = [
  { userId: 'u-lead', name: 'Paul Brandt', role: 'team_lead' as const },
  { userId: 'u-marta', name: 'Marta Ginevri', role: 'reviewer' as const },
  { userId: 'u-anouk', name: 'Anouk Kessler', role: 'reviewer' as const },
  { userId: 'u-idris', name: 'Idris Bello', role: 'reviewer' as const },
  { userId: 'u-sofie', name: 'Sofie Lindqvist-Abrahamsson', role: 'reviewer' as const },
]

const clockDue = (timer: Timer, minutes: number) => ({
  timer,
  startedAt: after(minutes - 7 * DAY),
  dueAt: after(minutes),
  halfAt: after(minutes - 3.5 * DAY),
  threeQuartersAt: after(minutes - 1.75 * DAY),
  nineTenthsAt: after(minutes - 0.7 * DAY),
  pausedShare: null,
})

const aLine = (over: Loose) =>
  LeadClaim.parse({
    claimId: '42880101',
    claimName: 'Harrow Point Teams Phone',
    revision: 3,
    customerName: 'Harrow Point Logistics Ltd',
    partnerName: 'Fernhill Consulting Ltd',
    program: 'OSU_M365',
    state: 'under_review',
    subState: 'in_review',
    clock: clockDue('review', 5 * HOUR),
    past: null,
    holder: { userId: 'u-marta', name: 'Marta Ginevri', isHeld: true },
    why: 'in_review',
    latePause: null,
    ...over,
  })

const LINES = [
  aLine({
    claimId: '42880117',
    claimName: 'Neukundenvertrieb Dynamics 365 Sales',
    customerName: 'Rheintal Verpackungen GmbH',
    program: 'OSA_SELL',
    state: 'submitted',
    subState: 'queued',
    clock: clockDue('pickup', 48),
    holder: null,
    why: 'not_begun',
  }),
  aLine({}),
  aLine({
    claimId: '42880177',
    claimName:
      'Distribuzione Teams e Intune, stabilimenti di Bolzano e Trento, seconda fase del progetto pluriennale',
    customerName: 'Ceramiche Valdorcia S.p.A.',
    subState: 'resubmitted',
    clock: clockDue('review', 9 * HOUR),
    holder: { userId: 'u-anouk', name: 'Anouk Kessler', isHeld: false },
    why: 'answer_unread',
  }),
  aLine({
    claimId: '42880188',
    claimName: '会計基盤 Business Central 導入',
    customerName: 'Polderpunt B.V.',
    subState: 'awaiting_arbitration',
    clock: clockDue('arbitration', 26 * HOUR),
    holder: { userId: 'u-sofie', name: 'Sofie Lindqvist-Abrahamsson', isHeld: true },
    why: 'arbitration',
  }),
  aLine({
    claimId: '42880190',
    claimName: 'Onboarding Viva Learning',
    customerName: 'Fjordlys Skole AS',
    clock: clockDue('decision_target', 31 * HOUR),
    holder: { userId: 'u-idris', name: 'Idris Bello', isHeld: false },
    why: 'nobody_works',
  }),
]

const PAST = [
  aLine({
    clock: null,
    past: {
      timer: 'review',
      startedAt: after(-15 * DAY),
      dueAt: after(-5 * DAY),
      endedAt: after(-3.5 * DAY),
    },
    state: 'approved',
    subState: 'consent_open',
    holder: { userId: 'u-marta', name: 'Marta Ginevri', isHeld: false },
    why: 'decided',
  }),
]

const LATE = [
  aLine({
    clock: null,
    state: 'partner_action_required',
    subState: 'open',
    why: 'partner_asked',
    latePause: { pausedAt: after(-2 * DAY), answeredAt: after(-2 * DAY - 35), answer: 'resubmitted' },
  }),
]

const DAYS = (
  '2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04 ' +
  '2026-12-07 2026-12-09 2026-12-10 2026-12-11 2026-12-14 2026-12-15 2026-12-16 2026-12-17 2026-12-18 2026-12-21'
).split(' ')
const MONDAYS =
  '2026-09-28 2026-10-05 2026-10-12 2026-10-19 2026-10-26 2026-11-02 2026-11-09 2026-11-16'.split(' ')

const spread = (timer: Timer, overdue: number, seed: number, later = 0) => ({
  timer,
  overdue,
  days: DAYS.map((_, day) => Math.max(0, Math.round((seed * (20 - day)) / 12 - ((day * 7 + seed) % 5)))),
  later,
})

const TILES: Readonly<Record<(typeof LEAD_TILES)[number], number>> = {
  open: 318,
  due_today: 31,
  at_risk_50: 48,
  at_risk_75: LINES.length,
  at_risk_90: 3,
  breached: 6,
  breach_waiting: 2,
  paused: 47,
  waiting_for_partner: 41,
  in_arbitration: 5,
}

const aBoard = (over: Loose = {}): LeadBoard =>
  LeadBoard.parse({
    asOf: AT,
    calendar: { id: 'review-team', version: 7, zone: 'Europe/Rome' },
    today: '2026-11-21',
    tiles: LEAD_TILES.map((tile) => ({ tile, claims: TILES[tile] })),
    due: {
      days: DAYS,
      timers: [
        spread('pickup', 2, 9),
        spread('review', 4, 14),
        spread('decision_target', 1, 11, 8),
        spread('partner_response', 3, 6, 2),
        spread('consent', 0, 4),
        spread('arbitration', 1, 2, 1),
      ],
    },
    ages: [
      { from: 0, to: 2, claims: 121 },
      { from: 3, to: 5, claims: 96 },
      { from: 6, to: 10, claims: 70 },
      { from: 11, to: 20, claims: 26 },
      { from: 21, to: null, claims: 5 },
    ],
    weeks: MONDAYS.map((monday, week) => ({
      monday,
      breaches: [
        { timer: 'pickup', clocks: [4, 5, 3, 2, 5, 2, 2, 2][week] },
        { timer: 'review', clocks: [3, 5, 4, 4, 4, 3, 2, 3][week] },
        ...(week % 3 === 1 ? [{ timer: 'decision_target', clocks: 2 }] : []),
        ...(week === 6 ? [{ timer: 'arbitration', clocks: 1 }] : []),
      ],
    })),
    load: [
      { userId: null, name: null, open: 96, held: 0 },
      { userId: 'u-marta', name: 'Marta Ginevri', open: 71, held: 4 },
      { userId: 'u-anouk', name: 'Anouk Kessler', open: 62, held: 1 },
      { userId: 'u-idris', name: 'Idris Bello', open: 50, held: 0 },
      { userId: 'u-sofie', name: 'Sofie Lindqvist-Abrahamsson', open: 39, held: 12 },
      { userId: 'u-lead', name: 'Paul Brandt', open: 0, held: 0 },
    ],
    latePauses: LATE.length,
    untold: 0,
    ...over,
  })

function linesOf(figure: LeadFigure): LeadClaim[] {
  if (figure.of === 'late_pauses') return LATE
  return figure.of === 'week' ? PAST : LINES
}

const board = (over: Loose = {}): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'session.current': () => {
    const [user, ...others] = PEOPLE.map((one) => ({ ...one, userId: one.userId as never }))
    if (user === undefined) throw new Error('Nobody is here.')
    return { user, others, colleagues: others }
  },
  'lead.board': () => ({ outcome: 'shown', board: aBoard(over) }),
  'lead.claims': ({ figure, slice }) => {
    const rows = linesOf(figure).filter(({ clock }) => slice === null || clock?.timer === slice.value)
    return { outcome: 'shown', total: rows.length, rows }
  },
  'lead.breakdown': ({ figure, by }) => {
    const parts = new Map<string | null, number>()
    for (const { clock, program, holder } of linesOf(figure)) {
      const value =
        by === 'timer'
          ? (clock?.timer ?? null)
          : by === 'program'
            ? program
            : by === 'reviewer'
              ? (holder?.userId ?? null)
              : 'GBR'
      parts.set(value, (parts.get(value) ?? 0) + 1)
    }
    return { outcome: 'shown', parts: [...parts].map(([value, count]) => ({ value, name: null, count })) }
  },
  'lead.clock': ({ timer }) => ({
    outcome: 'shown',
    explanation: anExplanation(
      { ...aClock(-66, 59), timer },
      ['running', 'elapsed', -66, -37],
      ['holiday', 'elapsed', -37, -13, 'Ognissanti'],
      ['waiting_for_partner', 'elapsed', -13, -5],
      ['running', 'elapsed', -5, 0],
      ['running', 'ahead', 0, 59],
    ),
    endedAt: timer === 'review' ? null : Instant.parse(AT),
  }),
})

export const leadBoard = (): Partial<Handlers> => board()

/** A team that begins today. */
export const quietBoard = (): Partial<Handlers> => ({
  ...board({
    tiles: LEAD_TILES.map((tile) => ({ tile, claims: 0 })),
    due: { days: DAYS, timers: [] },
    ages: [{ from: 0, to: null, claims: 0 }],
    weeks: MONDAYS.map((monday) => ({ monday, breaches: [] })),
    load: [{ userId: 'u-lead', name: 'Paul Brandt', open: 0, held: 0 }],
    latePauses: 0,
    calendar: null,
    untold: 12_400,
  }),
  'lead.claims': () => ({ outcome: 'shown', total: 0, rows: [] }),
  'lead.breakdown': () => ({ outcome: 'shown', parts: [] }),
})

export const failedBoard = (): Partial<Handlers> => ({
  ...board(),
  'lead.board': () => {
    throw new Error('It cannot be read.')
  },
})

export const lateBoard = (): Partial<Handlers> => ({
  ...board(),
  'lead.board': () => new Promise(() => undefined),
})
