import { describe, expect, it } from 'vitest'
import type { EventFrame } from '../../../src-preload/contract/events.ts'
import { methods } from '../../../src-preload/contract/index.ts'
import { aPage, createScriptedCore, type Script } from './scriptedCore.ts'
import { DOORS, type OpenDoor } from './transports.ts'

const LIST = { filter: { text: '' }, offset: 0, limit: 3 }

function codeOf(reply: unknown): unknown {
  return (reply as { error?: { code?: unknown } }).error?.code
}

async function openDoor(open: OpenDoor, script?: Script) {
  const scripted = createScriptedCore(script)
  return { ...scripted, ...(await open(scripted.core)) }
}

/** Resolves once `count` frames have come. */
function framesOf(subscribe: (listener: (frame: EventFrame) => void) => unknown, count: number) {
  return new Promise<EventFrame[]>((done) => {
    const frames: EventFrame[] = []
    subscribe((frame) => {
      frames.push(frame)
      if (frames.length === count) done(frames)
    })
  })
}

describe.each(DOORS)('the bridge, %s', (_name, open) => {
  it('carries a value as the method gave it', async () => {
    const { transport } = await openDoor(open)
    expect(await transport.request('claims.list', LIST)).toEqual({ ok: true, value: aPage(LIST) })
  })

  it('carries a business refusal as a value', async () => {
    const { transport } = await openDoor(open)
    const input = {
      claimId: 'c',
      revision: 1,
      commandId: '6c6b3f5e-0f7a-4f60-9d2b-6a9c1c3b9d10',
      decision: 'approve',
      reasons: [],
      comment: '',
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
      note: '',
    }
    expect(await transport.request('claims.decide', input)).toEqual({
      ok: true,
      value: { outcome: 'stale', currentRevision: 7 },
    })
  })

  it('carries a known failure with its code and nothing of the input', async () => {
    const { transport } = await openDoor(open)
    const reply = await transport.request('claims.open', { claimId: 'secret-4711' })
    expect(codeOf(reply)).toBe('not_found')
    expect(JSON.stringify(reply)).not.toContain('4711')
  })

  it('calls a full disk a storage failure that may be tried again', async () => {
    const { transport } = await openDoor(open)
    const reply = await transport.request('settings.set', { theme: 'dark' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'storage', retryable: true, incident: null } })
  })

  it('answers a bug with an incident that the log knows', async () => {
    const { transport, log } = await openDoor(open)
    const reply = await transport.request('claims.counts', {})
    expect(codeOf(reply)).toBe('internal')
    expect(!reply.ok && reply.error.incident).toBe(log[0]?.facts?.['incident'])
  })

  it.each(['nothing.here', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'knows no method %j',
    async (method) => {
      const { transport } = await openDoor(open)
      expect(codeOf(await transport.request(method, {}))).toBe('unknown_method')
    },
  )

  it.each([
    ['a wrong type', { ...LIST, offset: '0' }],
    ['a field too many', { ...LIST, extra: 1 }],
    ['a missing field', { filter: LIST.filter, offset: 0 }],
    ['nothing at all', null],
    ['a limit past the bound', { ...LIST, limit: 501 }],
    ['a Date', { ...LIST, filter: { text: new Date() } }],
    ['a Map', { ...LIST, filter: new Map() }],
    ['a BigInt', { ...LIST, offset: 0n }],
    ['NaN', { ...LIST, offset: Number.NaN }],
    ['a function', { ...LIST, filter: () => 0 }],
    ['an own __proto__', JSON.parse('{"__proto__":{"limit":3},"offset":0,"filter":{"text":""}}')],
  ])('refuses %s by the same code', async (_what, input) => {
    const { transport } = await openDoor(open)
    expect(codeOf(await transport.request('claims.list', input))).toBe('bad_request')
  })

  it('carries a page of the largest size whole', async () => {
    const { transport } = await openDoor(open)
    const input = { ...LIST, limit: 500 }
    expect(await transport.request('claims.list', input)).toEqual({ ok: true, value: aPage(input) })
  })

  it('gives each of many calls at once its own answer', async () => {
    const { transport } = await openDoor(open, {
      // Later calls answer sooner.
      'claims.list': async (input) => {
        for (let turn = input.offset; turn < 200; turn++) await Promise.resolve()
        return aPage(input)
      },
    })
    const inputs = Array.from({ length: 200 }, (_, offset) => ({ ...LIST, offset, limit: 1 }))
    const replies = await Promise.all(inputs.map((input) => transport.request('claims.list', input)))
    expect(replies).toEqual(inputs.map((input) => ({ ok: true, value: aPage(input) })))
  })

  it('tells events in their order, counted up by one', async () => {
    const { transport, emit } = await openDoor(open)
    await transport.request('sync.now', {})
    const frames = framesOf(transport.subscribe, 100)
    for (let index = 0; index < 100; index++) emit('claims.changed', { ids: [`c${index}`] })
    const told = await frames
    expect(told.map(({ event, payload }) => [event, payload])).toEqual(
      Array.from({ length: 100 }, (_, index) => ['claims.changed', { ids: [`c${index}`] }]),
    )
    const first = told[0]?.seq ?? 0
    expect(told.map(({ seq }) => seq)).toEqual(told.map((_, index) => first + index))
  })

  it('tells nothing more after the subscription ended', async () => {
    const { transport, emit } = await openDoor(open)
    await transport.request('sync.now', {})
    const heard: unknown[] = []
    const stop = transport.subscribe((frame) => heard.push(frame))
    stop()
    const after = framesOf(transport.subscribe, 1)
    emit('sync.changed', {})
    await after
    expect(heard).toEqual([])
  })

  it('says that it is connected', async () => {
    const { transport } = await openDoor(open)
    await new Promise<void>((done) => {
      transport.onConnection((connected) => {
        if (connected) done()
      })
    })
  })

  it('refuses no method of the contract by name', async () => {
    const { transport } = await openDoor(open)
    const codes = await Promise.all(
      Object.keys(methods).map(async (name) => codeOf(await transport.request(name, { surely: 'wrong' }))),
    )
    expect(codes).not.toContain('unknown_method')
  })
})

describe.each(DOORS.filter(([name]) => name !== 'in process'))(
  'the line of the bridge, %s',
  (_name, open) => {
    it('answers calls under way as retryable and offline when the line breaks', async () => {
      let arrived = () => {}
      const underWay = new Promise<void>((done) => {
        arrived = done
      })
      const { transport, drop } = await openDoor(open, {
        'sync.now': () => {
          arrived()
          return new Promise(() => {})
        },
      })
      const reply = transport.request('sync.now', {})
      await underWay
      drop?.()
      expect(await reply).toMatchObject({ ok: false, error: { code: 'offline', retryable: true } })
    })
  },
)
