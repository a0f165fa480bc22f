import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { FlagSeverity } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { fold } from '../../../domain/names/fold.ts'
import { type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { evidenceOfPassage, unionRect } from '../text/place.ts'
import { signerName, wasValid } from './digitalSigner.ts'
import type { Signatures } from './findSignatures.ts'
import { type Digital, digitalsOf } from './judgeDigital.ts'
import { nearLines } from './marks.ts'

/** What about the signing of the papers a person should look at, beyond the verdict. Needs the claim: the reader doesn't know it. */
export function signingFlags(
  signatures: Signatures,
  parties: readonly DocumentParties[],
  form: ClaimForm,
): Flag[] {
  const documents = parties.map(({ document }) => document)
  return [
    ...digitalsOf(signatures, form).flatMap(signerFlags),
    ...documents.flatMap(sealFlags),
    ...pictureFlags(signatures),
    ...parties.flatMap((one) => metadataFlags(one, form)),
  ]
}

function signerFlags({ document, digital, signer, block, standing, evidence }: Digital): Flag[] {
  if (standing !== 'sound') return []
  const flag = (severity: FlagSeverity, why: string): Flag => ({
    kind: 'wrong_signer',
    document: document.file,
    page: evidence.page,
    quads: evidence.quads,
    text: `${signerName(digital) ?? '–'}: ${why}`,
    severity,
  })
  return [
    ...(signer === 'partner' && block === 'customer'
      ? [flag('high', 'of the partner, in the customer’s place')]
      : []),
    ...(signer === 'customer' && block === 'partner'
      ? [flag('medium', 'of the customer, in the partner’s place')]
      : []),
    ...(signer === null ? [flag('medium', 'of neither party')] : []),
    ...(digital.certificate?.selfSigned === true ? [flag('low', 'nobody vouches for the certificate')] : []),
    ...(wasValid(digital) === false
      ? [flag('low', 'the certificate was not valid on the day of signing')]
      : []),
  ]
}

/** Services that seal every paper they complete; a paper that only names them was not left as they made it. */
const SEALING =
  /\b(?:docusign|docusigned|adobe (?:acrobat )?sign|echosign|hellosign|dropbox sign|signnow|pandadoc|onespan|yousign|clicksign|zapsign|d4sign|namirial|skribble|scrive|signaturit|universign|validated id|signicat|eversign|xodo sign|cloudsign|assinafy|autentique)\b/u
const ENVELOPE =
  /\b(?:envelope id|envelope|transaction id|document id|id do documento|signature id|certificate of completion|audit trail)\b[^\p{L}]*[0-9a-f-]{8,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|certificate of completion|signed by:|completed|audit trail/u

/** An e-sign service's words without its seal (trust.md row 24): anyone can type them. */
function sealFlags(document: JudgedDocument): Flag[] {
  if (document.facts.type !== 'pdf' || document.facts.signatures.some(({ intact }) => intact === true))
    return []
  const lines = document.facts.pages.flatMap((page) => linesOf(document, page))
  const first = lines.find(
    (line) =>
      SEALING.test(line.folded) &&
      nearLines(
        unionRect(line.words.map(({ rect }) => rect)),
        line.page,
        linesOf(document, line.page),
        STAMP_REACH_PT,
      ).some(({ folded }) => ENVELOPE.test(folded)),
  )
  if (!first) return []
  return [flagAt('esign_unverified', first, 'medium')]
}

const STAMP_REACH_PT = 40

const flagAt = (kind: string, passage: Passage, severity: FlagSeverity): Flag => ({
  kind,
  document: passage.document.file,
  page: passage.page.number,
  quads: evidenceOfPassage(passage).quads,
  text: passage.text.slice(0, 300),
  severity,
})

const CLAIMS_DIGITAL =
  /\b(?:digitally signed by|signature (?:is )?valid|signed and all signatures are valid|firmato digitalmente|digital (?:signiert|unterschrieben)|digital unterzeichnet|signe numeriquement|firmado digitalmente|assinado digitalmente|assinado de forma digital)\b/u

/** Signing that only looks like it: words of a digital signature without one, or a name in a font like handwriting (row 22). */
function pictureFlags(signatures: Signatures): Flag[] {
  return signatures.pages.flatMap(({ document, page, marks }) => {
    if (document.facts.type !== 'pdf' || document.facts.signatures.length > 0) return []
    const lines = linesOf(document, page)
    const said = lines.filter(({ folded }) => CLAIMS_DIGITAL.test(folded))
    const scripts = marks
      .filter(({ mark }) => mark.kind === 'typed')
      .flatMap(({ mark }) =>
        nearLines(mark.rect, page, lines, 0).filter((line) => line.words.every((word) => word.script)),
      )
    const fields = document.facts.fields.filter(
      ({ kind, page: own }) => kind === 'signature' && own === page.number,
    )
    const inFields = marks.filter(
      ({ mark }) => mark.kind === 'image' && fields.some(({ rect }) => isWithin(mark.rect, rect)),
    )
    return [
      ...[...said.slice(0, 1), ...scripts].map((line) => flagAt('signature_image', line, 'medium')),
      ...inFields.map(
        ({ mark }): Flag => ({
          kind: 'signature_image',
          document: document.file,
          page: page.number,
          quads: [...mark.quads],
          text: null,
          severity: 'medium',
        }),
      ),
    ]
  })
}

function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  const [x, y] = [((inner[0] ?? 0) + (inner[2] ?? 0)) / 2, ((inner[1] ?? 0) + (inner[3] ?? 0)) / 2]
  return x >= (outer[0] ?? 0) && x <= (outer[2] ?? 0) && y >= (outer[1] ?? 0) && y <= (outer[3] ?? 0)
}

/** Names of the claim that stand only where nobody looks: title, keywords, bookmarks (row 12). */
function metadataFlags({ document, customer, partner }: DocumentParties, form: ClaimForm): Flag[] {
  const { metadata, pages } = document.facts
  const unseen = fold([metadata?.title ?? '', metadata?.unseenText ?? ''].join('\n'))
  if (unseen.trim() === '' || pages.every(({ words }) => words.length === 0)) return []
  const shown = pages.flatMap((page) => linesOf(document, page).map(({ folded }) => folded)).join(' ')
  const names = [
    ...(customer.mentions.length + customer.unsure.length + customer.domains.length === 0
      ? [customer.name.full]
      : []),
    ...(partner.mentions.length + partner.unsure.length + partner.domains.length === 0
      ? [partner.name.full]
      : []),
    ...form.items.map(({ name }) => name),
  ]
  const only = names.filter((name) => unseen.includes(fold(name)) && !shown.includes(fold(name)))
  if (only.length === 0) return []
  return [
    {
      kind: 'metadata_only',
      document: document.file,
      page: null,
      quads: [],
      text: only.join(', '),
      severity: 'medium',
    },
  ]
}
