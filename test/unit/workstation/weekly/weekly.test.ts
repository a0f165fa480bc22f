import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBrowserPrinter } from '../../../../src-main/hosts/loopback/browserPrinter.ts'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'
import { momentOf, teamWeekOf } from '../../../../src-main/workstation/lead/teamDays.ts'
import {
  BREACH_COLUMNS,
  type Breaches,
  gatherWeek,
} from '../../../../src-main/workstation/weekly/weekFacts.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aClaimRecord, aClock } from '../../../builders/claimRecord.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { type Chance, chanceOf } from '../../../builders/chance.ts'
import { breachesOf, daysAsked, isTeams } from '../../../builders/leadOracle.ts'
import { aDrawnClaim, aLeadDesk, fill, waits } from '../../../builders/leadTeam.ts'
import { aStore } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { pdfInfo, textOfPdf } from '../../../conformance/printer/poppler.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

/** A Wednesday. */
const NOW = Date.parse('2026-11-25T12:00:00.000Z')
const MONDAY = '2026-11-23'
const CALENDAR = aCalendar({ holidays: [{ day: '2026-11-20', name: 'Drawn' }] })
/** Where weeks begin and end in Rome, to the millisecond, among them a week with an hour more; and plain days. */
const AROUND = [
  '2026-11-22T23:00:00.000Z',
  '2026-11-15T23:00:00.000Z',
  '2026-10-18T22:00:00.000Z',
  '2026-10-25T23:00:00.000Z',
  '2026-11-24T10:00:00.000Z',
].map((at) => Date.parse(at))
const NAMES = ['Marta Ginevri', 'Paul Brandt', '<b>Jo</b>'] as const
const DECISIONS = ['approved', 'rejected', 'information_requested', 'held_for_arbitration'] as const
const OPEN = ['submitted', 'under_review', 'partner_action_required']

/** A drawn claim whose history has several authors. */
function aLife(chance: Chance, n: number): ClaimRecord {
  const record = aDrawnClaim(chance, n, AROUND, CALENDAR)
  const history = record.history.map((entry) => ({ ...entry, actorName: chance.pick(NAMES) }))
  return { ...record, history }
}

/** The report by another way: over the claims as they were told, one by one, by days that are asked of Intl. */
function byHand(records: readonly ClaimRecord[], decided: readonly string[], monday: string) {
  const days = daysAsked(CALENDAR)
  const weekOf = (at: number) => days.mondayOf(days.dateAt(at))
  const open = records.filter(({ state }) => OPEN.includes(state))
  const acts = records
    .flatMap(({ history }) => history)
    .filter(({ side, at }) => side === 'reviewer' && weekOf(Date.parse(at)) === monday)
  const running = records.flatMap(({ form, clocks, assignedTo }) =>
    clocks.flatMap(({ timer, dueAt }) => {
      const due = Date.parse(dueAt ?? '')
      const isBreach = isTeams(timer) && due <= NOW && !decided.includes(form.claimId)
      return isBreach ? [{ timer, due, endedAt: null, holder: assignedTo?.name ?? null }] : []
    }),
  )
  const late = records.flatMap((record) =>
    breachesOf(record, CALENDAR, decided, NOW)
      .filter(({ endedAt }) => endedAt !== null && endedAt <= NOW)
      .map((one) => ({ ...one, holder: record.assignedTo?.name ?? null })),
  )
  const breaches = [...running, ...late]
  const isOf = {
    weekRunning: (one) => one.endedAt === null && weekOf(one.due - 1) === monday,
    weekLate: (one) => one.endedAt !== null && weekOf(one.due - 1) === monday,
    beforeRunning: (one) => one.endedAt === null && weekOf(one.due - 1) < monday,
    beforeLate: (one) =>
      one.endedAt !== null && weekOf(one.due - 1) < monday && weekOf(one.endedAt) === monday,
  } as const satisfies Record<keyof Breaches, (one: (typeof breaches)[number]) => boolean>
  const countsOf = (of: (one: (typeof breaches)[number]) => boolean): Breaches => {
    const count = (column: keyof Breaches) => breaches.filter((one) => of(one) && isOf[column](one)).length
    return {
      weekRunning: count('weekRunning'),
      weekLate: count('weekLate'),
      beforeRunning: count('beforeRunning'),
      beforeLate: count('beforeLate'),
    }
  }
  const today = days.dateAt(NOW)
  const ages = open.map(({ form }) =>
    days.businessDaysAfter(days.dateAt(Date.parse(form.submittedAt)), today),
  )
  return {
    decided: (name: string, kind: string) =>
      acts.filter((one) => one.actorName === name && one.kind === kind).length,
    decisions: acts.filter(({ kind }) => DECISIONS.some((one) => one === kind)).length,
    all: countsOf(() => true),
    byTimer: (timer: string) => countsOf((one) => one.timer === timer),
    byHolder: (holder: string | null) => countsOf((one) => one.holder === holder),
    inClass: (from: number, to: number | null) =>
      ages.filter((age) => age >= from && (to === null || age <= to)).length,
    paused: records.filter(({ clocks }) =>
      clocks.some(({ timer, dueAt }) => isTeams(timer) && dueAt === null),
    ).length,
  }
}

/** Column by column. */
const together = (rows: readonly { readonly counts: Breaches }[]): Breaches => {
  const sum = (column: keyof Breaches) => rows.reduce((all, { counts }) => all + counts[column], 0)
  return {
    weekRunning: sum('weekRunning'),
    weekLate: sum('weekLate'),
    beforeRunning: sum('beforeRunning'),
    beforeLate: sum('beforeLate'),
  }
}

async function aDrawnTeam(seed: number) {
  const chance = chanceOf(seed)
  const records = Array.from({ length: 150 }, (_, n) => aLife(chance, n))
  const store = aStore()
  fill(store, records, CALENDAR)
  const decided = ['c-1', 'c-2', 'c-3']
  for (const claimId of decided) waits(store, claimId, 'approve')
  waits(store, 'c-4', 'comment')
  const lead = aLeadDesk(store, 'team_lead', NOW)
  await lead.tellPast()
  const reportOf = (weeksAgo: number) =>
    store.read((s) => {
      const { days } = momentOf(CALENDAR, NOW)
      return gatherWeek(s, { week: teamWeekOf(CALENDAR, NOW, weeksAgo), now: NOW, days })
    })
  return { records, decided, reportOf, desk: lead.desk }
}

describe('the report of a week', () => {
  it.each([1, 20_261_123, 77_001])(
    'says what the claims say, whatever happened to them (seed %i)',
    async (seed) => {
      const { records, decided, reportOf } = await aDrawnTeam(seed)
      const seen = new Set<string>()
      for (const weeksAgo of [0, 1, 4, 5]) {
        const facts = reportOf(weeksAgo)
        const truth = byHand(records, decided, facts.week.monday)
        for (const { name, counts } of facts.decisions)
          for (const [kind, count] of Object.entries(counts)) expect(count).toBe(truth.decided(name, kind))
        expect(
          facts.decisions.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b, 0),
        ).toBe(truth.decisions)
        for (const { timer, counts } of facts.byTimer) expect(counts).toEqual(truth.byTimer(timer))
        for (const { holder, counts } of facts.byHolder) expect(counts).toEqual(truth.byHolder(holder))
        expect([together(facts.byTimer), together(facts.byHolder)]).toEqual([truth.all, truth.all])
        expect(
          facts.classes.map((_, band) => facts.ages.reduce((all, { bands }) => all + (bands[band] ?? 0), 0)),
        ).toEqual(facts.classes.map(({ from, to }) => truth.inClass(from, to)))
        expect([facts.paused, facts.untold]).toEqual([truth.paused, 0])
        for (const [column, count] of Object.entries(truth.all)) if (count > 0) seen.add(column)
      }
      // None of them was nothing all the time.
      expect([...seen].sort()).toEqual([...BREACH_COLUMNS].sort())
    },
  )

  it('counts as the board does: what stands still, how old claims are, and what was breached in a week and has ended', async () => {
    const { records, decided, reportOf, desk } = await aDrawnTeam(3)
    const answer = await desk['lead.board']({ asOf: null })
    if (answer.outcome !== 'shown') throw new Error('It was not shown.')
    const { tiles, ages, weeks } = answer.board
    const report = reportOf(1)
    expect(tiles.find(({ tile }) => tile === 'paused')?.claims).toBe(report.paused)
    expect(ages.map(({ claims }) => claims)).toEqual(
      report.classes.map((_, band) => report.ages.reduce((all, { bands }) => all + (bands[band] ?? 0), 0)),
    )
    const lastWeek = weeks.find(({ monday }) => monday === report.week.monday)
    const days = daysAsked(CALENDAR)
    const stillRuns = records
      .flatMap((record) => breachesOf(record, CALENDAR, decided, NOW))
      .filter(
        ({ due, endedAt }) => endedAt === null && days.mondayOf(days.dateAt(due - 1)) === report.week.monday,
      ).length
    expect(lastWeek?.breaches.reduce((all, { clocks }) => all + clocks, 0)).toBe(
      together(report.byTimer).weekLate + stillRuns,
    )
  })

  it('runs from Monday to Sunday in the zone of the team, an hour longer where the clocks go back', () => {
    const late = Date.parse('2026-11-22T23:30:00.000Z') // Half past midnight of Monday in Rome.
    expect(teamWeekOf(CALENDAR, late, 0)).toEqual({
      monday: MONDAY,
      zone: 'Europe/Rome',
      from: Date.parse('2026-11-22T23:00:00.000Z'),
      until: Date.parse('2026-11-29T23:00:00.000Z'),
    })
    expect(teamWeekOf(CALENDAR, late, 1).monday).toBe('2026-11-16')
    const { from, until } = teamWeekOf(CALENDAR, late, 5)
    expect((until - from) / 3_600_000).toBe(7 * 24 + 1)
  })
})

/** In the week in which the workstation of a test begins. */
const records = [
  aClaimRecord({
    claimId: 'CLM-1',
    clocks: [aClock('2026-11-18T12:00:00.000Z') as never],
    history: [
      {
        entryId: 'h1',
        at: '2026-11-18T12:00:00.000Z',
        side: 'reviewer',
        kind: 'approved',
        actorName: '<b>Jo</b>',
        fromState: null,
        toState: null,
        detail: null,
      },
    ] as never,
  }),
]

async function aDesk(user: string, printed: string[] = []) {
  const hub = await startScriptedHub({ feed: feedOf(() => records) })
  const written: Uint8Array[] = []
  const station = await startWorkstation({
    hub: hub.port,
    user,
    printer: {
      isThere: async () => true,
      print: async (html) => {
        printed.push(html)
        return new TextEncoder().encode('%PDF-1.7 the week')
      },
    },
    chooseCopyPlace: async (name) => ({
      where: `/x/${name}`,
      write: async (bytes) => void written.push(bytes),
    }),
  })
  station.clock.advance(0)
  await station.until(
    async () =>
      (await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 5 })).total === 1,
  )
  return { ...station, written }
}

describe('a weekly report as a file', () => {
  it('is printed, noted with its hash, and written where the lead chose; strangers’ words stay words', async () => {
    const printed: string[] = []
    const { call, workstation, database } = await aDesk('u-lead', printed)
    expect(await call('reports.weekly', { weeksAgo: 0, locale: 'en' })).toEqual({
      outcome: 'saved',
      where: '/x/Weekly report 2026-11-16.pdf',
    })
    expect(printed[0]).toContain('&lt;b&gt;Jo&lt;/b&gt;')
    await workstation.stop()
    const log = bareDatabase(database, { readonly: true })
    expect(
      log
        .prepare<[], Record<string, string>>(
          "select actor, facts ->> '$.week' as week from audit where act = 'weekly_report'",
        )
        .all(),
    ).toEqual([expect.objectContaining({ actor: 'u-lead', week: '2026-11-16' })])
    log.close()
  })

  it('is the lead’s to make', async () => {
    const { call } = await aDesk('u-reviewer')
    expect(await call('reports.weekly', { weeksAgo: 0, locale: 'en' })).toMatchObject({
      outcome: 'blocked',
    })
  })

  it('on paper is tagged, has its sections as outline and its figures as text', async () => {
    const printed: string[] = []
    const { call } = await aDesk('u-lead', printed)
    await call('reports.weekly', { weeksAgo: 0, locale: 'it' })
    const printer = createBrowserPrinter({
      findBrowser: () => findBrowser(),
      folder: join(aTempFolder(), 'printing'),
      isRoot: process.getuid?.() === 0,
    })
    const pdf = await printer.print(printed[0] ?? '')
    expect(await pdfInfo(pdf)).toMatch(/^Tagged:\s+yes$/mu)
    expect((await textOfPdf(pdf)).replaceAll(/\s+/gu, ' ')).toContain(
      'La settimana del gruppo, dal 16 nov 2026 al 22 nov 2026',
    )
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const outline = await (await getDocument({ data: new Uint8Array(pdf) }).promise).getOutline()
    const titles = outline.flatMap(({ title, items }) => [
      title,
      ...(items as { title: string; items: { title: string }[] }[]).flatMap((one) => [
        one.title,
        ...one.items.map((each) => each.title),
      ]),
    ])
    expect(titles).toEqual(
      expect.arrayContaining(['Decisioni', 'Sforamenti', 'Per termine', 'Età delle richieste aperte']),
    )
  })
})
