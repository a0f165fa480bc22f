import { sql } from 'drizzle-orm'
import type {
  ClaimComment,
  ClaimDocument,
  ClaimForm,
  HistoryEntry,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { claimStanding, sealedRow } from '../audit/sealedRows.ts'
import { type BasisOf, type ClockBasis, timesOf } from '../claims/clockBasis.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { noteChange } from '../live/changeSignal.ts'
import { countRivals } from './arbitrationRepo.ts'
import {
  claimColumns,
  commentColumns,
  documentColumns,
  formColumns,
  itemRows,
  keyRows,
  leaseOf,
  rowsFromClaim,
} from './claimRows.ts'
import { chainOf, type ClaimKey, isClaim, listClaims, placeOf } from './claimsRepo.ts'
import type { Tx } from './database.ts'
import {
  claimComments,
  claimDocuments,
  claimHistory,
  claimItems,
  claimKeys,
  claimLocator,
  claims,
  claimTombstones,
} from './schema.ts'
import { putThings } from './thingLocks.ts'

/** The number of the running transaction: every write of a claim carries it, the feed goes by it. */
const thisTransaction = sql`pg_current_xact_id()`

/** A statement takes 65,535 values: room for fifty history entries on each of these claims. */
const CLAIMS_AT_ONCE = 100

/** Puts new claims in, as if they had no rivals. An id that is taken, or was taken under another tenant, breaks the transaction. */
export async function insertNewClaims(tx: Tx, added: readonly HubClaim[], basisOf: BasisOf): Promise<void> {
  for (let from = 0; from < added.length; from += CLAIMS_AT_ONCE)
    await tx
      .insert(claimLocator)
      .values(added.slice(from, from + CLAIMS_AT_ONCE).map((claim) => placeOf(keyOf(claim))))
  await insertReserved(tx, added, basisOf)
}

/** Puts in claims whose ids this transaction has taken already. */
export async function insertReserved(tx: Tx, added: readonly HubClaim[], basisOf: BasisOf): Promise<void> {
  noteChange(tx)
  for (let from = 0; from < added.length; from += CLAIMS_AT_ONCE) {
    const rows = added
      .slice(from, from + CLAIMS_AT_ONCE)
      .map((claim) => rowsFromClaim(claim, basisOf(claim.policy)))
    await tx.insert(claims).values(rows.map(({ claim }) => claim))
    await tx.insert(claimItems).values(rows.flatMap(({ items }) => items))
    const documents = rows.flatMap((one) => one.documents)
    const comments = rows.flatMap((one) => one.comments)
    const history = rows.flatMap((one) => one.history)
    await insertKeys(tx, added.slice(from, from + CLAIMS_AT_ONCE))
    if (documents.length > 0) await tx.insert(claimDocuments).values(documents)
    if (comments.length > 0) await tx.insert(claimComments).values(comments)
    if (history.length > 0) await tx.insert(claimHistory).values(history)
    for (const row of rows) noteClaim(tx, row)
  }
}

/** A claim with all that it brings. */
function noteClaim(
  tx: Tx,
  { claim, items, documents, comments, history }: ReturnType<typeof rowsFromClaim>,
): void {
  noteWritten(tx, chainOf(claim), {
    standing: claimStanding(claim, items),
    rows: [
      ...documents.map((row) => sealedRow('document', row)),
      ...comments.map((row) => sealedRow('comment', row)),
      ...history.map((row) => sealedRow('history', row)),
    ],
  })
}

export const keyOf = ({ form }: Pick<HubClaim, 'form'>): ClaimKey => ({
  tenantId: form.customer.tenantId,
  claimId: form.claimId,
})

/** What one act changes on a claim; what is left out stays as it is. */
export interface ClaimChange {
  readonly status?: Pick<HubClaim, 'state' | 'subState'>
  readonly at: string
  readonly matters?: HubClaim['matters']
  readonly form?: ClaimForm
  readonly lookups?: HubClaim['lookups']
  readonly policy?: HubClaim['policy']
  /** Null = nobody holds it any more. */
  readonly assignedTo?: HubClaim['assignedTo']
  readonly addedDocuments?: readonly ClaimDocument[]
  readonly addedComments?: readonly ClaimComment[]
  readonly entries: readonly HistoryEntry[]
  /** Nothing that a decision may rest on changes: only who works on the claim. */
  readonly keepsRevision?: boolean
}

/** The claim as a change leaves it. */
function changedClaim(claim: HubClaim, change: ClaimChange): HubClaim {
  const status = change.status ?? claim
  const hasMoved = status.state !== claim.state || status.subState !== claim.subState
  return {
    ...claim,
    state: status.state,
    subState: status.subState,
    stateChangedAt: hasMoved ? (change.at as HubClaim['stateChangedAt']) : claim.stateChangedAt,
    matters: change.matters ?? claim.matters,
    form: change.form ?? claim.form,
    lookups: change.lookups ?? claim.lookups,
    policy: change.policy ?? claim.policy,
    assignedTo: change.assignedTo === undefined ? claim.assignedTo : change.assignedTo,
    documents: [...claim.documents, ...(change.addedDocuments ?? [])],
    comments: [...claim.comments, ...(change.addedComments ?? [])],
    history: [...claim.history, ...change.entries],
    revision: change.keepsRevision === true ? claim.revision : claim.revision + 1,
  }
}

/**
 * Writes a change, counts the revision up and sets the clocks anew. The claim is the one read under lock in this transaction.
 * @returns the claim as it is now.
 */
export async function changeClaim(
  tx: Tx,
  claim: HubClaim,
  change: ClaimChange,
  basis: ClockBasis,
): Promise<HubClaim> {
  noteChange(tx)
  const key = keyOf(claim)
  const after = changedClaim(claim, change)
  if (change.form !== undefined) {
    await tx.delete(claimItems).where(isClaim(claimItems, key))
    await tx.insert(claimItems).values(itemRows(after))
  }
  if (change.form !== undefined || change.lookups !== undefined) await putKeys(tx, claim, after)
  const isContested = (await countRivals(tx, [key])).has(key.claimId)
  await tx
    .update(claims)
    .set({
      ...(change.form === undefined ? {} : formColumns(after.form)),
      state: after.state,
      subState: after.subState,
      stateChangedAt: new Date(after.stateChangedAt),
      revision: after.revision,
      policyId: after.policy.id,
      policyVersion: after.policy.version,
      matters: after.matters,
      lookups: after.lookups,
      assignedUserId: after.assignedTo?.userId ?? null,
      assignedName: after.assignedTo?.name ?? null,
      leaseUntil: leaseOf(after),
      ...timesOf(after, basis, isContested),
      changedXid: thisTransaction,
    })
    .where(isClaim(claims, key))
  await insertParts(tx, claim, change)
  noteWritten(tx, chainOf(key), { standing: claimStanding(claimColumns(after), itemRows(after)) })
  return after
}

/** Writes down what claims name that only one partner may hold. */
export async function insertKeys(tx: Tx, added: readonly HubClaim[]): Promise<void> {
  const rows = added.flatMap((claim) => keyRows(claim))
  await putThings(
    tx,
    rows.map(({ tenantId, exclusivityKey: key }) => ({ tenantId, key })),
  )
  for (let from = 0; from < rows.length; from += KEYS_AT_ONCE)
    await tx.insert(claimKeys).values(rows.slice(from, from + KEYS_AT_ONCE))
}

const KEYS_AT_ONCE = 10_000

/** Writes anew what the claim names, where it names other things than it did. */
async function putKeys(tx: Tx, before: HubClaim, after: HubClaim): Promise<void> {
  const rows = keyRows(after)
  if (JSON.stringify(rows) === JSON.stringify(keyRows(before))) return
  await tx.delete(claimKeys).where(isClaim(claimKeys, keyOf(after)))
  await insertKeys(tx, [after])
}

async function insertParts(tx: Tx, claim: HubClaim, change: ClaimChange): Promise<void> {
  const key = keyOf(claim)
  const documents = (change.addedDocuments ?? []).map((one, index) => ({
    ...key,
    ...documentColumns(one),
    ordinal: claim.documents.length + index,
  }))
  const comments = (change.addedComments ?? []).map((one, index) => ({
    ...key,
    ...commentColumns(one),
    ordinal: claim.comments.length + index,
  }))
  const entries = change.entries.map((entry, index) => ({
    ...key,
    ...entry,
    at: new Date(entry.at),
    ordinal: claim.history.length + index,
  }))
  if (documents.length > 0) await tx.insert(claimDocuments).values(documents)
  if (comments.length > 0) await tx.insert(claimComments).values(comments)
  if (entries.length > 0) await tx.insert(claimHistory).values(entries)
  noteWritten(tx, chainOf(key), {
    rows: [
      ...documents.map((row) => sealedRow('document', row)),
      ...comments.map((row) => sealedRow('comment', row)),
      ...entries.map((row) => sealedRow('history', row)),
    ],
  })
}

/**
 * Counts claims' revisions up because of what happened beside them: the number of rivals is part of what a reviewer sees, and of
 * what clocks run.
 */
export async function touchClaims(tx: Tx, keys: readonly ClaimKey[], basisOf: BasisOf): Promise<void> {
  for (const claim of await listClaims(tx, keys)) {
    await resetClocks(tx, claim, basisOf(claim.policy))
    await tx
      .update(claims)
      .set({ revision: sql`${claims.revision} + 1` })
      .where(isClaim(claims, keyOf(claim)))
  }
}

/**
 * Sets the clocks of a claim anew, for another calendar or other rivals. The claim comes through the feed again with the same
 * revision: a decision that is on its way does not depend on when the claim is due.
 */
export async function resetClocks(tx: Tx, claim: HubClaim, basis: ClockBasis): Promise<void> {
  noteChange(tx)
  const isContested = (await countRivals(tx, [keyOf(claim)])).has(claim.form.claimId)
  await tx
    .update(claims)
    .set({ ...timesOf(claim, basis, isContested), changedXid: thisTransaction })
    .where(isClaim(claims, keyOf(claim)))
}

/** Nothing will happen to this claim by itself until it changes. */
export async function dropNextAct(tx: Tx, key: ClaimKey): Promise<void> {
  await tx.update(claims).set({ nextAct: null, nextActAt: null }).where(isClaim(claims, key))
}

/** Takes a claim out with all that hangs on it; its id stays known and the feed says that it is gone. */
export async function removeClaim(tx: Tx, key: ClaimKey, reason: string): Promise<void> {
  noteChange(tx)
  await tx.delete(claims).where(isClaim(claims, key))
  noteWritten(tx, chainOf(key), { gone: reason })
  await tx
    .insert(claimTombstones)
    .values({ ...key, reason })
    .onConflictDoUpdate({
      target: [claimTombstones.tenantId, claimTombstones.claimId],
      set: { reason, changedXid: thisTransaction },
    })
}
