import type { DocumentFacts } from '../../src-main/poe/facts/documentFacts.ts'
import { sha256Of } from './claimRecord.ts'

/** Facts of a document that could not be read: the smallest that fit their schema. */
export function unreadFacts(bytes: Uint8Array): DocumentFacts {
  return {
    version: 'reader 1',
    sha256: sha256Of(bytes),
    sizeBytes: bytes.byteLength,
    type: 'unknown',
    status: 'could_not_check',
    reason: 'type',
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
