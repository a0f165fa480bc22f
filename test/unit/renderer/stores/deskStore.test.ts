import { expect, test, vi } from 'vitest'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createDeskStore } from '../../../../src-renderer/stores/deskStore.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

function setUp() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const kept = () => core.calls.filter(({ method }) => method === 'desk.keep').map(({ input }) => input)
  return { core, kept, store: createDeskStore(createClient(core.transport)) }
}

test('shows a change at once, and tells the core when the hand rests', () => {
  vi.useFakeTimers()
  const { kept, store } = setUp()
  store.getState().keep({ widths: { customer: 200 } })
  store.getState().keep({ widths: { customer: 240 } })
  store.getState().keep({ filter: 'sla:over' })
  expect([store.getState().desk.widths, kept()]).toEqual([{ customer: 240 }, []])
  vi.runAllTimers()
  expect(kept()).toEqual([{ widths: { customer: 240 }, filter: 'sla:over' }])
  vi.useRealTimers()
})

test('sends on leaving what still waits, and nothing twice', () => {
  const { kept, store } = setUp()
  store.getState().keep({ density: 'compact' })
  store.getState().keep({ density: 'compact' })
  store.getState().flush()
  store.getState().flush()
  expect(kept()).toEqual([{ density: 'compact' }])
})

test('sends what the core could not take together with what changes next', async () => {
  const { core, kept, store } = setUp()
  core.connect(false)
  store.getState().keep({ density: 'compact' })
  store.getState().flush()
  await Promise.resolve()
  await new Promise(setImmediate)
  core.connect(true)
  store.getState().keep({ filter: 'sla:over' })
  store.getState().flush()
  expect(kept().at(-1)).toEqual({ density: 'compact', filter: 'sla:over' })
})
