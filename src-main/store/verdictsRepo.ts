import { and, eq } from 'drizzle-orm'
import type { ReviewerVerdict } from '../../src-preload/contract/vocabulary/queueShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Criterion } from '../../src-preload/contract/vocabulary/words.ts'
import { toInstant, toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { queryBuilder } from './queryBuilder.ts'
import { verdicts } from './schema.ts'

export interface StoredVerdict extends ReviewerVerdict {
  readonly criterion: Criterion
  /** Null = the whole claim. */
  readonly item: string | null
}

const WHOLE_CLAIM = ''

/** What reviewers said of the claim as it stands: words about an earlier form or other documents are left out. */
export function listVerdicts(store: ReadStore, claimId: ClaimId, checkKey: string): StoredVerdict[] {
  return queryBuilder(store)
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.claimId, claimId), eq(verdicts.checkKey, checkKey)))
    .all()
    .map(({ criterion, item, verdict, act, reason, byName, at }) => ({
      criterion,
      item: item === WHOLE_CLAIM ? null : item,
      verdict,
      act,
      reason,
      byName,
      at: toInstant(at),
    }))
}

export function putVerdict(
  store: WriteStore,
  claimId: ClaimId,
  checkKey: string,
  by: UserId,
  { criterion, item, verdict, act, reason, byName, at }: StoredVerdict,
): void {
  const said = { checkKey, verdict, act, reason, byUserId: by, byName, at: toMs(at) }
  queryBuilder(store)
    .insert(verdicts)
    .values({ claimId, criterion, item: item ?? WHOLE_CLAIM, ...said })
    .onConflictDoUpdate({ target: [verdicts.claimId, verdicts.criterion, verdicts.item], set: said })
    .run()
}

export function removeVerdict(
  store: WriteStore,
  claimId: ClaimId,
  criterion: Criterion,
  item: string | null,
): void {
  queryBuilder(store)
    .delete(verdicts)
    .where(
      and(
        eq(verdicts.claimId, claimId),
        eq(verdicts.criterion, criterion),
        eq(verdicts.item, item ?? WHOLE_CLAIM),
      ),
    )
    .run()
}
