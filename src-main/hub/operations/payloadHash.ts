import { createHash } from 'node:crypto'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest } from '../api/operations.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'

/** SHA-256, hexadecimal, of a person and a request with its keys in order: the same act has the same hash however it was written. */
export function payloadHash(userId: UserId, request: OperationRequest): string {
  return createHash('sha256').update(canonicalJson({ userId, request })).digest('hex')
}
