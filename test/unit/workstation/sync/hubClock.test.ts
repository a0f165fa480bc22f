import { describe, expect, it } from 'vitest'
import { createHubClock } from '../../../../src-main/workstation/sync/hubClock.ts'

const START = Date.parse('2026-11-20T10:00:00.000Z')
const dateAt = (ms: number) => new Date(ms).toUTCString()

function aClock() {
  const told: (number | null)[] = []
  const clock = createHubClock(() => told.push(clock.offsetMs()))
  /** An answer that the hub wrote so much ahead of this machine, and that was so long on its way. */
  const answer = (aheadMs: number, tripMs = 0) =>
    clock.learn(dateAt(START + tripMs / 2 + aheadMs), START, START + tripMs)
  return { clock, told, answer }
}

describe('what is known of the hub’s clock', () => {
  it('is nothing until an answer says something usable', () => {
    const { clock, told } = aClock()
    clock.learn(null, START, START)
    clock.learn('soon', START, START)
    clock.learn(dateAt(START), START, START - 5_000)
    clock.learn(dateAt(START), START, START + 60_000)
    expect([clock.offsetMs(), told]).toEqual([null, []])
  })

  it('takes half of the way there and back off', () => {
    const { clock, answer } = aClock()
    answer(26 * 3_600_000, 4_000)
    expect(clock.offsetMs()).toBe(26 * 3_600_000 + 500)
  })

  it('is not moved by one odd answer, and follows when this machine’s clock was set', () => {
    const { clock, told, answer } = aClock()
    for (let n = 0; n < 5; n += 1) answer(0)
    answer(-3_600_000)
    expect(clock.offsetMs()).toBe(500)
    answer(-3_600_000)
    answer(-3_600_000)
    expect([clock.offsetMs(), told]).toEqual([-3_600_000 + 500, [500, -3_600_000 + 500]])
  })
})
