import { NO_MATTERS } from '../../src-preload/contract/vocabulary/noMatters.ts'
import { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { createHash } from 'node:crypto'
import { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'

/** Everything a test may want to say about a claim; the rest is a plain Microsoft 365 usage claim under review. */
export interface ClaimWishes {
  readonly claimId?: string
  readonly claimName?: string
  readonly customerName?: string
  readonly partnerName?: string
  readonly items?: readonly { id: string; name: string }[]
  readonly state?: ClaimRecord['state']
  readonly subState?: ClaimRecord['subState']
  readonly revision?: number
  readonly documents?: readonly { documentId: string; bytes: Uint8Array; fileName?: string }[]
  readonly dueAt?: string | null
  readonly comments?: ClaimRecord['comments']
  readonly history?: ClaimRecord['history']
  readonly matters?: Partial<ClaimRecord['matters']>
  /** Instead of the one clock that is due at `dueAt`. */
  readonly clocks?: ClaimRecord['clocks']
  /** Anything else that the record may say. */
  readonly also?: Partial<ClaimRecord>
}

export function sha256Of(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
}

const SUBMITTED_AT = '2026-11-02T09:00:00.000Z'

/** A clock that is due at an instant, or runs paused when that is null. */
export function aClock(dueAt: string | null) {
  const at = dueAt
  return {
    timer: 'review' as const,
    startedAt: SUBMITTED_AT,
    dueAt: at,
    halfAt: at,
    threeQuartersAt: at,
    nineTenthsAt: at,
    pausedShare: at === null ? 0.4 : null,
  }
}

export function aClaimRecord(wishes: ClaimWishes = {}): ClaimRecord {
  const { dueAt = '2026-11-30T23:00:00.000Z' } = wishes
  return ClaimRecord.parse({
    form: aForm(wishes),
    partnerLanguage: 'en',
    state: wishes.state ?? 'under_review',
    subState: wishes.subState === undefined ? 'in_review' : wishes.subState,
    stateChangedAt: '2026-11-03T09:00:00.000Z',
    revision: wishes.revision ?? 3,
    policy: { id: 'seed-2020', version: 1 },
    assignedTo: null,
    documents: (wishes.documents ?? []).map(({ documentId, bytes, fileName }) => ({
      documentId,
      sha256: sha256Of(bytes),
      fileName: fileName ?? `${documentId}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: bytes.byteLength,
      addedAt: SUBMITTED_AT,
    })),
    comments: wishes.comments ?? [],
    history: wishes.history ?? [],
    clocks: wishes.clocks ?? [aClock(dueAt)],
    matters: { ...NO_MATTERS, ...wishes.matters },
    calendar: { id: 'review-team', version: 1 },
    competingClaims: 0,
    ...wishes.also,
  })
}

function aForm(wishes: ClaimWishes) {
  return {
    claimId: wishes.claimId ?? '208417',
    claimName: wishes.claimName ?? 'Teams rollout',
    program: 'OSU_M365',
    solutionArea: 'MICROSOFT_365',
    activities: ['USAGE'],
    mpnId: '4471902',
    partnerCompanyName: wishes.partnerName ?? 'Fernhill Consulting Ltd',
    partnerDomains: ['fernhill.example'],
    purchaseChannel: 'VOLUME_LICENSING',
    customer: {
      companyName: wishes.customerName ?? 'Northgate Assurance plc',
      tenantId: '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3',
      domains: ['northgate.example'],
      country: 'GBR',
      isPublicSector: false,
    },
    customerContact: { name: 'Fiona Garside', title: 'Head of IT', email: 'fiona@northgate.example' },
    partnerContact: { name: 'Owen Pritchard', email: 'owen@fernhill.example' },
    items: (wishes.items ?? [{ id: 'i1', name: 'Microsoft Teams' }]).map(({ id, name }) => ({
      id,
      productId: 'm365.teams',
      name,
      subscriptionId: null,
    })),
    submittedAt: SUBMITTED_AT,
  }
}

/** What a partner wrote where everybody of the claim sees it. */
export const aPartnerComment = (text: string, commentId = 'c1') => ({
  commentId,
  side: 'partner' as const,
  authorName: 'Owen Pritchard',
  at: '2026-11-04T09:00:00.000Z' as never,
  text,
  visibility: 'partner_visible' as const,
  inReplyTo: null,
})
