import { expect, test, vi } from 'vitest'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { valueOf } from '../../../../src-renderer/stores/load.ts'
import { createSyncStore } from '../../../../src-renderer/stores/syncStore.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'
import { aDetail } from '../../../builders/renderer/aClaim.ts'

test('the progress of the checks follows what the core says of it', async () => {
  const handlers = handlersOver([], () => aDetail())
  const status = await handlers['sync.status']({})
  let checks = { waiting: 3, inAll: 5 }
  const core = createFakeCore({ ...handlers, 'sync.status': () => ({ ...status, checks }) })
  const store = createSyncStore(createClient(core.transport))
  await store.getState().load()
  expect(valueOf(store.getState().sync)?.checks).toEqual({ waiting: 3, inAll: 5 })
  checks = { waiting: 0, inAll: 5 }
  core.emit('sync.changed', {})
  await vi.waitFor(() => expect(valueOf(store.getState().sync)?.checks).toEqual({ waiting: 0, inAll: 5 }))
})
