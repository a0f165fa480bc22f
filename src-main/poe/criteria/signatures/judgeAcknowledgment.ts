import type { SignatureFact } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { type Coverage, opinion, type Opinion } from '../opinion.ts'
import { mailSignatureFacts, metByMail, openByMail, refusedByMail } from '../mail/mailAcknowledgment.ts'
import { firstRule, saw, type TrailStep } from '../trail.ts'
import type { SentenceCode } from '../sentences.ts'
import { evidenceOfPassage, shownPlace } from '../text/place.ts'
import type { PlacedMark } from './assignParty.ts'
import type { EsignStamp } from './esignStamps.ts'
import { signerName, signerOf } from './digitalSigner.ts'
import { evidenceOfMark } from './evidenceOfMark.ts'
import { isPartnerPerson, type Signatures, strayInk } from './findSignatures.ts'
import { digitalsOf, openDigital, partnerInCustomersPlace, soundDigital } from './judgeDigital.ts'

/** Criterion B: something in the customer's place by which a person of the customer acknowledges. */
export function judgeAcknowledgment(
  signatures: Signatures,
  form: ClaimForm,
  coverage: Coverage,
  isAboutCustomer: boolean,
): Opinion {
  const customer = form.customer.companyName
  const placed = signatures.pages.flatMap((page) => page.marks)
  const own = placed.filter(({ party }) => party === 'customer')
  const digitals = digitalsOf(signatures, form)
  const foreign = own.filter((one) => one.mark.digital === null && isPartnerPerson(one, form))
  const sound = own.filter((one) => !foreign.includes(one))
  const personal = form.customer.country === 'JPN' ? [...PERSONAL, 'seal'] : PERSONAL
  return firstRule(
    seenMarks(signatures),
    [
      ['the papers are not about this customer', () => (isAboutCustomer ? null : unusable(placed, customer))],
      ['drawn, pictured or sealed', () => firstOf(sound, personal, customer)],
      ['signed cryptographically', () => soundDigital(digitals, customer)],
      ['confirmed by a mail of the customer', () => metByMail(signatures.mails, customer)],
      ['stamped by an e-signing service', () => esign(signatures.stamps, customer)],
      ['a digital signature that leaves something open', () => openDigital(digitals, customer)],
      ['typed name or initials', () => weaker(sound, customer)],
      ['a company’s seal alone', () => sealAlone(sound, customer)],
      ['a mark of nobody for sure', () => openMark(placed, customer)],
      ['ink that is no signature', () => openInk(signatures, customer)],
      ['the partner’s certificate in the customer’s place', () => partnerCertificate(digitals, customer)],
      ['a mail that leaves something open', () => openByMail(signatures.mails, customer)],
    ],
    [
      'nothing of the customer',
      () => refused(signatures, isAboutCustomer ? foreign : [], placed, form, coverage),
    ],
  )
}

/** What a person puts there; a company's seal by itself acknowledges only where that is customary. */
const PERSONAL: readonly string[] = ['drawn', 'image']

/** Every mark, whose it was taken for and by which line. */
function seenMarks({ pages, stamps }: Signatures): TrailStep[] {
  const marks = pages.flatMap((page) => [
    ...page.marks.map(({ mark, party, anchor }) =>
      saw(
        `${mark.kind} in ${mark.document.file} p. ${mark.page.number}`,
        anchor ? `${party}, by "${anchor.passage.text.slice(0, 60)}"` : `${party}: no line near says whose`,
      ),
    ),
    ...page.customerAreas.map(({ cue }) =>
      saw(
        `the customer’s place in ${page.document.file} p. ${page.page.number}`,
        `"${cue.text.slice(0, 60)}"`,
      ),
    ),
  ])
  return [
    ...marks,
    ...stamps.map(({ document, page, party, hasId, hasTime }) =>
      saw(`e-sign stamp in ${document.file} p. ${page}`, `${party}, id ${hasId}, time ${hasTime}`),
    ),
  ]
}

function unusable(placed: readonly PlacedMark[], customer: string): Opinion {
  const evidence = placed.slice(0, 2).map(evidenceOfMark)
  return opinion('not_met', 0.9, 'ack_unusable', { customer }, { evidence })
}

function firstOf(own: readonly PlacedMark[], kinds: readonly string[], customer: string): Opinion | null {
  const hits = own
    .filter(({ mark }) => kinds.includes(mark.kind) && mark.isInvited)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const [hit] = hits
  if (!hit) return null
  const code: SentenceCode = hit.mark.kind === 'drawn' ? 'ack_drawn' : 'ack_image'
  const anchor = hit.anchor ? [evidenceOfPassage(hit.anchor.passage)] : []
  return opinion(
    'met',
    hit.anchor?.isHeading ? 0.92 : 0.85,
    code,
    { customer },
    { evidence: [...hits.map(evidenceOfMark), ...anchor] },
  )
}

/** The largest is the signature; what else is written there says "agreed" or a date. */
const sizeOf = ({ mark: { box } }: PlacedMark): number => (box[2] - box[0]) * (box[3] - box[1])

function esign(stamps: readonly EsignStamp[], customer: string): Opinion | null {
  const own = stamps.filter(({ party }) => party === 'customer')
  const whole = own.find(({ hasTime, hasId }) => hasTime && hasId)
  const [first] = own
  const best = whole ?? first
  if (!best) return null
  const evidence = best.passages.slice(0, 6).map(evidenceOfPassage)
  const values = { customer, signer: best.signer ?? '–' }
  return whole
    ? opinion('met', 0.88, 'ack_esign', values, { evidence })
    : opinion('cannot_tell', 0.8, 'ack_esign_incomplete', values, { evidence })
}

function weaker(own: readonly PlacedMark[], customer: string): Opinion | null {
  const hit =
    own.find(({ mark }) => mark.kind === 'initials') ?? own.find(({ mark }) => mark.kind === 'typed')
  if (!hit) return null
  const code: SentenceCode = hit.mark.kind === 'initials' ? 'ack_initials' : 'ack_typed'
  return opinion('cannot_tell', 0.85, code, { customer }, { evidence: [evidenceOfMark(hit)] })
}

function sealAlone(own: readonly PlacedMark[], customer: string): Opinion | null {
  const seals = own.filter(({ mark }) => mark.kind === 'seal')
  if (seals.length === 0) return null
  return opinion(
    'cannot_tell',
    0.8,
    'ack_party_unsure',
    { customer },
    { evidence: seals.map(evidenceOfMark) },
  )
}

function openMark(placed: readonly PlacedMark[], customer: string): Opinion | null {
  const open = placed.filter(
    ({ party, mark }) =>
      mark.digital === null && (party === 'unknown' || (party === 'customer' && !mark.isInvited)),
  )
  if (open.length === 0) return null
  return opinion('cannot_tell', 0.8, 'ack_party_unsure', { customer }, { evidence: open.map(evidenceOfMark) })
}

/** Ink that was not taken for a signature, in or by the customer's place: then the place is not called empty. */
function openInk(signatures: Signatures, customer: string): Opinion | null {
  const written = signatures.pages
    .flatMap((page) => page.writtenDates)
    .filter(({ party }) => party === 'customer' || party === 'unknown')
  const stray = signatures.pages.flatMap((page) => strayInk(page))
  const evidence = [...written.map(evidenceOfMark), ...stray]
  return evidence.length > 0
    ? opinion('cannot_tell', 0.75, 'ack_party_unsure', { customer }, { evidence })
    : null
}

/** Signed where the customer should have, with a certificate of the partner. */
function partnerCertificate(digitals: ReturnType<typeof digitalsOf>, customer: string): Opinion | null {
  const found = partnerInCustomersPlace(digitals)
  const [first] = found
  if (!first) return null
  const values = { customer, signer: signerName(first.digital) ?? '–' }
  const rest = { fromAbsence: true, unread: { code: 'ack_not_read', values: { customer } } } as const
  return opinion('not_met', 0.9, 'ack_partner_person', values, {
    ...rest,
    evidence: found.map(({ evidence }) => evidence),
  })
}

function refused(
  signatures: Signatures,
  foreign: readonly PlacedMark[],
  placed: readonly PlacedMark[],
  form: ClaimForm,
  coverage: Coverage,
): Opinion {
  const customer = form.customer.companyName
  const partner = form.partnerCompanyName
  const areas = signatures.pages.flatMap((page) => page.customerAreas)
  const area = areas.at(-1)
  const shown = area ? [evidenceOfPassage(area.cue), evidenceOfPassage(area.anchor.passage)] : []
  const rest = {
    fromAbsence: true,
    unread: { code: 'ack_not_read', values: { customer } },
    nearest: [...shown, ...placed.map(evidenceOfMark)],
  } as const
  if (foreign[0]) {
    const values = { customer, signer: form.partnerContact.name }
    return opinion('not_met', 0.8, 'ack_partner_person', values, {
      ...rest,
      evidence: foreign.map(evidenceOfMark),
    })
  }
  if (area) return opinion('not_met', 0.88, 'ack_empty', { customer }, { ...rest, evidence: shown })
  const signed = placed.filter(({ party }) => party === 'partner')
  if (signed.length > 0)
    return opinion(
      'not_met',
      0.85,
      'ack_partner_only',
      { customer, partner },
      { ...rest, evidence: signed.map(evidenceOfMark) },
    )
  const byMail = refusedByMail(signatures.mails, customer)
  if (byMail) return byMail
  return opinion('not_met', 0.8, 'ack_none', { customer, pages: coverage.pagesRead }, rest)
}

/** Every mark and stamp as a fact for the reviewer, whatever came of it. */
export function signatureFacts(signatures: Signatures, form: ClaimForm): SignatureFact[] {
  const marks = signatures.pages
    .flatMap((page) => page.marks)
    .filter(({ mark }) => mark.kind !== 'esign_stamp')
    .map((one) => markFact(one, form))
  const stamps = signatures.stamps.map(
    (stamp): SignatureFact => ({
      ...UNKNOWN,
      document: stamp.document.file,
      page: stamp.passages.map(evidenceOfPassage)[0]?.page ?? null,
      quads: stamp.passages.flatMap((passage) => evidenceOfPassage(passage).quads),
      kind: 'esign_stamp',
      party: stamp.party,
      signer: stamp.signer,
    }),
  )
  const unseen = signatures.unseen.map(
    ({ document, digital }): SignatureFact => ({
      ...UNKNOWN,
      document: document.file,
      kind: 'cryptographic',
      ...digitalPart(digital, form),
    }),
  )
  return [...marks, ...stamps, ...unseen, ...mailSignatureFacts(signatures.mails)]
}

const UNKNOWN = {
  page: null,
  quads: [],
  party: 'unknown',
  signer: null,
  date: null,
  intact: null,
  changedAfterSigning: null,
  coversWholeDocument: null,
} as const satisfies Partial<SignatureFact>

type Digital = NonNullable<PlacedMark['mark']['digital']>

/** Whose it is says the certificate; the place alone doesn't. */
const digitalPart = (digital: Digital, form: ClaimForm): Partial<SignatureFact> => ({
  party: signerOf(digital, form) ?? 'unknown',
  signer: signerName(digital),
  date: digital.signedAt?.at ?? digital.declaredAt,
  intact: digital.intact,
  changedAfterSigning: digital.changedAfterSigning,
  coversWholeDocument: digital.coversWholeDocument,
})

function markFact({ mark, party }: PlacedMark, form: ClaimForm): SignatureFact {
  const { document, page, quads } = shownPlace(mark.document, mark.page, [], mark.quads)
  return {
    ...UNKNOWN,
    document,
    page,
    quads,
    kind: mark.kind,
    party,
    ...(mark.digital ? digitalPart(mark.digital, form) : {}),
  }
}
