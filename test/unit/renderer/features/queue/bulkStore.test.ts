import { expect, test } from 'vitest'
import { ClaimId, Instant } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClient } from '../../../../../src-renderer/bridge/client.ts'
import { createBulkStore } from '../../../../../src-renderer/features/queue/bulk/bulkStore.ts'
import { createFakeCore, handlersOver } from '../../../../fakes/renderer/fakeCore.ts'
import { instantAt } from '../../../../builders/renderer/aClaim.ts'

const claim = (id: string) => ({ claimId: ClaimId.parse(id), revision: 3, name: `Claim ${id}` })

function setUp() {
  const core = createFakeCore(handlersOver([], () => undefined))
  const store = createBulkStore(createClient(core.transport))
  const commandIds = () =>
    core.calls
      .filter(({ method }) => method === 'claims.bulk')
      .map(({ input }) => (input as { claims: { commandId: string }[] }).claims.map((on) => on.commandId))
  return { core, store, commandIds }
}

test('names what was done and each claim that was left out', async () => {
  const { core, store } = setUp()
  core.handle({
    'claims.bulk': ({ claims }) => ({
      outcomes: claims.map(({ claimId, commandId }, at) => ({
        claimId,
        outcome:
          at === 0
            ? { outcome: 'accepted', operationId: commandId, holdUntil: null }
            : at === 1
              ? { outcome: 'stale', currentRevision: 4 }
              : null,
      })),
    }),
  })
  const accepted = await store.getState().run('take', ['a', 'b', 'c'].map(claim))
  expect(accepted.map((one) => one.claim.claimId)).toEqual(['a'])
  expect(store.getState().notice).toMatchObject({
    kind: 'done',
    done: 1,
    refused: [
      { claim: { claimId: 'b' }, outcome: { outcome: 'stale' } },
      { claim: { claimId: 'c' }, outcome: null },
    ],
  })
})

test('a broken wire is tried again under the same ids, another act under others', async () => {
  const { core, store, commandIds } = setUp()
  core.handle({
    'claims.bulk': () => {
      throw new Error('The wire broke.')
    },
  })
  const claims = ['a', 'b'].map(claim)
  await store.getState().run('take', claims)
  expect(store.getState().notice).toMatchObject({ kind: 'error' })
  await store.getState().run('take', claims)
  await store.getState().run('release', claims)
  const [first, again, other] = commandIds()
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test('says what came of a snooze', async () => {
  const { core, store } = setUp()
  const until = Instant.parse(instantAt(24))
  const { claimId } = claim('a')
  expect(await store.getState().snooze([claimId], until)).toBe(true)
  expect(store.getState().notice).toEqual({ kind: 'snoozed', done: 1 })
  core.handle({ 'claims.snooze': () => ({ outcome: 'no_such_time', claims: 0 }) })
  expect(await store.getState().snooze([claimId], until)).toBe(false)
  expect(store.getState().notice).toEqual({ kind: 'no_such_time' })
})
