import { expect, test } from 'vitest'
import { ClaimId, Instant, OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createUndoStore } from '../../../../src-renderer/stores/undoStore.ts'
import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'
import { aDetail, instantAt } from '../../../builders/renderer/aClaim.ts'

const held = {
  operationId: OperationId.parse('00000000-0000-4000-8000-000000000001'),
  claimId: ClaimId.parse('1001'),
  claimName: 'A claim',
  act: 'approve',
  holdUntil: Instant.parse(instantAt(1)),
} as const

const OTHER = OperationId.parse('00000000-0000-4000-8000-000000000003')
/** As the outbox lists it. */
const pending = {
  operationId: OTHER,
  claimId: held.claimId,
  madeAt: Instant.parse(instantAt(-1)),
  holdUntil: held.holdUntil,
}

function setUp() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const store = createUndoStore(createClient(core.transport))
  return { core, store, undone: () => core.calls.filter(({ method }) => method === 'sync.undo').length }
}

test('takes the last decision back once, however often the key is pressed', async () => {
  const { store, undone } = setUp()
  store.getState().show(held)
  await store.getState().undo()
  await store.getState().undo()
  expect(store.getState().result).toBe('undone')
  expect(undone()).toBe(1)
})

test('says when it was too late', async () => {
  const { core, store } = setUp()
  core.handle({ 'sync.undo': () => ({ outcome: 'too_late' }) })
  store.getState().show(held)
  await store.getState().undo()
  expect(store.getState().result).toBe('too_late')
})

test('a failed undo can be tried again', async () => {
  const { core, store } = setUp()
  store.getState().show(held)
  core.connect(false)
  await store.getState().undo()
  expect(store.getState().result).toMatchObject({ error: { code: 'offline' } })
  core.connect(true)
  await store.getState().undo()
  expect(store.getState().result).toBe('undone')
})

test('does nothing without a decision', async () => {
  const { store, undone } = setUp()
  await store.getState().undo()
  expect(undone()).toBe(0)
})

test('takes all of an act on many back, and says so when one had left already', async () => {
  const { core, store, undone } = setUp()
  const also = [OperationId.parse('00000000-0000-4000-8000-000000000002')]
  store.getState().show({ ...held, also })
  await store.getState().undo()
  expect([store.getState().result, undone()]).toEqual(['undone', 2])
  core.handle({
    'sync.undo': ({ operationId }) => ({ outcome: operationId === also[0] ? 'too_late' : 'undone' }),
  })
  store.getState().show({ ...held, also })
  await store.getState().undo()
  expect(store.getState().result).toBe('too_late')
})

test('begins the time anew while somebody is at it, and shows what the core said', async () => {
  const { core, store } = setUp()
  const later = Instant.parse(instantAt(2))
  store.getState().show(held)
  await store.getState().keep()
  expect(store.getState().held?.holdUntil).toBe(held.holdUntil)
  core.handle({ 'sync.holdLonger': () => ({ holdUntil: later }) })
  await store.getState().keep()
  expect(store.getState().held?.holdUntil).toBe(later)
})

test('takes back another act by its id, and the one in the toast so that the toast says so', async () => {
  const { store, undone } = setUp()
  store.getState().show(held)
  await store.getState().takeBack(OperationId.parse('00000000-0000-4000-8000-000000000009'))
  expect(store.getState().result).toBeNull()
  await store.getState().takeBack(held.operationId)
  expect(store.getState().result).toBe('undone')
  expect(undone()).toBe(2)
})

test('after a reload the newest decision that is still held is shown again and can be taken back', async () => {
  const { core, store, undone } = setUp()
  const entry = { ...pending, operationId: held.operationId, kind: 'reject', state: 'held' } as const
  core.handle({
    'claims.open': () => aDetail({ form: { claimId: held.claimId, claimName: held.claimName } }),
    'sync.outbox': () => ({
      operations: [
        entry,
        { ...entry, operationId: OTHER, madeAt: Instant.parse(instantAt(-2)) },
        { ...entry, operationId: OTHER, state: 'waiting', madeAt: Instant.parse(instantAt(0)) },
        { ...entry, operationId: OTHER, kind: 'take', holdUntil: null, madeAt: Instant.parse(instantAt(0)) },
      ],
    }),
  })
  await store.getState().resume(Date.parse(instantAt(0)))
  expect(store.getState().held).toEqual({ ...held, act: 'reject' })
  await store.getState().undo()
  expect(store.getState().result).toBe('undone')
  expect(undone()).toBe(1)
})

test('what was held before a reload and has left since is not offered, and what was decided meanwhile stays', async () => {
  const { core, store } = setUp()
  core.handle({ 'sync.outbox': () => ({ operations: [{ ...pending, kind: 'reject', state: 'held' }] }) })
  await store.getState().resume(Date.parse(instantAt(2)))
  expect(store.getState().held).toBeNull()
  store.getState().show(held)
  await store.getState().resume(Date.parse(instantAt(0)))
  expect(store.getState().held).toEqual(held)
})
