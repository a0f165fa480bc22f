import { z } from 'zod'

/** Goes up when a message changes its meaning. A frame and an app of different versions ignore each other. */
export const VIEWER_PROTOCOL = 5

/**
 * `nearest` is a candidate that did not hold; `flag` is a warning about the document, never a proof; `hidden` is text that the file
 * contains there and nobody sees; `own` is the reviewer's own evidence; the last four are what another version of the paper says
 * otherwise.
 */
export const CHANGE_TONES = ['added', 'removed', 'changed', 'moved'] as const
export const MARK_TONES = ['evidence', 'nearest', 'flag', 'hidden', 'own', ...CHANGE_TONES] as const
export type MarkTone = (typeof MARK_TONES)[number]

/**
 * Why a document is not shown. `type`: neither PDF nor PNG, JPEG or WebP by content. `too_large`: an image of
 * more than 50 million pixels. `time`: not open after 20 s. `internal`: a fault of the viewer itself.
 */
export const FAILURE_REASONS = [
  'encrypted',
  'corrupt',
  'empty',
  'type',
  'too_large',
  'time',
  'internal',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

/**
 * What the media type promises. The content decides; for a promised PDF without its header a repair is tried. `laid` are not the
 * file's own bytes but its pages as they were read: a LaidDocument in JSON.
 */
export const DOCUMENT_KINDS = ['pdf', 'image', 'laid', 'unknown'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

const v = z.literal(VIEWER_PROTOCOL)
const DocumentId = z.string().min(1).max(200)
const MarkId = z.string().min(1).max(200)
const PageNumber = z.int().min(1).max(100_000)
/** Four corners in PDF user space, as the contract's Quad. For images: origin lower left, PICTURE_LONG_SIDE_PT on the longer side. */
const Quad = z.array(z.number()).length(8)
const Text = z.string().max(2000)

/** A point of the document that stands in the middle of the window: a share of the height of a page, whatever its size. */
export const ScrollPlace = z.strictObject({ page: PageNumber, share: z.number().min(0).max(1) })
export type ScrollPlace = z.infer<typeof ScrollPlace>

/** Pixels and nothing else: all that a document may put outside its frame. */
const Bitmap = z.custom<ImageBitmap>(
  (value) => typeof ImageBitmap !== 'undefined' && value instanceof ImageBitmap,
)

export const ViewerMark = z.strictObject({
  /** Unique within the document. */
  id: MarkId,
  /** The number that the finding carries in the checks panel; null = the mark has none. */
  number: z.int().min(0).max(9999).nullable(),
  /** Stands before the number where papers of several parties are shown beside each other. */
  letter: z
    .string()
    .regex(/^[A-Z]$/u)
    .optional(),
  page: PageNumber,
  quads: z.array(Quad).max(2000),
  /** Said on hover, on focus and to screen readers, in the reviewer's language. */
  label: Text,
  tone: z.enum(MARK_TONES),
})
export type ViewerMark = z.infer<typeof ViewerMark>

/** 1 = 100 %, one PDF point is 1/72 inch at 96 dpi. */
const Scale = z.number().min(0.1).max(10)

export const ZoomOrder = z.union([
  z.strictObject({ to: z.enum(['in', 'out', 'fit_width', 'fit_page']) }),
  z.strictObject({ to: z.literal('value'), scale: Scale }),
])
export type ZoomOrder = z.infer<typeof ZoomOrder>

/** What stands beside the words of a mail; `alt`, `text`, `address`, `via` and `count` are filled in by the frame. */
export const InlayStrings = z.strictObject({
  /** Before the rest, what the mail calls the picture. */
  alt: Text,
  shown: Text,
  frames: Text,
  elsewhere: Text,
  missing: Text,
  type: Text,
  too_large: Text,
  too_many: Text,
  drawing: Text,
  broken: Text,
  link: Text,
  linkBare: Text,
  linkUnlike: Text,
  /** Behind the rest, who passes a link on. */
  via: Text,
})
export type InlayStrings = z.infer<typeof InlayStrings>

/** Sentences that the frame says itself. `{name}`, `{page}`, `{pages}`, `{number}`, `{label}` are filled in by the frame. */
export const FrameStrings = z.strictObject({
  /** Name of the scrolling area. */
  document: Text,
  page: Text,
  evidence: Text,
  nearest: Text,
  flag: Text,
  hidden: Text,
  /** Stands over each place of hidden text. */
  hiddenTag: Text,
  own: Text,
  /** Of a picture whose place alone is known; `{width}` and `{height}` in pixels. */
  picture: Text,
  inlay: InlayStrings,
  /** Stand over the two texts of a mail. */
  html: Text,
  plain: Text,
  /** Name of the row of small pictures, and of one of them. */
  thumbnails: Text,
  thumbnail: Text,
  thumbnailSeen: Text,
  added: Text,
  removed: Text,
  changed: Text,
  moved: Text,
})
export type FrameStrings = z.infer<typeof FrameStrings>

/** All that the app may say to the frame. */
export const AppMessage = z.discriminatedUnion('type', [
  z.strictObject({
    v,
    type: z.literal('open'),
    documentId: DocumentId,
    /** Transferred, not copied: the sender's buffer is empty afterwards. */
    bytes: z.instanceof(ArrayBuffer),
    fileName: z.string().min(1).max(255),
    kind: z.enum(DOCUMENT_KINDS),
    /** Where to begin; a page past the end means the last one. */
    page: PageNumber,
  }),
  z.strictObject({ v, type: z.literal('close') }),
  /** Replaces all marks of the document that is open or being opened. */
  z.strictObject({
    v,
    type: z.literal('setMarks'),
    documentId: DocumentId,
    marks: z.array(ViewerMark).max(5000),
  }),
  /** Scrolls to a mark and makes it the current one; null = no mark is current. */
  z.strictObject({ v, type: z.literal('activate'), documentId: DocumentId, id: MarkId.nullable() }),
  z.strictObject({ v, type: z.literal('goToPage'), page: PageNumber }),
  z.strictObject({ v, type: z.literal('zoom'), zoom: ZoomOrder }),
  /** Turns the view, never the document: degrees clockwise, added to the present turn. */
  z.strictObject({ v, type: z.literal('rotate'), by: z.literal([90, 180, 270]) }),
  /** An empty query ends the search. */
  z.strictObject({
    v,
    type: z.literal('find'),
    query: z.string().max(500),
    wholeWord: z.boolean(),
    matchDiacritics: z.boolean(),
    highlightAll: z.boolean(),
  }),
  z.strictObject({ v, type: z.literal('findNext') }),
  z.strictObject({ v, type: z.literal('findPrevious') }),
  z.strictObject({ v, type: z.literal('theme'), theme: z.enum(['light', 'dark', 'forced']) }),
  z.strictObject({
    v,
    type: z.literal('locale'),
    /** BCP 47. */
    language: z.string().min(2).max(35),
    direction: z.enum(['ltr', 'rtl']),
    strings: FrameStrings,
  }),
  /** Draws the first page of a document that may be opened next; what cannot be drawn is left unanswered. */
  z.strictObject({
    v,
    type: z.literal('paintAhead'),
    sha256: z.string().length(64),
    /** Transferred, as with `open`. */
    bytes: z.instanceof(ArrayBuffer),
  }),
  /** The reviewer wants to point at a place; false = no more. The frame answers with `picked`. */
  z.strictObject({ v, type: z.literal('pick'), wanted: z.boolean() }),
  /** Small pictures of the pages beside them. Stays as it is from document to document. */
  z.strictObject({ v, type: z.literal('thumbnails'), shown: z.boolean() }),
  /** The two texts of a mail side by side, not one below the other. Stays as it is from document to document. */
  z.strictObject({ v, type: z.literal('beside'), shown: z.boolean() }),
  /** Whoever asks has noted it before: a print leaves the house. */
  z.strictObject({ v, type: z.literal('print'), documentId: DocumentId }),
  /** Another version stands beside it: from now on `scrolled` says where this one is. */
  z.strictObject({ v, type: z.literal('watchScroll'), wanted: z.boolean() }),
  z.strictObject({ v, type: z.literal('scrollTo'), documentId: DocumentId, place: ScrollPlace }),
  /** Asks for the picture of a page; a page that cannot be drawn is left unanswered. */
  z.strictObject({
    v,
    type: z.literal('paintPage'),
    documentId: DocumentId,
    page: PageNumber,
    widthPx: z.int().min(100).max(2000),
  }),
  /** Lays the difference to the same page of an older version over this page; null = takes it away. */
  z.strictObject({
    v,
    type: z.literal('overlay'),
    documentId: DocumentId,
    older: z.strictObject({ page: PageNumber, bitmap: Bitmap }).nullable(),
  }),
  /** Puts the keyboard focus on the pages. */
  z.strictObject({ v, type: z.literal('focus') }),
])
export type AppMessage = z.infer<typeof AppMessage>

/** A key that the frame has no use for itself. */
export const KeyPress = z.strictObject({
  /** As KeyboardEvent.key and .code. */
  key: z.string().min(1).max(32),
  code: z.string().max(32),
  modifiers: z.strictObject({
    ctrl: z.boolean(),
    alt: z.boolean(),
    shift: z.boolean(),
    meta: z.boolean(),
  }),
  repeat: z.boolean(),
})
export type KeyPress = z.infer<typeof KeyPress>

/** All that the frame may say to the app. It names the document each time, so that late news of a closed one is dropped. */
export const FrameMessage = z.discriminatedUnion('type', [
  /** Said once, when the frame listens. */
  z.strictObject({ v, type: z.literal('ready') }),
  /** `hasTwoTexts`: a mail whose plain text, shown as its second page, is not what its HTML says. */
  z.strictObject({
    v,
    type: z.literal('opened'),
    documentId: DocumentId,
    pages: z.int().min(1),
    hasTwoTexts: z.boolean(),
  }),
  z.strictObject({
    v,
    type: z.literal('failed'),
    documentId: DocumentId,
    reason: z.enum(FAILURE_REASONS),
  }),
  z.strictObject({ v, type: z.literal('pageChanged'), documentId: DocumentId, page: PageNumber }),
  /** `share`: 0..1 of the page's area that has stood, drawn and still, in the window so far. It only grows. */
  z.strictObject({
    v,
    type: z.literal('pageSeen'),
    documentId: DocumentId,
    page: PageNumber,
    share: z.number().min(0).max(1),
  }),
  z.strictObject({
    v,
    type: z.literal('zoomChanged'),
    documentId: DocumentId,
    scale: z.number().positive(),
    /** Null = a fixed scale. */
    fit: z.enum(['width', 'page']).nullable(),
  }),
  /** `current` counts from 1 over the whole document; 0 = none. `pending`: pages are still being searched. */
  z.strictObject({
    v,
    type: z.literal('findResult'),
    documentId: DocumentId,
    current: z.int().min(0),
    total: z.int().min(0),
    pending: z.boolean(),
  }),
  /** Null = the reviewer thought better of it, or nothing is there to point at. */
  z.strictObject({
    v,
    type: z.literal('picked'),
    documentId: DocumentId,
    place: z
      .strictObject({
        page: PageNumber,
        quads: z.array(Quad).min(1).max(200),
        text: Text.nullable(),
      })
      .nullable(),
  }),
  /** The first page of the document is drawn: what stood in its place may go. */
  z.strictObject({ v, type: z.literal('drawn'), documentId: DocumentId }),
  /** Transferred. As wide as the page fitted to the window's width, in CSS pixels. */
  z.strictObject({
    v,
    type: z.literal('paintedAhead'),
    sha256: z.string().length(64),
    bitmap: Bitmap,
    width: z.number().positive(),
  }),
  /** `jump`: to a mark, on the app's order. Said while it was asked for by `watchScroll`. */
  z.strictObject({
    v,
    type: z.literal('scrolled'),
    documentId: DocumentId,
    place: ScrollPlace,
    by: z.enum(['hand', 'jump']),
  }),
  /** Transferred. */
  z.strictObject({
    v,
    type: z.literal('paintedPage'),
    documentId: DocumentId,
    page: PageNumber,
    bitmap: Bitmap,
  }),
  /** The overlay stands there. `share` of the page's pixels differ, in so many places. */
  z.strictObject({
    v,
    type: z.literal('overlaid'),
    documentId: DocumentId,
    page: PageNumber,
    share: z.number().min(0).max(1),
    places: z.int().min(0),
  }),
  /** So many pages are ready for the printer; null = the browser has them, or nothing is printed. */
  z.strictObject({ v, type: z.literal('printing'), documentId: DocumentId, page: PageNumber.nullable() }),
  z.strictObject({ v, type: z.literal('markActivated'), documentId: DocumentId, id: MarkId }),
  z.strictObject({ v, type: z.literal('key'), press: KeyPress }),
])
export type FrameMessage = z.infer<typeof FrameMessage>

/** A message without its version, which the sender adds. */
export type Unversioned<M> = M extends unknown ? Omit<M, 'v'> : never

/** Undefined for anything that is not a message of this version: strangers' messages are dropped without a word. */
export function readAppMessage(data: unknown): AppMessage | undefined {
  const parsed = AppMessage.safeParse(data)
  return parsed.success ? parsed.data : undefined
}

/** Undefined for anything that is not a message of this version. The frame is not trusted more than any page. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const parsed = FrameMessage.safeParse(data)
  return parsed.success ? parsed.data : undefined
}
