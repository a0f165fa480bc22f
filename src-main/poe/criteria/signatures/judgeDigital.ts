import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DigitalSignatureFacts } from '../../facts/documentFacts.ts'
import { opinion, type Opinion } from '../opinion.ts'
import { evidenceOfMark } from './evidenceOfMark.ts'
import { signerName, signerOf, type Standing, standingOf } from './digitalSigner.ts'
import type { Signatures } from './findSignatures.ts'
import type { JudgedDocument } from '../text/passages.ts'

/** A cryptographic signature with all that decides what it is worth. */
export interface Digital {
  readonly document: JudgedDocument
  readonly digital: DigitalSignatureFacts
  readonly standing: Standing
  /** Whose the certificate is. */
  readonly signer: 'customer' | 'partner' | null
  /** Whose place it stands in; null where it stands in nobody's, or shows nowhere. */
  readonly block: 'customer' | 'partner' | 'other' | null
  readonly evidence: Evidence
}

export function digitalsOf(signatures: Signatures, form: ClaimForm): Digital[] {
  const shown = signatures.pages.flatMap(({ marks }) =>
    marks.flatMap((placed) => {
      const { digital, document } = placed.mark
      if (digital === null) return []
      return [{ document, digital, block: placed.anchor?.party ?? null, evidence: evidenceOfMark(placed) }]
    }),
  )
  const unseen = signatures.unseen.map(({ document, digital }) => ({
    document,
    digital,
    block: null,
    evidence: evidenceWithoutPlace(document, digital),
  }))
  return [...shown, ...unseen].map((one) => ({
    ...one,
    standing: standingOf(one.digital),
    signer: signerOf(one.digital, form),
  }))
}

const evidenceWithoutPlace = ({ file }: JudgedDocument, digital: DigitalSignatureFacts): Evidence => ({
  document: file,
  page: null,
  rects: [],
  quads: [],
  text: signerName(digital),
  method: 'cms',
})

/** Anyone can make himself a certificate with any name: it counts where the customer was to sign, as any other mark there does. */
const counts = ({ digital, block }: Digital): boolean =>
  digital.certificate?.selfSigned !== true || block === 'customer'

/** The customer's own signature that holds; null when there is none. */
export function soundDigital(all: readonly Digital[], customer: string): Opinion | null {
  const own = all.filter((one) => one.standing === 'sound' && one.signer === 'customer' && counts(one))
  const [first] = own.toSorted((a, b) => Number(b.evidence.page !== null) - Number(a.evidence.page !== null))
  if (!first) return null
  const values = { customer, signer: signerName(first.digital) ?? '–' }
  const confidence = first.digital.certificate?.selfSigned === true ? 0.8 : 0.95
  return opinion('met', confidence, 'ack_cryptographic', values, {
    evidence: [first, ...own.filter((one) => one !== first)].map(({ evidence }) => evidence),
  })
}

/** What other cryptographic signatures leave of the question: open while one may be the customer's, else broken. */
export function openDigital(all: readonly Digital[], customer: string): Opinion | null {
  const ofCustomer = all.filter(isPerhapsCustomers)
  const open = ofCustomer.filter(({ standing }) => standing !== 'broken')
  const shown = open.length > 0 ? open : ofCustomer
  const [first] = shown
  if (!first) return null
  const values = { customer, signer: signerName(first.digital) ?? '–' }
  const rest = { evidence: shown.map(({ evidence }) => evidence) }
  return open.length > 0
    ? opinion('cannot_tell', 0.85, 'ack_cryptographic_unverified', values, rest)
    : opinion('not_met', 0.95, 'ack_cryptographic_broken', values, rest)
}

/** A stranger's signature in the partner's place is the partner's affair. */
function isPerhapsCustomers({ signer, block, standing }: Digital): boolean {
  if (signer === 'partner') return false
  return signer === 'customer' || block === 'customer' || (block === null && standing !== 'broken')
}

/** Signatures in the customer's place by certificates of the partner. */
export const partnerInCustomersPlace = (all: readonly Digital[]): Digital[] =>
  all.filter(({ signer, block }) => signer === 'partner' && block === 'customer')
