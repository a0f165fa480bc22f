import { z } from 'zod'
import { Quad, Rect } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DOCUMENT_STATUSES, FLAG_SEVERITIES } from '../../../src-preload/contract/vocabulary/words.ts'
import { INK_HASH } from '../../domain/evidence/inkHash.ts'
import {
  DOCUMENT_TYPES,
  FACT_SOURCES,
  FIELD_KINDS,
  HIDDEN_REASONS,
  PAGE_FORMS,
  READ_REASONS,
  SIGNATURE_PROBLEMS,
  SIGNING_TIME_SOURCES,
  TEXT_CLASSES,
} from './factWords.ts'

export { READER_VERSION } from './readerVersion.ts'
export type { DocumentLook } from './documentLook.ts'

const Place = { rect: Rect, quad: Quad }
const Source = z.enum(FACT_SOURCES)

/** A run of characters without a space. OCR and other readers deliver the same shape. */
export const Word = z.object({
  text: z.string(),
  ...Place,
  /** Height of the type in points of the displayed page. */
  size: z.number(),
  bold: z.boolean(),
  /** The font imitates handwriting: a name in it is typed all the same. */
  script: z.boolean(),
  source: Source,
  /** 0..1 of character recognition; null where the text itself stands in the file. */
  confidence: z.number().min(0).max(1).nullable(),
})
export type Word = z.infer<typeof Word>

/** A word that the file contains and nobody sees. Never evidence. */
export const HiddenWord = z.object({ text: z.string(), ...Place, hidden: z.enum(HIDDEN_REASONS) })
export type HiddenWord = z.infer<typeof HiddenWord>

/** `start` is in, `end` is out. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

/** A ruled line; `quad` spans it from end to end. */
export const Rule = z.object({ ...Place, horizontal: z.boolean() })
export type Rule = z.infer<typeof Rule>

/** A small square that looks like a tick box. `marked`: something is drawn or typed in it. */
export const TickBox = z.object({ ...Place, marked: z.boolean() })
export type TickBox = z.infer<typeof TickBox>

/** What is left of a scanned block when printed text and rules are taken away. */
export const InkMeasures = z.object({
  /** Share of the group's box that is ink, 0..1. */
  density: z.number().min(0).max(1),
  /** Usual width of the stroke in points. */
  strokeWidth: z.number().min(0),
  /** Length of the strokes in points, all together. */
  length: z.number().min(0),
  /** How much more ink is here than the page's own specks and smears would put into a box of this size; 1 = no more. */
  overNoise: z.number().min(0),
  /** Blue or another pen's colour on a page that is else black: a person wrote. */
  coloured: z.boolean(),
})
export type InkMeasures = z.infer<typeof InkMeasures>

/** How the ink of a mark is spread, whatever its size (domain/evidence/inkHash.ts); null where it was not looked at or is no trace of a pen. */
const InkHash = z.string().regex(INK_HASH).nullable().optional()

/** Vector lines that lie together and are no rules, boxes or bullets. */
export const StrokeGroup = z.object({
  ...Place,
  /** Drawn points; a pen's trace has many. */
  points: z.int().min(0),
  /** Looks like the trace of a pen: long, wavy, of a writing hand's size. */
  penLike: z.boolean(),
  source: Source,
  /** Measures of ink on a scan; null for lines that the file itself draws. */
  ink: InkMeasures.nullable(),
  inkHash: InkHash,
})
export type StrokeGroup = z.infer<typeof StrokeGroup>

export const ImageBox = z.object({
  ...Place,
  widthPx: z.int().min(0),
  heightPx: z.int().min(0),
  source: Source,
  inkHash: InkHash,
})
export type ImageBox = z.infer<typeof ImageBox>

export const PageFacts = z.object({
  /** From 1. */
  number: z.int().min(1),
  /** Points of the upright page. */
  width: z.number(),
  height: z.number(),
  /** By which the file itself has the page turned for display, clockwise. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /**
   * Degrees clockwise by which the displayed page was turned further, so that its text stands upright and straight. Width, height and
   * rects are of the upright page: there "beside" and "below" mean what they mean to a reader. Quads are in PDF space, and evidence is
   * turned back to the displayed page (criteria/text/asShown.ts).
   */
  turned: z.number(),
  textClass: z.enum(TEXT_CLASSES),
  form: z.enum(PAGE_FORMS),
  /** How the page's pictures were read; null = not by character recognition. */
  ocr: z
    .object({
      /** Mean over the words, weighted by their length, 0..1. */
      confidence: z.number().min(0).max(1),
      /** Language data that were used: "eng", "ita+eng", … */
      languages: z.string(),
    })
    .nullable(),
  /** Perceptual hash of the page as it is shown, 16 hexadecimal digits; null where it was not painted. */
  pictureHash: z.string().length(16).nullable(),
  /** In reading order. */
  words: z.array(Word),
  /** Stretches of words without a wide gap; over `words`, in the same order. */
  lines: z.array(Span),
  /** Paragraphs, cells, columns; over `lines`, in the same order. */
  blocks: z.array(Span),
  hiddenWords: z.array(HiddenWord),
  rules: z.array(Rule),
  tickBoxes: z.array(TickBox),
  strokes: z.array(StrokeGroup),
  images: z.array(ImageBox),
})
export type PageFacts = z.infer<typeof PageFacts>

export const FieldFacts = z.object({
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  page: z.int().min(1),
  ...Place,
  /** What the form stores; null when empty. */
  value: z.string().nullable(),
  /** What the page shows in the field; null when nothing. */
  shownText: z.string().nullable(),
  /** Null for fields that can't be ticked. */
  ticked: z.boolean().nullable(),
})
export type FieldFacts = z.infer<typeof FieldFacts>

export const AnnotationFacts = z.object({
  /** The file's own word: Ink, Stamp, FreeText, Highlight … */
  kind: z.string(),
  page: z.int().min(1),
  ...Place,
  /** Text that the page shows for it; null for a drawing. */
  shownText: z.string().nullable(),
  author: z.string().nullable(),
})
export type AnnotationFacts = z.infer<typeof AnnotationFacts>

export const Certificate = z.object({
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
  issuer: z.string().nullable(),
  selfSigned: z.boolean(),
  /** ISO instants. */
  validFrom: z.string(),
  validTo: z.string(),
})
export type Certificate = z.infer<typeof Certificate>

/** What the file says of a signature, and the three separate facts, each null until really established. */
export const DigitalSignatureFacts = z.object({
  fieldName: z.string(),
  /** Null when no visible field belongs to it. */
  page: z.int().min(1).nullable(),
  rect: Rect.nullable(),
  quad: Quad.nullable(),
  /** As the signature dictionary says; anyone can write a name there. */
  declaredSigner: z.string().nullable(),
  /** The signer's own clock, ISO instant. */
  declaredAt: z.string().nullable(),
  subFilter: z.string().nullable(),
  /** A time stamp or usage right: nobody's consent. */
  personal: z.boolean(),
  intact: z.boolean().nullable(),
  changedAfterSigning: z.boolean().nullable(),
  coversWholeDocument: z.boolean().nullable(),
  /** Null = nothing is wrong, or nothing was looked at yet (`intact` null). */
  problem: z.enum(SIGNATURE_PROBLEMS).nullable(),
  /** Null where nothing says when. A signer's own clock and the dictionary are claims; a time stamp is another's word. */
  signedAt: z.object({ at: z.string(), source: z.enum(SIGNING_TIME_SOURCES) }).nullable(),
  /** Of the signer's certificate; null until the container is parsed. */
  certificate: Certificate.nullable(),
})
export type DigitalSignatureFacts = z.infer<typeof DigitalSignatureFacts>

export const FactFlag = z.object({
  /** Slug of the labelling rules. */
  kind: z.string().min(1),
  page: z.int().min(1).nullable(),
  quads: z.array(Quad),
  text: z.string().nullable(),
  severity: z.enum(FLAG_SEVERITIES),
})
export type FactFlag = z.infer<typeof FactFlag>

export const MailAddress = z.object({ name: z.string().nullable(), address: z.string() })
export type MailAddress = z.infer<typeof MailAddress>

/** What a mail's head says. Its words stand in the mail's page too, with the source `mail_header`. */
export const MailFacts = z.object({
  /** The first one when the head names several, which is flagged. Null when there is none. */
  from: MailAddress.nullable(),
  sender: MailAddress.nullable(),
  replyTo: z.array(MailAddress),
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  subject: z.string(),
  /** ISO instant, and the day as the sender's own zone had it. */
  date: z.object({ at: z.string(), day: z.string() }).nullable(),
  /** The words of the page from here on are quoted or forwarded: written by somebody else. Null = nothing is quoted. */
  quotedFrom: z.int().min(0).nullable(),
})
export type MailFacts = z.infer<typeof MailFacts>

/** What a file says of itself; a hint at most, never evidence. */
export const FileMetadata = z.object({
  title: z.string().nullable(),
  producer: z.string().nullable(),
  /** Subject, keywords, bookmarks and descriptions: what programs find and no page shows. */
  unseenText: z.string().nullable().optional(),
  /** The program in which it was written, where that is told beside the one that made the file. */
  creator: z.string().nullable().optional(),
  /** ISO instants. */
  createdAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** What a PDF says of itself a second time, in XMP. */
  xmp: z
    .object({
      producer: z.string().nullable(),
      createdAt: z.string().nullable(),
      modifiedAt: z.string().nullable(),
    })
    .nullable()
    .optional(),
})
export type FileMetadata = z.infer<typeof FileMetadata>

/** All that was read of one document. Facts, no verdicts: what they mean for a claim is the criteria's business. */
export const DocumentFacts = z.object({
  version: z.string(),
  sha256: Sha256,
  sizeBytes: z.int().min(0),
  type: z.enum(DOCUMENT_TYPES),
  status: z.enum(DOCUMENT_STATUSES),
  /** Null when read. */
  reason: z.enum(READ_REASONS).nullable(),
  /** Null where the type has no pages or it could not be opened. */
  pageCount: z.int().min(0).nullable(),
  pages: z.array(PageFacts),
  fields: z.array(FieldFacts),
  annotations: z.array(AnnotationFacts),
  signatures: z.array(DigitalSignatureFacts),
  flags: z.array(FactFlag),
  /** Null for what is no mail. */
  mail: MailFacts.nullable(),
  metadata: FileMetadata.nullable(),
  /** Offsets behind every `%%EOF` of a PDF, in order: each ends a state in which the file once stood. Empty for others. */
  revisions: z.array(z.int().min(0)),
  /** Files inside this one that a person would open, each read on its own. */
  get attachments() {
    return z.array(Attachment)
  },
})
export type DocumentFacts = z.infer<typeof DocumentFacts>

/** `facts` are null where the nesting is too deep to go on. */
export const Attachment = z.object({
  name: z.string(),
  get facts() {
    return DocumentFacts.nullable()
  },
})
export type Attachment = z.infer<typeof Attachment>

/** A paper on its way to the reader. */
export interface DocumentToRead {
  readonly bytes: Uint8Array
  readonly sha256: Sha256
  /** Somebody looks at a claim with it; false = it is read ahead, when nobody else wants the machine. */
  readonly isAwaited: boolean
}
