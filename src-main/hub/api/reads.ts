import { z } from 'zod'
import { ClaimId, Instant, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** What somebody looked at on a workstation, and `document_served`: the hub itself gave the bytes out, once noted for a person and day. */
export const READ_ACTS = [
  'claim_opened',
  'document_opened',
  'pages_seen',
  'copied',
  'document_served',
] as const
export const SENT_READ_ACTS = ['claim_opened', 'document_opened', 'pages_seen', 'copied'] as const

const Pages = z
  .string()
  .max(2_000)
  .regex(/^\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*$/)

export const SentRead = z.strictObject({
  /** Hash of the entry in the workstation's log. */
  readId: Sha256,
  claimId: ClaimId,
  act: z.enum(SENT_READ_ACTS),
  /** Null = the claim itself. */
  sha256: Sha256.nullable(),
  pages: Pages.nullable(),
  at: Instant,
})
export type SentRead = z.infer<typeof SentRead>

export const MOST_READS = 500

export const SendReads = z.strictObject({ reads: z.array(SentRead).min(1).max(MOST_READS) })
export type SendReads = z.infer<typeof SendReads>

/** `kept` counts what was new. Of claims that this hub never had nothing is kept. */
export const ReadsKept = z.strictObject({ kept: z.int().nonnegative() })
export type ReadsKept = z.infer<typeof ReadsKept>

export const ClaimRead = SentRead.extend({
  act: z.enum(READ_ACTS),
  userId: UserId,
  receivedAt: Instant,
})
export type ClaimRead = z.infer<typeof ClaimRead>

/** Youngest first, a thousand at most. */
export const ClaimReads = z.strictObject({ value: z.array(ClaimRead) })
export type ClaimReads = z.infer<typeof ClaimReads>
