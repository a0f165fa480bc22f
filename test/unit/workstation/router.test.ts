import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../../src-main/workstation/appError.ts'
import { createRouter } from '../../../src-main/workstation/router.ts'
import type { LogEntry } from '../../../src-main/workstation/ports.ts'
import { query } from '../../../src-preload/contract/method.ts'
import { startWorkstation } from '../../fakes/workstation.ts'

const EVERYTHING = { filter: { text: '' }, offset: 0, limit: 100 }

describe('the router', () => {
  it.each(['claims.unknown', 'constructor', '__proto__', 'toString', ''])(
    'refuses a method that the contract does not name: %j',
    async (method) => {
      const { workstation } = await startWorkstation()
      expect(await workstation.dispatch(method, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown_method' },
      })
    },
  )

  it.each([
    ['nothing', undefined],
    ['a field too many', { ...EVERYTHING, extra: 1 }],
    ['a limit too high', { ...EVERYTHING, limit: 501 }],
    ['a wrong type', { ...EVERYTHING, offset: 'first' }],
  ])('refuses %s as input, and repeats nothing of it', async (_, input) => {
    const { workstation, log } = await startWorkstation()
    const reply = await workstation.dispatch('claims.list', input)
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'bad_request',
        message: 'The input does not fit the contract.',
        retryable: false,
        incident: null,
      },
    })
    expect(log).toEqual([])
  })

  it('names the log entry of a bug and tells nothing else of it', async () => {
    const { workstation, log } = await startWorkstation({
      hub: {
        state: () => {
          throw new Error('customer data in a message')
        },
        onChange: () => () => undefined,
        request: () => Promise.reject(new Error('unused')),
      },
    })
    const reply = await workstation.dispatch('sync.status', {})
    if (reply.ok) throw new Error('The method answered.')
    expect(reply.error).toMatchObject({ code: 'internal', message: expect.not.stringContaining('customer') })
    expect(log.at(-1)?.facts).toMatchObject({ incident: reply.error.incident })
  })

  it('answers offline, and may be asked again, when the workstation is closed', async () => {
    const { workstation } = await startWorkstation()
    await workstation.stop()
    await workstation.stop()
    expect(await workstation.dispatch('claims.list', EVERYTHING)).toMatchObject({
      error: { code: 'offline', retryable: true },
    })
  })

  it('says that what is stored does not fit when an answer breaks its schema or the code that makes it, and of nothing else', async () => {
    const missing = (part: { reason?: { length: number } }) => part.reason as { length: number }
    const throwing = (error: unknown) => () => {
      throw error
    }
    const unfitOf = async (handler: () => unknown): Promise<number> => {
      let said = 0
      const dispatch = createRouter(
        { methods: { first: query(z.int(), z.int()) }, handlers: { first: handler } },
        () => Promise.reject(new Error('unused')),
        { log: () => undefined, uuid: () => 'incident-1' },
        { onUnfit: () => (said += 1), isReadOnly: () => false },
      )
      await dispatch('first', 1)
      return said
    }
    expect(await unfitOf(() => 'no number')).toBe(1)
    expect(await unfitOf(() => missing({}).length)).toBe(1)
    expect(await unfitOf(() => new Date('2026-0x-01').toISOString())).toBe(1)
    expect(await unfitOf(throwing(new Error('a bug')))).toBe(0)
    expect(await unfitOf(throwing(new AppError('not_found', 'No such claim.')))).toBe(0)
  })

  it('answers the first methods without loading the rest, and says so when the rest cannot be loaded', async () => {
    const log: LogEntry[] = []
    const asked: string[] = []
    const dispatch = createRouter(
      { methods: { first: query(z.int(), z.int()) }, handlers: { first: (given: number) => given + 1 } },
      () => {
        asked.push('rest')
        return Promise.reject(new Error('a file is missing'))
      },
      { log: (entry) => log.push(entry), uuid: () => 'incident-1' },
    )
    expect(await dispatch('first', 1)).toEqual({ ok: true, value: 2 })
    expect(asked).toEqual([])
    expect(await dispatch('second', 1)).toMatchObject({ error: { code: 'internal', incident: 'incident-1' } })
    expect([asked, log.length]).toEqual([['rest'], 1])
  })
})
