import type { Handlers } from '../../../src-preload/contract/index.ts'

/** The board is for a team lead alone, and nobody here is one until a test says so. */
const refused = () => ({ outcome: 'blocked' as const, blocks: [] })
const notALead = {
  'lead.board': refused,
  'lead.breakdown': refused,
  'lead.claims': refused,
  'lead.clock': refused,
} satisfies Partial<Handlers>

/** Nobody has calendars or profiles here. */
const policyHandlers = {
  'policy.book': () => ({ rules: [], away: null, toldAt: null }),
  'policy.content': () => ({ content: null }),
  'policy.keepDraft': () => ({}),
  'policy.share': () => ({ outcome: 'done', published: null, draft: null }),
  'policy.act': () => ({ outcome: 'done', published: null, draft: null }),
  'policy.restore': () => ({ outcome: 'done', published: null, draft: null }),
  'policy.assign': () => ({ outcome: 'unreachable' }),
  'policy.preview': () => ({ preview: null, by: 'hub' }),
  'policy.startDryRun': () => ({ run: null }),
  'policy.dryRun': () => ({ run: null }),
  'policy.cancelDryRun': () => ({}),
} satisfies Partial<Handlers>

/** A team of whom nothing is known yet. */
const teamHandlers = {
  'team.forecast': () => ({ outcome: 'no_calendar' as const }),
  'team.backTest': () => ({ outcome: 'no_calendar' as const }),
  'team.load': () => ({ people: [], free: 0, raised: [] }),
  'team.setRoom': () => ({ outcome: 'kept' as const }),
  'team.balance': () => ({ outcome: 'no_calendar' as const }),
  'team.plan': ({ claims }) => ({ able: claims.map(({ claimId }) => claimId), leftOut: [], loads: [] }),
  'team.act': ({ claims }) => ({
    outcomes: claims.map(({ claimId, commandId }) => {
      return { claimId, outcome: { outcome: 'accepted' as const, operationId: commandId, holdUntil: null } }
    }),
  }),
  'team.stations': () => ({ outcome: 'stations' as const, stations: [] }),
  'notices.list': () => ({ unread: 0, notices: [] }),
  'notices.read': () => ({}),
} satisfies Partial<Handlers>

export const quietLead = { ...notALead, ...policyHandlers, ...teamHandlers } satisfies Partial<Handlers>

/** Nothing was looked at, and nobody takes anything out. */
export const quietLists = {
  'tables.export': () => ({ outcome: 'cancelled' }),
  'seen.papers': () => ({}),
  'seen.copied': () => ({}),
  'record.save': () => ({ outcome: 'cancelled' }),
  'audit.list': () => ({ outcome: 'listed', total: 0, rows: [] }),
  'audit.people': () => ({ people: [] }),
  'reports.weekly': () => ({ outcome: 'cancelled' }),
} satisfies Partial<Handlers>
