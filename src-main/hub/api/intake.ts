import { z } from 'zod'
import { PARTNER_REQUEST_REASONS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { ClaimId, Instant, Revision } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  IntakeNote,
  StatedClaim,
  StatedContact,
  StatedItem,
} from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { POE_KINDS } from '../../../src-preload/contract/vocabulary/intakeWords.ts'

const Text = z.string().min(1).max(8000)

/**
 * What a partner sends to make a claim (T1). Texts where the words may not be known here; no status, no id, no day: those are the
 * hub's to give. Anything else that is sent is left out.
 */
export const PartnerClaim = StatedClaim.extend({
  /** ISO 639-1; the language of the letters to the partner. */
  partnerLanguage: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .toLowerCase()
    .default('en'),
  /** Who made it in Partner Center; the role as text, information only (C-8). */
  createdBy: z
    .object({ name: z.string().trim().min(1).max(255), role: z.string().max(255).nullable().default(null) })
    .nullable()
    .default(null),
  /** The rejected claim that this one takes the place of (S-38). */
  replaces: ClaimId.nullable().default(null),
  /** Said along with the claim; optional (S-98). */
  comment: Text.nullable().default(null),
})
export type PartnerClaim = z.infer<typeof PartnerClaim>

/** Fields that may never be changed pass the shape too, so that the answer can name them. */
export const EditedFields = z
  .object({
    mpnId: z.string().max(4000),
    items: z.array(StatedItem).max(200),
    customerContact: StatedContact,
    technicalContact: StatedContact.nullable(),
    partnerContact: StatedContact,
  })
  .partial()
  .catchall(z.unknown())
export type EditedFields = z.infer<typeof EditedFields>

/** A change of a claim by its partner (T14). Items are given whole: what is left out is removed. */
export const ClaimEdit = z.strictObject({
  /** The revision that the partner had before its eyes. */
  claimRevision: Revision,
  changes: EditedFields,
})
export type ClaimEdit = z.infer<typeof ClaimEdit>

/** The answer to a claim or an edit that the rules refuse, or what they say of one that comes in. */
export const IntakeNotes = z.object({
  notes: z.array(IntakeNote.extend({ sentence: z.string() })),
})
export type IntakeNotes = z.infer<typeof IntakeNotes>

/** T12: a justification, papers that came with it, or both (S-39); whether one is there is the rule's matter. */
export const DisputeRequest = z.strictObject({
  claimRevision: Revision,
  justification: z.string().trim().min(1).max(4000).nullable().default(null),
  documentIds: z.array(z.string().min(1).max(64)).max(50).default([]),
})
export type DisputeRequest = z.infer<typeof DisputeRequest>

/** T9: the partner asks to have its claim rejected, in a comment (S-42, S-43, S-120). */
export const PartnerRequestBody = z.strictObject({
  claimRevision: Revision,
  reason: z.enum(PARTNER_REQUEST_REASONS),
  comment: Text,
})
export type PartnerRequestBody = z.infer<typeof PartnerRequestBody>

/** A comment of the partner; the reviewers always see it. */
export const CommentBody = z.strictObject({
  text: Text,
  /** The comment that it answers; null = a thread of its own. */
  inReplyTo: z.string().min(1).max(64).nullable().default(null),
})
export type CommentBody = z.infer<typeof CommentBody>

/** What the customer says to the notice (T10). An acceptance is only kept: silence is consent (C-3). */
export const DeclineBody = z.strictObject({
  decision: z.enum(['declined', 'accepted']).default('declined'),
  /** In the customer's words; null = none. */
  note: z.string().trim().min(1).max(2000).nullable().default(null),
})
export type DeclineBody = z.infer<typeof DeclineBody>

/** What is said of a document beside its bytes. */
export const DocumentMeta = z.strictObject({
  /** As the partner named it. Shown as text, never used as a path. */
  fileName: z.string().trim().min(1).max(255),
  mediaType: z.string().min(1).max(127),
  kind: z.enum(POE_KINDS).nullable().default(null),
})
export type DocumentMeta = z.infer<typeof DocumentMeta>

/** `POST /v1.0/intake/claims`: a claim as its partner states it, and what the platform adds. */
export const NewClaimRequest = z.strictObject({
  /** Null = the hub gives it one. An import brings its own: the same id is the same claim. */
  claimId: ClaimId.nullable().default(null),
  /** Taken over from before: it may have no PoE (S-07). */
  isMigrated: z.boolean().default(false),
  /** Checked by the rules, which name every fault at once. */
  claim: z.unknown(),
})
export type NewClaimRequest = z.infer<typeof NewClaimRequest>

/** A claim as somebody means to bring it: begun, with these papers, and submitted. */
export const ClaimToCheck = NewClaimRequest.extend({
  /** Of a claim that is taken over: when it was submitted first. Null = it would be submitted now. */
  submittedAt: Instant.nullable().default(null),
  /** It would only be begun: nothing that a submission needs is asked for. */
  staysDraft: z.boolean().default(false),
  documents: z
    .array(DocumentMeta.pick({ fileName: true, kind: true }))
    .max(50)
    .default([]),
})
export type ClaimToCheck = z.infer<typeof ClaimToCheck>

/** `POST /v1.0/intake/checks`: each claim is judged as if those before it had come in. */
export const IntakeCheckRequest = z.strictObject({ claims: z.array(ClaimToCheck).min(1).max(100) })
export type IntakeCheckRequest = z.infer<typeof IntakeCheckRequest>

/** Submission (T2) and resubmission (T5). */
export const SubmitRequest = z.strictObject({
  claimRevision: Revision,
  /** Of a claim that is taken over: when it was submitted first. Null = now. */
  submittedAt: Instant.nullable().default(null),
  /** Said along with it; null = nothing (S-98). */
  comment: Text.nullable().default(null),
})
export type SubmitRequest = z.infer<typeof SubmitRequest>

/** T16. */
export const DisassociateRequest = z.strictObject({
  claimRevision: Revision,
  reason: z.string().trim().max(2000),
})
export type DisassociateRequest = z.infer<typeof DisassociateRequest>

/** T17. */
export const CancelRequest = z.strictObject({ claimRevision: Revision })
export type CancelRequest = z.infer<typeof CancelRequest>

/** `MS-RequestId`: kept over retries of the same act, which happens once. */
export const RequestId = z.guid().toLowerCase()

/** The parts of the form of a dispute: the request as JSON text, and one part for each new paper. */
export const DisputeForm = z.object({ request: z.string(), paper: z.array(z.file()).optional() })
