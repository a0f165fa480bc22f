import { z } from 'zod'
import { command, query } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { ClaimId, Sha256 } from './vocabulary/idShapes.ts'
import { VersionComparison } from './vocabulary/versionShape.ts'

/** A document of a claim, or a file inside it by its place (see LaidPlace). */
export const NamedDocument = z.strictObject({
  claimId: ClaimId,
  sha256: Sha256,
  inside: z.array(z.int().min(0)).max(20),
})
export type NamedDocument = z.infer<typeof NamedDocument>

const blocked = z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) })
/** Its bytes are not on this machine, or there is no such file. */
const missing = z.strictObject({ outcome: z.literal('missing') })

/** What takes a document out of Proofdesk, and what is shown ahead. What leaves is noted in the audit log before it happens. */
export const documents = {
  /** The document that this claim would be opened with; null = none is on this machine. Opens nothing. */
  'documents.first': query(
    z.strictObject({ claimId: ClaimId }),
    z.strictObject({
      document: z.strictObject({ sha256: Sha256, mediaType: z.string(), url: z.string() }).nullable(),
    }),
  ),
  /** What the newer one of two documents of a claim says otherwise. Reads them where that was not done yet. */
  'documents.compare': query(
    z.strictObject({ claimId: ClaimId, before: Sha256, after: Sha256 }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('compared'), comparison: VersionComparison }),
      missing,
    ]),
  ),
  /** The person chooses where, or the system's folder for downloads takes it; a file that is there is never overwritten unasked. */
  'documents.saveCopy': command(
    NamedDocument,
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), where: z.string() }),
      z.strictObject({ outcome: z.literal('cancelled') }),
      /** The disk is full, the folder is not to be written to. */
      z.strictObject({ outcome: z.literal('failed') }),
      missing,
      blocked,
    ]),
  ),
  /** Asked before a print: the window prints only when it was noted. */
  'documents.notePrint': command(
    NamedDocument,
    z.discriminatedUnion('outcome', [z.strictObject({ outcome: z.literal('noted') }), missing, blocked]),
  ),
}
