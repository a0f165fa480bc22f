import { z } from 'zod'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { PRINT_KINDS } from '../../../src-preload/contract/vocabulary/words.ts'

/** Names what read a document, in an address. */
export const ReaderVersion = z.string().regex(/^[\w.+-]{1,64}$/)

/** `PUT …/documents/{sha256}/facts/{readerVersion}`: what a reader read off a document. The hub keeps it as it is. */
export const StoredFacts = z.record(z.string(), z.unknown())

/** `known`: the same was there already. `differs`: something else was there, and stays. */
export const FactsResult = z.object({ outcome: z.enum(['stored', 'known', 'differs']) })
export type FactsResult = z.infer<typeof FactsResult>

const SeenClaim = z.object({
  claimId: ClaimId,
  partnerName: z.string(),
  customerName: z.string(),
  /** Whose it is: a partner's other claims for one customer may rest on one paper. */
  mpnId: z.string().optional(),
  tenantId: z.string().optional(),
  fileName: z.string(),
  addedAt: Instant,
})

/** `GET …/documents/{sha256}/sightings`: other claims, of whatever customer, with the same bytes; at most 200, the earliest first. */
export const Sightings = z.object({ claims: z.array(SeenClaim) })
export type Sightings = z.infer<typeof Sightings>

/** Prints of one document that are looked up at once. */
export const MOST_PRINTS = 200

/** `POST …/documents/{sha256}/alike`: what of a document is to be found elsewhere, as `domain/evidence` makes it. */
export const AlikeRequest = z.object({
  prints: z
    .array(
      z.object({
        kind: z.enum(PRINT_KINDS),
        /** From 1; 0 = the whole document. Comes back with what was found. */
        page: z.int().min(0).max(100_000),
        value: z.string().regex(/^[0-9a-f]{16,1024}$/),
      }),
    )
    .min(1)
    .max(MOST_PRINTS),
})
export type AlikeRequest = z.infer<typeof AlikeRequest>

/** Other claims, of whatever customer, with papers of other bytes that look or read the same; at most 200, the most alike first. */
export const AlikeAnswer = z.object({
  found: z.array(
    z.object({
      kind: z.enum(PRINT_KINDS),
      page: z.int().min(0),
      otherPage: z.int().min(0),
      /** Near 1 = the same; of texts the share of what they have in common, as estimated. */
      share: z.number().min(0).max(1),
      /** Two honest papers that were filled into one form may be as much alike. */
      mayBeForm: z.boolean(),
      claim: SeenClaim,
    }),
  ),
})
export type AlikeAnswer = z.infer<typeof AlikeAnswer>
