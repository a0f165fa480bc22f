import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { openStore } from '../../../src-main/store/openStore.ts'
import { listClaims } from '../../../src-main/store/queueRepo.ts'
import { rankOf } from '../../../src-main/store/rankRepo.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { anAsker, MIGRATIONS } from '../../builders/store.ts'

const HOUR_MS = 3_600_000
const asker = anAsker()

/** Hours from now; null = paused, undefined = no clock at all. */
const aDue = fc.oneof(
  fc.integer({ min: -40, max: 400 }),
  fc.constantFrom(-1, 0, 24, 168),
  fc.constant(null),
  fc.constant(undefined),
)

it('the parts of a rank add up to the place in the list, wherever a claim stands', () => {
  fc.assert(
    fc.property(fc.array(aDue, { minLength: 1, maxLength: 25 }), (dues) => {
      const store = openStore({ file: ':memory:', migrations: MIGRATIONS, now: 0, key: null })
      store.write((s) => {
        for (const [at, due] of dues.entries()) {
          const dueAt =
            due === null || due === undefined ? null : new Date(asker.now + due * HOUR_MS).toISOString()
          const clocks = due === undefined ? { clocks: [] } : {}
          applyClaim(s, aClaimRecord({ claimId: `c${at}`, dueAt, ...clocks }))
        }
      })
      const { rows, total } = store.read((s) => listClaims(s, { text: '' }, asker, { offset: 0, limit: 50 }))
      for (const [index, { claimId, clock }] of rows.entries()) {
        const why = store.read((s) => rankOf(s, { text: '' }, asker, claimId))
        const sum = why?.parts.reduce((all, { claims }) => all + claims, 1)
        expect([why?.rank, sum, why?.total]).toEqual([index + 1, index + 1, total])
        expect(why?.dueAt ?? null).toBe(
          (clock?.dueAt ?? null) === null ? null : Date.parse(clock?.dueAt ?? ''),
        )
      }
      store.close()
    }),
    { numRuns: 60 },
  )
})

it('says which claims stand before, by how they are due, and ties by their id', () => {
  const store = openStore({ file: ':memory:', migrations: MIGRATIONS, now: 0, key: null })
  const at = (hours: number) => new Date(asker.now + hours * HOUR_MS).toISOString()
  store.write((s) => {
    for (const [claimId, hours] of [
      ['a', -2],
      ['b', -1],
      ['c', 3],
      ['d', 50],
      ['e', 400],
      ['f', 400],
    ] as const)
      applyClaim(s, aClaimRecord({ claimId, dueAt: at(hours) }))
  })
  const why = (claimId: string, text = '') =>
    store.read((s) => rankOf(s, { text }, asker, ClaimId.parse(claimId)))
  expect(why('f')?.parts).toEqual([
    { part: 'overdue', claims: 2 },
    { part: 'next_day', claims: 1 },
    { part: 'next_week', claims: 1 },
    { part: 'same_instant', claims: 1 },
  ])
  expect(why('b')).toMatchObject({ rank: 2, parts: [{ part: 'overdue', claims: 1 }] })
  expect(why('f', 'sla:>2d')).toMatchObject({ rank: 3, total: 3 })
  expect(why('a', 'sla:>2d')).toBeNull()
  store.close()
})
