import { z } from 'zod'
import { ClaimId, Sha256 } from './idShapes.ts'
import { POE_KINDS } from './intakeWords.ts'
import {
  ACTIVITIES,
  CLAIM_CHECKS,
  CRITERIA,
  DOCUMENT_STATUSES,
  EVIDENCE_METHODS,
  FLAG_SEVERITIES,
  PARTIES,
  REUSE_KINDS,
  SIGNATURE_KINDS,
  VERDICTS,
} from './words.ts'

/** [x0, y0, x1, y1] in 0..1 of the displayed page, origin top left, page rotation applied. */
export const Rect = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Rect = z.infer<typeof Rect>
/** Eight numbers in PDF user space: the four corners, anticlockwise from lower left (ISO 32000 QuadPoints order is not used). */
export const Quad = z.array(z.number()).length(8)
export type Quad = z.infer<typeof Quad>

/**
 * Where the viewer shows a place that the file by itself has no page for: in a file inside it (by its place among the attachments,
 * deeper ones behind it; empty = the file itself), or on the page on which text without pages is laid.
 */
export const LaidPlace = z.object({
  inside: z.array(z.int().min(0)).max(20),
  page: z.int().min(1),
  quads: z.array(Quad),
})
export type LaidPlace = z.infer<typeof LaidPlace>

/** A place that a person can look at. `page` counts from 1; null where the file has no pages (mail, DOCX). */
export const Evidence = z.object({
  /** Equals `file` of one of the report's documents. */
  document: z.string(),
  page: z.int().min(1).nullable(),
  rects: z.array(Rect),
  quads: z.array(Quad),
  /** What was read there; null for a drawing or picture. */
  text: z.string().nullable(),
  method: z.enum(EVIDENCE_METHODS),
  /** Left out where `page` and `quads` say it. */
  laid: LaidPlace.optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** Names the sentence and fills its gaps, so that a screen can say it in the reviewer's language. */
export const FindingCode = z.object({
  code: z.string().min(1),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FindingCode = z.infer<typeof FindingCode>

/** What stands in for a place when nothing was found: where was looked, and what came nearest. */
export const Absence = z.object({
  pagesSearched: z.int().min(0),
  pagesInAll: z.int().min(0),
  nearest: z.array(Evidence),
})
export type Absence = z.infer<typeof Absence>

export const Finding = z.object({
  criterion: z.enum(CRITERIA),
  /** The claimed item's id for products; null = the whole claim. */
  item: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  /** 0..1; how sure the checker is of this verdict. */
  confidence: z.number().min(0).max(1),
  /** English, one plain sentence; `say` is the same for other languages. */
  sentence: z.string(),
  say: FindingCode,
  evidence: z.array(Evidence),
  /** Null where evidence speaks for itself. */
  absence: Absence.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** A file inside a document that a person would open. */
export const InnerFile = z.object({
  /** As in `LaidPlace`; never empty. */
  inside: z.array(z.int().min(0)).min(1).max(20),
  name: z.string(),
  /** Null where its type has no pages or it was not opened. */
  pages: z.int().min(0).nullable(),
})
export type InnerFile = z.infer<typeof InnerFile>

export const CheckedDocument = z.object({
  file: z.string(),
  sha256: Sha256,
  /** By content, not by name: "pdf", "docx", "eml", …, "unknown". */
  type: z.string(),
  /** Null where the type has no pages or could not be opened. */
  pages: z.int().min(0).nullable(),
  status: z.enum(DOCUMENT_STATUSES),
  /** Why not, or why partly: a code such as "encrypted", "corrupt", "empty", "type", "scan", "time". Null when read. */
  reason: z.string().nullable(),
  /** What the paper is by its layout (S-79), whatever the partner called it; null = its layout does not say. */
  kind: z.enum(POE_KINDS).nullable().default(null),
  /** Files inside it, each before those inside of it. Left out where there are none. */
  inner: z.array(InnerFile).optional(),
})
export type CheckedDocument = z.infer<typeof CheckedDocument>

export const SignatureFact = z.object({
  document: z.string(),
  page: z.int().min(1).nullable(),
  quads: z.array(Quad),
  kind: z.enum(SIGNATURE_KINDS),
  party: z.enum(PARTIES),
  signer: z.string().nullable(),
  /** ISO day or instant as far as known. */
  date: z.string().nullable(),
  /** The three separate facts of a cryptographic signature; null = does not apply or not known. */
  intact: z.boolean().nullable(),
  changedAfterSigning: z.boolean().nullable(),
  coversWholeDocument: z.boolean().nullable(),
})
export type SignatureFact = z.infer<typeof SignatureFact>

export const DateFact = z.object({
  document: z.string(),
  page: z.int().min(1).nullable(),
  quads: z.array(Quad),
  text: z.string(),
  /** ISO days; two where day and month cannot be told apart. */
  readings: z.array(z.string()),
  /** What the date stands by. */
  role: z.enum(['customer_signature', 'partner_signature', 'document', 'period', 'other']),
})
export type DateFact = z.infer<typeof DateFact>

export const ClaimCheck = z.object({
  check: z.enum(CLAIM_CHECKS),
  verdict: z.enum(VERDICTS),
  sentence: z.string(),
  say: FindingCode,
  evidence: z.array(Evidence),
})
export type ClaimCheck = z.infer<typeof ClaimCheck>

/** Something a person should know about a document; never a verdict. `kind` is a slug of the labelling rules. */
/** Evidence that stands on another claim, too. For the team's eyes: no letter may name that claim. */
export const Reuse = z.object({
  how: z.enum(REUSE_KINDS),
  claimId: ClaimId,
  partnerName: z.string(),
  customerName: z.string(),
  /** 1 = the same; of near-same texts the share of what they have in common, as estimated. */
  share: z.number().min(0).max(1),
  /** Page of the other paper; null = all of it. */
  page: z.int().min(1).nullable(),
})
export type Reuse = z.infer<typeof Reuse>

export const Flag = z.object({
  kind: z.string().min(1),
  document: z.string(),
  page: z.int().min(1).nullable(),
  quads: z.array(Quad),
  text: z.string().nullable(),
  severity: z.enum(FLAG_SEVERITIES),
  /** Only of what was found on another claim. */
  reuse: Reuse.optional(),
  /** As of evidence. */
  laid: LaidPlace.optional(),
})
export type Flag = z.infer<typeof Flag>

/** The days that a date on paper may mean, both included; the same twice where it can be read in one way only. */
export const DayRange = z.object({ from: z.iso.date(), to: z.iso.date() })
export type DayRange = z.infer<typeof DayRange>

/**
 * Something that the papers say, beside the verdicts. `no`: all was read, and they do not say it. `cannot_tell`: they may, where nobody
 * could read it, or in words that mean more than one thing.
 */
const toldOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('told', [
    z.object({ told: z.literal('yes'), value, evidence: z.array(Evidence) }),
    z.object({ told: z.literal('no') }),
    z.object({ told: z.literal('cannot_tell'), evidence: z.array(Evidence) }),
  ])

/** What the papers say of one claimed item that can be held against another partner's. */
export const ItemTold = z.object({
  item: z.string(),
  /** `item`: named in the work or ticked. `suite`: only the suite that it belongs to. */
  named: toldOf(z.enum(['item', 'suite'])),
  /** Kinds of work that are told of this item, at least one. */
  work: toldOf(z.array(z.enum(ACTIVITIES)).min(1)),
  /** Which id of the customer stands there: its tenant's, or that of the claimed subscription. */
  identified: toldOf(z.array(z.enum(['tenant', 'subscription'])).min(1)),
  /** The day of the newest paper of the customer alone, message or letter, that names partner and item. */
  statement: toldOf(DayRange),
})
export type ItemTold = z.infer<typeof ItemTold>

/** What the papers say beside the five criteria, for an arbitration: claims of several partners are compared by it. Never a verdict. */
export const PapersTold = z.object({
  /** The newest day by which the dates criterion went: that of the customer's acknowledgment. */
  acknowledged: toldOf(DayRange),
  /** From when to when the partner works for the customer; null = no such end is stated. */
  engagement: toldOf(z.object({ start: DayRange.nullable(), end: DayRange.nullable() })),
  items: z.array(ItemTold),
})
export type PapersTold = z.infer<typeof PapersTold>

/** All that the checker says of one claim. Same bytes, same form and same versions give the same report. */
export const CheckReport = z.object({
  /** The manifest's id when checked from a manifest; null otherwise. */
  caseId: z.string().nullable(),
  claimId: ClaimId,
  /** Name and version of the checker, with the reader's. */
  checker: z.string(),
  /** Policy profile and version, as `id@version`. */
  policy: z.string(),
  documents: z.array(CheckedDocument),
  findings: z.array(Finding),
  signatures: z.array(SignatureFact),
  dates: z.array(DateFact),
  claimChecks: z.array(ClaimCheck),
  flags: z.array(Flag),
  /** Null where the checker did not look, or may not be heard yet. */
  told: PapersTold.nullable().default(null),
})
export type CheckReport = z.infer<typeof CheckReport>
