import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { livingParties } from '../../../../src-main/domain/arbitration/parties.ts'
import { bringClaims, openCases } from '../../../../src-main/hub/claims/bringClaims.ts'
import { lockClaim } from '../../../../src-main/hub/store/claimsRepo.ts'
import { insertNewClaims } from '../../../../src-main/hub/store/claimWrites.ts'
import type { HubDatabase, Tx } from '../../../../src-main/hub/store/database.ts'
import { exclusiveThings } from '../../../../src-main/hub/store/schema.ts'
import { lockContest } from '../../../../src-main/hub/store/thingLocks.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'
import { allCases } from '../../../builders/hub/caseDecisions.ts'
import { aHubClaim, anOperation, hold, requestInfo, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { CUSTOMER_TENANT, partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'

const TEAMS = 'workload m365.teams'
const RIVAL = '4712'

/** What several do at the same moment to claims of one customer: only a server with several connections can show it. */
export function describeSameMoment(open: () => Promise<HubDatabase>): void {
  describe('acts on claims of one customer at the same moment', () => {
    let hub: TestHub
    beforeAll(async () => {
      hub = await openTestHub(await open())
    })
    beforeEach(() => hub.clear())
    // A test that fails lets nobody wait.
    const held: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const release of held.splice(0)) await release()
    })
    afterAll(() => hub.close())

    const partners = () => partnerSide(hub)
    const operate = async (claimId: string, action: Parameters<typeof anOperation>[1]) =>
      hub.operate('reviewer', claimId, anOperation(await hub.record(claimId), action))
    const holding = async (lock: (tx: Tx) => Promise<unknown>) => {
      const release = await heldBy(hub, lock)
      held.push(release)
      return release
    }
    const locking = (tx: Tx, claimId: string, tenantId: string = TENANT_A) =>
      lockClaim(tx, { tenantId: TenantId.parse(tenantId), claimId: ClaimId.parse(claimId) })
    const contest = (tenantId: string, claimIds: readonly string[], keys: readonly string[] = []) => {
      const ids = claimIds.map((claimId) => ClaimId.parse(claimId))
      return (tx: Tx) => lockContest(tx, { tenantId: TenantId.parse(tenantId), claimIds: ids, keys })
    }
    const theCase = async () => {
      const [one, ...others] = await allCases(hub)
      expect(others).toEqual([])
      return { key: one?.contested.key, parties: livingParties(one?.parties ?? []).map((p) => p.claimId) }
    }

    it('wait for nobody where they are about other things', async () => {
      const intune = { products: ['m365.intune'] }
      await hub.put(
        aHubClaim({ claimId: 'C-1' }),
        aHubClaim({ claimId: 'C-2', mpnId: RIVAL }),
        aHubClaim({ claimId: 'C-3', ...intune }),
        aHubClaim({ claimId: 'C-4', mpnId: RIVAL, ...intune }),
      )
      const release = await holding(contest(TENANT_A, ['C-1']))
      // Nobody lets go until these are answered.
      expect(await operate('C-3', hold())).toMatchObject({ outcome: 'applied' })
      expect(await partners().act('/C-4/customer-answer', {})).toMatchObject({ outcome: 'done' })
      const rival = operate('C-2', requestInfo())
      await untilWaiting(hub, 1)
      await release()
      expect(await rival).toMatchObject({ outcome: 'applied' })
    })

    it('lead to one case where two are submitted for what nobody else claims', async () => {
      for (const [claimId, mpnId] of [
        ['P-1', '4711'],
        ['P-2', RIVAL],
      ] as const) {
        await partners().create(statedClaim({ mpnId }), { claimId })
        await partners().addDocument(claimId)
      }
      const release = await holding(contest(CUSTOMER_TENANT, [], [TEAMS]))
      const submitted = ['P-1', 'P-2'].map((claimId) => partners().now(claimId, 'submit'))
      await untilWaiting(hub, 2)
      await release()
      expect(await Promise.all(submitted)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
      expect(await theCase()).toEqual({ key: TEAMS, parties: ['P-1', 'P-2'] })
      for (const claimId of ['P-1', 'P-2']) expect((await hub.record(claimId)).competingClaims).toBe(1)
    })

    it('lead to one case where two begin to name what nobody ever named', async () => {
      await partners().submitted(statedClaim({ items: [{ productId: 'm365.intune' }] }), 'P-1')
      const exchange = { mpnId: RIVAL, items: [{ productId: 'm365.exchange' }] }
      await partners().submitted(statedClaim(exchange), 'P-2')
      expect(await hub.ports.db.select().from(exclusiveThings)).toHaveLength(2)
      // The first of them has the thing by then, and waits for its claim with it.
      const release = await holding(async (tx) => {
        for (const claimId of ['P-1', 'P-2']) await locking(tx, claimId, CUSTOMER_TENANT)
      })
      const changes = { items: [{ productId: 'm365.teams' }] }
      const edited = ['P-1', 'P-2'].map((claimId) => partners().now(claimId, 'edit', { changes }))
      await untilWaiting(hub, 2)
      await release()
      expect(await Promise.all(edited)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
      expect((await theCase()).parties.sort()).toEqual(['P-1', 'P-2'])
    })

    it('lead to one case where a claim is brought in with a past while another is submitted', async () => {
      await partners().create(statedClaim(), { claimId: 'P-1' })
      await partners().addDocument('P-1')
      const brought = aHubClaim({ claimId: 'C-2', mpnId: RIVAL, tenantId: CUSTOMER_TENANT })
      const { db, rules } = hub.ports
      const release = await holding((tx) => bringClaims(tx, [brought], rules.basisOf))
      const submitted = partners().now('P-1', 'submit')
      await untilWaiting(hub, 1)
      await release()
      expect(await submitted).toMatchObject({ outcome: 'done' })
      expect((await theCase()).parties).toEqual(['C-2', 'P-1'])
      expect(await db.select().from(exclusiveThings)).toHaveLength(1)
    })

    it('let a claim go on whose rivals in two cases leave both', async () => {
      const both = ['m365.teams', 'm365.intune']
      await hub.put(
        aHubClaim({ claimId: 'C-1' }),
        aHubClaim({ claimId: 'C-2', products: ['m365.intune'] }),
        aHubClaim({ claimId: 'C-3', mpnId: RIVAL, products: both }),
      )
      await operate('C-3', hold())
      expect(await hub.record('C-3')).toMatchObject({ subState: 'awaiting_arbitration', competingClaims: 2 })
      const release = await holding((tx) => locking(tx, 'C-3'))
      const declined = ['C-1', 'C-2'].map((claimId) => partners().act(`/${claimId}/customer-answer`, {}))
      await untilWaiting(hub, 2)
      await release()
      await Promise.all(declined)
      expect(await hub.record('C-3')).toMatchObject({
        subState: 'in_review',
        matters: { heldSince: null },
        competingClaims: 0,
      })
    })

    it('block nobody for good where every claim names something of every other', async () => {
      const ring = ['m365.teams', 'm365.intune', 'm365.exchange', 'm365.apps', 'm365.mdo'] as const
      const claims = ring.map((product, at) =>
        aHubClaim({
          claimId: `C-${(at * 3) % ring.length}`,
          mpnId: `471${at}`,
          products: [ring[(at + 1) % ring.length] ?? product, product],
        }),
      )
      await hub.put(...claims)
      const began = vi.spyOn(hub.ports.db, 'transaction')
      const ids = claims.map(({ form }) => form.claimId)
      const held = await Promise.all(ids.map((claimId) => operate(claimId, hold())))
      expect(held).toMatchObject(ids.map(() => ({ outcome: 'applied' })))
      await Promise.all([
        ...ids.map((claimId) => partners().post(`/${claimId}/comments`, { text: 'We wait.' })),
        ...ids.map((claimId) => partners().act(`/${claimId}/customer-answer`, {})),
      ])
      // One that the server breaks off begins anew, so there would be more.
      expect(began).toHaveBeenCalledTimes(3 * ids.length)
      began.mockRestore()
      for (const claimId of ids) expect((await hub.record(claimId)).competingClaims).toBe(0)
    })

    it('end alone when their connection breaks: the hub goes on', async () => {
      await hub.put(aHubClaim({ claimId: 'C-1' }), aHubClaim({ claimId: 'C-2', mpnId: RIVAL }))
      const { db } = hub.ports
      const broken = transact(db, async (tx) => {
        await locking(tx, 'C-1')
        const [own] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(select 1) as one`)
        await hub.owner.execute(sql`select pg_terminate_backend(${own?.pid})`)
        await locking(tx, 'C-1')
      })
      await expect(broken).rejects.toThrow()
      expect(await operate('C-1', hold())).toMatchObject({ outcome: 'applied' })
    })

    it('begin anew, with everything locked, where they come to a case that they had not foreseen', async () => {
      const { db, rules } = hub.ports
      await hub.put(aHubClaim({ claimId: 'C-1' }))
      const rival = aHubClaim({ claimId: 'C-2', mpnId: RIVAL })
      let attempts = 0
      await transact(db, async (tx) => {
        attempts += 1
        await lockContest(tx, { tenantId: TenantId.parse(TENANT_A), claimIds: [] })
        await insertNewClaims(tx, [rival], rules.basisOf)
        await openCases(tx, [rival], rules.basisOf)
      })
      expect(attempts).toBe(2)
      expect((await theCase()).parties.sort()).toEqual(['C-1', 'C-2'])
    })
  })
}

/** Locks in a transaction of its own, until told to let go. */
async function heldBy({ ports: { db } }: TestHub, lock: (tx: Tx) => Promise<unknown>) {
  const gate = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const done = transact(db, async (tx) => {
    await lock(tx)
    locked.resolve()
    await gate.promise
  })
  await Promise.race([locked.promise, done])
  return async () => {
    gate.resolve()
    await done
  }
}

/** Until so many transactions wait for a lock of another. */
async function untilWaiting({ owner }: TestHub, count: number): Promise<void> {
  const waiting = async () => {
    // What the sessions of others wait for is told to administrators alone.
    const rows = await owner
      .select({ waiting: sql<number>`count(*)::int` })
      .from(sql`pg_stat_activity`)
      .where(sql`datname = current_database() and wait_event_type = 'Lock'`)
    return rows[0]?.waiting
  }
  await expect.poll(waiting, { interval: 5, timeout: 4_000 }).toBe(count)
}
