import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { breachesOf } from '../../../builders/hub/sqlRules.ts'

/** Tables that are spread by the customer's tenant. */
const SPREAD =
  /"(claims|claim_(items|keys|documents|comments|history|tombstones)|operations|intake_requests|second_reviews|coaching_notes|exclusive_things|arbitration_\w+|audit_entries|claim_reads)"/

/**
 * What reads or writes claims of many tenants, and why it may. On a spread-out database each of them asks every node: see
 * src-main/hub/SCALE.md. A new one needs a reason here.
 */
const FAN_OUT: readonly (readonly [why: string, pattern: RegExp])[] = [
  ['the feed gives out what changed, whoever’s it is', /^select changed_xid::text, tenant_id/],
  ['clock acts: the next one that is due', /"claims"\."next_act_at" <= \$\d+ .* for update skip locked$/],
  ['clock acts: when to look again', /^select min\("next_act_at"\) from "claims"$/],
  [
    'events: is there something new since the last look',
    /^select pg_snapshot_xmin\(pg_current_snapshot\(\)\)::text, exists \(select from "claims"/,
  ],
  [
    'checkpoints: every bucket’s hash',
    /^select bucket, \(count\(hash\) filter \(where is_claim\)\)::int, .*bit_xor/,
  ],
  [
    'checkpoints: a bucket that did not agree',
    /^select tenant_id, item_id, is_case from \(select tenant_id, claim_id as item_id, false as is_case from "claims"\s+where get_byte\(/,
  ],
  [
    'the next free claim, of whatever customer',
    /^select "tenant_id", "claim_id" from "claims" where "claims"\."state" in [^$]*"lease_until"[\s\S]* for update skip locked$/,
  ],
  [
    'sightings: the same bytes at any customer, and those of papers that look or read the same',
    /^select distinct on \("claim_documents"\."added_at"[\s\S]*"claim_documents"\."sha256" in \(\$1/,
  ],
  ['start: are there claims at all', /^select "claim_id" from "(claims|claim_tombstones)" limit \$1$/],
  [
    'start: claims that wait for an arbitration',
    /^select "tenant_id", "claim_id" from "claims" where "claims"\."matters" ->> 'heldSince' is not null order by/,
  ],
  ['start: claims whose clocks another calendar set', /^select .* where right\("claims"\."clocks_basis"/],
  [
    'start: do numbers come from another server',
    /^select exists \(select from "claims" where "changed_xid" >/,
  ],
  [
    'a new epoch: every claim counts as changed',
    /^update "(claims|claim_tombstones|arbitration_cases)" set "changed_xid" =/,
  ],
  [
    'cases: the next ones to look at',
    /^select "tenant_id", "exclusivity_key" from "arbitration_cases" where "arbitration_cases"."look_at" <=/,
  ],
  ['cases: when to look again', /^select min\("look_at"\) from "arbitration_cases"$/],
  [
    'start: cases whose clock another calendar set',
    /^select "tenant_id", "case_id", "exclusivity_key" from "arbitration_cases" where [\s\S]* right\(/,
  ],
  [
    'start: claims of which it is not written down what they name',
    /^select distinct "tenant_id" from "claims" where "claims"."program" <>/,
  ],
  [
    'drafts of calendars and profiles: what one would move, looked through claim by claim',
    /^select "tenant_id", "claim_id" from "claims" where \(?"claims"\."clocks" <> '\[\]'::jsonb/,
  ],
  [
    'quality: what people decided lately, on claims of whatever customer',
    /^select [^;]* from "operations" where \(\("operations"\."kind" in [\s\S]*"received_at" >= \$\d+ and "operations"\."received_at" </,
  ],
  [
    'quality: outcomes of cases of late, of whatever customer',
    /^select [^;]* from "operations" where \(\("operations"\."kind" = \$\d+ and [^;]*"received_at" >= \$\d+ and "operations"\."received_at" </,
  ],
  [
    'quality: what was decided of claims of whatever customer and is not compared with the rest yet',
    /^select [^;]* from "operations" left join "judged_decisions" /,
  ],
  [
    'quality: a lead’s notes to a reviewer, on claims of whatever customer',
    /^select [^;]* from "coaching_notes" where "coaching_notes"\."to_user_id"/,
  ],
  [
    'the log is verified: every chain, one after another',
    /^select "tenant_id", "subject", [^;]* from "audit_entries" where "audit_entries"."entry" > \$1 order by/,
  ],
  [
    'the log is verified: claims and cases without a chain',
    /^select "(claims|arbitration_cases)"."tenant_id", [^;]* left join "audit_entries" on /,
  ],
  [
    'the log is verified: what anchors saw, of all chains',
    /^select "tenant_id", "subject", "subject_id", "hash" from "audit_entries" where \("audit_entries"."tenant_id", [^;]*\) in \(\(/,
  ],
  [
    'the log is anchored: the ends of the chains that grew, whoever’s they are',
    /^select distinct on \("audit_entries"."tenant_id"[^;]* order by /,
  ],
  [
    'a migration, once',
    /^(UPDATE "claims" SET "due_at" = |UPDATE "arbitration_cases" AS one SET "partners" = |INSERT INTO "exclusive_things" .* SELECT DISTINCT)/,
  ],
  [
    'asked by the tests alone: every case, and a hub without them',
    /^(select "tenant_id", "case_id" from "arbitration_cases" where tenant_id in \(select tenant_id from claims\)|delete from "(arbitration_cases|claim_keys)")$/,
  ],
  [
    'asked by the test of walls: a query that forgot to say whose rows it wants',
    /^select (claim_id|subject_id|'the (case|thing)') from "\w+"$/,
  ],
  [
    'asked by the tests alone',
    /^select (count\(\*\) as count|"result"|"tenant_id", .*) from "operations"( where "operations"."operation_id" = \$1)?;?$/,
  ],
]

const isDefinition = (statement: string) =>
  /^(create|alter|drop|lock|grant|revoke|comment)\b/i.test(statement)

/** The statement goes to one customer: it is compared, joined or written with a tenant. */
function namesTenant(statement: string): boolean {
  if (/^insert into "\w+" \([^)]*"tenant_id"/.test(statement)) return true
  const condition = statement.slice(statement.lastIndexOf(' where '))
  return (
    statement.includes(' where ') &&
    /"tenant_id" (=|in)|\("\w+"\."tenant_id", "\w+"\."(claim_id|case_id|exclusivity_key)"\) in \(\(\$/.test(
      condition,
    )
  )
}

const isListed = (statement: string) => FAN_OUT.some(([, pattern]) => pattern.test(statement))

/** @param seen every statement that a hub ran before these tests. */
export function describeStatements(
  seen: ReadonlySet<string>,
  open: () => Promise<Pick<HubDatabase, 'owner' | 'close'>>,
): void {
  const statements = () => [...seen].map((statement) => statement.trim())
  const ofClaims = () =>
    statements().filter((statement) => SPREAD.test(statement) && !isDefinition(statement))

  describe('the statements that ran', () => {
    it('used nothing that a spread-out PostgreSQL lacks', () => {
      expect(seen.size).toBeGreaterThan(50)
      const breaches = statements().flatMap((statement) =>
        breachesOf(statement).map((what) => `${what}: ${statement}`),
      )
      // drizzle's ledger of migrations and the log's triggers alone, as test/architecture/hubSql.test.ts has it; and what is refused in the
      // test of walls.
      const others = breaches.filter(
        (breach) =>
          !/__drizzle_migrations|^triggers: .*"refuse_rewriting"|: create temporary table mine/i.test(breach),
      )
      expect(others).toEqual([])
    })

    it('went to one tenant’s claims, or are known to ask for those of all', () => {
      expect(ofClaims().filter(namesTenant).length).toBeGreaterThan(20)
      expect(ofClaims().filter((statement) => !namesTenant(statement) && !isListed(statement))).toEqual([])
    })

    it('need every leave that is given', () => {
      const unused = FAN_OUT.filter(
        ([, pattern]) => !statements().some((statement) => pattern.test(statement)),
      )
      expect(unused.map(([why]) => why)).toEqual([])
    })

    it('set no column by a function that gives something else each time', async () => {
      const written = statements().filter((statement) => /^(update|delete)\b/i.test(statement))
      const called = new Set(
        written.flatMap((text) => [...text.matchAll(/(\w+)\(/g)].map(([, name]) => name)),
      )
      expect(called).toContain('pg_current_xact_id')
      const database = await open()
      const volatile = await database.owner
        .select({ name: sql<string>`proname` })
        .from(sql`pg_proc`)
        .where(
          sql`provolatile = 'v' and proname in (${sql.join(
            [...called].map((name) => sql`${name}`),
            sql`, `,
          )})`,
        )
      await database.close()
      expect(volatile).toEqual([])
    })
  })

  describe('a statement on claims', () => {
    it.each([
      'select "claim_id" from "claims" where "claims"."tenant_id" = $1',
      'select * from "claims" where ("claims"."tenant_id", "claims"."claim_id") in (($1::uuid, $2::text))',
      'insert into "operations" ("tenant_id", "claim_id") values ($1, $2)',
    ])('goes to one tenant: %s', (statement) => {
      expect(namesTenant(statement)).toBe(true)
    })
    it.each([
      'select "tenant_id" from "claims"',
      'select "tenant_id" from "claims" where "claims"."claim_id" = $1',
      'update "claims" set "revision" = 1 where "claims"."state" = $1',
    ])('goes to all: %s', (statement) => {
      expect(namesTenant(statement) || isListed(statement)).toBe(false)
    })
  })
}
