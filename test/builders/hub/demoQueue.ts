import { DemoClaim, DemoQueue } from '../../../src-main/hub/demo/demoShape.ts'
import { aHubClaim, type ClaimWish } from './hubClaim.ts'
import { PEOPLE } from './testHub.ts'

type DemoWish = Pick<ClaimWish, 'claimId' | 'products'> &
  Partial<Pick<DemoClaim, 'state' | 'subState' | 'clock' | 'heldBy' | 'submitted' | 'documents' | 'comments'>>

/** A demo claim with one document, submitted two days ago. */
export function aDemoClaim({ claimId, products, ...wish }: DemoWish = {}): DemoClaim {
  const { submittedAt: _submittedAt, ...form } = aHubClaim({
    claimId: claimId ?? 'D-1',
    ...(products === undefined ? {} : { products }),
  }).form
  return DemoClaim.parse({
    form,
    partnerLanguage: 'en',
    submitted: { daysAgo: 2, notAfter: null },
    state: 'submitted',
    subState: 'queued',
    clock: 'fresh',
    heldBy: null,
    documents: [
      { file: 'proof.pdf', fileName: 'Proof.pdf', mediaType: 'application/pdf', added: 'submission' },
    ],
    comments: [],
    ...wish,
  })
}

/** The people of the tests and one more. */
export function aDemoQueue(claims: readonly DemoClaim[]): DemoQueue {
  return DemoQueue.parse({
    people: [...PEOPLE, { userId: 'extra', name: 'Made up', role: 'reviewer' }],
    claims,
  })
}
