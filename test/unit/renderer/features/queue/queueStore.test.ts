import { expect, test, vi } from 'vitest'
import type { ClaimSummary } from '../../../../../src-preload/contract/claims.ts'
import { createClient } from '../../../../../src-renderer/bridge/client.ts'
import { rowAt } from '../../../../../src-renderer/features/queue/queueBlocks.ts'
import { createQueueStore, type QueueStore } from '../../../../../src-renderer/features/queue/queueStore.ts'
import { aSummary } from '../../../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from '../../../../fakes/renderer/fakeCore.ts'

const ALL = { text: '' }

function setUp(count: number) {
  const rows: ClaimSummary[] = Array.from({ length: count }, (_, at) =>
    aSummary({ claimId: `c${at}`, state: at % 2 === 0 ? 'submitted' : 'under_review' }),
  )
  const core = createFakeCore(handlersOver(rows, () => undefined))
  const store = createQueueStore(createClient(core.transport))
  const offsets = () =>
    core.calls.flatMap(({ method, input }) =>
      method === 'claims.list' && typeof input === 'object' && input !== null && 'offset' in input
        ? [input.offset]
        : [],
    )
  return { rows, core, store, offsets }
}

function shownRow(store: QueueStore, index: number): string | undefined {
  const { rows } = store.getState()
  return rows.status === 'ready' ? rowAt(rows.value, index)?.claimId : undefined
}

test('shows the top of the queue with its counts', async () => {
  const { store } = setUp(45)
  expect(store.getState().rows.status).toBe('loading')
  await store.getState().show(ALL)
  expect(store.getState().rows).toMatchObject({ status: 'ready', value: { total: 45 } })
  expect(shownRow(store, 44)).toBe('c44')
  expect(store.getState().counts).toContainEqual({ state: 'submitted', claims: 23 })
})

test('fetches what the view comes to, with its neighbours, and nothing twice', async () => {
  const { store, offsets } = setUp(100_000)
  await store.getState().show(ALL)
  await store.getState().look(50_010, 50_040)
  expect(shownRow(store, 50_020)).toBe('c50020')
  expect(offsets()).toEqual(expect.arrayContaining([0, 50_000, 50_100, 49_900]))
  const before = offsets().length
  await store.getState().look(50_020, 50_050)
  expect(offsets()).toHaveLength(before)
})

test('rows of the filter before stay until those of the new one are here', async () => {
  const { store } = setUp(45)
  await store.getState().show(ALL)
  const states: string[] = []
  const stop = store.subscribe(({ rows }) => states.push(rows.status))
  await store.getState().show({ text: 'status:under_review' })
  stop()
  expect(states).not.toContain('loading')
  expect(store.getState().rows).toMatchObject({ value: { total: 22 } })
  expect(shownRow(store, 0)).toBe('c1')
})

test('tells old rows from those that were asked for, and hands those over when they are here', async () => {
  const { store } = setUp(45)
  await store.getState().show(ALL)
  void store.getState().show({ text: 'status:under_review' })
  expect([store.getState().isOld, shownRow(store, 0)]).toEqual([true, 'c0'])
  const asked = await store.getState().current()
  expect([store.getState().isOld, asked?.total, asked && rowAt(asked, 0)?.claimId]).toEqual([false, 22, 'c1'])
  void store.getState().show({ text: 'nowhere' })
  expect(await store.getState().current()).toBeNull()
})

test('hands over the rows that were asked for while claims go on changing', async () => {
  const { rows, core, store } = setUp(45)
  await store.getState().show(ALL)
  const answer = handlersOver(rows, () => undefined)['claims.list']
  let changes = 0
  // Each answer is followed by the next change, as while many papers are checked.
  core.handle({
    'claims.list': (input) => {
      changes += 1
      if (changes < 1000) queueMicrotask(() => core.emit('claims.changed', { ids: null }))
      return answer(input)
    },
  })
  void store.getState().show({ text: 'status:under_review' })
  const asked = await store.getState().current()
  expect(asked?.total).toBe(22)
  expect(changes).toBeLessThan(10)
})

test('says empty when nothing matches', async () => {
  const { store } = setUp(45)
  await store.getState().show({ text: 'nowhere' })
  expect(store.getState().rows).toEqual({ status: 'empty' })
})

test('says failed when the first read fails, and recovers', async () => {
  const { core, store } = setUp(45)
  core.connect(false)
  await store.getState().show(ALL)
  expect(store.getState().rows).toMatchObject({ status: 'failed', error: { code: 'offline' } })
  core.connect(true)
  await store.getState().reread()
  expect(store.getState().rows.status).toBe('ready')
})

test('keeps its rows and says so when a later read fails', async () => {
  const { core, store } = setUp(45)
  await store.getState().show(ALL)
  core.connect(false)
  await store.getState().reread()
  expect(store.getState().rows.status).toBe('ready')
  expect(store.getState().problem).toMatchObject({ code: 'offline' })
})

test('reads the view again when claims changed, and forgets what may stand elsewhere now', async () => {
  const { rows, core, store } = setUp(1000)
  await store.getState().show(ALL)
  await store.getState().look(800, 830)
  rows.unshift(aSummary({ claimId: 'new' }))
  core.emit('claims.changed', { ids: null })
  await vi.waitFor(() => expect(shownRow(store, 801)).toBe('c800'))
  expect(shownRow(store, 0)).toBeUndefined()
  await store.getState().look(0, 30)
  expect(shownRow(store, 0)).toBe('new')
})
