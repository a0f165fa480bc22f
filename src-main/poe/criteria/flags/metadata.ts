import type { DateFact, Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Attachment, FileMetadata } from '../../facts/documentFacts.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { findProduct } from '../products/catalogue.ts'
import { bareText } from '../../../domain/names/fold.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfFile } from './flagAt.ts'

const DAY_MS = 86_400_000
/** Papers are made out some weeks after the signature that they carry; half a year later somebody made it up. */
const LATE_DAYS = 180

/** Programs by which finished papers are changed. What makes, prints, scans or signs them is none of these. */
const EDITORS =
  /photoshop|\bgimp\b|affinity photo|sejda|smallpdf|ilovepdf|pdfescape|pdffiller|pdf-xchange editor|foxit (?:phantom)?(?:pdf )?editor|phantompdf|nitro pro|infix|pdfelement|soda pdf|dochub|xodo|inkscape|coreldraw|pdf architect/iu

/**
 * What the file says of its own age and making against what its pages say and when it came in. Weak: clocks are wrong and files are
 * converted. The first that does not fit is told.
 */
export function metadataDateFlags(
  document: JudgedDocument,
  form: ClaimForm,
  dates: readonly DateFact[],
): Flag[] {
  const { metadata } = document.facts
  if (metadata === null) return []
  const uploaded = Date.parse(document.addedAt ?? form.submittedAt)
  const signed = dates
    .filter(
      ({ document: file, role, readings }) =>
        file === document.file && role === 'customer_signature' && readings.length === 1,
    )
    .map(({ readings }) => Date.parse(readings[0] ?? ''))
  const editor = [metadata.producer, metadata.creator, metadata.xmp?.producer].find((program) =>
    EDITORS.test(program ?? ''),
  )
  const told = [
    ...againstReceipt(metadata, uploaded),
    ...againstItself(metadata),
    ...againstSignature(document, signed),
    ...(editor ? [`changed with ${editor}`] : []),
  ]
  return told.slice(0, 1).map((text) => flagOfFile('metadata_dates', 'low', document, text))
}

const instant = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null)

function againstReceipt({ createdAt, modifiedAt }: FileMetadata, uploaded: number): string[] {
  const [created, modified] = [instant(createdAt), instant(modifiedAt)]
  if (created !== null && created > uploaded + DAY_MS)
    return [`created ${dayOf(created)}, uploaded ${dayOf(uploaded)}`]
  return modified !== null && modified > uploaded + DAY_MS
    ? [`last changed ${dayOf(modified)}, uploaded ${dayOf(uploaded)}`]
    : []
}

/** A day is less than what zones that somebody left out may make. */
function againstItself({ createdAt, modifiedAt, xmp }: FileMetadata): string[] {
  const [created, modified] = [instant(createdAt), instant(modifiedAt)]
  if (created !== null && modified !== null && modified < created - DAY_MS)
    return [`created ${dayOf(created)}, last changed ${dayOf(modified)}`]
  const pairs = [
    ['created', created, instant(xmp?.createdAt)],
    ['last changed', modified, instant(xmp?.modifiedAt)],
  ] as const
  return pairs.flatMap(([what, one, other]) =>
    one !== null && other !== null && Math.abs(one - other) > DAY_MS
      ? [`${what} ${dayOf(one)}, in XMP ${dayOf(other)}`]
      : [],
  )
}

function againstSignature({ facts }: JudgedDocument, signed: readonly number[]): string[] {
  const { metadata, pages } = facts
  const created = instant(metadata?.createdAt)
  const last = instant(metadata?.modifiedAt) ?? created
  const isScan = pages.some(({ textClass }) => textClass === 'scan' || textClass === 'mixed')
  const early = signed.find((day) => last !== null && day > last + 2 * DAY_MS)
  if (early !== undefined && last !== null) return [`last changed ${dayOf(last)}, signed ${dayOf(early)}`]
  const late = signed.find((day) => created !== null && created > day + LATE_DAYS * DAY_MS)
  return late !== undefined && created !== null && !isScan
    ? [`created ${dayOf(created)}, signed ${dayOf(late)}`]
    : []
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Names that the claim needs and that stand beside the pages only: in a title, in a file inside. */
export function metadataOnlyFlags(parties: DocumentParties, form: ClaimForm): Flag[] {
  const { document } = parties
  const { pages, metadata, attachments, mail } = document.facts
  // A mail's attachments are shown as documents of their own.
  const inner = mail === null ? attachments.map(textOfAttachment) : []
  const beside = bareText([metadata?.title ?? '', ...inner].join(' '))
  if (beside === '' || pages.every(({ words }) => words.length === 0)) return []
  const shown = bareText(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(' '))
  const missing = wantedNames(form).find(
    ({ looks }) => looks.some((look) => beside.includes(look)) && !looks.some((look) => shown.includes(look)),
  )
  return missing === undefined ? [] : [flagOfFile('metadata_only', 'medium', document, missing.name)]
}

const textOfAttachment = ({ name, facts }: Attachment): string =>
  [name, ...(facts?.pages.flatMap(({ words }) => words.map(({ text }) => text)) ?? [])].join(' ')

const SHORTEST = 5

function wantedNames(form: ClaimForm): { name: string; looks: string[] }[] {
  const companies = [form.customer.companyName, form.partnerCompanyName].map((name) => ({
    name,
    looks: [companyName(name).core.join('')],
  }))
  const products = form.items.map(({ productId, name }) => ({
    name,
    looks: [name, ...(findProduct(productId)?.names ?? []), ...(findProduct(productId)?.cased ?? [])].map(
      bareText,
    ),
  }))
  return [...companies, ...products].map(({ name, looks }) => ({
    name,
    looks: looks.filter((look) => look.length >= SHORTEST),
  }))
}
