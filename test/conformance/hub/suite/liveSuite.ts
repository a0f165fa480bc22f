import { setImmediate as nextTurn } from 'node:timers/promises'
import { createParser } from 'eventsource-parser'
import { describe, expect, it } from 'vitest'
import { removeClaim, touchClaims } from '../../../../src-main/hub/store/claimWrites.ts'
import { eventStream } from '../../../../src-main/hub/live/eventStream.ts'
import { endFeedWatch, watchFeed } from '../../../../src-main/hub/live/watchFeed.ts'
import type { Db } from '../../../../src-main/hub/store/database.ts'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, comment, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { serveApp, type TestHub } from '../../../builders/hub/testHub.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const EVENTS = '/v1.0/claims/events'
const KEY = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }

/** Reads a stream of events piece by piece; each piece is waited for. */
function reading(body: ReadableStream<Uint8Array> | null) {
  if (body === null) throw new Error('the answer has no body')
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const waiting: string[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => waiting.push(`${event ?? ''} ${data}`),
    onComment: (text) => waiting.push(`: ${text}`),
    onRetry: (ms) => waiting.push(`retry ${ms}`),
  })
  return {
    /** Null = the stream is over. */
    async next(): Promise<string | null> {
      for (;;) {
        const piece = waiting.shift()
        if (piece !== undefined) return piece
        const { done, value } = await reader.read()
        if (done) return null
        parser.feed(decoder.decode(value, { stream: true }))
      }
    },
    close: () => reader.cancel(),
  }
}

/** Telling workstations that something changed. */
export function describeLive(hub: () => TestHub): void {
  describe('the events of the feed', () => {
    const open = async () => {
      const answer = await hub().get('reviewer', EVENTS)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
      const events = reading(answer.body)
      expect(await events.next()).toBe('retry 3000')
      // From here on everything is told, so this is the time to read the feed.
      expect(await events.next()).toBe('changed {}')
      return events
    }

    it('tell a change of this hub, say nothing of it, and pull brings it', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const events = await open()
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, comment('A secret word.')))
      expect(await events.next()).toBe('changed {}')
      await events.close()
    })

    it('tell what another hub on the same database changed or took away', async () => {
      await hub().put(aHubClaim(), aHubClaim({ claimId: 'C-2', products: ['b'] }))
      const events = await open()
      const { db, rules } = hub().ports
      // Not through this hub’s own service: as a second process would.
      await transact(db, (tx) => touchClaims(tx, [KEY], rules.basisOf))
      expect(await events.next()).toBe('changed {}')
      await transact(db, (tx) => removeClaim(tx, KEY, 'deleted'))
      expect(await events.next()).toBe('changed {}')
      await events.close()
    })

    it('go to ten lines of a person and no more, until one of them is closed', async () => {
      const lines = await Promise.all(Array.from({ length: 10 }, () => open()))
      const refused = await hub().get('reviewer', EVENTS)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
      const other = await hub().get('reviewer-2', EVENTS)
      expect(other.status).toBe(200)
      await other.body?.cancel()
      await lines.pop()?.close()
      await expect
        .poll(async () => {
          const answer = await hub().get('reviewer', EVENTS)
          await answer.body?.cancel()
          return answer.status
        })
        .toBe(200)
      await Promise.all(lines.map((line) => line.close()))
    })

    it('are for the team, and HEAD leaves no line open', async () => {
      expect((await hub().get('intake', EVENTS)).status).toBe(403)
      expect((await hub().get(null, EVENTS)).status).toBe(401)
      const bearer = await hub().bearer('reviewer')
      for (let turn = 0; turn < 12; turn += 1) {
        const head = await fetch(hub().url + EVENTS, { method: 'HEAD', headers: bearer })
        expect(head.status).toBe(200)
      }
    })

    it('end when the hub stops', async () => {
      // A database handle of its own, since its watch ends for good.
      const db: Db = Object.create(hub().ports.db) as Db // the same database under another handle
      const served = await serveApp({ ...hub().ports, db })
      const answer = await fetch(served.url + EVENTS, { headers: await hub().bearer('reviewer') })
      const events = reading(answer.body)
      expect([await events.next(), await events.next()]).toEqual(['retry 3000', 'changed {}'])
      endFeedWatch(db)
      expect(await events.next()).toBeNull()
      const late = reading(
        (await fetch(served.url + EVENTS, { headers: await hub().bearer('reviewer') })).body,
      )
      expect([await late.next(), await late.next()]).toEqual(['retry 3000', null])
      await served.close()
    })
  })

  describe('the watch over the feed', () => {
    it('tells many changes at once no more often than it is let', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const { db, log, rules } = hub().ports
      const watch = watchFeed(db, log, { every: 10, gap: 400, afterFault: 10 })
      const told: number[] = []
      const reached = Promise.withResolvers<void>()
      const leave = watch.listen({
        changed: () => {
          told.push(performance.now())
          if (told.length === 4) reached.resolve()
        },
        ended: () => {},
      })
      const storm = { isOver: false }
      const writing = (async () => {
        while (!storm.isOver) {
          await transact(db, (tx) => touchClaims(tx, [KEY], rules.basisOf))
          // The embedded database works in this very thread, and timers have to ring.
          await nextTurn()
        }
      })()
      await reached.promise
      storm.isOver = true
      await writing
      leave()
      watch.end()
      const gaps = told.slice(1).map((time, index) => time - (told[index] ?? 0))
      // A timer may ring a moment early.
      for (const gap of gaps) expect(gap).toBeGreaterThan(395)
    })

    it('keeps lines open with a word now and then, and goes on after a fault', async () => {
      const { db, log } = hub().ports
      let isBroken = true
      const shaky = new Proxy(db, {
        get(target, name, receiver) {
          if (name === 'select' && isBroken) throw new Error('The database is away')
          return Reflect.get(target, name, receiver) as unknown
        },
      })
      const watch = watchFeed(shaky, log, { every: 10, gap: 10, afterFault: 10 })
      const events = reading(eventStream(watch, 20, () => {}))
      expect([await events.next(), await events.next()]).toEqual(['retry 3000', ': still here'])
      isBroken = false
      let piece = await events.next()
      while (piece === ': still here') piece = await events.next()
      expect(piece).toBe('changed {}')
      expect(hub().logged.join()).toContain('the feed could not be watched')
      watch.end()
      await events.close()
    })
  })
}
