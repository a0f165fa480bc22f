import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'
import { OperationResult, type OperationRequest } from '../../../src-main/hub/api/operations.ts'
import { DemoSignedIn, HubCaller, HubUser } from '../../../src-main/hub/api/people.ts'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import type { DocumentStore } from '../../../src-main/hub/documents/documentStore.ts'
import { folderDocuments } from '../../../src-main/hub/documents/folderDocuments.ts'
import { readProductNames } from '../../../src-main/hub/catalogue/productNames.ts'
import { demoLookup, type LookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'
import { beginEpoch } from '../../../src-main/hub/feed/beginEpoch.ts'
import { serverOptions, type ServerTimes } from '../../../src-main/hosts/hub/serverOptions.ts'
import { createHubApp } from '../../../src-main/hub/http/createHubApp.ts'
import type { HubPorts } from '../../../src-main/hub/http/hubPorts.ts'
import { limitsTimes } from '../../../src-main/hub/http/limits.ts'
import { type LogEntry, traceOf } from '../../../src-main/hub/log.ts'
import { bringRules } from '../../../src-main/hub/prepareHub.ts'
import { listRecords } from '../../../src-main/hub/store/claimRecords.ts'
import { findTenant } from '../../../src-main/hub/store/claimsRepo.ts'
import { bringClaims } from '../../../src-main/hub/claims/bringClaims.ts'
import type { Db, HubDatabase, Tx } from '../../../src-main/hub/store/database.ts'
import { migrate } from '../../../src-main/hub/store/migrate.ts'
import { putDemoUsers } from '../../../src-main/hub/store/peopleRepo.ts'
import { NOW, TENANT_A, TENANT_B } from './hubClaim.ts'
import { expectAsDescribed } from './asDescribed.ts'
import { aLookupBook } from './lookupBook.ts'
import { transact } from '../../../src-main/hub/store/transact.ts'

export const MIGRATIONS = 'resources/migrations/hub'
export const RULE_FILES = { policy: 'resources/policy', calendar: 'resources/calendars/review-team.json' }

/** One person of each role, and a second reviewer. */
export const PEOPLE = [...ROLES, 'reviewer-2'].map((name) =>
  HubUser.parse({ userId: name, name: `The ${name}`, role: name === 'reviewer-2' ? 'reviewer' : name }),
)

/** The service through which partners and customers act, and two of each side who act for themselves. */
const OTHER_SIDES = [
  { userId: 'intake', name: 'Partner Center', role: 'intake' },
  { userId: 'partner', name: 'Paolo Partner', role: 'partner', mpnId: '4711' },
  { userId: 'partner-2', name: 'Petra Partner', role: 'partner', mpnId: '4712' },
  { userId: 'customer', name: 'Carla Customer', role: 'customer', customerTenantId: TENANT_A },
  { userId: 'customer-2', name: 'Carl Customer', role: 'customer', customerTenantId: TENANT_B },
].map((one) => HubCaller.parse(one))

export type TestCaller =
  | (typeof ROLES)[number]
  | 'reviewer-2'
  // Who is no person of every hub: a test puts it there (`putDemoUsers`).
  | 'arbitration_lead-2'
  | 'team_lead-2'
  | 'intake'
  | 'partner'
  | 'partner-2'
  | 'customer'
  | 'customer-2'

type Role = TestCaller

export interface TestHub {
  readonly url: string
  readonly ports: HubPorts
  /** Who owns the tables, whom their policies do not hold. */
  readonly owner: Db
  /** What was logged, as the host would write it. */
  readonly logged: string[]
  readonly clock: { now: number }
  readonly documentsFolder: string
  /** As somebody who signed in; `null` as nobody. Bytes and forms go as they are, everything else as JSON. */
  ask(
    who: Role | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** The same. */
  get(who: Role | null, path: string, headers?: Record<string, string>): Promise<Response>
  /** Bytes and forms go as they are, everything else as JSON. */
  post(who: Role, path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** The header of somebody who signed in; none for `null`. */
  bearer(who: Role | null): Promise<Record<string, string>>
  send(who: Role, claimId: string, request: OperationRequest): Promise<Response>
  /** The same for operations that are answered. */
  operate(who: Role, claimId: string, request: OperationRequest): Promise<OperationResult>
  put(...claims: HubClaim[]): Promise<void>
  record(claimId: string): Promise<ClaimRecord>
  /** Empties the hub but for its people and its feed's epoch. */
  clear(): Promise<void>
  close(): Promise<void>
}

/**
 * A hub over real HTTP on this database, with a clock that stands still and people of every role.
 * @param documents null = a folder of its own.
 * @param book who is known to the look-up.
 */
export async function openTestHub(
  database: HubDatabase,
  documents: DocumentStore | null = null,
  book: LookupBook = aLookupBook(),
): Promise<TestHub> {
  const documentsFolder = await mkdtemp(join(tmpdir(), 'hub-documents-'))
  const logged: string[] = []
  const clock = { now: NOW }
  const { db, owner } = database
  await migrate(owner, MIGRATIONS)
  await beginEpoch(db)
  const ports: HubPorts = {
    db,
    documents: documents ?? folderDocuments(documentsFolder),
    rules: await bringRules(db, RULE_FILES),
    lookup: demoLookup(book, () => clock.now),
    products: await readProductNames('resources/catalogue/products.json'),
    now: () => clock.now,
    log: ({ error, ...entry }: LogEntry) =>
      void logged.push(
        JSON.stringify({ ...entry, ...(error === undefined ? {} : { trace: traceOf(error) }) }),
      ),
    isLoopback: true,
    hasDemo: true,
    signIn: 'open',
    issuers: [],
    limits: limitsTimes(1000),
  }
  await putDemoUsers(db, [...PEOPLE, ...OTHER_SIDES])
  const served = await serveApp(ports)
  const tokens = new Map<string, { readonly token: string; readonly until: number }>()
  const tokenOf = async (who: Role): Promise<string> => {
    const known = tokens.get(who)
    // Tests let weeks pass; a token is good for seven days.
    if (known !== undefined && clock.now < known.until) return known.token
    const answer = await postJson(`${served.url}/v1.0/demo/sign-in`, { userId: who })
    const { token } = DemoSignedIn.parse(await answer.json())
    tokens.set(who, { token, until: clock.now + 6 * 86_400_000 })
    return token
  }
  const bearer = async (who: Role | null): Promise<Record<string, string>> =>
    who === null ? {} : { authorization: `Bearer ${await tokenOf(who)}` }
  const ask: TestHub['ask'] = async (who, method, path, body, headers = {}) => {
    const isRaw = body instanceof FormData || body instanceof Uint8Array
    const type: Record<string, string> =
      body === undefined || isRaw ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(`${served.url}${path}`, {
      method,
      headers: { ...type, ...headers, ...(await bearer(who)) },
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as BodyInit) : typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    await expectAsDescribed(method, path, answer)
    return answer
  }
  const send: TestHub['send'] = async (who, claimId, request) =>
    ask(who, 'POST', `/v1.0/claims/${claimId}/operations`, request)
  return {
    url: served.url,
    ports,
    owner,
    logged,
    clock,
    documentsFolder,
    ask,
    bearer,
    get: (who, path, headers = {}) => ask(who, 'GET', path, undefined, headers),
    post: (who, path, body, headers = {}) => ask(who, 'POST', path, body, headers),
    send,
    operate: async (who, claimId, request) =>
      OperationResult.parse(await (await send(who, claimId, request)).json()),
    put: (...claims) => transact(db, (tx) => bringClaims(tx, claims, ports.rules.basisOf)),
    record: async (claimId) => recordOf(ports, claimId),
    async clear() {
      await withoutTriggers(owner, (tx) => tx.execute(sql`truncate audit_entries`))
      await owner.execute(sql`truncate claims, arbitration_cases, exclusive_things, claim_locator, claim_tombstones, intake_requests, clients,
        document_facts, evidence_prints, evidence_bands, evidence_places, partner_links, sign_in_codes, take_requests,
        rule_drafts, rule_acts, four_eyes, claim_reads, workstations, wipe_acts, carried_operations,
        quality_samples, sampled_decisions, check_standings, judged_decisions, judged_papers, decision_twins cascade`)
      logged.length = 0
      clock.now = NOW
      // One that was given out later is not good yet.
      tokens.clear()
    },
    async close() {
      await served.close()
      await database.close()
      await rm(documentsFolder, { recursive: true, force: true })
    },
  }
}

/** Tables whose rows stay, and the trigger of each that says so. */
const KEPT = [
  ['audit_entries', 'audit_entries_stay'],
  ['claim_history', 'claim_history_stays'],
  ['operations', 'operations_stay'],
  ['claim_reads', 'claim_reads_stay'],
  ['four_eyes', 'four_eyes_stay'],
  ['wipe_acts', 'wipe_acts_stay'],
  ['carried_operations', 'carried_operations_stay'],
] as const

/** As whoever owns the tables may: the one way round their triggers. */
export function withoutTriggers(db: HubDatabase['db'], work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return db.transaction(async (tx) => {
    for (const [table, trigger] of KEPT)
      await tx.execute(sql.raw(`alter table ${table} disable trigger ${trigger}`))
    await work(tx)
    for (const [table, trigger] of KEPT)
      await tx.execute(sql.raw(`alter table ${table} enable trigger ${trigger}`))
  })
}

async function recordOf({ db }: HubPorts, claimId: string): Promise<ClaimRecord> {
  const id = ClaimRecord.shape.form.shape.claimId.parse(claimId)
  const tenantId = await findTenant(db, id)
  const found = tenantId === undefined ? [] : await listRecords(db, [{ tenantId, claimId: id }])
  return ClaimRecord.parse(found[0])
}

export async function serveApp(
  ports: HubPorts,
  times?: ServerTimes,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({
    fetch: createHubApp(ports).fetch,
    serverOptions: serverOptions(times),
  })
  // A thousand asked at once are answered one after another; a line that is idle meanwhile must not be closed just when it is used again.
  if (times === undefined && 'keepAliveTimeout' in server) server.keepAliveTimeout = 300_000
  await new Promise<void>((resolve) => {
    // Node lets 511 wait to be let in and the system sends the others away: a thousand come at once.
    server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve)
  })
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
