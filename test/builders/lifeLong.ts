import { NO_MATTERS } from '../../src-preload/contract/vocabulary/noMatters.ts'
import { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { aClaimRecord } from './claimRecord.ts'

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`
const checked = { checkedAt: on(2), source: 'directory' }

/** A claim in which nothing that a record may say is left empty. */
export function aLifeLong(): ClaimRecord {
  const plain = aClaimRecord({ documents: [{ documentId: 'd1', bytes: new Uint8Array([1]) }] })
  return ClaimRecord.parse({
    ...plain,
    form: {
      ...plain.form,
      program: 'UNKNOWN',
      laterFlow: { optOutOfIncentivePayment: true, acknowledged: true },
    },
    state: 'unknown',
    subState: null,
    calendar: { id: 'review-team', version: 4 },
    documents: plain.documents.map((one) => ({ ...one, kind: 'SOW', addedBy: 'Owen Pritchard' })),
    comments: [comment('c1', null), comment('c2', 'c1')],
    history: [
      {
        entryId: 'h1',
        at: on(4),
        side: 'reviewer',
        kind: 'information_requested',
        actorName: 'Marta Ginevri',
        fromState: 'under_review',
        toState: 'partner_action_required',
        fromSubState: 'in_review',
        toSubState: 'open',
        reasons: ['POE_MISSING_CUSTOMER_ACK'],
        changes: [{ field: 'mpnId', before: '4471902', after: '4471903' }],
        detail: 'The signed page is missing.',
      },
    ],
    matters: {
      ...NO_MATTERS,
      infoRequest: {
        requestedAt: on(4),
        reasons: ['POE_MISSING_CUSTOMER_ACK'],
        items: ['i1'],
        mayRemoveItems: true,
        commentedAt: on(5),
        answeredAt: on(6),
      },
      infoRounds: 1,
      partnerRequest: { askedAt: on(7), reason: 'WRONG_MPN', commentId: 'c2' },
      rejection: { at: on(8), reasons: ['REJ_PARTNER_REQUEST'], byUserId: 'u-reviewer' },
      dispute: { openedAt: on(9), justification: 'A mistake.', documentIds: ['d1'], decidedAt: null },
      disputes: 1,
      consent: { noticedAt: on(10), decision: 'declined', decidedAt: on(11), inWindow: true },
      firstReviewedAt: on(4),
      heldSince: on(12),
    },
    lookups: {
      subscriptions: [
        {
          itemId: 'i1',
          subscriptionId: 'as typed',
          codes: ['SUB_NOT_AN_ID'],
          productName: 'Dynamics 365 Sales',
          status: 'in_grace',
          provisioning: 'success',
          channel: 'WEB_DIRECT',
          endsOn: '2026-12-31',
          siblings: 2,
          ...checked,
        },
      ],
      partner: {
        mpnId: '4471902',
        isKnown: true,
        isOrganisation: false,
        companyName: 'Fernhill Consulting Ltd',
        enrollments: [{ program: 'OSU_M365', enrolled: true }],
        partnerType: 'FRP',
        ...checked,
      },
      domains: [{ domain: 'northgate.example', tenantId: plain.form.customer.tenantId, ...checked }],
    },
    createdBy: { name: 'Owen Pritchard', role: 'incentives_admin' },
    isMigrated: true,
    replaces: '208300',
    unknown: { status: 'Frozen', program: 'OSU_QUANTUM', solutionArea: null, activities: ['DREAMING'] },
    competingClaims: 2,
  })
}

const comment = (commentId: string, inReplyTo: string | null) => ({
  commentId,
  side: 'partner',
  authorName: 'Owen Pritchard',
  at: on(5),
  text: 'See page 2.',
  visibility: 'partner_visible',
  inReplyTo,
})
