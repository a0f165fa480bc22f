import { z } from 'zod'
import { Quad } from './checkShape.ts'
import { Instant, OperationId, Sha256, UserId } from './idShapes.ts'
import { CRITERIA } from './words.ts'

/** A place that a reviewer found: in which paper, where on it, for what. */
export const OwnEvidencePlace = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().min(1).max(64).nullable(),
  /** The document of the claim, and the file inside it as in LaidPlace. */
  sha256: Sha256,
  inside: z.array(z.int().min(0)).max(20),
  /** As the viewer counts pages: text without pages has one. */
  page: z.int().min(1).max(100_000),
  quads: z.array(Quad).min(1).max(200),
  /** What stands there; null for a drawing or picture. */
  text: z.string().max(2000).nullable(),
  note: z.string().trim().max(2000),
})
export type OwnEvidencePlace = z.infer<typeof OwnEvidencePlace>

export const OwnEvidence = z.strictObject({
  ...OwnEvidencePlace.shape,
  evidenceId: OperationId,
  byUserId: UserId,
  byName: z.string(),
  at: Instant,
})
export type OwnEvidence = z.infer<typeof OwnEvidence>
