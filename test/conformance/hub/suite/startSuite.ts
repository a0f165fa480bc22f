import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refreshClocks } from '../../../../src-main/hub/claims/refreshClocks.ts'
import { fillDemoQueue } from '../../../../src-main/hub/demo/fillDemoQueue.ts'
import { loadRules } from '../../../../src-main/hub/policy/rules.ts'
import { beginEpoch, currentEpoch } from '../../../../src-main/hub/feed/beginEpoch.ts'
import { writeLetter } from '../../../../src-main/hosts/hub/writeLetter.ts'
import { DatabaseRefused, migrate } from '../../../../src-main/hub/store/migrate.ts'
import * as schema from '../../../../src-main/hub/store/schema.ts'
import { aDemoClaim, aDemoQueue } from '../../../builders/hub/demoQueue.ts'
import { aHubClaim, sha256Of, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { MIGRATIONS, PEOPLE, type TestHub } from '../../../builders/hub/testHub.ts'
import { idOf, readRound } from './feedSuite.ts'

const START = '/v1.0/claims/delta'

export function describeStart(hub: () => TestHub): void {
  describe('the schema', () => {
    it('begins every key with the tenant', () => {
      const tables = Object.values(schema) as PgTable[] // the module exports tables alone
      const firstKeys = tables.map((table) => {
        const { name, columns, primaryKeys } = getTableConfig(table)
        const first = primaryKeys[0]?.columns[0] ?? columns.find(({ primary }) => primary)
        return [name, first?.name === 'tenantId' ? 'tenant_id' : first?.name]
      })
      expect(firstKeys.filter(([, column]) => column !== 'tenant_id')).toEqual([])
      expect(firstKeys.length).toBeGreaterThan(8)
    })

    it('refuses words that the field does not have', async () => {
      await hub().put(aHubClaim())
      for (const change of [
        sql`state = 'lost'`,
        sql`sub_state = 'x'`,
        sql`program = 'CSP'`,
        sql`revision = 0`,
      ]) {
        await expect(hub().ports.db.execute(sql`update claims set ${change}`)).rejects.toThrow()
      }
    })

    it('is brought up to date once, however often and at once a hub starts', async () => {
      const { owner: db } = hub()
      await Promise.all([migrate(db, MIGRATIONS), migrate(db, MIGRATIONS), migrate(db, MIGRATIONS)])
      const rows = await db.select({ hash: sql`hash` }).from(sql`drizzle.__drizzle_migrations`)
      const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'))
      expect(rows).toHaveLength(files.length)
    })

    it('of a newer or another hub is refused and left as it is', async () => {
      const { owner: db } = hub()
      await hub().put(aHubClaim())
      await db.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9e12)`,
      )
      await expect(migrate(db, MIGRATIONS)).rejects.toThrow(DatabaseRefused)
      await expect(migrate(db, MIGRATIONS)).rejects.toThrow('newer version')
      await db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'newer'`)
      await db.execute(sql`update drizzle.__drizzle_migrations set hash = 'x' || hash where id = 1`)
      await expect(migrate(db, MIGRATIONS)).rejects.toThrow('another version')
      await db.execute(sql`update drizzle.__drizzle_migrations set hash = substr(hash, 2) where id = 1`)
      await migrate(db, MIGRATIONS)
      expect(await hub().record('C-1')).toMatchObject({ revision: 3 })
    })
  })

  describe('starting on data that are there', () => {
    it('keeps the epoch of the feed while the server is the same', async () => {
      const { db } = hub().ports
      const epoch = await currentEpoch(db)
      expect(await beginEpoch(db)).toBe(epoch)
    })

    it('begins a new epoch when changes lie in the future, and gives every claim out again', async () => {
      const { db } = hub().ports
      await hub().put(aHubClaim())
      // As data look that came from a server with more transactions behind it.
      await db.execute(sql`update claims set changed_xid = '9000000000'`)
      const epoch = await currentEpoch(db)
      expect((await readRound(hub(), START)).pages.flat()).toEqual([])
      expect(await beginEpoch(db)).not.toBe(epoch)
      expect((await readRound(hub(), START)).pages.flat().map(idOf)).toEqual(['C-1'])
    })

    it('computes clocks anew for a new calendar and sends them round without touching the revision', async () => {
      const { db, rules, now } = hub().ports
      await hub().put(aHubClaim())
      const before = await hub().record('C-1')
      const { deltaLink } = await readRound(hub(), START)
      expect(await refreshClocks({ db, rules, now })).toBe(0)
      const holidays = [{ day: '2026-11-20', name: 'Feast of the team' }]
      const calendar = { ...rules.calendar, version: rules.calendar.version + 1, holidays }
      expect(await refreshClocks({ db, rules: await loadRules(db, calendar), now })).toBe(1)
      const after = await hub().record('C-1')
      expect(after.revision).toBe(before.revision)
      expect(after.clocks[0]).toMatchObject({ timer: 'review', dueAt: '2026-11-27T23:00:00.000Z' })
      expect((await readRound(hub(), deltaLink)).pages.flat()).toEqual([after])
    })
  })

  describe('the demo queue', () => {
    const ports = () => ({ ...hub().ports, writeLetter })
    let folder = ''
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hub-demo-'))
      await mkdir(join(folder, 'documents'))
      await writeFile(join(folder, 'documents', 'proof.pdf'), 'demo proof')
      const claims = [
        aDemoClaim({ claimId: 'D-1', state: 'submitted', subState: 'queued', clock: 'half' }),
        aDemoClaim({ claimId: 'D-2', state: 'under_review', subState: 'in_review', clock: 'three_quarters' }),
      ].map((one, at) => ({ ...one, form: { ...one.form, mpnId: `471${at + 1}` } }))
      await writeFile(join(folder, 'demo.json'), JSON.stringify(aDemoQueue(claims)))
    })
    afterEach(async () => {
      // The demo's people stay; one who is only in the demo does not.
      await hub().owner.delete(schema.users).where(eq(schema.users.userId, 'extra'))
      await rm(folder, { recursive: true, force: true })
    })

    it('fills an empty hub once, with documents, rivals and clocks', async () => {
      expect(await fillDemoQueue(ports(), folder)).toBe(2)
      expect(await hub().record('D-1')).toMatchObject({
        state: 'submitted',
        competingClaims: 1,
        documents: [{ sha256: sha256Of('demo proof'), sizeBytes: 10 }],
        clocks: [{ timer: 'pickup' }, { timer: 'decision_target' }],
      })
      const bytes = await hub().get('reviewer', `/v1.0/claims/D-1/documents/${sha256Of('demo proof')}`)
      expect(await bytes.text()).toBe('demo proof')
      expect(await fillDemoQueue(ports(), folder)).toBe(0)
    })

    it('is filled once by hubs that start together', async () => {
      const filled = await Promise.all([1, 2, 3].map(() => fillDemoQueue(ports(), folder)))
      expect(filled.toSorted((a, b) => a - b)).toEqual([0, 0, 2])
    })

    it('leaves a hub with data alone', async () => {
      await hub().put(aHubClaim())
      expect(await fillDemoQueue(ports(), folder)).toBe(0)
      expect((await readRound(hub(), START)).pages.flat().map(idOf)).toEqual(['C-1'])
    })

    it('does not make a demo person of a real one', async () => {
      const { owner: db } = hub()
      const tenantId = '00000000-0000-0000-0000-000000000000'
      await db
        .insert(schema.users)
        .values({ tenantId, userId: 'extra', name: 'Real', role: 'auditor', isDemo: false })
      await fillDemoQueue(ports(), folder)
      const rows = await db.select().from(schema.users).where(eq(schema.users.userId, 'extra'))
      expect(rows).toEqual([
        {
          tenantId,
          userId: 'extra',
          name: 'Real',
          role: 'auditor',
          mpnId: null,
          customerTenantId: null,
          isDemo: false,
        },
      ])
      const served = await fetch(`${hub().url}/v1.0/demo/users`)
      expect(await served.text()).not.toContain('Real')
    })

    it('refuses a demo file that does not fit, naming it', async () => {
      await writeFile(
        join(folder, 'demo.json'),
        JSON.stringify({ people: PEOPLE, claims: [{ form: TENANT_A }] }),
      )
      await expect(fillDemoQueue(ports(), folder)).rejects.toThrow('demo.json cannot be used')
    })
  })
}
