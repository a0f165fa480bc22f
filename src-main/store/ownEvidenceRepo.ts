import { and, asc, eq, sql } from 'drizzle-orm'
import type { OperationId, UserId, ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { OwnEvidence } from '../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import { toInstant, toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { preparedQuery, queryBuilder } from './queryBuilder.ts'
import { ownEvidence } from './schema.ts'

const WHOLE_CLAIM = ''

const { evidenceId, criterion, item, sha256, inside, page, quads, text, note, byUserId, byName, at } =
  ownEvidence
const SHOWN = { evidenceId, criterion, item, sha256, inside, page, quads, text, note, byUserId, byName, at }

const evidenceOf = preparedQuery((builder) =>
  builder
    .select(SHOWN)
    .from(ownEvidence)
    .where(eq(ownEvidence.claimId, sql.placeholder('claimId')))
    .orderBy(asc(at), asc(evidenceId))
    .prepare(),
)

/** In the order in which it was found. What stands on a paper that the claim no longer carries is among them. */
export function listOwnEvidence(store: ReadStore, claimId: ClaimId): OwnEvidence[] {
  return evidenceOf(store)
    .all({ claimId })
    .map((row) => ({
      ...row,
      item: row.item === WHOLE_CLAIM ? null : row.item,
      at: toInstant(row.at),
    }))
}

/** A repeat of the same id changes nothing. */
export function addOwnEvidence(store: WriteStore, claimId: ClaimId, evidence: OwnEvidence): void {
  queryBuilder(store)
    .insert(ownEvidence)
    .values({ ...evidence, claimId, item: evidence.item ?? WHOLE_CLAIM, at: toMs(evidence.at) })
    .onConflictDoNothing()
    .run()
}

/** False when this person has no such evidence here: what a colleague found stays. */
export function removeOwnEvidence(store: WriteStore, id: OperationId, by: UserId): boolean {
  const isOwn = and(eq(evidenceId, id), eq(byUserId, by))
  return queryBuilder(store).delete(ownEvidence).where(isOwn).run().changes > 0
}
