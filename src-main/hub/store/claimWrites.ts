import { sql } from 'drizzle-orm'
import type { ClaimComment, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, ClaimSubState } from '../../../src-preload/contract/vocabulary/words.ts'
import { type ClockBasis, basisName, clocksOfClaim } from '../claims/clockBasis.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { commentColumns, rowsFromClaim } from './claimRows.ts'
import { type ClaimKey, isClaim, listSharing, lockTenant } from './claimsRepo.ts'
import type { Tx } from './database.ts'
import {
  claimComments,
  claimDocuments,
  claimHistory,
  claimItems,
  claimLocator,
  claims,
  claimTombstones,
} from './schema.ts'

/** The number of the running transaction: every write of a claim carries it, the feed goes by it. */
const thisTransaction = sql`pg_current_xact_id()`

/** A statement takes 65,535 values: room for fifty history entries on each of these claims. */
const CLAIMS_AT_ONCE = 100

/** Puts new claims in. An id that is taken, or was taken under another tenant, breaks the transaction. */
export async function insertClaims(tx: Tx, added: readonly HubClaim[], basis: ClockBasis): Promise<void> {
  for (let from = 0; from < added.length; from += CLAIMS_AT_ONCE) {
    const rows = added.slice(from, from + CLAIMS_AT_ONCE).map((claim) => rowsFromClaim(claim, basis))
    const heads = rows.map(({ claim }) => claim)
    await tx.insert(claimLocator).values(heads.map(({ tenantId, claimId }) => ({ tenantId, claimId })))
    await tx.insert(claims).values(heads)
    await tx.insert(claimItems).values(rows.flatMap(({ items }) => items))
    const documents = rows.flatMap((one) => one.documents)
    const comments = rows.flatMap((one) => one.comments)
    const history = rows.flatMap((one) => one.history)
    if (documents.length > 0) await tx.insert(claimDocuments).values(documents)
    if (comments.length > 0) await tx.insert(claimComments).values(comments)
    if (history.length > 0) await tx.insert(claimHistory).values(history)
  }
}

/** What one act changes on a claim; what is null stays as it is. */
export interface ClaimChange {
  readonly moved: { readonly state: ClaimState; readonly subState: ClaimSubState; readonly at: string } | null
  readonly assignedTo: HubClaim['assignedTo']
  readonly comment: ClaimComment | null
  readonly entries: readonly HistoryEntry[]
}

/**
 * Writes a change, counts the revision up and sets the clocks anew. The claim is the one read under lock in this transaction.
 * @returns the new revision.
 */
export async function changeClaim(
  tx: Tx,
  claim: HubClaim,
  change: ClaimChange,
  basis: ClockBasis,
): Promise<number> {
  const key = { tenantId: claim.form.customer.tenantId, claimId: claim.form.claimId }
  const state = change.moved?.state ?? claim.state
  const subState = change.moved === null ? claim.subState : change.moved.subState
  const history = [...claim.history, ...change.entries]
  const revision = claim.revision + 1
  await tx
    .update(claims)
    .set({
      state,
      subState,
      revision,
      clocks: clocksOfClaim({ state, subState, form: claim.form, history }, basis),
      clocksBasis: basisName(basis),
      changedXid: thisTransaction,
      ...(change.moved === null ? {} : { stateChangedAt: new Date(change.moved.at) }),
      ...(change.assignedTo === null
        ? {}
        : { assignedUserId: change.assignedTo.userId, assignedName: change.assignedTo.name }),
    })
    .where(isClaim(claims, key))
  if (change.comment !== null) {
    await tx
      .insert(claimComments)
      .values({ ...key, ...commentColumns(change.comment), ordinal: claim.comments.length })
  }
  const entries = change.entries.map((entry, index) => ({
    ...key,
    ...entry,
    at: new Date(entry.at),
    ordinal: claim.history.length + index,
  }))
  if (entries.length > 0) await tx.insert(claimHistory).values(entries)
  return revision
}

/** Counts a claim's revision up because of what happened beside it: its number of rivals is part of what a reviewer sees. */
export async function touchClaim(tx: Tx, key: ClaimKey): Promise<void> {
  await tx
    .update(claims)
    .set({ revision: sql`${claims.revision} + 1`, changedXid: thisTransaction })
    .where(isClaim(claims, key))
}

/**
 * Sets the clocks of a claim that stood under another calendar or policy. The claim comes through the feed again with the same
 * revision: a decision that is on its way does not depend on when the claim is due.
 */
export async function resetClocks(tx: Tx, claim: HubClaim, basis: ClockBasis): Promise<void> {
  await tx
    .update(claims)
    .set({
      clocks: clocksOfClaim(claim, basis),
      clocksBasis: basisName(basis),
      changedXid: thisTransaction,
    })
    .where(isClaim(claims, { tenantId: claim.form.customer.tenantId, claimId: claim.form.claimId }))
}

/** Takes a claim out with all that hangs on it; its id stays known and the feed says that it is gone. */
export async function removeClaim(tx: Tx, key: ClaimKey, reason: string): Promise<void> {
  await lockTenant(tx, key.tenantId)
  const sharing = await listSharing(tx, key)
  await tx.delete(claims).where(isClaim(claims, key))
  await tx
    .insert(claimTombstones)
    .values({ ...key, reason })
    .onConflictDoUpdate({
      target: [claimTombstones.tenantId, claimTombstones.claimId],
      set: { reason, changedXid: thisTransaction },
    })
  for (const other of sharing) await touchClaim(tx, other)
}
