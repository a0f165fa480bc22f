import type { DateFact, Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Attachment } from '../../facts/documentFacts.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { findProduct } from '../products/catalogue.ts'
import { bareText } from '../../../domain/names/fold.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfFile } from './flagAt.ts'

const DAY_MS = 86_400_000
/** Papers are made out some weeks after the signature that they carry; half a year later somebody made it up. */
const LATE_DAYS = 180

/** What the file says of its own age against what its pages say. Weak: clocks are wrong and files are converted. */
export function metadataDateFlags(
  document: JudgedDocument,
  form: ClaimForm,
  dates: readonly DateFact[],
): Flag[] {
  const { metadata, pages } = document.facts
  if (metadata === null) return []
  const [created, modified] = [metadata.createdAt, metadata.modifiedAt].map((at) =>
    at === null ? null : Date.parse(at),
  )
  const uploaded = Date.parse(document.addedAt ?? form.submittedAt)
  const signed = dates
    .filter(
      ({ document: file, role, readings }) =>
        file === document.file && role === 'customer_signature' && readings.length === 1,
    )
    .map(({ readings }) => Date.parse(readings[0] ?? ''))
  const isScan = pages.some(({ textClass }) => textClass === 'scan' || textClass === 'mixed')
  const last = modified ?? created ?? null
  const says = (text: string): Flag[] => [flagOfFile('metadata_dates', 'low', document, text)]
  if (created !== null && created !== undefined && created > uploaded + DAY_MS)
    return says(`created ${dayOf(created)}, uploaded ${dayOf(uploaded)}`)
  if (created && modified && modified < created - DAY_MS)
    return says(`created ${dayOf(created)}, last changed ${dayOf(modified)}`)
  const early = signed.find((day) => last !== null && day > last + 2 * DAY_MS)
  if (early !== undefined && last !== null) return says(`last changed ${dayOf(last)}, signed ${dayOf(early)}`)
  const late = signed.find((day) => created && created > day + LATE_DAYS * DAY_MS)
  return late !== undefined && created && !isScan
    ? says(`created ${dayOf(created)}, signed ${dayOf(late)}`)
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
