import { expect, test } from 'vitest'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createAssignmentStore } from '../../../../src-renderer/stores/assignmentStore.ts'
import { aDetail } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const claim = (id: string) => ({ claimId: ClaimId.parse(id), revision: 3, name: `Claim ${id}` })
const BLOCKED = {
  outcome: 'blocked' as const,
  blocks: [{ reason: 'held_by_other' as const, criterion: null, item: null }],
}

function setUp() {
  const core = createFakeCore(handlersOver([], () => aDetail()))
  const store = createAssignmentStore(createClient(core.transport))
  return { core, store, methods: () => core.calls.map(({ method }) => method) }
}

test('taking a claim says so and offers the customer’s others', async () => {
  const { store } = setUp()
  expect(await store.getState().take(claim('1'))).toBe(true)
  expect(store.getState()).toMatchObject({
    offerFor: '1',
    notice: { kind: 'taken', name: 'Claim 1' },
  })
})

test('a claim that somebody else holds is not taken, and the notice says why', async () => {
  const { core, store } = setUp()
  core.handle({ 'claims.take': () => BLOCKED })
  expect(await store.getState().take(claim('1'))).toBe(false)
  expect(store.getState()).toMatchObject({
    offerFor: null,
    notice: { kind: 'refused', blocks: BLOCKED.blocks },
  })
})

test('of several claims those are taken that are free, in their order, and the refusal is told', async () => {
  const { core, store } = setUp()
  core.handle({
    'claims.take': ({ claimId, commandId }) =>
      claimId === '2' ? BLOCKED : { outcome: 'accepted', operationId: commandId, holdUntil: null },
  })
  await store.getState().takeAll(['1', '2', '3'].map(claim))
  expect(core.calls.map(({ input }) => (input as { claimId: string }).claimId)).toEqual(['1', '2', '3'])
  expect(store.getState().notice).toMatchObject({ kind: 'refused', name: 'Claim 2' })
})

test('after a broken wire the same act is tried under the same id', async () => {
  const { core, store } = setUp()
  core.handle({
    'claims.release': () => {
      throw new FakeRefusal('offline')
    },
  })
  await store.getState().release(claim('1'))
  expect(store.getState().notice).toMatchObject({ kind: 'error', error: { code: 'offline' } })
  await store.getState().release(claim('1'))
  const ids = core.calls.map(({ input }) => (input as { commandId: string }).commandId)
  expect(ids[0]).toBe(ids[1])
})

test('a hand-over carries the note and leaves no draft of it behind', async () => {
  const { core, store } = setUp()
  const to = { userId: UserId.parse('u-team-lead'), name: 'Ingrid Solvang' }
  store.getState().setHandOver(ClaimId.parse('1'), { toUserId: to.userId, note: ' Look at page 3. ' })
  expect(await store.getState().handOver(claim('1'), to)).toBe(true)
  expect(core.calls[0]?.input).toMatchObject({ toUserId: 'u-team-lead', note: 'Look at page 3.' })
  expect(store.getState().handOvers['1']).toEqual({ toUserId: null, note: '' })
})

test.each(['none', 'offline'] as const)('the next claim may not be had: %s', async (outcome) => {
  const { core, store } = setUp()
  core.handle({ 'claims.takeNext': () => ({ outcome }) })
  expect(await store.getState().takeNext()).toBeNull()
  expect(store.getState().notice).toEqual({ kind: 'next', outcome })
})

test('the next claim is named once it is taken', async () => {
  const { core, store } = setUp()
  core.handle({ 'claims.takeNext': () => ({ outcome: 'taken', claimId: ClaimId.parse('7') }) })
  expect(await store.getState().takeNext()).toBe('7')
  expect(store.getState().offerFor).toBe('7')
})

test('a claim that was given out is to be told once', async () => {
  const { core, store } = setUp()
  core.handle({ 'claims.takeNext': () => ({ outcome: 'taken', claimId: ClaimId.parse('7') }) })
  await store.getState().takeNext()
  expect(store.getState().untold).toBe('7')
  store.getState().told()
  expect(store.getState().untold).toBeNull()
})
