import { expect, test } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createOpenClaimStore } from '../../../../src-renderer/stores/openClaimStore.ts'
import { aDetail, aSummary } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const A = ClaimId.parse('1001')
const B = ClaimId.parse('1002')
const ALL = { text: '' }
const DECISION = {
  decision: 'approve' as const,
  reasons: [],
  comment: '',
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}
const COMMENT = { visibility: 'internal' as const, inReplyTo: null }

function setUp() {
  const rows = [A, B].map((claimId) => aSummary({ claimId }))
  const core = createFakeCore(handlersOver(rows, (claimId) => aDetail({ form: { claimId } })))
  let ids = 0
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`
  const store = createOpenClaimStore(createClient(core.transport), newId)
  const commandIds = () =>
    core.calls.flatMap(({ input }) =>
      typeof input === 'object' && input !== null && 'commandId' in input ? [input.commandId] : [],
    )
  return { core, store, commandIds }
}

test('opens a claim with its place in the filtered queue', async () => {
  const { store } = setUp()
  await store.getState().open(A, ALL)
  const { detail, position } = store.getState()
  expect(detail).toMatchObject({ status: 'ready', value: { claim: { form: { claimId: A } } } })
  expect(position).toEqual({ index: 0, total: 2, isMore: false, previous: null, next: B })
})

test('says what went wrong when a claim is not there', async () => {
  const { core, store } = setUp()
  core.handle({
    'claims.open': () => {
      throw new FakeRefusal('not_found')
    },
  })
  await store.getState().open(A, ALL)
  expect(store.getState().detail).toMatchObject({ status: 'failed', error: { code: 'not_found' } })
})

test('sends a command with the claim and the revision that are on the screen', async () => {
  const { core, store } = setUp()
  await store.getState().open(A, ALL)
  const accepted = await store.getState().send('claims.decide', DECISION)
  expect(accepted).toMatchObject({ outcome: 'accepted' })
  expect(core.calls.find(({ method }) => method === 'claims.decide')?.input).toMatchObject({
    claimId: A,
    revision: 3,
  })
})

test('repeats a command under the same id until an answer came, and then takes a new one', async () => {
  const { core, store, commandIds } = setUp()
  await store.getState().open(A, ALL)
  let isBroken = true
  core.handle({
    'claims.decide': ({ commandId }) => {
      if (isBroken) throw new FakeRefusal('storage')
      return { outcome: 'accepted', operationId: commandId, holdUntil: null }
    },
  })
  expect(await store.getState().send('claims.decide', DECISION)).toBeNull()
  expect(store.getState().refusal).toMatchObject({ kind: 'error', error: { code: 'storage' } })
  isBroken = false
  await store.getState().send('claims.decide', DECISION)
  await store.getState().send('claims.decide', DECISION)
  const [first, second, third] = commandIds()
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('other words are another act and carry another id', async () => {
  const { core, store, commandIds } = setUp()
  await store.getState().open(A, ALL)
  core.handle({
    'claims.comment': () => {
      throw new FakeRefusal('storage')
    },
  })
  await store.getState().send('claims.comment', { ...COMMENT, text: 'one' })
  await store.getState().send('claims.comment', { ...COMMENT, text: 'two' })
  const [first, second] = commandIds()
  expect(first).not.toBe(second)
})

test('keeps a stale outcome for the screen and reads the claim again', async () => {
  const { core, store } = setUp()
  await store.getState().open(A, ALL)
  core.handle({ 'claims.decide': () => ({ outcome: 'stale', currentRevision: 4 }) })
  const before = core.calls.length
  expect(await store.getState().send('claims.decide', DECISION)).toBeNull()
  expect(store.getState().refusal).toEqual({
    kind: 'outcome',
    outcome: { outcome: 'stale', currentRevision: 4 },
  })
  expect(core.calls.slice(before).map(({ method }) => method)).toContain('claims.open')
})

test('reads again only when its own claim changed', async () => {
  const { core, store } = setUp()
  await store.getState().open(A, ALL)
  const opened = () => core.calls.filter(({ method }) => method === 'claims.open').length
  core.emit('claims.changed', { ids: [B] })
  expect(opened()).toBe(1)
  core.emit('claims.changed', { ids: [A] })
  await store.getState().reread()
  expect(opened()).toBeGreaterThan(1)
})

test('keeps what is on the screen when a later read fails', async () => {
  const { core, store } = setUp()
  await store.getState().open(A, ALL)
  core.connect(false)
  await store.getState().reread()
  expect(store.getState().detail.status).toBe('ready')
})

test('a second command waits for the first: a double press sends one', async () => {
  const { store, commandIds } = setUp()
  await store.getState().open(A, ALL)
  await Promise.all([
    store.getState().send('claims.decide', DECISION),
    store.getState().send('claims.decide', DECISION),
  ])
  expect(commandIds()).toHaveLength(1)
})

test('a hold and a reopening carry their text, and each is an act of its own', async () => {
  const { core, store } = setUp()
  await store.getState().open(A, ALL)
  expect(await store.getState().send('claims.hold', { comment: 'It takes longer.' })).not.toBeNull()
  expect(await store.getState().send('claims.reopen', { reason: 'A paper was overlooked.' })).not.toBeNull()
  const sent = core.calls.filter(({ method }) => method === 'claims.hold' || method === 'claims.reopen')
  expect(sent.map(({ input }) => input)).toMatchObject([
    { claimId: A, revision: 3, comment: 'It takes longer.' },
    { claimId: A, revision: 3, reason: 'A paper was overlooked.' },
  ])
})
