import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DecisionDraft } from '../../../../src-preload/contract/vocabulary/draftShape.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createKeptDraftStore } from '../../../../src-renderer/stores/keptDraftStore.ts'
import { aDetail } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const CLAIM = ClaimId.parse('42773265')

const saying = (comment: string, over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  act: 'reject',
  reasons: [],
  comment,
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
  ...over,
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const core = createFakeCore(handlersOver([], () => aDetail()))
  const client = createClient(core.transport)
  let nowMs = 1000
  const store = createKeptDraftStore(client, () => nowMs)
  const written = () =>
    core.calls
      .filter(({ method }) => method === 'claims.keepDraft')
      .map(({ input }) => (input as { draft: DecisionDraft | null }).draft?.comment ?? null)
  return { core, store, written, tick: (ms: number) => (nowMs += ms) }
}

test('typing is kept once it rests, in less than a second, and not at every key', async () => {
  const { store, written } = setUp()
  for (const text of ['N', 'No', 'No date']) store.getState().say(CLAIM, 'reject', saying(text))
  expect(written()).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  expect(written()).toEqual(['No date'])
  expect(store.getState().kept[CLAIM]).toEqual({ act: 'reject', at: 1000, isRestored: false })
})

test('leaving the window writes what still waits, once', async () => {
  const { store, written } = setUp()
  store.getState().say(CLAIM, 'reject', saying('No date'))
  void store.getState().flush()
  await vi.advanceTimersByTimeAsync(5000)
  expect(written()).toEqual(['No date'])
})

test('what was sent is forgotten after whatever was on its way, and does not come back with an older reading', async () => {
  const { store, written, tick } = setUp()
  store.getState().say(CLAIM, 'reject', saying('No date'))
  void store.getState().flush()
  tick(500)
  store.getState().forget(CLAIM)
  await vi.advanceTimersByTimeAsync(5000)
  expect(written()).toEqual(['No date', null])
  expect(store.getState().isNews(CLAIM, 1200)).toBe(false)
  expect(store.getState().isNews(CLAIM, 1600)).toBe(true)
})

test('a strip that only opened does not take the draft of another act away', async () => {
  const { store, written } = setUp()
  store.getState().restored(CLAIM, saying('No date'), 500)
  store.getState().say(CLAIM, 'request_info', null)
  await vi.advanceTimersByTimeAsync(5000)
  expect(written()).toEqual([])
  expect(store.getState().kept[CLAIM]?.isRestored).toBe(true)
})

test('a restored draft that is emptied is kept no more', async () => {
  const { store, written } = setUp()
  store.getState().restored(CLAIM, saying('No date'), 500)
  store.getState().say(CLAIM, 'reject', null)
  await vi.advanceTimersByTimeAsync(1000)
  expect(written()).toEqual([null])
  expect(store.getState().kept[CLAIM]).toBeUndefined()
})

test('a letter that is drafted again for the same choices is nothing new to keep', async () => {
  const { store, written } = setUp()
  store.getState().restored(CLAIM, saying('Dear', { isCommentOwn: false }), 500)
  store.getState().say(CLAIM, 'reject', saying('Dear all', { isCommentOwn: false }))
  await vi.advanceTimersByTimeAsync(5000)
  expect(written()).toEqual([])
})

test('a write that failed says so and is tried again until it is safe', async () => {
  const { core, store, written } = setUp()
  core.handle({
    'claims.keepDraft': () => {
      throw new FakeRefusal('storage')
    },
  })
  store.getState().say(CLAIM, 'reject', saying('No date'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(store.getState().isUnsafe).toBe(true)
  core.handle({ 'claims.keepDraft': () => ({}) })
  await vi.advanceTimersByTimeAsync(6000)
  expect(store.getState().isUnsafe).toBe(false)
  expect(written()).toEqual(['No date', 'No date'])
})
