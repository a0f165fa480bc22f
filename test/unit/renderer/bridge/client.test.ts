import { expect, test } from 'vitest'
import { BridgeError, failureOf } from '../../../../src-renderer/bridge/bridgeError.ts'
import { createClient, transportOf } from '../../../../src-renderer/bridge/client.ts'
import { createFakeCore, FakeRefusal, handlersOver } from '../../../fakes/renderer/fakeCore.ts'
import { aSummary } from '../../../builders/renderer/aClaim.ts'

const core = () => createFakeCore(handlersOver([aSummary()], () => undefined))
const ALL = { filter: { text: '' }, offset: 0, limit: 10 }

test('gives the value of a reply', async () => {
  const { transport } = core()
  const page = await createClient(transport).call('claims.list', ALL)
  expect(page.total).toBe(1)
})

test('throws what the core refuses, with its code and incident', async () => {
  const fake = core()
  fake.handle({
    'claims.list': () => {
      throw new FakeRefusal('internal')
    },
  })
  const refused = createClient(fake.transport).call('claims.list', ALL)
  await expect(refused).rejects.toMatchObject({ name: 'BridgeError', code: 'internal', incident: '7F2-114' })
})

test('says offline when the core is away', async () => {
  const fake = core()
  fake.connect(false)
  const refused = createClient(fake.transport).call('claims.list', ALL)
  await expect(refused).rejects.toMatchObject({ code: 'offline', retryable: true })
})

test('counts a fault of our own as internal, without an incident', () => {
  expect(failureOf(new TypeError('x is not a function'))).toMatchObject({ code: 'internal', incident: null })
  const bridge = new BridgeError({ code: 'storage', message: 'm', retryable: true, incident: null })
  expect(failureOf(bridge)).toBe(bridge)
})

test('finds the transport that a door has put on the window, and nothing else', () => {
  const { transport } = core()
  expect(transportOf({ bridge: transport })).toBe(transport)
  expect(transportOf({})).toBeNull()
  expect(transportOf({ bridge: 'yes' })).toBeNull()
})
