import { z } from 'zod'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** What a reader read off a document. The hub keeps it and does not look inside. */
export const ReadFacts = z.record(z.string(), z.unknown())

/** `GET …/sightings`: the other claims that the same bytes came with. */
export const Sightings = z.object({
  claims: z.array(
    z.object({
      claimId: ClaimId,
      partnerName: z.string(),
      customerName: z.string(),
      fileName: z.string(),
      addedAt: Instant,
    }),
  ),
})
export type Sightings = z.infer<typeof Sightings>
