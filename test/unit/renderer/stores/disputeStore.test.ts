import { expect, test } from 'vitest'
import { OpenDispute } from '../../../../src-preload/contract/related.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../src-renderer/bridge/client.ts'
import { createDisputeStore } from '../../../../src-renderer/stores/disputeStore.ts'
import { AT } from '../../../builders/renderer/aClaim.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'

const aDispute = (claimId: string) =>
  OpenDispute.parse({
    claimId,
    claimName: 'A claim',
    state: 'under_review',
    subState: 'dispute_review',
    revision: 1,
    customerName: 'A customer',
    partnerName: 'A partner',
    clock: null,
    openedAt: AT,
    newPapers: 0,
    reasons: [],
    rejectedAt: AT,
    firstDecider: null,
    isBarred: false,
    deciders: [],
    assignedTo: null,
  })
const id = (text: string) => ClaimId.parse(text)

function aDesk(...ids: string[]) {
  const core = createFakeCore(handlersOver([], () => undefined))
  core.handle({ 'claims.disputes': () => ({ disputes: ids.map(aDispute) }) })
  const store = createDisputeStore(createClient(core.transport))
  return { core, store }
}

test('the number counts what was snoozed too, and a core that is away leaves it as it is', async () => {
  const { core, store } = aDesk()
  core.handle({
    'claims.count': ({ filters }) => ({
      counts: filters.map((_, at) => ({ claims: 3 - at, isMore: false })),
    }),
  })
  await store.getState().count()
  expect(store.getState().waiting).toBe(5)
  core.connect(false)
  await store.getState().count()
  expect(store.getState().waiting).toBe(5)
})

test('walking stops at both ends, and begins at the top where nothing is chosen', async () => {
  const { store } = aDesk('a', 'b')
  await store.getState().load()
  const { neighbour } = store.getState()
  expect([neighbour(null, 1), neighbour(id('a'), 1), neighbour(id('b'), 1), neighbour(id('a'), -1)]).toEqual([
    'a',
    'b',
    'b',
    'a',
  ])
  expect(neighbour(id('gone'), -1)).toBe('a')
})

test('what is here stays when it cannot be read again', async () => {
  const { core, store } = aDesk('a')
  await store.getState().load()
  core.handle({
    'claims.disputes': () => {
      throw new FakeRefusal('internal')
    },
  })
  await store.getState().load()
  expect(store.getState().disputes).toMatchObject({ status: 'ready', value: [{ claimId: 'a' }] })
})
