import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'
import type { Changed } from './pull.ts'

/** How many ids an event names before it says "everything". */
const NAMEABLE = 200

const named = <Id>(ids: readonly Id[]): Id[] | null => (ids.length > NAMEABLE ? null : [...ids])

/** @param claims each once. */
export function tellOfClaims(core: Pick<Core, 'emit'>, claims: readonly ClaimId[]): void {
  if (claims.length > 0) core.emit('claims.changed', { ids: named(claims) })
}

export function tellOf(core: Core, { claims, cases }: Changed): void {
  tellOfClaims(core, claims)
  if (cases.length > 0) core.emit('arbitration.changed', { ids: named(cases) })
}
