import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance, firstToMove } from '../../../../src-main/domain/forecast/balance.ts'
import type { OpenWork } from '../../../../src-main/domain/forecast/forecast.ts'
import type { Member } from '../../../../src-main/domain/forecast/pace.ts'
import { AS_IT_IS, teamForecast } from '../../../../src-main/domain/forecast/teamForecast.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Program } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aCalendar } from '../../../builders/calendar.ts'

const calendar = aCalendar({ zone: 'UTC' })
const MONDAY = Date.parse('2026-11-23T00:00:00Z')
const FRIDAY_END = Date.parse('2026-11-28T00:00:00Z')
const TODAY_END = Date.parse('2026-11-24T00:00:00Z')
const anna = UserId.parse('anna')
const bela = UserId.parse('bela')
const cora = UserId.parse('cora')

/** Nothing was decided yet, so each is as fast as a lead has set. */
const member = (userId: UserId, claimsADay: number, absences: Member['absences'] = []): Member => ({
  userId,
  name: userId,
  claimsADay,
  absences,
})
const claims = (count: number, dueAt: number, heldBy: UserId | null, prefix = 'C'): OpenWork[] =>
  Array.from({ length: count }, (_, n) => ({
    claimId: ClaimId.parse(`${prefix}-${String(n).padStart(3, '0')}`),
    dueAt,
    heldBy,
  }))
const forecast = (work: readonly OpenWork[], team: readonly Member[], until = FRIDAY_END) =>
  teamForecast({ work, team, decisions: [], calendar, now: MONDAY, until })
const receivers = (...ids: readonly UserId[]) => ids.map((userId) => ({ userId, programs: [] as Program[] }))
const program = (): Program => 'OSU_M365'

describe('balancing', () => {
  it('moves from who has too much to who has most room, as many as help, and says how many fewer breach', () => {
    const work = claims(6, TODAY_END, anna)
    const team = [member(anna, 3), member(bela, 1), member(cora, 2)]
    const told = balance({
      forecast: forecast(work, team),
      work,
      programOf: program,
      receivers: receivers(anna, bela, cora),
      atMost: 50,
    })
    expect(told).toMatchObject({ before: 3, after: 0 })
    expect(told.moves).toEqual([
      { claimId: 'C-003', from: 'anna', to: 'cora', cause: 'holder_full', room: { decisions: 2, held: 0 } },
      { claimId: 'C-004', from: 'anna', to: 'bela', cause: 'holder_full', room: { decisions: 1, held: 0 } },
      { claimId: 'C-005', from: 'anna', to: 'cora', cause: 'holder_full', room: { decisions: 2, held: 1 } },
    ])
  })

  it('names absence as the cause, gives nobody a claim who is absent or does not take its programme', () => {
    const work = claims(2, FRIDAY_END, anna)
    const away = [{ from: '2026-11-23', to: '2026-11-27' }]
    const team = [member(anna, 9, away), member(bela, 9, away), member(cora, 9)]
    const balanced = (programs: Program[]) =>
      balance({
        forecast: forecast(work, team),
        work,
        programOf: program,
        receivers: [...receivers(anna, bela), { userId: cora, programs }],
        atMost: 50,
      })
    expect(balanced([]).moves.map(({ to, cause }) => [to, cause])).toEqual([
      ['cora', 'holder_absent'],
      ['cora', 'holder_absent'],
    ])
    expect(balanced(['OSA_SELL'])).toEqual({ moves: [], before: 2, after: 2 })
  })

  it('proposes nothing where nothing helps, and no more than was asked for', () => {
    const work = claims(9, TODAY_END, anna)
    const full = [member(anna, 1), member(bela, 0)]
    const asked = { work, programOf: program, receivers: receivers(anna, bela) }
    expect(balance({ ...asked, forecast: forecast(work, full), atMost: 50 }).moves).toEqual([])
    const free = [member(anna, 1), member(bela, 5)]
    expect(balance({ ...asked, forecast: forecast(work, free), atMost: 2 }).moves).toHaveLength(2)
  })

  it('keeps its word, whatever the claims: what it promises is what the forecast says of its moves', () => {
    const holder = fc.constantFrom(null, anna, bela, cora)
    const rows = fc.array(fc.record({ day: fc.integer({ min: 0, max: 4 }), heldBy: holder }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
        (given, paces) => {
          const work = given
            .sort((a, b) => a.day - b.day)
            .map(({ day, heldBy }, n) => {
              return { claimId: ClaimId.parse(`C-${n}`), dueAt: TODAY_END + day * 86_400_000, heldBy }
            })
          const team = [anna, bela, cora].map((userId, at) => member(userId, paces[at] ?? 0))
          const asked = forecast(work, team)
          const ask = () =>
            balance({
              forecast: asked,
              work,
              programOf: program,
              receivers: receivers(anna, bela, cora),
              atMost: 50,
            })
          const told = ask()
          const moves = new Map(told.moves.map(({ claimId, to }) => [claimId, to]))
          expect(asked.of({ ...AS_IT_IS, moves }).breaching).toHaveLength(told.after)
          expect(asked.of().breaching).toHaveLength(told.before)
          expect(told.before - told.after).toBeGreaterThanOrEqual(told.moves.length)
          expect(ask()).toEqual(told)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what if', () => {
  it('shows what moving some claims to another reviewer changes', () => {
    const work = claims(6, TODAY_END, anna)
    const asked = forecast(work, [member(anna, 3), member(bela, 2)])
    expect(asked.of().breaching).toHaveLength(3)
    const chosen = firstToMove(work, asked.of().breaching, anna, 2)
    expect(chosen).toEqual(['C-003', 'C-004'])
    const moves = new Map(chosen.map((claimId) => [claimId, bela]))
    expect(asked.of({ ...AS_IT_IS, moves }).breaching.map(({ claimId }) => claimId)).toEqual(['C-005'])
  })

  it('lets one reviewer more take what nobody holds, from their day on', () => {
    const work = claims(20, FRIDAY_END, null)
    const asked = forecast(work, [member(anna, 2)])
    expect(asked.of().breaching).toHaveLength(10)
    const from = (day: string) =>
      asked.of({ ...AS_IT_IS, more: { reviewers: 1, from: day } }).breaching.length
    expect([from('2026-11-23'), from('2026-11-25'), from('2026-12-01')]).toEqual([0, 4, 10])
  })
})
