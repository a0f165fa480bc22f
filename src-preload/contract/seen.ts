import { z } from 'zod'
import { command } from './method.ts'
import { COPIED_PARTS } from './vocabulary/auditWords.ts'
import { ClaimId, Sha256 } from './vocabulary/idShapes.ts'

/** What only the window knows of what a person looked at and took. Noted for the audit log; told twice it is noted once. */
export const seen = {
  /** Papers of a claim that were shown, with the pages of them that stood in sight as a whole. */
  'seen.papers': command(
    z.strictObject({
      claimId: ClaimId,
      papers: z
        .array(
          z.strictObject({
            sha256: Sha256,
            inside: z.array(z.int().min(0)).max(20),
            pages: z.array(z.int().min(1).max(100_000)).max(2_000),
          }),
        )
        .min(1)
        .max(200),
    }),
    z.strictObject({}),
  ),
  /** Something of a claim went to the clipboard. */
  'seen.copied': command(
    z.strictObject({ claimId: ClaimId, part: z.enum(COPIED_PARTS) }),
    z.strictObject({}),
  ),
}
