import { expect, test } from 'vitest'
import { createClient } from '../../../../../src-renderer/bridge/client.ts'
import { createTraysStore } from '../../../../../src-renderer/features/sync/traysStore.ts'
import { aDetail } from '../../../../builders/renderer/aClaim.ts'
import { aConflict } from '../../../../builders/renderer/aConflict.ts'
import {
  conflictsOver,
  createFakeCore,
  FakeRefusal,
  handlersOver,
} from '../../../../fakes/renderer/fakeCore.ts'

const [a, b, c] = [1, 2, 3].map((at) => aConflict({ at }).conflict.operationId) as [never, never, never]

async function setUp() {
  const core = createFakeCore(handlersOver([], () => aDetail()))
  core.handle(conflictsOver([1, 2, 3].map((at) => aConflict({ at }))))
  const store = createTraysStore(createClient(core.transport))
  await store.getState().load()
  return { core, store, state: () => store.getState() }
}
const left = (state: ReturnType<Awaited<ReturnType<typeof setUp>>['state']>) =>
  state.trays.status === 'ready' ? state.trays.value.conflicts.map(({ operationId }) => operationId) : []

test('walking begins at the top and stops at both ends', async () => {
  const { state } = await setUp()
  const walked = ([1, 1, 1, 1, -1] as const).map((by) => {
    state().step(by)
    return state().current
  })
  expect(walked).toEqual([a, b, c, c, b])
})

test('a conflict that is dealt with leaves the list, and the next one is at hand', async () => {
  const { state } = await setUp()
  expect(await state().settle(b, 'let_go')).toBe(true)
  expect(left(state())).toEqual([a, c])
  expect(state().current).toBe(c)
  await state().settle(c, 'let_go')
  expect(state().current).toBe(a)
  await state().settle(a, 'let_go')
  expect([left(state()), state().current]).toEqual([[], null])
})

test('a choice for another conflict waits for its turn, a second one for the same conflict is left out', async () => {
  const { core, state } = await setUp()
  const said = await Promise.all([
    state().settle(a, 'let_go'),
    state().settle(a, 'redo'),
    state().settle(b, 'let_go'),
  ])
  expect(said).toEqual([true, false, true])
  expect(left(state())).toEqual([c])
  expect(core.calls.filter(({ method }) => method === 'sync.settleConflict')).toHaveLength(2)
})

test('whoever walked on while a conflict was dealt with stays where they are', async () => {
  const { state } = await setUp()
  state().step(1)
  const settled = state().settle(a, 'let_go')
  state().step(1)
  state().step(1)
  await settled
  expect(state().current).toBe(c)
})

test('what somebody else dealt with before counts as done', async () => {
  const { core, state } = await setUp()
  core.handle({ 'sync.settleConflict': () => ({ outcome: 'gone' }) })
  expect(await state().settle(a, 'redo')).toBe(true)
})

test('a choice that is not open stays, with the reason', async () => {
  const { state } = await setUp()
  expect(await state().settle(a, 'send_again')).toBe(false)
  expect(state().problem).toMatchObject({ kind: 'blocked', blocks: [{ reason: 'criterion_open' }] })
  expect(left(state())).toEqual([a, b, c])
})

test('a broken wire changes nothing, and the second try carries the same id', async () => {
  const { core, state } = await setUp()
  core.handle({
    'sync.settleConflict': () => {
      throw new FakeRefusal('offline')
    },
  })
  await state().settle(a, 'let_go')
  expect(state()).toMatchObject({ settling: null, problem: { kind: 'error' } })
  await state().settle(a, 'let_go')
  const ids = core.calls.flatMap(({ method, input }) =>
    method === 'sync.settleConflict' ? [(input as { commandId: string }).commandId] : [],
  )
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
})

test('lists that were read stay on the screen when a later reading fails', async () => {
  const { core, state } = await setUp()
  core.handle({
    'sync.conflicts': () => {
      throw new FakeRefusal('storage')
    },
  })
  await state().load()
  expect(left(state())).toEqual([a, b, c])
})
