import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { ClockExplanation } from '../../../../src-preload/contract/claims.ts'
import { aForm, aPausedClock, aSummary } from '../../../builders/renderer/aClaim.ts'
import { aSyncStatus } from '../../../builders/renderer/aSyncStatus.ts'
import { handlersOver, HOST_INFO } from '../../../fakes/renderer/fakeCore.ts'

export type Loose = Record<string, unknown>

export const after = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
export const held = (name: string, userId: string, minutes: number | null) => ({
  assignedTo: { userId, name, until: minutes === null ? null : after(minutes) },
})
export const MINE = held('Marta Ginevri', 'u-reviewer', 24.5)
export const OTHERS = held('Anouk Kessler', 'u-team-lead', 12.5)

/** The frame is served at the port of the page, under a name of its own. */
export const siteInfo = () => ({
  ...HOST_INFO,
  viewerUrl: `http://viewer.localhost:${location.port}/index.html`,
})

export const aStatus = (over: Loose = {}) => aSyncStatus({ lastSyncAt: after(-1), ...over })

export const ROWS = Array.from({ length: 24 }, (_, at) =>
  aSummary({
    claimId: at === 0 ? aForm.claimId : `4277${at}265`,
    claimName: at % 3 === 0 ? 'Harrow Point Teams Phone' : 'Distribuzione Teams e Intune, stabilimenti',
    ...(at % 4 === 0
      ? MINE
      : at % 4 === 1
        ? OTHERS
        : at % 4 === 2
          ? held('Anouk Kessler', 'u-team-lead', null)
          : {}),
  }),
)

/** Says nothing of claims before the spec dispatches `answer` at the window. */
export function lateQueue(): Partial<Handlers> {
  const list = handlersOver(ROWS, () => undefined)['claims.list']
  const mayAnswer = new Promise((resolve) => addEventListener('answer', resolve, { once: true }))
  return {
    'sync.status': () => aStatus(),
    'claims.list': async (input) => {
      await mayAnswer
      return list(input)
    },
  }
}

/** A queue of a hundred thousand claims, of which only those that are asked for are made. Whatever is looked for stands in very many. */
export function manyClaims(): Partial<Handlers> {
  const [all, counted] = [100_000, 10_000]
  const sizeOf = (filter: string) => (filter === '' ? all : counted)
  const row = (at: number) =>
    aSummary({ claimId: `5${String(at).padStart(7, '0')}`, claimName: `Claim ${at + 1}` })
  return {
    'sync.status': () => aStatus(),
    'claims.counts': () => ({ states: [{ state: 'under_review', claims: all }] }),
    'claims.count': ({ filters }) => ({
      counts: filters.map(({ text }) => ({ claims: sizeOf(text), isMore: text === 'microsoft' })),
    }),
    'views.list': () => ({
      views: [{ viewId: '7c1d9a52-0f0e-4b7e-9d55-6a4c1b2f3e10', name: 'Cloud', query: 'microsoft' }],
    }),
    'claims.list': ({ filter: { text }, offset, limit }) => ({
      total: sizeOf(text),
      isMore: text !== '',
      offset,
      rows: Array.from({ length: Math.max(0, Math.min(limit, sizeOf(text) - offset)) }, (_, at) =>
        row(offset + at),
      ),
      isNewestOnly: false,
    }),
  }
}

/** A queue of every kind of row, with saved views, text found in papers, and claims that cannot be approved. */
export function onDesk(): Partial<Handlers> {
  const rows = ROWS.map((row, at) =>
    aSummary({
      ...row,
      claimId: `4280${at}265`,
      clock: at === 22 ? null : at > 19 ? aPausedClock : aClockFromNow(at),
      subState: at % 5 === 3 ? 'resubmitted' : 'in_review',
      competing: at % 6 === 2,
      raised: at === 1,
      reminded: at === 0,
      verdicts: {
        ...row.verdicts,
        dates: at % 4 === 1 ? 'not_met' : 'met',
        products: at % 7 === 3 ? 'cannot_tell' : 'met',
      },
      snooze:
        at === 4
          ? { until: after(3000), wokenBy: 'new_document' }
          : at === 6
            ? { until: after(9000), wokenBy: null }
            : null,
      found: null,
    }),
  )
  const inPaper = {
    where: 'document',
    name: 'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
    page: 3,
    pieces: [
      { text: '… accepted on behalf of the customer, ', isMatch: false },
      { text: 'signature', isMatch: true },
      { text: ' and date as below …', isMatch: false },
    ],
  }
  const inComment = { ...inPaper, where: 'comment', name: 'Marcus Ellery', page: null }
  const plain = handlersOver(rows, () => undefined)
  return {
    ...plain,
    'sync.status': () => aStatus(),
    'claims.list': (input) => {
      const isSearch = input.filter.text.includes('signature')
      const { filter, ...page } = input
      const text = filter.text.replace(/\bsignature\b/, '').trim()
      const found = plain['claims.list']({ ...page, filter: { text } })
      if (!isSearch || found instanceof Promise) return found
      return {
        ...found,
        rows: found.rows.map((row, at) =>
          aSummary({ ...row, found: at % 3 === 2 ? null : at % 3 === 1 ? inComment : inPaper }),
        ),
      }
    },
    'views.list': () => ({
      views: [
        ['Italian partners', 'partner:srl'],
        ['Business Central', 'product:"business central"'],
        ['Scans that nobody has looked at yet', 'check:none'],
      ].map(([name = '', query = ''], at) => ({
        viewId: `00000000-0000-4000-8000-00000000000${at}`,
        name,
        query,
      })),
    }),
    'claims.bulkPlan': ({ claimIds }) => ({
      able: claimIds.slice(1),
      leftOut: claimIds.slice(0, 1).map((claimId) => ({
        claimId,
        claimName: 'Harrow Point Teams Phone',
        blocks: [{ reason: 'criterion_open', criterion: 'dates', item: null }],
      })),
    }),
    'claims.explainClock': ({ claimId }) => {
      const clock = rows.find((row) => row.claimId === claimId)?.clock
      if (!clock?.dueAt) return { explanation: null }
      const [from, to] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)]
      const middle = from + Math.round((to - from) / 3)
      const stretch = (kind: string, begin: number, end: number) => ({
        kind,
        phase: 'ahead',
        from: begin,
        to: end,
        name: null,
      })
      return {
        explanation: ClockExplanation.parse({
          clock,
          length: 5,
          unit: 'business_days',
          segments: [stretch('running', from, middle), stretch('weekend', middle, to)],
          calendar: { id: 'review-team', version: 2, zone: 'Europe/Rome' },
        }),
      }
    },
  }
}

/** Due from two hours ago on, four hours further with each row. */
function aClockFromNow(at: number) {
  const hours = -2.2 + at * 4
  const point = (share: number) => after((-96 + (hours + 96) * share) * 60)
  return {
    timer: 'review',
    startedAt: point(0),
    dueAt: point(1),
    halfAt: point(0.5),
    threeQuartersAt: point(0.75),
    nineTenthsAt: point(0.9),
    pausedShare: null,
  }
}
