import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTraffic } from '../../../../src-main/hosts/hub/trafficRounds.ts'
import type { LogEntry } from '../../../../src-main/hub/log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the rounds of the traffic', () => {
  it('play one event after another at the pace that was asked for, and none after they were stopped', async () => {
    let played = 0
    const rounds = startTraffic({ playNext: () => Promise.resolve(((played += 1), null)) }, 6, () => {})
    await vi.advanceTimersByTimeAsync(9_999)
    expect(played).toBe(0)
    await vi.advanceTimersByTimeAsync(50_001)
    expect(played).toBe(6)
    await rounds.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(played).toBe(6)
  })

  it('survive a fault and say so', async () => {
    const entries: LogEntry[] = []
    let played = 0
    const playNext = () => {
      played += 1
      return Promise.reject(new Error('The database is away'))
    }
    const rounds = startTraffic({ playNext }, 60, (entry) => void entries.push(entry))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(played).toBe(3)
    expect(entries.map(({ level }) => level)).toEqual(['error', 'error', 'error'])
    await rounds.stop()
  })

  it('never play two events at once, and stop only when the last one is done', async () => {
    const order: string[] = []
    const event = Promise.withResolvers<null>()
    const playNext = () => {
      order.push('begun')
      return event.promise
    }
    const rounds = startTraffic({ playNext }, 60, () => {})
    await vi.advanceTimersByTimeAsync(5_000)
    const stopped = rounds.stop().then(() => order.push('stopped'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(order).toEqual(['begun'])
    event.resolve(null)
    await stopped
    expect(order).toEqual(['begun', 'stopped'])
  })
})
