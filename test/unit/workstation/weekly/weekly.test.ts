import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBrowserPrinter } from '../../../../src-main/hosts/loopback/browserPrinter.ts'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'
import { applyClaim } from '../../../../src-main/store/feedRepo.ts'
import { gatherWeek, weekOf } from '../../../../src-main/workstation/weekly/weekFacts.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aClaimRecord, aClock } from '../../../builders/claimRecord.ts'
import { aStore } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { pdfInfo, textOfPdf } from '../../../conformance/printer/poppler.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'

const DAY_MS = 86_400_000
/** A Wednesday. */
const NOW = Date.parse('2026-11-25T12:00:00.000Z')
const WEEK = weekOf('2026-11-25')
const at = (daysAgo: number) => new Date(NOW - Math.round(daysAgo * DAY_MS)).toISOString()

const KINDS = ['approved', 'rejected', 'information_requested', 'held_for_arbitration', 'commented'] as const
const NAMES = ['Marta Ginevri', 'Paul Brandt', '<b>Jo</b>'] as const
const aLife = fc.record({
  state: fc.constantFrom(
    'submitted',
    'under_review',
    'partner_action_required',
    'approved',
    'rejected',
    'editing',
  ),
  holder: fc.option(fc.constantFrom(...NAMES), { nil: null }),
  submitted: fc.integer({ min: 0, max: 60 }),
  timers: fc.uniqueArray(fc.constantFrom('pickup', 'review', 'decision_target'), { maxLength: 3 }),
  due: fc.array(fc.option(fc.integer({ min: -10, max: 20 }), { nil: null }), { minLength: 3, maxLength: 3 }),
  done: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      name: fc.constantFrom(...NAMES),
      side: fc.constantFrom('reviewer', 'partner'),
      ago: fc.double({ min: -6, max: 12, noNaN: true }),
    }),
    { maxLength: 5 },
  ),
})
type Life = typeof aLife extends fc.Arbitrary<infer T> ? T : never

function recordOf({ state, holder, submitted, timers, due, done }: Life, number: number): ClaimRecord {
  const base = aClaimRecord({
    claimId: `CLM-${number}`,
    state: state as ClaimRecord['state'],
    subState: null,
    clocks: timers.map((timer, each) => {
      const days = due[each] ?? null
      return { ...aClock(days === null ? null : at(days)), timer } as never
    }),
    history: done.map(({ kind, name, side, ago }, each) => ({
      entryId: `h${each}`,
      at: at(ago),
      side,
      kind,
      actorName: name,
      fromState: null,
      toState: null,
      detail: null,
    })) as never,
  })
  const assignedTo = holder === null ? null : { userId: holder as never, name: holder, until: null }
  return { ...base, assignedTo, form: { ...base.form, submittedAt: at(submitted) as never } }
}

/** The report by another way: over the claims as they were told, one by one. */
function byHand(records: readonly ClaimRecord[]) {
  const open = records.filter(({ state }) =>
    ['submitted', 'under_review', 'partner_action_required'].includes(state),
  )
  const inWeek = (instant: string) => Date.parse(instant) >= WEEK.from && Date.parse(instant) < WEEK.until
  const decisions = records
    .flatMap(({ history }) => history)
    .filter((entry) => entry.side === 'reviewer' && entry.kind !== 'commented' && inWeek(entry.at))
  const overdue = open
    .flatMap(({ clocks, assignedTo }) =>
      clocks.map((clock) => ({ ...clock, holder: assignedTo?.name ?? null })),
    )
    .filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < NOW)
  const isNew = ({ dueAt }: { dueAt: string | null }) => Date.parse(dueAt ?? '') >= WEEK.from
  const ages = open.map(({ form }) => (NOW - Date.parse(form.submittedAt)) / DAY_MS)
  return {
    decided: (name: string, kind: string) =>
      decisions.filter((one) => one.actorName === name && one.kind === kind).length,
    overdue: (key: 'timer' | 'holder', value: string | null, fresh: boolean) =>
      overdue.filter((clock) => clock[key] === value && isNew(clock) === fresh).length,
    inBand: (from: number, to: number) => ages.filter((age) => age >= from && age < to).length,
    paused: open.filter(({ clocks }) => (clocks[0]?.pausedShare ?? null) !== null).length,
    decisions: decisions.length,
    breaches: overdue.length,
  }
}

describe('the report of a week', () => {
  it('says what the claims say, whatever happened to them', () => {
    fc.assert(
      fc.property(fc.array(aLife, { maxLength: 25 }), (lives) => {
        const records = lives.map(recordOf)
        const store = aStore()
        store.write((s) => {
          for (const record of records) applyClaim(s, record)
        })
        const facts = store.read((s) => gatherWeek(s, WEEK, NOW))
        store.close()
        const truth = byHand(records)
        for (const { name, counts } of facts.decisions)
          for (const [kind, count] of Object.entries(counts)) expect(count).toBe(truth.decided(name, kind))
        const total = (rows: readonly { inWeek: number; before: number }[]) =>
          rows.reduce((all, { inWeek, before }) => all + inWeek + before, 0)
        expect(
          facts.decisions.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b, 0),
        ).toBe(truth.decisions)
        expect([total(facts.byTimer), total(facts.byHolder)]).toEqual([truth.breaches, truth.breaches])
        for (const { timer, inWeek, before } of facts.byTimer)
          expect([inWeek, before]).toEqual([
            truth.overdue('timer', timer, true),
            truth.overdue('timer', timer, false),
          ])
        for (const { holder, inWeek, before } of facts.byHolder)
          expect([inWeek, before]).toEqual([
            truth.overdue('holder', holder, true),
            truth.overdue('holder', holder, false),
          ])
        const bands = [0, 5, 10, 20, 40, Number.POSITIVE_INFINITY]
        expect(
          bands
            .slice(1)
            .map((_, band) => facts.ages.reduce((all, { bands: counts }) => all + (counts[band] ?? 0), 0)),
        ).toEqual(bands.slice(1).map((to, band) => truth.inBand(bands[band] ?? 0, to)))
        expect(facts.paused).toBe(truth.paused)
      }),
      { numRuns: 40 },
    )
  })

  it('runs from Monday to Sunday, whatever day of it is named', () => {
    const days = ['2026-11-23', '2026-11-25', '2026-11-29']
    for (const day of days) expect(new Date(weekOf(day).from).toISOString()).toBe('2026-11-23T00:00:00.000Z')
    expect(new Date(weekOf('2026-11-22').until).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  })
})

const records = [
  recordOf(
    {
      state: 'under_review',
      holder: 'Marta Ginevri',
      submitted: 12,
      timers: ['review'],
      due: [1, null, null],
      done: [{ kind: 'approved', name: '<b>Jo</b>', side: 'reviewer', ago: 1 }],
    },
    1,
  ),
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
    expect(await call('reports.weekly', { day: '2026-11-25', locale: 'en' })).toEqual({
      outcome: 'saved',
      where: '/x/Weekly report 2026-11-23.pdf',
    })
    expect(printed[0]).toContain('&lt;b&gt;Jo&lt;/b&gt;')
    await workstation.stop()
    const log = new DatabaseSync(database, { readOnly: true })
    expect(
      log.prepare("select actor, facts ->> '$.week' as week from audit where act = 'weekly_report'").all(),
    ).toEqual([expect.objectContaining({ actor: 'u-lead', week: '2026-11-23' })])
    log.close()
  })

  it('is the lead’s to make', async () => {
    const { call } = await aDesk('u-reviewer')
    expect(await call('reports.weekly', { day: '2026-11-25', locale: 'en' })).toMatchObject({
      outcome: 'blocked',
    })
  })

  it('on paper is tagged, has its sections as outline and its figures as text', async () => {
    const printed: string[] = []
    const { call } = await aDesk('u-lead', printed)
    await call('reports.weekly', { day: '2026-11-25', locale: 'it' })
    const printer = createBrowserPrinter({
      findBrowser: () => findBrowser(),
      folder: join(aTempFolder(), 'printing'),
      isRoot: process.getuid?.() === 0,
    })
    const pdf = await printer.print(printed[0] ?? '')
    expect(await pdfInfo(pdf)).toMatch(/^Tagged:\s+yes$/mu)
    expect((await textOfPdf(pdf)).replaceAll(/\s+/gu, ' ')).toContain(
      'La settimana del gruppo, dal 23 nov 2026 al 29 nov 2026',
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
