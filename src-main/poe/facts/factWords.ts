/** Closed word lists of the facts. Plain values: the reader process uses them without loading a schema library. */

/** By content, never by the file's name. */
export const DOCUMENT_TYPES = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'zip',
  'eml',
  'msg',
  'html',
  'rtf',
  'txt',
  'png',
  'jpeg',
  'gif',
  'webp',
  'tiff',
  'heic',
  'unknown',
  'empty',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** Why a document, or a part of it, was not read. */
export const READ_REASONS = [
  'encrypted',
  'corrupt',
  'empty',
  'blank',
  'type',
  'scan',
  'page_errors',
  'time',
  'memory',
  'too_large',
  'too_many_pages',
  // The reader itself failed on it; a person may well be able to open it.
  'reader_failed',
] as const
export type ReadReason = (typeof READ_REASONS)[number]

/**
 * What a page consists of for a reader of text. `mixed`: text that shows and a picture over most of the page;
 * `drawing`: lines and shapes alone; `unread`: the page could not be interpreted.
 */
export const TEXT_CLASSES = ['text', 'mixed', 'scan', 'drawing', 'blank', 'unread'] as const
export type TextClass = (typeof TEXT_CLASSES)[number]

/**
 * Why a word that the file contains is not seen on the page. `ocr_layer` lies under the picture that it transcribes;
 * `on_picture` is light type on a picture or pattern: it may well be seen, but that cannot be told without painting it. `ocr_layer_mismatch` says other things than its picture;
 * `deleted_text` was struck out as a tracked change.
 */
export const HIDDEN_REASONS = [
  'invisible_text',
  'low_contrast_text',
  'off_page_text',
  'covered_text',
  'clipped_text',
  'hidden_layer',
  'tiny_text',
  'ocr_layer',
  'ocr_layer_mismatch',
  'on_picture',
  'docx_hidden_text',
  'deleted_text',
  'html_hidden_text',
] as const
export type HiddenReason = (typeof HIDDEN_REASONS)[number]

/** Where a word or mark came from. */
export const FACT_SOURCES = [
  'native',
  'annotation',
  'field',
  'ocr',
  'mail_header',
  'mail_body',
  'docx',
  'sheet',
  'markup',
] as const
export type FactSource = (typeof FACT_SOURCES)[number]

export const FIELD_KINDS = ['text', 'checkbox', 'radio', 'choice', 'signature', 'button'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/**
 * `paged`: places are those of the page as it is shown. `flow`: text without pages (mail, DOCX, HTML, RTF, TXT), laid out on one
 * made-up page of endless height so that "beside" and "below" mean what they mean on paper; no place of it is ever given as evidence.
 * `sheet`: one sheet of a workbook, laid out by its cells.
 */
export const PAGE_FORMS = ['paged', 'flow', 'sheet'] as const
export type PageForm = (typeof PAGE_FORMS)[number]

/** Why a cryptographic signature could not be settled, or what is wrong with it. */
export const SIGNATURE_PROBLEMS = [
  'byte_range_odd',
  'gap_is_not_contents',
  'container_unreadable',
  'digest_differs',
  'signature_invalid',
  'algorithm_unknown',
  'algorithm_weak',
  'not_cms',
] as const
export type SignatureProblem = (typeof SIGNATURE_PROBLEMS)[number]

export const SIGNING_TIME_SOURCES = ['timestamp', 'signer_clock', 'dictionary'] as const
