import { expect, test, vi } from 'vitest'
import { createCommandStore } from '../../../../src-renderer/stores/commandStore.ts'

test('runs a command only while somebody lends it', () => {
  const { lend, run, canRun } = createCommandStore().getState()
  const act = vi.fn()
  expect(run('x')).toBe(false)
  const end = lend('x', act)
  expect(canRun('x')).toBe(true)
  expect(run('x')).toBe(true)
  end()
  expect(run('x')).toBe(false)
  expect(act).toHaveBeenCalledTimes(1)
})

test('the youngest loan counts, and the one before comes back when it ends', () => {
  const { lend, run } = createCommandStore().getState()
  const page = vi.fn()
  const strip = vi.fn()
  lend('cancel', page)
  const end = lend('cancel', strip)
  run('cancel')
  end()
  run('cancel')
  expect([page.mock.calls.length, strip.mock.calls.length]).toEqual([1, 1])
})
