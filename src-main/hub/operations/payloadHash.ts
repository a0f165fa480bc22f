import { createHash } from 'node:crypto'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest } from '../api/operations.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'

/**
 * SHA-256, hexadecimal, of a person, a claim and what is asked, with its keys in order: the same act has the same hash however it was
 * written. Under which name and number the workstation sends it is left out: after a renewal of its name it sends the same act anew.
 */
export function payloadHash(userId: UserId, claimId: ClaimId, request: OperationRequest): string {
  const { clientId: _client, sequence: _sequence, ...asked } = request
  return createHash('sha256').update(canonicalJson({ userId, claimId, asked })).digest('hex')
}
