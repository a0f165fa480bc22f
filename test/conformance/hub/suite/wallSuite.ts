import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  actingAs,
  type CallerContext,
  HUB,
  JOBS,
  LOOK,
  narrowTo,
} from '../../../../src-main/hub/store/callerContext.ts'
import { WORKING_ROLE } from '../../../../src-main/hub/store/raiseWalls.ts'
import { TABLE_WALLS } from '../../../../src-main/hub/store/tableWalls.ts'
import { aHubClaim, anOperation, TENANT_A, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const OWN = '4711'
const RIVAL = '4712'
/** C-1 and C-2 contend for a thing of one customer; C-3 is another customer's, of the first partner. */
const CLAIMS = [
  { claimId: 'C-1', mpnId: OWN, tenantId: TENANT_A },
  { claimId: 'C-2', mpnId: RIVAL, tenantId: TENANT_A },
  { claimId: 'C-3', mpnId: OWN, tenantId: TENANT_B },
] as const

const EYES: readonly (readonly [who: string, eyes: CallerContext, claims: readonly string[]])[] = [
  ['somebody of a partner', { kind: 'partner', mpnId: OWN }, ['C-1', 'C-3']],
  ['somebody of a partner without claims', { kind: 'partner', mpnId: '4799' }, []],
  ['somebody of a customer', { kind: 'customer', tenantId: TENANT_B }, ['C-3']],
  ['a reviewer', { kind: 'team', hidden: [] }, ['C-1', 'C-2', 'C-3']],
  ['a reviewer with dealings', { kind: 'team', hidden: [RIVAL] }, ['C-1', 'C-3']],
  ['a reviewer with dealings with everybody', { kind: 'team', hidden: [OWN, RIVAL] }, []],
]

const WALLED = Object.entries(TABLE_WALLS).flatMap(([name, { rows }]) => (rows === null ? [] : [name]))
/** Where a row names no claim but a case or a thing, and where it names claims of many customers. */
const CLAIM_COLUMN: Readonly<Record<string, SQL>> = {
  arbitration_cases: sql`'the case'`,
  exclusive_things: sql`'the thing'`,
  decision_twins: sql`approved_claim_id`,
  audit_entries: sql`subject_id`,
  four_eyes: sql`item`,
}

/** What the database itself keeps from whom, whatever the program asks (trust.md R1, R4). */
export function describeWalls(hub: () => TestHub): void {
  /** A query that forgot to say whose rows it wants. */
  const claimsIn = async (table: string, eyes: CallerContext | null): Promise<string[]> => {
    const column = CLAIM_COLUMN[table] ?? sql`claim_id`
    const { db } = hub().ports
    const rows = await actingAs(eyes, () =>
      db.select({ id: sql<string>`${column}` }).from(sql`${sql.identifier(table)}`),
    )
    return [...new Set(rows.map(({ id }) => id))].sort()
  }
  const execute = (statement: SQL, as: CallerContext | null) =>
    actingAs(as, () => hub().ports.db.execute(statement))

  describe('the walls of the database', () => {
    it('name every table, with what the hub may do with it and no more', async () => {
      const rows = await hub()
        .owner.select({ name: sql<string>`relname::text`, privilege: sql<string>`privilege` })
        .from(
          sql`pg_class cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege`,
        )
        .where(
          sql`relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
            and has_table_privilege(${WORKING_ROLE}, pg_class.oid, privilege)`,
        )
      const granted = Object.fromEntries(
        [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => [
          name,
          own.map(({ privilege }) => privilege).sort(),
        ]),
      )
      const said = Object.entries(TABLE_WALLS).map(([name, { grants }]) => [name, [...grants].sort()])
      expect(granted).toEqual(Object.fromEntries(said))
      const tables = await hub()
        .owner.select({ name: sql<string>`relname::text` })
        .from(sql`pg_class`)
        .where(sql`relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
      expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(TABLE_WALLS).sort())
    })

    it('cover every table that names a claim or a case by forced policies for each kind of statement', async () => {
      const naming = await hub()
        .owner.selectDistinct({ name: sql<string>`attrelid::regclass::text` })
        .from(sql`pg_attribute join pg_class on pg_class.oid = attrelid`)
        .where(
          sql`relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname ~ '(^|_)(claim|case)_id$'`,
        )
      const covered = await hub()
        .owner.select({ name: sql<string>`relname::text` })
        .from(sql`pg_class join pg_policy on polrelid = pg_class.oid`)
        .where(
          sql`relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity and polpermissive`,
        )
        .groupBy(sql`relname`)
        .having(sql`string_agg(polcmd::text, '' order by polcmd::text) = 'adrw'`)
      const names = covered.map(({ name }) => name).sort()
      expect(names).toEqual(WALLED.toSorted())
      expect(naming.length).toBeGreaterThan(15)
      expect(naming.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
    })

    it.each([
      ['make a table', 'create table mine (id int)'],
      ['make a temporary table', 'create temporary table mine (id int)'],
      ['make a schema', 'create schema mine'],
      ['make a function', 'create function mine() returns int language sql as $$ select 1 $$'],
      ['empty a table', 'truncate claims'],
      ['drop a table', 'drop table claims'],
      ['change a table', 'alter table claims add column mine int'],
      ['drop a policy', 'drop policy seen on claims'],
      ['switch policies off', 'alter table claims disable row level security'],
      ['make itself more', `alter role ${WORKING_ROLE} superuser`],
      ['make a role', 'create role mine'],
      ['change what was done', "update operations set kind = 'approve'"],
      ['delete what was done', 'delete from rule_acts'],
      ['change the ledger of migrations', 'delete from drizzle.__drizzle_migrations'],
      ['run a program', "copy claims to program 'true'"],
      ['read a file', "select pg_read_file('PG_VERSION')"],
      ['write a file', "copy claims to '/mine'"],
      ['read passwords', 'select rolpassword from pg_authid'],
    ])('do not let the hub’s role %s', async (_what, statement) => {
      const tried = await execute(sql.raw(statement), JOBS).then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? String(error.cause) : 'refused'),
      )
      expect(tried).toMatch(/permission denied|must be owner|must be superuser|must have privileges/)
    })
  })

  describe('rows of claims', () => {
    beforeEach(async () => {
      await hub().put(...CLAIMS.map((wish) => aHubClaim(wish)))
      for (const { claimId } of CLAIMS) {
        const claim = await hub().record(claimId)
        const said = { kind: 'comment', text: 'Among us.', visibility: 'internal', inReplyTo: null } as const
        await hub().operate('team_lead', claimId, anOperation(claim, said))
      }
    })

    it.each(EYES)(
      'are not shown to %s beyond their own, by a query without a condition',
      async (_who, eyes, own) => {
        expect(await claimsIn('claims', eyes)).toEqual(own)
        const allowed: readonly string[] = [...own, 'the case', 'the thing']
        const foreign: string[] = []
        for (const table of WALLED)
          foreign.push(
            ...(await claimsIn(table, eyes))
              .filter((id) => !allowed.includes(id))
              .map((id) => `${table} ${id}`),
          )
        expect(foreign).toEqual([])
        for (const table of ['claim_items', 'claim_documents', 'claim_history', 'claim_locator'])
          expect([table, await claimsIn(table, eyes)]).toEqual([table, own])
      },
    )

    it('of a dispute, and what the team says to itself, are for no partner and no customer', async () => {
      const outside = EYES.filter(([, { kind }]) => kind === 'partner' || kind === 'customer')
      const inner = [
        'arbitration_cases',
        'arbitration_parties',
        'exclusive_things',
        'claim_keys',
        'claim_comments',
        'operations',
      ]
      for (const [, eyes] of outside)
        for (const table of inner) expect([table, await claimsIn(table, eyes)]).toEqual([table, []])
      for (const table of inner) expect(await claimsIn(table, LOOK)).not.toEqual([])
    })

    it('of a dispute are hidden whole from who has dealings with one party', async () => {
      const cases = ['arbitration_cases', 'arbitration_parties']
      for (const table of cases) expect(await claimsIn(table, { kind: 'team', hidden: [] })).not.toEqual([])
      for (const hidden of [[OWN], [RIVAL]])
        for (const table of cases) expect(await claimsIn(table, { kind: 'team', hidden })).toEqual([])
    })

    it('are shown to nobody who did not say who they are', async () => {
      for (const table of WALLED) expect([table, await claimsIn(table, null)]).toEqual([table, []])
      await expect(execute(sql`delete from claims`, null)).resolves.toBeDefined()
      expect(await claimsIn('claims', LOOK)).toEqual(['C-1', 'C-2', 'C-3'])
    })

    it('are changed by nobody who reads', async () => {
      const readers = [...EYES.map(([, eyes]) => eyes), LOOK]
      for (const eyes of readers) {
        await execute(sql`update claims set claim_name = 'Mine'`, eyes)
        await execute(sql`delete from claim_comments`, eyes)
        const added = execute(
          sql`insert into claim_tombstones (tenant_id, claim_id, reason) values (${TENANT_A}, 'C-9', 'mine')`,
          eyes,
        )
        await expect(added).rejects.toMatchObject({ cause: { code: '42501' } })
      }
      const names = await hub().ports.db.select({ name: sql<string>`claim_name` }).from(sql`claims`)
      expect(names.map(({ name }) => name)).not.toContain('Mine')
      expect(await claimsIn('claim_comments', LOOK)).toEqual(['C-1', 'C-2', 'C-3'])
    })

    it('of another customer are out of an act’s reach', async () => {
      const act = { kind: 'act', tenantId: TENANT_A } as const
      expect(await claimsIn('claims', act)).toEqual(['C-1', 'C-2'])
      await execute(sql`update claims set claim_name = 'Acted on'`, act)
      const names = await hub()
        .ports.db.select({ id: sql<string>`claim_id`, name: sql<string>`claim_name` })
        .from(sql`claims`)
      expect(
        names
          .filter(({ name }) => name === 'Acted on')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['C-1', 'C-2'])
      const moved = execute(sql`update claim_items set tenant_id = ${TENANT_B}`, act)
      await expect(moved).rejects.toMatchObject({ cause: { code: '42501' } })
    })

    it('stay out of reach once a transaction has become an act on one customer', async () => {
      const seen = await actingAs(HUB, () =>
        hub().ports.db.transaction(async (tx) => {
          const all = await tx.select({ id: sql`claim_id` }).from(sql`claims`)
          await narrowTo(tx, TenantId.parse(TENANT_B))
          return [all.length, await tx.select({ id: sql`claim_id` }).from(sql`claims`)]
        }),
      )
      expect(seen).toEqual([3, [{ id: 'C-3' }]])
    })

    it('are shown to the next caller of a connection by their own eyes alone', async () => {
      const turns = Array.from({ length: 120 }, (_, turn) => turn)
      const wrong = await Promise.all(
        turns.map(async (turn) => {
          const [who, eyes, own] = EYES[turn % EYES.length] ?? ['nobody', null, []]
          const isFailing = turn % 7 === 0
          if (isFailing)
            // A transaction that breaks leaves nothing behind either.
            await actingAs(LOOK, () => hub().ports.db.execute(sql`select 1 / 0 from claims`)).catch(
              () => null,
            )
          const found = await claimsIn('claims', turn % 3 === 0 ? null : eyes)
          const expected = turn % 3 === 0 ? [] : own
          return JSON.stringify(found) === JSON.stringify(expected)
            ? []
            : [`${turn} ${who}: ${found.join(' ')}`]
        }),
      )
      expect(wrong.flat()).toEqual([])
      const left = await execute(sql`select current_setting('proofdesk.caller', true) as caller`, null)
      expect(JSON.stringify(left)).not.toMatch(/partner|team|look/)
    })

    it('follow the eyes, whatever claims there are', async () => {
      const partners = ['4711', '4712', '4713', 'a"b\\', "o'neil", '{x,y}']
      const claims = fc.array(fc.record({ mpn: fc.constantFrom(...partners), isA: fc.boolean() }), {
        maxLength: 6,
      })
      const eyes = fc.oneof(
        fc.constantFrom(...partners).map((mpnId): CallerContext => ({ kind: 'partner', mpnId })),
        fc.subarray(partners).map((hidden): CallerContext => ({ kind: 'team', hidden })),
        fc
          .constantFrom(TENANT_A, TENANT_B)
          .map((tenantId): CallerContext => ({ kind: 'customer', tenantId })),
        fc.constantFrom(TENANT_A, TENANT_B).map((tenantId): CallerContext => ({ kind: 'act', tenantId })),
        fc.subarray(partners).map((hidden): CallerContext => ({ kind: 'hub', hidden })),
      )
      await fc.assert(
        fc.asyncProperty(claims, fc.array(eyes, { minLength: 1, maxLength: 4 }), async (some, callers) => {
          await hub().clear()
          const made = some.map(({ mpn, isA }, at) => ({
            claimId: `P-${at}`,
            mpn,
            tenant: isA ? TENANT_A : TENANT_B,
          }))
          // Partners of any name: the form takes digits alone, the database is asked about all.
          await hub().put(
            ...made.map(({ claimId, tenant }) => aHubClaim({ claimId, tenantId: tenant, mpnId: '1' })),
          )
          for (const { claimId, mpn } of made)
            await hub().owner.execute(sql`update claims set mpn_id = ${mpn} where claim_id = ${claimId}`)
          for (const caller of callers) {
            const own = made.filter((one) => isSeen(one, caller)).map(({ claimId }) => claimId)
            expect(await claimsIn('claims', caller)).toEqual(own)
            if (caller.kind !== 'hub') expect(await claimsIn('claim_documents', caller)).toEqual(own)
          }
        }),
        { numRuns: 25 },
      )
    })
  })
}

/** The policies once more, in few words. */
function isSeen({ mpn, tenant }: { mpn: string; tenant: string }, eyes: CallerContext): boolean {
  switch (eyes.kind) {
    case 'partner':
      return mpn === eyes.mpnId
    case 'team':
      return !eyes.hidden.includes(mpn)
    case 'hub':
      return !(eyes.hidden ?? []).includes(mpn)
    case 'customer':
    case 'act':
      return tenant === eyes.tenantId
    case 'look':
    case 'jobs':
      return true
  }
}
