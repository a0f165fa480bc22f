import seed from '../../../../resources/policy/seed-2020.json' with { type: 'json' }
import { listOf } from '../../../../src-main/domain/policy/rulePreview.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { DryRun, RuleDesk } from '../../../../src-preload/contract/policyDesk.ts'
import { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { RulePreview } from '../../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import { RuleDraft, type RuleName } from '../../../../src-preload/contract/vocabulary/ruleShape.ts'
import type { Scene } from './scene.ts'
import { after, aStatus, type Loose, ROWS } from './queueScenes.ts'

const DAY = 24 * 60
const ME = { userId: 'u-team-lead', name: 'Ingrid Solvang' }
const OTHER = { userId: 'u-team-lead-2', name: 'Bastien Moreau' }
const TEAM: RuleName = { kind: 'calendar', id: 'review-team' }
const PROFILE: RuleName = { kind: 'profile', id: 'seed-2020' }

/** A working day of this month, so many weeks on: what the calendar opens on. */
const dayOf = (week: number, weekday: number): string => {
  const first = new Date(`${new Date().toISOString().slice(0, 8)}01T00:00:00Z`)
  const monday = first.getTime() - (((first.getUTCDay() || 7) - 1) * DAY - week * 7 * DAY) * 60_000
  return new Date(monday + (weekday - 1) * DAY * 60_000).toISOString().slice(0, 10)
}

const CALENDAR = Calendar.parse({
  id: 'review-team',
  version: 7,
  zone: 'Europe/Rome',
  weekend: [6, 7],
  holidays: [
    { day: dayOf(1, 2), name: 'Immacolata Concezione' },
    { day: dayOf(3, 5), name: 'Natale' },
    { day: dayOf(3, 6), name: 'Santo Stefano' },
    { day: dayOf(2, 3), name: 'Festa della squadra' },
  ],
})
const DRAFTED = Calendar.parse({
  ...CALENDAR,
  version: 8,
  holidays: [
    ...CALENDAR.holidays.filter(({ day }) => day !== dayOf(2, 3)),
    { day: dayOf(1, 1), name: 'Ponte' },
  ],
})
const SEED = PolicyProfile.parse(seed)
const LONGER = PolicyProfile.parse({
  ...SEED,
  version: 2,
  clocks: { ...SEED.clocks, partnerResponseBusinessDays: 7 },
  poe: { ...SEED.poe, maxAgeMonths: 18 },
})
const BECAUSE = 'Bridge day agreed with the Milan and Siena sites; partners asked for more time in December.'

const published = (version: number, over: Loose = {}) => ({
  act: 'published',
  version,
  by: OTHER,
  at: after(-20 * DAY),
  because: 'The feast of the patron saint moved.',
  writtenBy: ME,
  fromDay: null,
  restores: null,
  ...over,
})

const aDraft = (content: unknown, over: Loose = {}) => ({
  content,
  basedOn: 7,
  revision: 3,
  state: 'open',
  because: BECAUSE,
  fromDay: null,
  restores: null,
  writtenBy: ME,
  writtenAt: after(-40),
  ...over,
})

const aDesk = (of: { calendar?: Loose; profile?: Loose; away?: string | null } = {}) =>
  RuleDesk.parse({
    away: of.away ?? null,
    toldAt: after(-1),
    rules: [
      {
        rule: TEAM,
        title: 'review-team',
        isInForce: true,
        versions: [
          { version: 7, published: published(7), proposed: [], days: [] },
          {
            version: 6,
            published: published(6, { restores: 4, because: 'The site works on that day.' }),
            proposed: [],
            days: [],
          },
          { version: 2, published: null, proposed: [], days: [] },
        ],
        draft: null,
        own: null,
        acts: [],
        ...of.calendar,
      },
      {
        rule: PROFILE,
        title: 'CPOR as of 2020',
        isInForce: true,
        versions: [
          { version: 1, published: null, proposed: [], days: [{ fromDay: '2019-10-01', toDay: null }] },
        ],
        draft: null,
        own: null,
        acts: [],
        ...of.profile,
      },
    ],
  })

const TIMERS = ['decision_target', 'review', 'partner_response', 'pickup'] as const

const moved = (effect: 'moves' | 'would') =>
  RulePreview.parse({
    effect,
    counts: {
      claims: 82,
      dues: 131,
      later: 12,
      earlier: 1,
      breachesAdded: 0,
      breachesRemoved: 1,
      flipped: effect === 'would' ? 1 : 0,
      changed: 38,
      hidden: 2,
    },
    claims: ROWS.slice(0, 12).map(({ claimId, claimName }, at) => ({
      claimId,
      claimName,
      moves: [
        {
          timer: TIMERS[at % 4],
          now: after((at + 1) * DAY),
          after: after((at === 4 ? at : at + 2) * DAY),
          businessDays: at === 4 ? -1 : 1 + (at % 3),
          breach: at === 2 ? 'removed' : null,
        },
      ],
      flips:
        effect === 'would' && at === 0
          ? [{ act: 'dispute', now: [{ reason: 'dispute_limit', criterion: null, item: null }], after: [] }]
          : [],
    })),
    next: 12,
  })

const RUN = DryRun.parse({
  rule: PROFILE,
  state: 'running',
  fields: ['poe.maxAgeMonths'],
  claims: 61,
  judged: 24,
  unread: 2,
  flips: ROWS.slice(0, 3).map(({ claimId, claimName }, at) => ({
    claimId,
    claimName,
    criterion: 'dates',
    item: null,
    now: 'not_met',
    after: 'met',
    decided: at === 0 ? 'rejected' : null,
  })),
})

const atDesk = (desk: ReturnType<typeof aDesk>, effect: 'moves' | 'would', over: Partial<Handlers> = {}) =>
  ({
    'sync.status': () => aStatus(),
    'session.current': () => ({
      user: { ...ME, role: 'team_lead' } as never,
      others: [],
      colleagues: [],
    }),
    'policy.book': () => desk,
    'policy.content': ({ rule }) => ({
      content:
        rule.kind === 'calendar'
          ? { kind: 'calendar', calendar: CALENDAR }
          : { kind: 'profile', profile: SEED },
    }),
    'policy.preview': ({ list }) => {
      const preview = moved(effect)
      return { preview: { ...preview, claims: [...listOf(preview.claims, list)] }, by: 'hub' }
    },
    'policy.dryRun': () => ({ run: RUN }),
    'policy.share': () => ({
      outcome: 'done',
      published: null,
      draft: RuleDraft.parse(aDraft(calendarDraft, { revision: 4 })),
    }),
    ...over,
  }) satisfies Partial<Handlers>

const typed = (content: unknown, over: Loose = {}) => ({
  content,
  basedOn: 7,
  seen: null,
  because: BECAUSE,
  fromDay: null,
  ...over,
})
const calendarDraft = { kind: 'calendar', calendar: DRAFTED }
const profileDraft = { kind: 'profile', profile: LONGER }

/** Calendars and profiles in every standing of a draft. */
export const policyScenes: Readonly<Record<string, Scene>> = {
  calendarTyped: {
    hash: '#/policy',
    handlers: () => atDesk(aDesk({ calendar: { own: typed(calendarDraft) } }), 'moves'),
  },
  calendarProposed: {
    hash: '#/policy',
    handlers: () =>
      atDesk(
        aDesk({ calendar: { draft: aDraft(calendarDraft, { state: 'proposed', writtenBy: OTHER }) } }),
        'moves',
      ),
  },
  calendarMine: {
    hash: '#/policy',
    handlers: () =>
      atDesk(aDesk({ calendar: { draft: aDraft(calendarDraft, { state: 'proposed' }) } }), 'moves'),
  },
  calendarOvertaken: {
    hash: '#/policy',
    handlers: () =>
      atDesk(
        aDesk({
          calendar: {
            own: typed(calendarDraft, { seen: 2 }),
            draft: aDraft(calendarDraft, { writtenBy: OTHER }),
          },
        }),
        'moves',
      ),
  },
  calendarUntouched: {
    hash: '#/policy',
    handlers: () =>
      atDesk(aDesk(), 'moves', { 'policy.preview': () => ({ preview: null, by: 'workstation' }) }),
  },
  policyAway: {
    hash: '#/policy',
    handlers: () => atDesk(aDesk({ away: 'unreachable', calendar: { own: typed(calendarDraft) } }), 'moves'),
  },
  profileTyped: {
    hash: '#/policy',
    handlers: () =>
      atDesk(
        aDesk({ profile: { own: typed(profileDraft, { basedOn: 1, fromDay: '2027-01-01' }) } }),
        'would',
      ),
  },
  profileProposed: {
    hash: '#/policy',
    handlers: () =>
      atDesk(
        aDesk({
          profile: {
            versions: [
              {
                version: 1,
                published: null,
                proposed: [
                  published(1, { act: 'assignment_proposed', fromDay: '2027-03-01', because: BECAUSE }),
                  published(1, { act: 'assignment_proposed', fromDay: '2027-04-01', by: ME }),
                ].map((act) => ({ ...act, writtenBy: null })),
                days: [{ fromDay: '2019-10-01', toDay: null }],
              },
            ],
          },
        }),
        'would',
        {
          'policy.preview': () => ({ preview: null, by: 'hub' }),
          'policy.dryRun': () => ({ run: null }),
          'policy.assign': ({ act, fromDay }) =>
            fromDay < '2027-01-01'
              ? { outcome: 'refused', problems: ['changes_the_past'] }
              : { outcome: act === 'propose' ? 'proposed' : 'assigned' },
        },
      ),
  },
  profileUnseen: {
    hash: '#/policy',
    handlers: () =>
      atDesk(
        aDesk({
          profile: { draft: aDraft(profileDraft, { state: 'proposed', writtenBy: OTHER, basedOn: 1 }) },
        }),
        'would',
        { 'policy.preview': () => new Promise(() => undefined) },
      ),
  },
  policyFailed: {
    hash: '#/policy',
    handlers: () =>
      atDesk(aDesk(), 'moves', {
        'policy.book': () => {
          throw new Error('The disk is gone.')
        },
      }),
  },
}
