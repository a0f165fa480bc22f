import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Checkpoint } from '../../../../src-main/hub/api/checkpoint.ts'
import { watchFeed } from '../../../../src-main/hub/live/watchFeed.ts'
import { touchClaims } from '../../../../src-main/hub/store/claimWrites.ts'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'
import { aHubClaim, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { idOf, readRound } from './feedSuite.ts'

const START = '/v1.0/claims/delta'
const keyOf = (claimId: string) => ({ tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse(claimId) })

/** What only a server with several connections can show. */
export function describeLateCommits(open: () => Promise<HubDatabase>): void {
  describe('transactions that overlap', () => {
    let hub: TestHub
    beforeAll(async () => {
      hub = await openTestHub(await open())
    })
    beforeEach(() => hub.clear())
    afterAll(() => hub.close())

    /** Begins a change, and commits it when told. */
    async function beginChange(claimId: string) {
      const gate = Promise.withResolvers<void>()
      const written = Promise.withResolvers<bigint>()
      const done = transact(hub.ports.db, async (tx) => {
        await touchClaims(tx, [keyOf(claimId)], hub.ports.rules.basisOf)
        const rows = await tx
          .select({ xid: sql<string>`pg_current_xact_id()::text` })
          .from(sql`(select 1) as one`)
        written.resolve(BigInt(rows[0]?.xid ?? 0))
        await gate.promise
      })
      const xid = await written.promise
      return {
        xid,
        commit: async () => {
          gate.resolve()
          await done
        },
      }
    }

    it('a change that began first and is committed last still comes through the feed', async () => {
      await hub.put(
        aHubClaim({ claimId: 'early' }),
        aHubClaim({ claimId: 'late', products: ['m365.intune'] }),
      )
      const { deltaLink } = await readRound(hub, START)
      const slow = await beginChange('early')
      const quick = await beginChange('late')
      // A feed that went on to the highest number seen would now pass over the slow one.
      expect(slow.xid < quick.xid).toBe(true)
      await quick.commit()
      const between = await readRound(hub, deltaLink)
      await slow.commit()
      const after = await readRound(hub, between.deltaLink)
      const all = [...between.pages.flat(), ...after.pages.flat()]
      expect([...new Set(all.map(idOf))].sort()).toEqual(['early', 'late'])
      expect(all.find((item) => idOf(item) === 'early')).toEqual(await hub.record('early'))
    })

    it('a change that is committed last is told to who listens, and no checkpoint blames its reader', async () => {
      await hub.put(
        aHubClaim({ claimId: 'early' }),
        aHubClaim({ claimId: 'late', products: ['m365.intune'] }),
      )
      const { db, log } = hub.ports
      const watch = watchFeed(db, log, { every: 5, gap: 5, afterFault: 5 })
      let onTold = (): void => {}
      const told = (): Promise<void> =>
        new Promise((resolve) => {
          onTold = resolve
        })
      const beginning = told()
      watch.listen({ changed: () => onTold(), ended: () => {} })
      await beginning
      const slow = await beginChange('early')
      const quick = await beginChange('late')
      await quick.commit()
      const between = await readRound(hub, START)
      const movedSince = async (link: string) => {
        const answer = await hub.get('reviewer', link.replace('/delta?', '/checkpoint?'))
        return Checkpoint.parse(await answer.json()).buckets.filter(({ moved }) => moved).length
      }
      // What was committed lies beyond the watermark as well while the other runs.
      expect(await movedSince(between.deltaLink)).toBe(1)
      const late = told()
      await slow.commit()
      await late
      expect(await movedSince(between.deltaLink)).toBe(2)
      const after = await readRound(hub, between.deltaLink)
      expect(after.pages.flat().map(idOf).sort()).toEqual(['early', 'late'])
      expect(await movedSince(after.deltaLink)).toBe(0)
      watch.end()
    })

    it('a reader in the middle of a storm of changes misses none of them', async () => {
      const ids = Array.from({ length: 120 }, (_, index) => `C-${index}`)
      await hub.put(...ids.map((claimId) => aHubClaim({ claimId, products: [claimId] })))
      const known = new Map<string, unknown>()
      let link = `${START}?$top=7`
      const readOn = async () => {
        const round = await readRound(hub, link)
        link = round.deltaLink
        for (const item of round.pages.flat()) known.set(idOf(item), item)
      }
      await readOn()
      const storm = { isOver: false }
      // Each claim changes once: a change that is passed over is not made good by the next.
      const writers = Array.from({ length: 6 }, async (_, writer) => {
        for (const [turn, claimId] of ids.filter((_id, index) => index % 6 === writer).entries()) {
          const change = await beginChange(claimId)
          // Transactions of many lengths, so that they end in another order than they began.
          for (let step = (writer * 13 + turn) % 7; step > 0; step -= 1)
            await hub.ports.db.execute(sql`select 1`)
          await change.commit()
        }
      })
      const reading = (async () => {
        while (!storm.isOver) await readOn()
      })()
      await Promise.all(writers)
      storm.isOver = true
      await reading
      await readOn()
      expect(Object.fromEntries(known)).toEqual(
        Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await hub.record(id)]))),
      )
    })

    it('two that block each other both get through', async () => {
      await hub.put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', products: ['m365.intune'] }))
      const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      let attempts = 0
      const touchBoth = (first: string, second: string, turn: number) =>
        transact(hub.ports.db, async (tx) => {
          attempts += 1
          await touchClaims(tx, [keyOf(first)], hub.ports.rules.basisOf)
          holding[turn]?.resolve()
          await Promise.all(holding.map(({ promise }) => promise))
          await touchClaims(tx, [keyOf(second)], hub.ports.rules.basisOf)
        })
      await Promise.all([touchBoth('C-1', 'C-2', 0), touchBoth('C-2', 'C-1', 1)])
      expect(attempts).toBe(3)
      expect([(await hub.record('C-1')).revision, (await hub.record('C-2')).revision]).toEqual([5, 5])
    })
  })
}
