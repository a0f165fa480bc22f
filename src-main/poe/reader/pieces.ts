import type {
  AnnotationFacts,
  DigitalSignatureFacts,
  FactFlag,
  FieldFacts,
  FileMetadata,
  MailFacts,
  PageFacts,
} from '../facts/documentFacts.ts'
import type { LookPiece } from '../facts/documentLook.ts'
import type { ReadReason } from '../facts/factWords.ts'

export interface ReadPage {
  readonly page: PageFacts
  readonly fields: readonly FieldFacts[]
  readonly annotations: readonly AnnotationFacts[]
}

/** A file inside the document; the parent has it read by a process of its own. */
export interface InnerFile {
  readonly name: string
  readonly base64: string
}

/**
 * What every reader answers with, in the order in which it is known, so that what was read survives a kill. The parent's schema of the
 * same shape stands in gatherFacts.ts: nothing here is believed before it.
 */
export type ReaderPiece =
  | { readonly piece: 'opened'; readonly pageCount: number | null }
  | { readonly piece: 'page'; readonly read: ReadPage; readonly flags: readonly FactFlag[] }
  /** What was seen of the file before it was opened: stays also when opening fails. */
  | { readonly piece: 'flags'; readonly flags: readonly FactFlag[] }
  | { readonly piece: 'attachment'; readonly file: InnerFile }
  | LookPiece
  | { readonly piece: 'failed'; readonly reason: ReadReason; readonly pageCount: number | null }
  | {
      readonly piece: 'end'
      readonly signatures: readonly DigitalSignatureFacts[]
      readonly flags: readonly FactFlag[]
      readonly mail: MailFacts | null
      readonly metadata: FileMetadata | null
      readonly revisions: readonly number[]
      /** Null when all of it was read. */
      readonly reason: ReadReason | null
    }

/** What an `end` says when there is nothing to say. */
export const NOTHING_MORE = {
  piece: 'end',
  signatures: [],
  flags: [],
  mail: null,
  metadata: null,
  revisions: [],
  reason: null,
} as const satisfies ReaderPiece

export interface ReadLimits {
  readonly pages: number
  /** How a file without pages is shown is wanted as well, and not the files inside it. */
  readonly withLook: boolean
}

/** A reader of one type. `codeDir` names the folder of node_modules from which its libraries may be loaded. */
export type DocumentReader = (bytes: Uint8Array, limits: ReadLimits) => AsyncGenerator<ReaderPiece>
