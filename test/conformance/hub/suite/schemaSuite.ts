import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { migrate } from '../../../../src-main/hub/store/migrate.ts'
import { MIGRATIONS } from '../../../builders/hub/testHub.ts'

/** What the database itself says of its tables, once all migrations have run. */
export function describeSchema(open: () => Promise<HubDatabase>): void {
  describe('the schema', () => {
    let database: HubDatabase
    beforeAll(async () => {
      database = await open()
      await migrate(database.owner, MIGRATIONS)
    })
    afterAll(() => database.close())

    const names = async (query: ReturnType<typeof sql>): Promise<string[]> => {
      const rows = await database.db.select({ name: sql<string>`name` }).from(sql`(${query}) as found`)
      return rows.map(({ name }) => name).sort()
    }

    it('begins every primary, unique and foreign key with the tenant, on both sides', async () => {
      const tables = await names(
        sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      )
      expect(tables).toContain('claims')
      const keyed = await names(
        sql`select conrelid::regclass::text as name from pg_constraint
          where contype = 'p' and connamespace = 'public'::regnamespace`,
      )
      expect(keyed).toEqual(tables)
      expect(await names(keysNotBeginningWithTenant)).toEqual([])
      expect(await names(uniqueIndexesNotBeginningWithTenant)).toEqual([])
    })

    it('sees a key that begins otherwise', async () => {
      const { owner: db } = database
      await db.execute(
        sql`create table stray (tenant_id uuid, other text primary key, unique (tenant_id, other))`,
      )
      try {
        expect(await names(keysNotBeginningWithTenant)).toEqual(['stray_pkey'])
        expect(await names(uniqueIndexesNotBeginningWithTenant)).toEqual(['stray_pkey'])
      } finally {
        await db.execute(sql`drop table stray`)
      }
    })

    it('has no sequence, rule, inheritance, exclusion or deferrable constraint, and no trigger but those that refuse to rewrite the log', async () => {
      expect(await names(thingsThatDoNotSpread)).toEqual([
        'trigger audit_entries_stay',
        'trigger carried_operations_stay',
        'trigger claim_history_stays',
        'trigger claim_reads_stay',
        'trigger four_eyes_stay',
        'trigger operations_stay',
        'trigger wipe_acts_stay',
      ])
    })

    it('has no column of a kind that needs the server’s own numbers or XML', async () => {
      const columns = sql`select attrelid::regclass::text || '.' || attname as name from pg_attribute
        join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
          and (attidentity <> '' or atttypid in ('xml'::regtype, 'oid'::regtype))`
      expect(await names(columns)).toEqual([])
    })
  })
}

const firstColumn = (table: string, number: string) =>
  sql.raw(`(select attname from pg_attribute where attrelid = ${table} and attnum = ${number})`)

const keysNotBeginningWithTenant = sql`select conname as name from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
    and (${firstColumn('conrelid', 'conkey[1]')} <> 'tenant_id'
      or contype = 'f' and ${firstColumn('confrelid', 'confkey[1]')} <> 'tenant_id')`

const uniqueIndexesNotBeginningWithTenant = sql`select indexrelid::regclass::text as name from pg_index
  join pg_class on pg_class.oid = indrelid
  where relnamespace = 'public'::regnamespace and indisunique
    and coalesce(${firstColumn('indrelid', 'indkey[0]')}, '') <> 'tenant_id'`

const thingsThatDoNotSpread = sql`
  select 'sequence ' || relname as name from pg_class
    where relkind = 'S' and relnamespace = 'public'::regnamespace
  union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
  union all select 'rule ' || rulename from pg_rules where schemaname = 'public'
  union all select 'child ' || inhrelid::regclass::text from pg_inherits
    join pg_class on pg_class.oid = inhrelid where relnamespace = 'public'::regnamespace
  union all select 'constraint ' || conname from pg_constraint
    where connamespace = 'public'::regnamespace and (contype = 'x' or condeferrable)`
