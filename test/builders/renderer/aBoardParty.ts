import { BoardParty } from '../../../src-preload/contract/caseBoard.ts'
import { Evidence } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { aDetail } from './aClaim.ts'

export const A_QUAD = [0, 0, 9, 0, 9, 9, 0, 9]

/** A place on a paper, as evidence of a criterion. */
export const onPaper = (document: string, page: number | null, over: Partial<Evidence> = {}) => ({
  on: 'paper' as const,
  place: Evidence.parse({
    document,
    page,
    rects: [],
    quads: [A_QUAD],
    text: 'text',
    method: 'text',
    ...over,
  }),
})

/** A paper of three pages. */
export const aPaper = (documentId: string, name: string, over: Record<string, unknown> = {}) => ({
  ...aDetail().documents[0],
  documentId,
  fileName: name,
  name,
  pages: 3,
  inner: [],
  ...over,
})

/** A challenger with a statement of work; everything that is given evidence is met. */
export function aBoardParty(
  criteria: Readonly<Record<string, readonly object[]>>,
  over: Record<string, unknown> = {},
): BoardParty {
  return BoardParty.parse({
    claimId: 'C-1',
    partnerName: 'Fernhill Consulting Ltd',
    role: 'challenger',
    claimName: 'Finance rollout',
    state: 'under_review',
    subState: null,
    checker: 'checks',
    criteria: Object.entries(criteria).map(([criterion, evidence]) => ({
      criterion,
      verdict: 'met',
      evidence,
    })),
    unverified: [],
    item: 'i1',
    details: [],
    statement: null,
    untold: [],
    readDays: [],
    readings: [],
    submittedAt: '2026-10-01T09:00:00.000Z',
    window: null,
    acknowledged: null,
    engagement: null,
    documents: [aPaper('d1', 'sow.pdf')],
    own: [],
    ...over,
  })
}
