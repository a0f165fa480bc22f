import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { z } from 'zod'

/** `GET /v1.0/intake/claims/{id}`: a claim as its partner may see it, without who of the team holds it and whether others compete. */
export const OwnClaim = ClaimRecord.omit({ assignedTo: true, competingClaims: true })
export type OwnClaim = z.infer<typeof OwnClaim>
