import { describe, expect, it } from 'vitest'
import type { LeadBoard } from '../../../../src-preload/contract/lead.ts'
import type { LeadFigure } from '../../../../src-preload/contract/vocabulary/leadShape.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { ClaimId, Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { LEAD_PARTS, LEAD_TILES } from '../../../../src-preload/contract/vocabulary/leadWords.ts'
import { leadClaims } from '../../../../src-main/workstation/tables/listedRows.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { chanceOf } from '../../../builders/chance.ts'
import { oracleOf } from '../../../builders/leadOracle.ts'
import { aDrawnClaim, aLeadDesk, fill, iso, waits } from '../../../builders/leadTeam.ts'
import { aStore } from '../../../builders/store.ts'

const CALENDAR = aCalendar({
  holidays: [
    { day: '2026-03-30', name: 'Drawn' },
    { day: '2026-10-26', name: 'Drawn' },
  ],
})

/** Instants at which something happens to days: both changes of the clocks, a weekend, a day’s very end, plain noon. */
const AROUND = [
  '2026-03-27T23:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T01:00:00.000Z',
  '2026-10-26T12:00:00.000Z',
  '2026-11-20T23:00:00.000Z',
].map((at) => Date.parse(at))

const SEEDS = [1, 20_261_123, 77_001]

/** The value of an answer to a team lead. */
function shown<T extends { outcome: string }>(answer: T | Promise<T>): Extract<T, { outcome: 'shown' }> {
  if (answer instanceof Promise || answer.outcome !== 'shown') throw new Error('It was not shown.')
  return answer as Extract<T, { outcome: 'shown' }>
}

/** Every number that stands on a board, by what it counts. */
function figuresOf(board: LeadBoard): { figure: LeadFigure; count: number }[] {
  const { due } = board
  return [
    ...board.tiles.map(({ tile, claims }) => ({ figure: { of: 'tile', tile } as const, count: claims })),
    ...due.timers.flatMap(({ timer, overdue, days, later }) => [
      { figure: { of: 'due', timer, when: 'overdue' } as const, count: overdue },
      { figure: { of: 'due', timer, when: 'later' } as const, count: later },
      ...days.map((count, n) => ({ figure: { of: 'due', timer, when: due.days[n] ?? '' } as const, count })),
    ]),
    ...board.ages.map(({ from, claims }) => ({ figure: { of: 'age', from } as const, count: claims })),
    ...board.weeks.flatMap(({ monday, breaches }) => [
      {
        figure: { of: 'week', monday, timer: null } as const,
        count: breaches.reduce((sum, { clocks }) => sum + clocks, 0),
      },
      ...breaches.map(({ timer, clocks }) => ({
        figure: { of: 'week', monday, timer } as const,
        count: clocks,
      })),
    ]),
    ...board.load.map(({ userId, open }) => ({ figure: { of: 'holder', userId } as const, count: open })),
    { figure: { of: 'late_pauses' } as const, count: board.latePauses },
  ]
}

async function aDrawnTeam(seed: number) {
  const chance = chanceOf(seed)
  const records = Array.from({ length: 120 }, (_, n) => aDrawnClaim(chance, n, AROUND, CALENDAR))
  const store = aStore()
  fill(store, records, CALENDAR)
  waits(store, 'c-1', 'approve')
  waits(store, 'c-2', 'request_info')
  waits(store, 'c-3', 'comment')
  waits(store, 'c-4', 'take')
  waits(store, 'c-5', 'case_decide', ['c-5', 'c-6', 'c-7'])
  waits(store, 'c-8', 'case_vote', ['c-8', 'c-9'])
  const lead = aLeadDesk(store)
  await lead.tellPast()
  return { store, records, decided: ['c-1', 'c-2', 'c-5', 'c-6', 'c-7'], ...lead }
}

/** Some instants at which clocks run out or reach a share, to the millisecond, and some around them. */
function momentsOf(records: Awaited<ReturnType<typeof aDrawnTeam>>['records'], seed: number): number[] {
  const { pick } = chanceOf(seed)
  const exact = records.flatMap(({ clocks }) =>
    clocks.flatMap(({ dueAt, nineTenthsAt }) => [dueAt, nineTenthsAt]),
  )
  const drawn = Array.from({ length: 12 }, () => Date.parse(pick(exact.filter((at) => at !== null)) ?? ''))
  return [...AROUND, ...drawn, ...drawn.map((at) => at - 1)]
}

describe('the figures of a board', () => {
  it.each(SEEDS)('are those of an oracle, at every instant (seed %i)', { timeout: 60_000 }, async (seed) => {
    const { store, records, decided, desk } = await aDrawnTeam(seed)
    const seen = new Set<string>()
    for (const now of momentsOf(records, seed)) {
      const { board } = shown(await desk['lead.board']({ asOf: Instant.parse(iso(now)) }))
      const oracle = store.read((s) => oracleOf(s, { records, calendar: CALENDAR, decided, now }))
      const until = board.due.days.at(-1) ?? ''
      const said = Object.fromEntries(board.tiles.map(({ tile, claims }) => [tile, claims]))
      expect(said, iso(now)).toEqual(oracle.tiles)
      for (const { figure, count } of figuresOf(board)) {
        const wanted =
          figure.of === 'due' && figure.timer !== null
            ? oracle.dues(figure.timer, figure.when, until)
            : figure.of === 'age'
              ? oracle.age(figure.from, board.ages.find(({ from }) => from === figure.from)?.to ?? null)
              : figure.of === 'week' && figure.timer !== null
                ? oracle.week(figure.monday, figure.timer)
                : figure.of === 'holder'
                  ? oracle.held(figure.userId)
                  : figure.of === 'late_pauses'
                    ? oracle.latePauses(board.weeks[0]?.monday ?? '')
                    : count
        expect(count, `${iso(now)} ${JSON.stringify(figure)}`).toBe(wanted)
        if (count > 0) seen.add(figure.of === 'tile' ? figure.tile : figure.of)
      }
    }
    // None of them was nothing all the time.
    expect([...seen].sort()).toEqual([...LEAD_TILES, 'age', 'due', 'holder', 'late_pauses', 'week'].sort())
  })

  it.each(SEEDS)(
    'have as many lines behind them, and parts that add up (seed %i)',
    { timeout: 60_000 },
    async (seed) => {
      const { records, desk } = await aDrawnTeam(seed)
      for (const now of momentsOf(records, seed).slice(0, 8)) {
        const asOf = Instant.parse(iso(now))
        const { board } = shown(await desk['lead.board']({ asOf }))
        for (const { figure, count } of figuresOf(board)) {
          const asked = { figure, slice: null, asOf }
          const list = shown(desk['lead.claims']({ ...asked, offset: 0, limit: 200 }))
          expect([list.total, list.rows.length], JSON.stringify(figure)).toEqual([count, count])
          for (const by of LEAD_PARTS) {
            const { parts } = shown(desk['lead.breakdown']({ ...asked, by }))
            expect(
              parts.reduce((sum, part) => sum + part.count, 0),
              `${by} of ${JSON.stringify(figure)}`,
            ).toBe(count)
          }
        }
      }
    },
  )

  it('have the same lines in a file', async () => {
    const { store, records, desk } = await aDrawnTeam(20_261_123)
    for (const now of momentsOf(records, 20_261_123).slice(0, 6)) {
      const asOf = Instant.parse(iso(now))
      const { board } = shown(await desk['lead.board']({ asOf }))
      for (const { figure, count } of figuresOf(board)) {
        const lines = [...leadClaims({ store }, { figure, slice: null, asOf })].flat()
        const list = shown(desk['lead.claims']({ figure, slice: null, asOf, offset: 0, limit: 200 }))
        expect(lines.length, JSON.stringify(figure)).toBe(count)
        expect(lines).toEqual(list.rows)
      }
    }
  })

  it('open the same lines part by part', async () => {
    const { desk } = await aDrawnTeam(1)
    const asOf = Instant.parse(iso(AROUND[3] ?? 0))
    const figure = { of: 'tile', tile: 'open' } as const
    const idsOf = (answer: Extract<Output<'lead.claims'>, { outcome: 'shown' }>) =>
      answer.rows.map(({ claimId }) => claimId)
    const all = idsOf(shown(desk['lead.claims']({ figure, slice: null, asOf, offset: 0, limit: 200 })))
    for (const by of LEAD_PARTS) {
      const { parts } = shown(desk['lead.breakdown']({ figure, slice: null, asOf, by }))
      const sliced = parts.flatMap(({ value, count }) => {
        const list = shown(desk['lead.claims']({ figure, slice: { by, value }, asOf, offset: 0, limit: 200 }))
        expect(list.total).toBe(count)
        return idsOf(list)
      })
      expect(sliced.sort()).toEqual(all.toSorted())
    }
  })

  it('come page by page without a gap or a repeat, the first due first', async () => {
    const { desk } = await aDrawnTeam(1)
    const asOf = Instant.parse(iso(AROUND[3] ?? 0))
    const page = (offset: number, limit: number) =>
      shown(desk['lead.claims']({ figure: { of: 'tile', tile: 'open' }, slice: null, asOf, offset, limit }))
        .rows
    const all = page(0, 200)
    const paged = Array.from({ length: Math.ceil(all.length / 7) }, (_, n) => page(n * 7, 7)).flat()
    expect(paged).toEqual(all)
    const dues = all.flatMap(({ clock }) => clock?.dueAt ?? [])
    expect(dues).toEqual(dues.toSorted())
  })

  it('are for a team lead alone', async () => {
    for (const role of ['reviewer', 'arbitration_lead', 'auditor'] as const) {
      const { desk } = aLeadDesk(aStore(), role)
      const figure = { of: 'tile', tile: 'open' } as const
      const asked = { figure, slice: null, asOf: null }
      const answers = [
        await desk['lead.board']({ asOf: null }),
        desk['lead.breakdown']({ ...asked, by: 'timer' }),
        desk['lead.claims']({ ...asked, offset: 0, limit: 1 }),
        desk['lead.clock']({
          claimId: ClaimId.parse('c'),
          timer: 'review',
          startedAt: Instant.parse(iso(0)),
        }),
      ]
      for (const answer of answers)
        expect(answer).toMatchObject({ outcome: 'blocked', blocks: [{ reason: 'role_may_not' }] })
    }
  })
})
