import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { OpenDispute } from '../../../../src-preload/contract/related.ts'
import { aDetail, aFinding, aForm, SHA, someMatters } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus, type Loose, MINE, ROWS } from './queueScenes.ts'

const HOUR = 60
const DAY = 24 * HOUR
const REJECTED_AT = after(-9 * DAY)
const LEAD = { userId: 'u-lead', name: 'Paul Brandt', role: 'team_lead' }
const KESSLER = { userId: 'u-team-lead', name: 'Anouk Kessler', role: 'reviewer' }

const aClock = (minutes: number) => ({
  timer: 'dispute_review',
  startedAt: after(minutes - 5 * DAY),
  dueAt: after(minutes),
  halfAt: after(minutes - 2.5 * DAY),
  threeQuartersAt: after(minutes - 1.25 * DAY),
  nineTenthsAt: after(minutes - 0.5 * DAY),
  pausedShare: null,
})

const aDispute = (over: Loose) =>
  OpenDispute.parse({
    claimId: aForm.claimId,
    claimName: aForm.claimName,
    state: 'under_review',
    subState: 'dispute_review',
    revision: 3,
    customerName: aForm.customer.companyName,
    partnerName: aForm.partnerCompanyName,
    clock: aClock(30 * HOUR),
    openedAt: after(-2 * DAY),
    newPapers: 1,
    reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_CONSENT_ON_POE'],
    rejectedAt: REJECTED_AT,
    firstDecider: { userId: 'u-lead', name: 'Paul Brandt' },
    isBarred: false,
    deciders: [KESSLER],
    assignedTo: null,
    ...over,
  })

const list = (over: Loose) => [
  aDispute(over),
  aDispute({
    claimId: '42880177',
    claimName: 'Distribuzione Teams e Intune, stabilimenti di Bolzano e Trento',
    partnerName: 'Nuvola Alpina S.r.l.',
    customerName: 'Ceramiche Valdorcia S.p.A.',
    clock: aClock(62 * HOUR),
  }),
  aDispute({
    claimId: '42880188',
    claimName: 'Polderpunt Exchange',
    state: 'partner_action_required',
    subState: 'open',
    clock: aClock(80 * HOUR),
  }),
]

const judged = (criterion: string, verdict: string | null, item: string | null = null) => ({
  criterion,
  item,
  verdict,
})
const JUDGED = [
  judged('usablePoe', 'met'),
  judged('customerAcknowledgment', 'not_met'),
  judged('dates', 'not_met'),
  judged('products', 'met', 'i1'),
  judged('serviceDescription', 'met'),
]
const LETTER = `Dear Marcus Ellery,

We could not approve your claim. The statement of work carries no signature of the customer, and its date lies more than twelve months before the claim was submitted.

You may dispute this decision within 30 days: open the claim in Partner Center and choose Dispute.`

const aComment = (commentId: string, side: string, authorName: string, at: string, text: string) => ({
  commentId,
  side,
  authorName,
  at,
  text,
  visibility: 'partner_visible',
})

const disputed = (claimId: string) => {
  const base = aDetail({
    findings: [
      aFinding('usablePoe', 'met'),
      aFinding('customerAcknowledgment', 'met'),
      aFinding('dates', 'cannot_tell'),
      aFinding('products', 'met'),
      aFinding('serviceDescription', 'met'),
    ],
    form: { claimId },
    claim: {
      ...MINE,
      subState: 'dispute_review',
      comments: [
        aComment('k1', 'reviewer', 'Paul Brandt', REJECTED_AT, LETTER),
        aComment(
          'k2',
          'partner',
          'Marcus Ellery',
          after(-DAY),
          'The countersigned page is page 3 of the new file.',
        ),
      ],
      matters: someMatters({
        rejection: {
          at: REJECTED_AT,
          reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_CONSENT_ON_POE'],
          byUserId: 'u-lead',
          judged: JUDGED,
        },
        dispute: {
          openedAt: after(-2 * DAY),
          justification:
            'The customer signed on 14 April 2026. We attach the countersigned statement of work; the first upload was the draft.',
          documentIds: ['d2'],
          decidedAt: null,
        },
        disputes: 1,
      }),
    },
  })
  const paper = {
    documentId: 'd2',
    sha256: SHA.replaceAll('a', 'b'),
    fileName: 'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 40_000,
    addedAt: after(-2 * DAY),
    kind: 'SOW' as const,
    addedBy: 'Marcus Ellery',
  }
  const first = base.claim.documents.map((one) => ({ ...one, addedAt: after(-30 * DAY) }))
  const documents = [...first, paper]
  return {
    ...base,
    claim: { ...base.claim, documents: documents as typeof base.claim.documents },
    documents: [
      ...base.documents,
      { ...paper, availability: 'local', url: '/documents/b' },
    ] as typeof base.documents,
  }
}

const inDispute = (over: Loose): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'claims.count': ({ filters }) => ({
    counts: filters.map(({ text }) => ({
      claims: text.startsWith('status:dispute_review') ? (text.includes('snoozed') ? 0 : 2) : ROWS.length,
      isMore: false,
    })),
  }),
  'claims.disputes': () => ({ disputes: list(over) }),
  'claims.open': ({ claimId }) => disputed(claimId),
  'session.current': () => ({
    user: { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' } as never,
    others: [],
    colleagues: [KESSLER, LEAD] as never,
  }),
})

/** Disputes of somebody else's rejections, and one of this person's own. */
export const openDisputes = (): Partial<Handlers> => inDispute({})
export const ownDispute = (): Partial<Handlers> =>
  inDispute({
    firstDecider: { userId: 'u-reviewer', name: 'Marta Ginevri' },
    isBarred: true,
    deciders: [KESSLER, LEAD],
  })
