import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'

/** How many ids an event names before it says "everything". */
const NAMEABLE = 200

export function tellOfClaims(core: Core, ids: readonly ClaimId[]): void {
  if (ids.length > 0) core.emit('claims.changed', { ids: ids.length > NAMEABLE ? null : [...ids] })
}
