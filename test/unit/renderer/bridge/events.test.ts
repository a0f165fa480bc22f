import { expect, test, vi } from 'vitest'
import type { EventFrame } from '../../../../src-preload/contract/events.ts'
import type { Transport } from '../../../../src-preload/contract/index.ts'
import { createEventFeed } from '../../../../src-renderer/bridge/events.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const A_CLAIM = ClaimId.parse('42773265')

/** A door whose frames and state the test sends by hand, malformed ones too. */
function aDoor() {
  let frameTo: (frame: EventFrame) => void = () => undefined
  let stateTo: (connected: boolean) => void = () => undefined
  const transport: Transport = {
    request: async () => ({ ok: true, value: null }),
    subscribe: (listener) => {
      frameTo = listener
      return () => undefined
    },
    onConnection: (listener) => {
      stateTo = listener
      listener(true)
      return () => undefined
    },
  }
  const feed = createEventFeed(transport)
  const claims = vi.fn()
  const sync = vi.fn()
  feed.on('claims.changed', claims)
  feed.on('sync.changed', sync)
  return {
    feed,
    claims,
    sync,
    send: (frame: EventFrame) => frameTo(frame),
    connect: (is: boolean) => stateTo(is),
  }
}

test('hands an event to those who listen to it, and to nobody else', () => {
  const { claims, sync, send } = aDoor()
  send({ event: 'claims.changed', seq: 1, payload: { ids: [A_CLAIM] } })
  expect(claims.mock.calls).toEqual([[{ ids: [A_CLAIM] }]])
  expect(sync).not.toHaveBeenCalled()
})

test('hands on the claim that a link names, and no link without one', () => {
  const { feed, sync, send } = aDoor()
  const followed = vi.fn()
  feed.on('link.followed', followed)
  send({ event: 'link.followed', seq: 1, payload: { claimId: A_CLAIM } })
  expect(sync).not.toHaveBeenCalled()
  send({ event: 'link.followed', seq: 2, payload: { claimId: 7 } })
  expect(followed.mock.calls).toEqual([[{ claimId: A_CLAIM }]])
  expect(sync).toHaveBeenCalled()
})

test('makes everybody read again after a gap in the sequence', () => {
  const { feed, claims, sync, send } = aDoor()
  send({ event: 'sync.changed', seq: 1, payload: {} })
  sync.mockClear()
  const others = [vi.fn(), vi.fn(), vi.fn()] as const
  feed.on('arbitration.changed', others[0])
  feed.on('views.changed', others[1])
  feed.on('settings.changed', others[2])
  send({ event: 'sync.changed', seq: 3, payload: {} })
  for (const other of others) expect(other).toHaveBeenCalledTimes(1)
  expect(claims.mock.calls).toEqual([[{ ids: null }]])
  expect(sync).toHaveBeenCalledTimes(2)
})

test('counts sequences by connection and reads everything again after one came back', () => {
  const { claims, send, connect } = aDoor()
  send({ event: 'sync.changed', seq: 1, payload: {} })
  connect(false)
  expect(claims).not.toHaveBeenCalled()
  connect(true)
  expect(claims.mock.calls).toEqual([[{ ids: null }]])
  send({ event: 'sync.changed', seq: 1, payload: {} })
  expect(claims).toHaveBeenCalledTimes(1)
})

test('takes a payload that it cannot read as a reason to read everything again', () => {
  const { claims, send } = aDoor()
  send({ event: 'claims.changed', seq: 1, payload: { ids: [1, 2] } })
  expect(claims.mock.calls).toEqual([[{ ids: null }]])
})

test('forgets a listener that has ended', () => {
  const { feed, send } = aDoor()
  const listener = vi.fn()
  feed.on('sync.changed', listener)()
  send({ event: 'sync.changed', seq: 1, payload: {} })
  expect(listener).not.toHaveBeenCalled()
})
