import { expect, test, vi } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createSessionStore } from '../../../../src-renderer/stores/sessionStore.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const LEAD = UserId.parse('u-team-lead')

function setUp() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const seen: string[] = []
  const store = createSessionStore(createClient(core.transport), {
    keepAll: async () => {
      await Promise.resolve()
      seen.push(...core.calls.map(({ method }) => method), 'all is kept')
    },
    beginAnew: vi.fn(() => void seen.push(...core.calls.map(({ method }) => method), 'begun anew')),
  })
  return { core, store, seen }
}

test('what one person wrote is kept in their name before another sits down, and the window begins anew', async () => {
  const { store, seen } = setUp()
  await store.getState().switchUser(LEAD)
  expect(seen).toEqual(['all is kept', 'session.switchUser', 'begun anew'])
})

test('a change that is refused leaves the window with whom it was', async () => {
  const { store, seen } = setUp()
  await expect(store.getState().switchUser(UserId.parse('u-nobody'))).rejects.toThrow()
  expect(seen).toEqual(['all is kept'])
})
