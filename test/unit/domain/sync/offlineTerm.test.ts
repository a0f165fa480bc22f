import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginTerm,
  isTermOver,
  isTermSoonOver,
  OFFLINE_TERM_MS,
  passTime,
  termEnd,
} from '../../../../src-main/domain/sync/offlineTerm.ts'

const DAY = 86_400_000
const NOON = Date.parse('2026-11-20T12:00:00.000Z')

describe('the term of work without the hub', () => {
  it('is seven days, told of from two days before its end', () => {
    const begun = beginTerm(NOON)
    expect(new Date(termEnd(begun)).toISOString()).toBe('2026-11-27T12:00:00.000Z')
    expect(isTermSoonOver(passTime(begun, NOON + 5 * DAY - 1, 0))).toBe(false)
    expect(isTermSoonOver(passTime(begun, NOON + 5 * DAY, 0))).toBe(true)
    expect(isTermOver(passTime(begun, NOON + 7 * DAY - 1, 0))).toBe(false)
    expect(isTermOver(passTime(begun, NOON + 7 * DAY, 0))).toBe(true)
  })

  it('counts what the counter says while somebody holds the clock back', () => {
    let term = beginTerm(NOON)
    for (let day = 0; day < 7; day++) term = passTime(term, NOON, DAY)
    expect(isTermOver(term)).toBe(true)
  })

  it('counts what the clock says while the machine sleeps and the counter stands still', () => {
    expect(isTermOver(passTime(beginTerm(NOON), NOON + 7 * DAY, 0))).toBe(true)
  })

  it('never lasts longer than seven days of use, however the clock is set, and never comes back by itself', () => {
    const steps = fc.array(
      fc.record({
        // What passes while the program runs, and by how much somebody sets the clock meanwhile.
        elapsed: fc.integer({ min: 0, max: 2 * DAY }),
        turned: fc.integer({ min: -30 * DAY, max: 30 * DAY }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(steps, (all) => {
        let term = beginTerm(NOON)
        let clock = NOON
        let used = 0
        for (const { elapsed, turned } of all) {
          const before = term
          clock += elapsed + turned
          used += elapsed
          term = passTime(term, clock, elapsed)
          expect(term.usedMs).toBeGreaterThanOrEqual(before.usedMs)
          expect(term.usedMs).toBeGreaterThanOrEqual(Math.min(used, OFFLINE_TERM_MS))
          expect(termEnd(term)).toBeLessThanOrEqual(clock + OFFLINE_TERM_MS)
        }
        expect(isTermOver(term)).toBe(term.usedMs === OFFLINE_TERM_MS)
      }),
      { verbose: true },
    )
  })
})
