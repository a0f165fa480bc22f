import { expect, test } from 'vitest'
import { createNowStore } from '../../../../src-renderer/stores/nowStore.ts'
import { AT_MS } from '../../../builders/renderer/aClaim.ts'

test('seconds and minutes move only when they have passed', () => {
  let now = AT_MS + 500
  let tick: () => void = () => undefined
  const store = createNowStore({
    now: () => now,
    every: (_, run) => {
      tick = run
      return () => undefined
    },
  })
  expect(store.getState()).toEqual({ secondMs: AT_MS, minuteMs: AT_MS })
  now = AT_MS + 59_900
  tick()
  expect(store.getState()).toEqual({ secondMs: AT_MS + 59_000, minuteMs: AT_MS })
  now = AT_MS + 60_100
  tick()
  expect(store.getState()).toEqual({ secondMs: AT_MS + 60_000, minuteMs: AT_MS + 60_000 })
})
