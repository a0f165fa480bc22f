import { ARCHIVE_FORGERIES } from './archiveForgeries.ts'
import { BUILD_FORGERIES } from './buildForgeries.ts'
import { CONTENT_FORGERIES, SIGNING_FORGERIES } from './contentForgeries.ts'
import { FIELD_FORGERIES } from './fieldForgeries.ts'
import { FILE_LIST_FORGERIES } from './fileListForgeries.ts'
import type { Forgery } from './forgery.ts'
import { HIDDEN_WORD_FORGERIES } from './hiddenWordForgeries.ts'
import { HIDDEN_TEXT_FORGERIES } from './hiddenTextForgeries.ts'
import { MAIL_FORGERIES } from './mailForgeries.ts'
import { OFFICE_FORGERIES } from './officeForgeries.ts'
import { PICTURE_FORGERIES } from './pictureForgeries.ts'
import { aCast, signatureForgeries } from './signatureForgeries.ts'
import { STYLED_MAIL_FORGERIES } from './styledMailForgeries.ts'
import { WORD_FIELD_FORGERIES } from './wordFieldForgeries.ts'
import { WORD_FORGERIES } from './wordForgeries.ts'

/** Every trick that one document shows. A kind may stand in several of them. */
export const FORGERIES: readonly Forgery[] = [
  ...HIDDEN_TEXT_FORGERIES,
  ...CONTENT_FORGERIES,
  ...FIELD_FORGERIES,
  ...FILE_LIST_FORGERIES,
  ...SIGNING_FORGERIES,
  ...signatureForgeries(aCast()),
  ...BUILD_FORGERIES,
  ...WORD_FORGERIES,
  ...OFFICE_FORGERIES,
  ...ARCHIVE_FORGERIES,
  ...WORD_FIELD_FORGERIES,
  ...HIDDEN_WORD_FORGERIES,
  ...MAIL_FORGERIES,
  ...STYLED_MAIL_FORGERIES,
  ...PICTURE_FORGERIES,
]

/** Rows of the catalogue of tricks that must each have their forgeries: number → kind of the flag. */
export const CATALOGUE: Readonly<Record<number, string>> = {
  1: 'invisible_text',
  2: 'low_contrast_text',
  3: 'off_page_text',
  4: 'covered_text',
  5: 'clipped_text',
  6: 'hidden_layer',
  7: 'tiny_text',
  8: 'actualtext_mismatch',
  9: 'font_remap',
  10: 'outlined_text',
  11: 'ocr_layer_mismatch',
  12: 'metadata_only',
  13: 'annotation_overlay',
  14: 'field_mismatch',
  15: 'xfa_form',
  16: 'signature_malformed',
  17: 'changed_after_signing',
  18: 'signature_wrapping',
  19: 'shadow_content',
  20: 'certified_annotation',
  21: 'unsigned_revision',
  22: 'signature_image',
  23: 'signature_reused',
  24: 'esign_unverified',
  25: 'wrong_signer',
  26: 'parser_differential',
  27: 'wrong_type',
  28: 'embedded_files',
  29: 'active_content',
  30: 'resource_bomb',
  31: 'homoglyph',
  32: 'control_characters',
  33: 'ambiguous_number',
  34: 'instruction_text',
  35: 'keyword_stuffing',
  36: 'shared_evidence',
  37: 'metadata_dates',
  38: 'docx_hidden_text',
  39: 'tracked_changes',
  40: 'docx_field_mismatch',
  41: 'external_parts',
  42: 'zip_anomaly',
  43: 'image_edited',
  45: 'image_frames',
  46: 'sender_spoof',
  48: 'html_text_mismatch',
  49: 'mail_header_order',
  50: 'document_replaced',
}

const ACROSS_CLAIMS = 'test/unit/workstation/checks/evidenceElsewhere.test.ts'

/** Kinds that one document by itself can't show, or only to character recognition: where their variants are. */
export const MADE_ELSEWHERE: Readonly<Record<string, string>> = {
  ocr_layer_mismatch: 'test/unit/poe/reader/recognition/layerMismatch.test.ts',
  signature_reused: ACROSS_CLAIMS,
  shared_evidence: ACROSS_CLAIMS,
  document_replaced: ACROSS_CLAIMS,
}

export interface Variant {
  readonly kind: string
  readonly title: string
  readonly forgery: Forgery
  readonly bytes: Forgery['hostile'][string]
}

/** All papers that carry a trick, or all that only look like it. */
export const variantsOf = (part: 'hostile' | 'clean'): Variant[] =>
  FORGERIES.flatMap((forgery) =>
    Object.entries(forgery[part]).map(([title, bytes]) => ({ kind: forgery.kind, title, forgery, bytes })),
  )
