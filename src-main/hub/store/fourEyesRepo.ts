import type { TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Tx } from './database.ts'
import type { FourEyesKind } from './fourEyesKinds.ts'
import { fourEyes } from './fourEyesSchema.ts'

export interface Pair {
  readonly tenantId: TenantId
  readonly kind: FourEyesKind
  readonly item: string
  readonly makerId: UserId
  readonly checkerId: UserId
  readonly at: Date
}

/** Breaks the transaction where both are one person, or where this very thing was checked before. */
export async function notePair(tx: Tx, pair: Pair): Promise<void> {
  await tx.insert(fourEyes).values(pair)
}
