import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CLOSED_CLAIM_DAYS, leavesAt } from '../domain/claim/retention.ts'
import type { ClaimStanding } from '../domain/sync/stateText.ts'
import { concernsClaim } from './caseDecisionsRepo.ts'
import { removeDocumentKey } from './documentKeysRepo.ts'
import { markMissing } from './documentsRepo.ts'
import { removeClaim } from './feedRepo.ts'
import { toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/**
 * What keeps a claim here whatever its age: something said of it that the hub has not taken, or of which it has not told the effect; a
 * conflict that nobody settled; a draft; a case that is still open or has a draft; a decision that somebody here was asked to look at
 * again. `@claimId` is the claim.
 */
const HELD = `select 1 where exists (select 1 from outbox where ${concernsClaim('outbox', '@claimId')})
  or exists (select 1 from answered where claim_id = @claimId)
  or exists (select 1 from conflicts where claim_id = @claimId and settled_at is null)
  or exists (select 1 from drafts where claim_id = @claimId)
  or exists (select 1 from case_parties join cases using (case_id) where claim_id = @claimId and state not in ('decided', 'dissolved'))
  or exists (select 1 from case_parties join case_drafts using (case_id) where claim_id = @claimId)
  or exists (select 1 from profile where name like 'second_reviews %' and instr(value, '"' || @claimId || '"') > 0)`

export const isHeldBack = (store: ReadStore, claimId: ClaimId): boolean =>
  statement(store, HELD).get({ claimId }) !== undefined

const DAYS = `coalesce((select profile ->> '$.closedClaimDays' from policies where id = policy_id and version = policy_version), ${CLOSED_CLAIM_DAYS})`

/** Claims whose time here is over and that nothing holds back, the longest closed first. `now`: epoch milliseconds. */
export function listOverdueClaims(store: ReadStore, now: number, limit: number): ClaimId[] {
  const closed = statement(
    store,
    `select claim_id from claims where state in ('approved', 'rejected') and state_changed_at + ${DAYS} * 86400000 <= ?
     order by state_changed_at, claim_id`,
  )
    .pluck()
    .iterate(now) as IterableIterator<ClaimId>
  const due: ClaimId[] = []
  for (const claimId of closed) {
    if (due.length === limit) break
    if (!isHeldBack(store, claimId)) due.push(claimId)
  }
  return due
}

/** All claims that nothing holds back: for somebody who may see none any more. */
export function listFreeClaims(store: ReadStore, limit: number): ClaimId[] {
  const free: ClaimId[] = []
  for (const claimId of statement(store, 'select claim_id from claims')
    .pluck()
    .iterate() as IterableIterator<ClaimId>) {
    if (free.length === limit) break
    if (!isHeldBack(store, claimId)) free.push(claimId)
  }
  return free
}

/** Whether a claim of the feed is too old to be brought here, by the profile that it is judged by. */
export function comesTooLate(
  store: ReadStore,
  { state, stateChangedAt, policy }: ClaimRecord,
  now: number,
): boolean {
  const closedAt = { state, stateChangedAtMs: toMs(stateChangedAt) }
  // Of most it is known without their profile: they are open.
  if (leavesAt(closedAt, 0) === null) return false
  const days = statement(
    store,
    "select profile ->> '$.closedClaimDays' from policies where id = ? and version = ?",
  )
    .pluck()
    .get(policy.id, policy.version)
  const at = leavesAt(closedAt, typeof days === 'number' ? days : CLOSED_CLAIM_DAYS)
  return at !== null && at <= now
}

/** Rows that hang on a claim by its id, beside those that go with its own row. Whose decision stays known by `settled` and the log. */
const BY_CLAIM = [
  'reports',
  'verdicts',
  'own_evidence',
  'snoozes',
  'sightings',
  'checked_documents',
  'detail_words',
  'read_days',
  'decided',
  'told_crossings',
  'conflicts',
  'quarantine',
] as const

/** What was read of a document, by whoever carries it. */
const BY_DOCUMENT = ['facts', 'evidence_prints', 'search_texts', 'refused_documents'] as const

/**
 * Forgets all of a claim but its id, and keeps in mind that the hub need not bring it. Gives back the documents that no claim here
 * carries any more: their rows, words and keys are gone, their files are for the caller to remove.
 */
export function letGoOfClaim(store: WriteStore, claimId: ClaimId, now: number): Sha256[] {
  const hashes = hashesOf(store, claimId)
  statement(
    store,
    `insert or replace into claims_let_go (claim_id, revision, assigned_user_id, assigned_until, closed_at, let_go_at)
     select claim_id, revision, assigned_user_id, assigned_until, state_changed_at, ? from claims where claim_id = ?`,
  ).run(now, claimId)
  removeClaim(store, claimId)
  return forgetRest(store, claimId, hashes)
}

/** Claims that the hub took away from this person, and of which something is still here that nothing holds back. */
export function listRemains(store: ReadStore): ClaimId[] {
  const ids = statement(
    store,
    BY_CLAIM.map(
      (table) => `select claim_id from ${table} where claim_id not in (select claim_id from claims)`,
    ).join(' union '),
  )
    .pluck()
    .all() as (ClaimId | null)[]
  return ids.filter((claimId) => claimId !== null && !isHeldBack(store, claimId)) as ClaimId[]
}

/** The same as `letGoOfClaim`, where the claim itself is gone. */
export const letGoOfRemains = (store: WriteStore, claimId: ClaimId): Sha256[] =>
  forgetRest(store, claimId, hashesOf(store, claimId))

/** Papers that the partner took away again are among them. */
function hashesOf(store: ReadStore, claimId: ClaimId): Sha256[] {
  return statement(
    store,
    `select sha256 from documents join claims using (claim_key) where claim_id = @claimId
     union select sha256 from checked_documents where claim_id = @claimId`,
  )
    .pluck()
    .all({ claimId }) as Sha256[]
}

function forgetRest(store: WriteStore, claimId: ClaimId, hashes: readonly Sha256[]): Sha256[] {
  for (const table of BY_CLAIM) statement(store, `delete from ${table} where claim_id = ?`).run(claimId)
  statement(
    store,
    "delete from profile where name like 'blind_vote %' and instr(name, ' ' || ? || ' ') > 0",
  ).run(claimId)
  statement(store, `delete from notices where instr(content, '"' || ? || '"') > 0`).run(claimId)
  const gone = hashes.filter((sha256) => !isCarried(store, sha256))
  for (const sha256 of gone) forgetDocument(store, sha256)
  return gone
}

const isCarried = (store: ReadStore, sha256: Sha256): boolean =>
  statement(store, 'select 1 from documents where sha256 = ? limit 1').get(sha256) !== undefined

function forgetDocument(store: WriteStore, sha256: Sha256): void {
  markMissing(store, sha256)
  removeDocumentKey(store, sha256)
  for (const table of BY_DOCUMENT) statement(store, `delete from ${table} where sha256 = ?`).run(sha256)
}

/** Keeps a claim of the feed out; an older revision than is known of changes nothing. */
export function keepOut(
  store: WriteStore,
  { form, revision, assignedTo, stateChangedAt }: ClaimRecord,
  now: number,
): void {
  statement(
    store,
    `insert into claims_let_go (claim_id, revision, assigned_user_id, assigned_until, closed_at, let_go_at) values (?, ?, ?, ?, ?, ?)
     on conflict (claim_id) do update set revision = excluded.revision, assigned_user_id = excluded.assigned_user_id,
       assigned_until = excluded.assigned_until, closed_at = excluded.closed_at where excluded.revision >= revision`,
  ).run(
    form.claimId,
    revision,
    assignedTo?.userId ?? null,
    assignedTo?.until ? toMs(assignedTo.until) : null,
    toMs(stateChangedAt),
    now,
  )
}

/** It is here again, or gone at the hub. */
export function forgetLetGo(store: WriteStore, claimId: ClaimId): void {
  statement(store, 'delete from claims_let_go where claim_id = ?').run(claimId)
}

/** What is known of all that were let go: for comparing with the hub. */
export function listLetGo(store: ReadStore): (ClaimStanding & { readonly claimId: ClaimId })[] {
  return statement(
    store,
    `select claim_id as claimId, revision, assigned_user_id as assignedUserId, assigned_until as leaseUntilMs from claims_let_go`,
  ).all() as (ClaimStanding & { readonly claimId: ClaimId })[]
}
