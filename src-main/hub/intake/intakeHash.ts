import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { IntakeCall } from './intakeAct.ts'

/** SHA-256, hexadecimal, of who asks for what: the same request has the same hash however it was written. */
export function intakeHash({ act, callerId, payload, claimRevision }: IntakeCall): string {
  return createHash('sha256').update(canonicalJson({ act, callerId, payload, claimRevision })).digest('hex')
}
