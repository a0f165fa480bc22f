import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import {
  ClaimId,
  Instant,
  OperationId,
  Sha256,
  TenantId,
  UserId,
} from '../../src-preload/contract/vocabulary/idShapes.ts'
import { sealOlder } from '../../src-main/hub/audit/sealOlder.ts'
import { verifyLog } from '../../src-main/hub/audit/verifyLog.ts'
import { catchUpKeys } from '../../src-main/hub/claims/catchUpKeys.ts'
import { listLivingCasesOf } from '../../src-main/hub/store/arbitrationRepo.ts'
import { refreshClocks } from '../../src-main/hub/claims/refreshClocks.ts'
import { nextClockActAt } from '../../src-main/hub/jobs/clockActs.ts'
import { actOnRule, writeDraft } from '../../src-main/hub/policy/changeRules.ts'
import { beginEpoch } from '../../src-main/hub/feed/beginEpoch.ts'
import { bringRules } from '../../src-main/hub/prepareHub.ts'
import { listRecords } from '../../src-main/hub/store/claimRecords.ts'
import type { Db, HubDatabase } from '../../src-main/hub/store/database.ts'
import { anEmbeddedDatabase } from '../builders/hub/embeddedDatabase.ts'
import { insertPrints, listCandidates } from '../../src-main/hub/store/evidenceRepo.ts'
import { findFacts } from '../../src-main/hub/store/factsRepo.ts'
import { judgeDecisions } from '../../src-main/hub/quality/judgeDecisions.ts'
import { migrate } from '../../src-main/hub/store/migrate.ts'
import { insertReview, listDecisions, listReviews } from '../../src-main/hub/store/qualityRepo.ts'
import { listTwins } from '../../src-main/hub/store/twinsRepo.ts'
import { exclusiveThings } from '../../src-main/hub/store/schema.ts'
import { listActs } from '../../src-main/hub/store/rulesRepo.ts'
import { listDemoCallers } from '../../src-main/hub/store/peopleRepo.ts'
import { TENANT_A } from '../builders/hub/hubClaim.ts'
import { RULE_FILES, withoutTriggers } from '../builders/hub/testHub.ts'
import { SEED_2020 } from '../builders/policy.ts'
import { transact } from '../../src-main/hub/store/transact.ts'

const NEWEST = 'resources/migrations/hub'
const KEY = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }

let database: HubDatabase
let folder = ''
beforeEach(async () => {
  database = await anEmbeddedDatabase()
  folder = await mkdtemp(join(tmpdir(), 'hub-migrations-'))
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** The migrations as they were released once: the first so many of them. */
async function released(count: number): Promise<string> {
  await cp(NEWEST, folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] } // drizzle's own file
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return folder
}

const contact = (name: string) => JSON.stringify({ name, title: null, email: `${name}@customer.example` })

const APPROVED = { state: 'approved', subState: 'consent_open' } as const

/** A claim with the columns that the first schema had. */
async function putClaim(
  db: Db,
  {
    claimId = 'C-1',
    mpnId = '4711',
    state = 'under_review',
    subState = 'in_review',
    policyId = 'seed-2020',
    basis = 'seed-2020@1 review-team@2',
  } = {},
): Promise<void> {
  await db.execute(sql`insert into claims (tenant_id, claim_id, claim_name, program, solution_area, activities, mpn_id,
      partner_company_name, partner_domains, customer_company_name, customer_domains, customer_is_public_sector,
      customer_contact, partner_contact, submitted_at, partner_language, state, sub_state, state_changed_at, revision,
      policy_id, policy_version, clocks, clocks_basis)
    values (${TENANT_A}, ${claimId}, 'Teams', 'OSU_M365', 'MICROSOFT_365', '{USAGE}', ${mpnId}, 'Partner', '{}', 'Customer',
      '{customer.example}', false, ${contact('carla')}::jsonb, ${contact('paolo')}::jsonb, '2026-11-02T09:00:00Z', 'it',
      ${state}, ${subState}, '2026-11-10T09:00:00Z', 7, ${policyId}, 1, '[]', ${basis})`)
}

it('keeps every claim of the first schema, with its profile, and sets its clocks anew', async () => {
  const { owner: db } = database
  await migrate(db, await released(1))
  await db.execute(sql`insert into claim_locator (claim_id, tenant_id) values ('C-1', ${TENANT_A})`)
  await putClaim(db, { ...APPROVED, basis: 'seed-2020@1 review-team@1' })
  await db.execute(sql`insert into claim_items (tenant_id, claim_id, item_id, ordinal, product_id, name, exclusivity_key)
    values (${TENANT_A}, 'C-1', 'i1', 0, 'm365.teams', 'Microsoft Teams', 'workload m365.teams')`)
  await db.execute(sql`insert into claim_history (tenant_id, claim_id, entry_id, ordinal, at, side, kind, actor_name)
    values (${TENANT_A}, 'C-1', 'e1', 0, '2026-11-10T09:00:00Z', 'reviewer', 'approved', 'Marta')`)
  await db.execute(sql`insert into claim_comments (tenant_id, claim_id, comment_id, ordinal, side, author_name, at, body, visibility)
    values (${TENANT_A}, 'C-1', 'c1', 0, 'reviewer', 'Marta', '2026-11-10T09:00:00Z', 'Fine.', 'internal')`)

  await migrate(db, NEWEST)
  await beginEpoch(db)
  const rules = await bringRules(db, RULE_FILES)
  expect(await refreshClocks({ db, rules, now: Date.now })).toBe(1)

  const [record] = await listRecords(db, [KEY])
  expect(ClaimRecord.parse(record)).toMatchObject({
    revision: 7,
    partnerLanguage: 'it',
    policy: { id: 'seed-2020', version: 1 },
    calendar: { id: 'review-team', version: 2 },
    comments: [{ text: 'Fine.', inReplyTo: null }],
    history: [{ kind: 'approved', reasons: [], changes: [], fromSubState: null }],
    clocks: [{ timer: 'consent', dueAt: '2026-11-17T23:00:00.000Z' }],
    matters: { disputes: 0, infoRequest: null },
    lookups: { partner: null },
    isMigrated: false,
  })
  expect(await nextClockActAt(db)).toBe(Date.parse('2026-11-17T23:00:00.000Z'))
})

it('lets go of tokens of the old kind and keeps whose they were', async () => {
  const { owner: db } = database
  await migrate(db, await released(3))
  const hub = '00000000-0000-0000-0000-000000000000'
  await db.execute(sql`insert into users (tenant_id, user_id, name, role, is_demo)
    values (${hub}, 'u-reviewer', 'Marta', 'reviewer', true)`)
  await db.execute(sql`insert into access_tokens (tenant_id, token_sha256, user_id, expires_at)
    values (${hub}, ${'0'.repeat(64)}, 'u-reviewer', '2030-01-01T00:00:00Z')`)
  await migrate(db, NEWEST)
  const tables = await db
    .select({ name: sql<string>`table_name` })
    .from(sql`information_schema.tables`)
    .where(sql`table_schema = 'public'`)
  expect(tables.map(({ name }) => name)).not.toContain('access_tokens')
  expect((await listDemoCallers(db)).map(({ userId, role }) => [userId, role])).toEqual([
    ['u-reviewer', 'reviewer'],
  ])
})

it('keeps the facts of papers, and learns by what they are known again when they come anew', async () => {
  const { owner: db } = database
  await migrate(db, await released(4))
  const hub = '00000000-0000-0000-0000-000000000000'
  await db.execute(sql`insert into document_facts (tenant_id, sha256, reader_version, facts_sha256, facts, by_user_id, received_at)
    values (${hub}, ${'a'.repeat(64)}, 'reader-1.3', ${'b'.repeat(64)}, '{"pages":[]}', 'u-reviewer', '2026-11-20T09:00:00Z')`)
  await migrate(db, NEWEST)
  const facts = { sha256: Sha256.parse('a'.repeat(64)), readerVersion: 'reader-1.3' }
  expect(await findFacts(db, facts)).toMatchObject({ facts: { pages: [] } })
  const print = { kind: 'page', page: 1, value: 'a5'.repeat(72) } as const
  await db.transaction((tx) => insertPrints(tx, facts.sha256, [print]))
  expect((await listCandidates(db, print)).map(({ value }) => value)).toEqual([print.value])
})

it('finds out who competes with whom among the claims that it had, with all that they name', async () => {
  const { owner: db } = database
  await migrate(db, await released(5))
  for (const [claimId, mpnId] of [
    ['C-1', '4711'],
    ['C-2', '4712'],
  ]) {
    await putClaim(db, { claimId, mpnId })
    await db.execute(sql`insert into claim_items (tenant_id, claim_id, item_id, ordinal, product_id, name, exclusivity_key)
      values (${TENANT_A}, ${claimId}, 'i1', 0, 'm365.teams', 'Microsoft Teams', 'workload m365.teams')`)
  }
  await migrate(db, NEWEST)
  await beginEpoch(db)
  const rules = await bringRules(db, RULE_FILES)
  expect([await catchUpKeys(db, rules), await catchUpKeys(db, rules)]).toEqual([2, 0])
  expect((await listRecords(db, [KEY]))[0]).toMatchObject({ competingClaims: 1, revision: 7 })
  expect(await listLivingCasesOf(db, KEY)).toMatchObject([
    { contested: { key: 'workload m365.teams' }, openedAt: '2026-11-02T09:00:00.000Z', parties: [{}, {}] },
  ])
})

it('can lock everything that its claims name', async () => {
  const { owner: db } = database
  await migrate(db, await released(8))
  for (const claimId of ['C-1', 'C-2']) {
    await putClaim(db, { claimId })
    await db.execute(sql`insert into claim_keys (tenant_id, claim_id, item_id, exclusivity_key)
      values (${TENANT_A}, ${claimId}, 'i1', 'workload m365.teams')`)
  }
  await migrate(db, NEWEST)
  const { exclusivityKey } = exclusiveThings
  expect(await db.select({ exclusivityKey }).from(exclusiveThings)).toEqual([
    { exclusivityKey: 'workload m365.teams' },
  ])
})

it('keeps what was decided before, and takes words on it', async () => {
  const { owner: db } = database
  await migrate(db, await released(9))
  await putClaim(db, APPROVED)
  const decisionId = '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c02'
  const request = {
    policy: { id: 'seed-2020', version: 1 },
    action: {
      kind: 'approve',
      verdicts: [{ criterion: 'dates', item: null, verdict: 'met', by: 'machine', reason: null }],
    },
  }
  await db.execute(sql`insert into operations (tenant_id, claim_id, operation_id, user_id, client_id, sequence, kind, payload_sha256,
      request, result, received_at)
    values (${TENANT_A}, 'C-1', ${decisionId}, 'u-reviewer', ${decisionId}, 1, 'approve', ${'c'.repeat(64)},
      ${JSON.stringify(request)}::jsonb, '{"outcome":"applied","revision":7}'::jsonb, '2026-11-10T09:00:00Z')`)

  await migrate(db, NEWEST)
  const span = { from: new Date('2026-11-10T00:00:00Z'), to: new Date('2026-11-11T00:00:00Z'), most: 10 }
  const [decision] = await listDecisions(db, span)
  expect(decision).toMatchObject({ decisionId, deciderId: 'u-reviewer', verdicts: [{ criterion: 'dates' }] })
  const word = { criterion: 'dates', item: null, verdict: 'not_met', reason: null } as const
  await transact(db, (tx) =>
    insertReview(tx, KEY, {
      sampleId: decisionId,
      decisionId: OperationId.parse(decisionId),
      byUserId: UserId.parse('u-2'),
      at: Instant.parse('2026-11-12T09:00:00Z'),
      outcome: 'reject',
      verdicts: [word],
    }),
  )
  expect(await listReviews(db, [KEY])).toMatchObject([{ decisionId, outcome: 'reject', verdicts: [word] }])
})

it('compares what was decided before near-identical claims were looked for', async () => {
  const { owner: db } = database
  await migrate(db, await released(12))
  const decided = async (claimId: string, sequence: number, action: object) => {
    await putClaim(db, { claimId, ...APPROVED })
    const verdicts = [
      { criterion: 'dates', item: null, verdict: 'met', machine: 'met', by: null, reason: null },
    ]
    const request = {
      policy: { id: 'seed-2020', version: 1 },
      documentHashes: ['a'.repeat(64)],
      action: { ...action, verdicts },
    }
    const id = `0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c0${sequence}`
    await db.execute(sql`insert into operations (tenant_id, claim_id, operation_id, user_id, client_id, sequence, kind, payload_sha256,
        request, result, received_at)
      values (${TENANT_A}, ${claimId}, ${id}, 'u-reviewer', ${id}, ${sequence}, ${'reasons' in action ? 'reject' : 'approve'},
        ${'c'.repeat(64)}, ${JSON.stringify(request)}::jsonb, '{"outcome":"applied","revision":7}'::jsonb, '2026-11-10T09:00:00Z')`)
  }
  await decided('C-1', 1, { kind: 'approve' })
  await decided('C-2', 2, { kind: 'reject', reasons: ['REJ_INSUFFICIENT_POE'] })

  await migrate(db, NEWEST)
  await judgeDecisions(db)
  expect(await listTwins(db)).toMatchObject([{ approved: { claimId: 'C-1' }, other: { claimId: 'C-2' } }])
})

it('keeps profiles, the days that they judge and the clocks of claims, and lets two leads draft and publish over them', async () => {
  const { owner: db } = database
  await migrate(db, await released(9))
  const house = { ...SEED_2020, id: 'house-2022', title: 'The house’s own' }
  const hub = '00000000-0000-0000-0000-000000000000'
  await db.execute(sql`insert into policy_profiles (tenant_id, policy_id, version, sha256, profile)
    values (${hub}, 'house-2022', 1, ${'d'.repeat(64)}, ${JSON.stringify(house)}::jsonb)`)
  await db.execute(sql`insert into policy_assignments (tenant_id, from_day, to_day, policy_id, version)
    values (${hub}, '2019-10-01', null, 'house-2022', 1)`)
  await putClaim(db, { policyId: 'house-2022', basis: 'house-2022@1 review-team@1' })
  await db.execute(sql`insert into claim_history (tenant_id, claim_id, entry_id, ordinal, at, side, kind, actor_name)
    values (${TENANT_A}, 'C-1', 'e1', 0, '2026-11-10T09:00:00Z', 'reviewer', 'review_started', 'Marta')`)

  await migrate(db, NEWEST)
  await beginEpoch(db)
  const rules = await bringRules(db, RULE_FILES)
  await refreshClocks({ db, rules, now: Date.now })
  expect(rules.profileFor('2026-11-02T09:00:00Z')).toEqual(house)
  const [before] = await listRecords(db, [KEY])
  expect(before).toMatchObject({
    history: [{ kind: 'review_started' }],
    calendar: { version: rules.calendar.version },
  })

  const ports = { db, now: () => Date.parse('2026-11-12T09:00:00Z') }
  const lead = (name: string) => ({ userId: UserId.parse(name), name })
  const team = { kind: 'calendar', id: 'review-team' } as const
  const holidays = [...rules.calendar.holidays, { day: '2026-11-16', name: 'Bridge day' }]
  const calendar = { ...rules.calendar, holidays }
  const content = { kind: 'calendar', calendar } as const
  const { version } = rules.calendar
  const because = 'Agreed with the sites.'
  await writeDraft(ports, team, lead('u-1'), {
    revision: null,
    basedOn: version,
    content,
    because,
    fromDay: null,
  })
  await actOnRule(ports, team, lead('u-1'), { act: 'propose', revision: 1 })
  const published = await actOnRule(ports, team, lead('u-2'), { act: 'publish', revision: 2 })
  expect(published).toMatchObject({ published: version + 1 })
  await rules.refresh(db)
  expect(await refreshClocks({ db, rules, now: ports.now })).toBe(1)
  const [after] = await listRecords(db, [KEY])
  expect(after?.history.map(({ kind }) => kind)).toEqual(['review_started', 'clocks_moved'])
  expect(after?.clocks[0]?.dueAt).not.toBe(before?.clocks[0]?.dueAt)
})

it('keeps what leads did to their rules before, and what they propose to assign from then on', async () => {
  const { owner: db } = database
  await migrate(db, await released(12))
  const hub = '00000000-0000-0000-0000-000000000000'
  const content = JSON.stringify({ kind: 'profile', profile: SEED_2020 })
  const put = (act: string, ordinal: number) =>
    db.execute(sql`insert into rule_acts (tenant_id, kind, rule_id, ordinal, act, version, by_user_id, by_name, at, because, content)
      values (${hub}, 'profile', 'seed-2020', ${ordinal}, ${act}, 2, 'u-1', 'Marta', '2026-11-10T09:00:00Z', 'Why.', ${content}::jsonb)`)
  await put('published', 1)
  await expect(put('assignment_proposed', 2)).rejects.toThrow()
  await migrate(db, NEWEST)
  await put('assignment_proposed', 2)
  expect((await listActs(db)).map(({ act }) => act)).toEqual(['assignment_proposed', 'published'])
})

it('does nothing to a database that is up to date', async () => {
  await migrate(database.owner, NEWEST)
  const count = () =>
    database.db.select({ n: sql<number>`count(*)::int` }).from(sql`drizzle.__drizzle_migrations`)
  const before = await count()
  await migrate(database.owner, NEWEST)
  expect(await count()).toEqual(before)
})

it('begins chains for the claims that it had, over all their rows, once', async () => {
  const { owner: db } = database
  await migrate(db, await released(14))
  for (const claimId of ['C-1', 'C-2']) await putClaim(db, { claimId, ...APPROVED })
  await db.execute(sql`insert into claim_history (tenant_id, claim_id, entry_id, ordinal, at, side, kind, actor_name)
    values (${TENANT_A}, 'C-1', 'e1', 0, '2026-11-10T09:00:00Z', 'reviewer', 'approved', 'Marta')`)

  await migrate(db, NEWEST)
  expect(await sealOlder(db)).toBe(2)
  expect((await verifyLog(db, null)).findings).toEqual([])
  expect(await sealOlder(db)).toBe(0)
  await withoutTriggers(db, async (tx) => {
    await tx.execute(sql`update claim_history set actor_name = 'Nobody'`)
    await tx.execute(sql`delete from audit_entries where subject_id = 'C-2'`)
  })
  // A chain that is gone is not begun anew.
  expect(await sealOlder(db)).toBe(0)
  expect((await verifyLog(db, null)).findings).toMatchObject([
    { kind: 'row_changed', subjectId: 'C-1', row: 'history e1' },
    { kind: 'chain_missing', subjectId: 'C-2' },
  ])
})
