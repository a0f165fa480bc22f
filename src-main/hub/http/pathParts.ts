import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isStorable } from '../operations/storableText.ts'

/** A claim's id as it comes in an address, where anything may stand. */
export const StorableClaimId = ClaimId.refine(isStorable)
