import { z } from 'zod'
import {
  AnnotationFacts,
  DigitalSignatureFacts,
  type DocumentFacts,
  FactFlag,
  FieldFacts,
  FileMetadata,
  MailFacts,
  PageFacts,
  READER_VERSION,
} from '../facts/documentFacts.ts'
import { LookPiece } from '../facts/documentLook.ts'
import { type DocumentType, READ_REASONS, type ReadReason } from '../facts/factWords.ts'
import { PackedWords, unpackWords } from './packedWords.ts'
import type { InnerFile } from './pieces.ts'
import { isReadPage } from '../facts/readPages.ts'

/** The pieces as the parent accepts them: a taken-over reader can't choose the shape of its answer. */
const Piece = z.discriminatedUnion('piece', [
  z.object({ piece: z.literal('opened'), pageCount: z.int().min(0).nullable() }),
  z.object({
    piece: z.literal('page'),
    read: z.object({
      page: PageFacts.extend({ words: z.tuple([]) }),
      fields: z.array(FieldFacts),
      annotations: z.array(AnnotationFacts),
    }),
    flags: z.array(FactFlag),
  }),
  z.object({
    piece: z.literal('failed'),
    reason: z.enum(READ_REASONS),
    pageCount: z.int().min(0).nullable(),
  }),
  z.object({
    piece: z.literal('end'),
    signatures: z.array(DigitalSignatureFacts),
    flags: z.array(FactFlag),
    mail: MailFacts.nullable(),
    metadata: FileMetadata.nullable(),
    revisions: z.array(z.int().min(0)),
    reason: z.enum(READ_REASONS).nullable(),
  }),
  z.object({ piece: z.literal('flags'), flags: z.array(FactFlag) }),
  LookPiece,
  z.object({
    piece: z.literal('attachment'),
    file: z.object({ name: z.string(), base64: z.base64() }),
  }),
])
type AnyPiece = z.infer<typeof Piece>
type Bare = Extract<AnyPiece, { piece: 'page' }>
type Page = Omit<Bare, 'read'> & { readonly read: Omit<Bare['read'], 'page'> & { readonly page: PageFacts } }
type Piece = Exclude<AnyPiece, Bare> | Page

export interface GivenDocument {
  readonly sha256: DocumentFacts['sha256']
  readonly sizeBytes: number
  readonly type: DocumentType
}

/** Facts of a document of which nothing could be read. */
export function unreadFacts(given: GivenDocument, reason: ReadReason): DocumentFacts {
  return {
    version: READER_VERSION,
    sha256: given.sha256,
    sizeBytes: given.sizeBytes,
    type: given.type,
    status: 'could_not_check',
    reason,
    pageCount: null,
    pages: [],
    fields: [],
    annotations: [],
    signatures: [],
    flags: [],
    mail: null,
    metadata: null,
    revisions: [],
    attachments: [],
  }
}

/** One answer of the reader: JSON text, and beside it, of whatever shape, the words of a page. */
export interface ReaderAnswer {
  readonly json: string
  readonly words: unknown
}

function pieceOf({ json, words }: ReaderAnswer): Piece | null {
  const { data } = Piece.safeParse(parseJson(json))
  if (data?.piece !== 'page') return data ?? null
  const packed = PackedWords.safeParse(words)
  if (!packed.success) return null
  const page: PageFacts = { ...data.read.page, words: unpackWords(packed.data) }
  return { ...data, read: { ...data.read, page } }
}

/** What a reader answers, piece by piece as it comes: while it reads the next page the last one is checked here. */
export class Gathering {
  readonly #pieces: Piece[] = []
  #fits = true

  /** As it came. A piece that does not fit the schema ends the reading as corrupt. */
  add(answer: ReaderAnswer): void {
    const piece = pieceOf(answer)
    if (piece) this.#pieces.push(piece)
    else this.#fits = false
  }

  /** Files inside the document, in its order. */
  get inner(): InnerFile[] {
    return this.#pieces.flatMap((piece) => (piece.piece === 'attachment' ? [piece.file] : []))
  }

  /** Null when it was not asked for, or is none. */
  get look(): LookPiece | null {
    return this.#fits ? (this.#pieces.find((piece) => piece.piece === 'look') ?? null) : null
  }

  /** `broken` tells why no more came; null = the reader ended by itself. */
  facts(given: GivenDocument, broken: ReadReason | null): DocumentFacts {
    return this.#fits ? factsOf(given, this.#pieces, broken) : unreadFacts(given, 'reader_failed')
  }
}

function factsOf(given: GivenDocument, pieces: readonly Piece[], broken: ReadReason | null): DocumentFacts {
  const failed = pieces.find((piece) => piece.piece === 'failed')
  if (failed) {
    const facts = unreadFacts(given, failed.reason)
    return { ...facts, pageCount: failed.pageCount, flags: [...facts.flags, ...flagsOfUnopened(pieces)] }
  }
  const end = pieces.find((piece) => piece.piece === 'end')
  const stopped = end ? end.reason : (broken ?? 'reader_failed')
  return summarise(given, pieces, stopped)
}

const earlyFlags = (pieces: readonly Piece[]): FactFlag[] =>
  pieces.flatMap((piece) => (piece.piece === 'flags' ? piece.flags : []))

/** That programs read a file differently says nothing more where it is so damaged that none reads it. */
const flagsOfUnopened = (pieces: readonly Piece[]): FactFlag[] =>
  earlyFlags(pieces).filter(({ kind }) => kind !== 'parser_differential')

/** A document that ate up its time or memory is either huge or meant to. */
const bombFlags = (stopped: ReadReason | null): FactFlag[] =>
  stopped === 'time' || stopped === 'memory'
    ? [{ kind: 'resource_bomb', page: null, quads: [], text: stopped, severity: 'medium' }]
    : []

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function summarise(
  given: GivenDocument,
  pieces: readonly Piece[],
  stopped: ReadReason | null,
): DocumentFacts {
  const read = pieces.filter((piece) => piece.piece === 'page')
  const opened = pieces.find((piece) => piece.piece === 'opened')
  const end = pieces.find((piece) => piece.piece === 'end')
  const pages = read.map((piece) => piece.read.page)
  const facts: DocumentFacts = {
    ...unreadFacts(given, stopped ?? 'reader_failed'),
    pageCount: opened?.pageCount ?? null,
    pages,
    fields: read.flatMap((piece) => piece.read.fields),
    annotations: read.flatMap((piece) => piece.read.annotations),
    signatures: end?.signatures ?? [],
    mail: end?.mail ?? null,
    metadata: end?.metadata ?? null,
    revisions: end?.revisions ?? [],
    flags: [
      ...earlyFlags(pieces),
      ...read.flatMap((piece) => piece.flags),
      ...(end?.flags ?? []),
      ...bombFlags(stopped),
    ],
  }
  return { ...facts, ...outcomeOf(pages, stopped) }
}

/** A blank page is read; a drawn, broken or badly scanned one is not wholly, and leaves the document partly read. */
export function outcomeOf(
  pages: readonly PageFacts[],
  stopped: ReadReason | null,
): Pick<DocumentFacts, 'status' | 'reason'> {
  const withText = pages.filter(
    ({ textClass, ocr, words }) =>
      textClass === 'text' || textClass === 'mixed' || (ocr !== null && words.length > 0),
  )
  if (withText.length === 0) return { status: 'could_not_check', reason: stopped ?? whyNothing(pages) }
  const open = stopped ?? whyPartly(pages)
  return { status: open === null ? 'read' : 'partly', reason: open }
}

function whyNothing(pages: readonly PageFacts[]): ReadReason {
  if (pages.some((page) => page.textClass === 'unread')) return 'page_errors'
  return pages.every((page) => page.textClass === 'blank') ? 'blank' : 'scan'
}

function whyPartly(pages: readonly PageFacts[]): ReadReason | null {
  if (pages.some((page) => page.textClass === 'unread')) return 'page_errors'
  return pages.every(isReadPage) ? null : 'scan'
}
