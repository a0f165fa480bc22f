import { createHash } from 'node:crypto'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest } from '../api/operations.ts'

/** SHA-256, hexadecimal, of a person and a request with its keys in order: the same act has the same hash however it was written. */
export function payloadHash(userId: UserId, request: OperationRequest): string {
  return createHash('sha256').update(canonicalJson({ userId, request })).digest('hex')
}

/** JSON with the keys of every object sorted by code unit. Undefined members are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
