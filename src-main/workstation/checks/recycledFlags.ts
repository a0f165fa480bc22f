import type { Flag } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimDocument, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { likeness, type PrintKind } from '../../domain/evidence/prints.ts'
import { type ClaimSide, weightOfReuse } from '../../domain/evidence/recycled.ts'
import {
  listCarriers,
  listPrintMeetings,
  type OtherClaim,
  type PrintMeeting,
} from '../../store/evidenceRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listSightings } from '../../store/sightingsRepo.ts'
import { documentNames } from './documentNames.ts'

/** More claims with one paper say nothing more. */
const MOST_FLAGS = 10

/** One piece of evidence of this claim on another one. */
interface Reuse {
  readonly what: PrintKind | 'bytes'
  readonly sha256: Sha256
  readonly page: number | null
  readonly other: ClaimSide & { readonly claimId: ClaimId }
  /** How it is known again: "SHA-256", "p. 2", "92 %". */
  readonly by: string
}

/**
 * Evidence of this claim that stands on another claim too, here or as the hub has seen it. Looked up when the claim is shown and not kept
 * with its findings: so it is known on both claims from the moment the second one is, whichever was first.
 */
export function recycledFlags(store: ReadStore, record: ClaimRecord): Flag[] {
  const own = sideOf(record)
  const found = [...sameBytes(store, record), ...alikePrints(store, record)]
  const seen = new Set<string>()
  const flags = found.flatMap((reuse): Flag[] => {
    const kind = reuse.what === 'signature' ? 'signature_reused' : 'shared_evidence'
    const severity = weightOfReuse(reuse.what, own, reuse.other)
    const key = `${kind} ${reuse.sha256} ${reuse.other.claimId}`
    const document = nameOf(record.documents, reuse.sha256)
    if (severity === null || document === null || seen.has(key)) return []
    seen.add(key)
    const { claimId, customerName, partnerName } = reuse.other
    const text = [claimId, customerName, partnerName, reuse.by].join(' · ')
    return [{ kind, document, page: reuse.page, quads: [], text, severity }]
  })
  return flags.slice(0, MOST_FLAGS)
}

/** Other claims which now show something of this one's documents. */
export function claimsWithSameEvidence(store: ReadStore, record: ClaimRecord): ClaimId[] {
  const found = [...sameBytes(store, record), ...alikePrints(store, record)]
  return [...new Set(found.map(({ other }) => other.claimId))]
}

export const sideOf = ({ form }: ClaimRecord): ClaimSide => ({
  mpnId: form.mpnId,
  partnerName: form.partnerCompanyName,
  tenantId: form.customer.tenantId,
  customerName: form.customer.companyName,
})

function nameOf(documents: readonly ClaimDocument[], sha256: Sha256): string | null {
  const at = documents.findIndex((document) => document.sha256 === sha256)
  return documentNames(documents)[at] ?? null
}

function sameBytes(store: ReadStore, { form, documents }: ClaimRecord): Reuse[] {
  return documents.flatMap(({ sha256 }) => {
    const here = listCarriers(store, sha256, form.claimId)
    const atHub = listSightings(store, form.claimId, sha256)
    const elsewhere = atHub
      .filter(({ claimId }) => claimId !== form.claimId && !here.some((one) => one.claimId === claimId))
      .map((one) => ({ ...one, mpnId: null, tenantId: null }))
    return [...here, ...elsewhere].map(
      (other): Reuse => ({ what: 'bytes', sha256, page: null, other, by: 'SHA-256' }),
    )
  })
}

function alikePrints(store: ReadStore, { form, documents }: ClaimRecord): Reuse[] {
  const own = new Set(documents.map(({ sha256 }) => sha256))
  const alike = listPrintMeetings(store, form.claimId)
    .filter(({ otherSha256 }) => !own.has(otherSha256))
    .map((meeting) => ({ meeting, share: likeness(meeting.kind, meeting.value, meeting.otherValue) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
  const carriers = new Map<Sha256, OtherClaim[]>()
  const carriersOf = (sha256: Sha256): OtherClaim[] => {
    const known = carriers.get(sha256) ?? listCarriers(store, sha256, form.claimId)
    carriers.set(sha256, known)
    return known
  }
  return alike.flatMap(({ meeting, share }) =>
    carriersOf(meeting.otherSha256).map((other) => reuseOf(meeting, share, other)),
  )
}

function reuseOf({ kind, sha256, page, otherPage }: PrintMeeting, share: number, other: OtherClaim): Reuse {
  const by = kind === 'text' ? `${Math.round(share * 100)} %` : `p. ${otherPage}`
  return { what: kind, sha256, page: page === 0 ? null : page, other, by }
}
