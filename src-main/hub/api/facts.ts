import { z } from 'zod'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** Names what read a document, in an address. */
export const ReaderVersion = z.string().regex(/^[\w.+-]{1,64}$/)

/** `PUT …/documents/{sha256}/facts/{readerVersion}`: what a reader read off a document. The hub keeps it as it is. */
export const StoredFacts = z.record(z.string(), z.unknown())

/** `known`: the same was there already. `differs`: something else was there, and stays. */
export const FactsResult = z.object({ outcome: z.enum(['stored', 'known', 'differs']) })
export type FactsResult = z.infer<typeof FactsResult>

/** `GET …/documents/{sha256}/sightings`: other claims, of whatever customer, with the same bytes; at most 200, the earliest first. */
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
