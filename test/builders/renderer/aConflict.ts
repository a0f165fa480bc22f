import { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import { aForm, instantAt, SHA } from './aClaim.ts'

type Loose = Record<string, unknown>

const document = { documentId: 'd1', sha256: SHA, fileName: 'SOW v1.pdf' }

/** How a claim under review stood. */
export function aBase(over: Loose = {}): Loose {
  return {
    revision: 3,
    state: 'under_review',
    subState: 'in_review',
    stateChangedAt: instantAt(-24),
    assignedTo: { userId: 'u-reviewer', name: 'Marta Ginevri', until: instantAt(0.5) },
    documents: [document],
    items: [{ id: 'i1', name: 'Teams Phone' }],
    policy: { id: 'seed-2020', version: 7 },
    competingClaims: 0,
    lastEntryId: null,
    ...over,
  }
}

interface ConflictOptions {
  /** Makes the ids: two conflicts need two. */
  readonly at?: number
  readonly conflict?: Loose
  readonly mine?: Loose
  readonly over?: Loose
}

/** A rejection that met a replaced document; parsed by the contract, so that it cannot drift away from it. */
export function aConflict({ at = 1, conflict, mine, over }: ConflictOptions = {}): ConflictDetail {
  return ConflictDetail.parse({
    conflict: {
      operationId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      claimId: aForm.claimId,
      claimName: aForm.claimName,
      kind: 'request_info',
      reason: 'document_replaced',
      madeAt: instantAt(-2),
      revision: 3,
      byUserId: 'u-reviewer',
      metAt: instantAt(-1),
      ...conflict,
    },
    mine: {
      reasons: ['POE_MISSING_OR_OLD_DATES', 'POE_MISSING_CUSTOMER_ACK'],
      comment:
        'Dear Tidewater Cloud Partners,\n\nwe could not find a date beside the signature on page 3. Please send a signed and dated version.\n\nThe review team',
      note: '',
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
      verdicts: [
        {
          criterion: 'dates',
          item: null,
          verdict: 'not_met',
          reason: 'Nobody of the customer dated anything.',
        },
        { criterion: 'customerAcknowledgment', item: null, verdict: 'cannot_tell', reason: null },
      ],
      toName: null,
      ...mine,
    },
    base: aBase(),
    theirs: aBase({
      revision: 5,
      subState: 'resubmitted',
      stateChangedAt: instantAt(-1.5),
      documents: [{ ...document, sha256: 'b'.repeat(64), fileName: 'SOW v2.pdf' }],
    }),
    since: [
      {
        entryId: 'h1',
        at: instantAt(-1.5),
        side: 'partner',
        kind: 'document_added',
        actorName: 'Marcus Ellery',
        fromState: null,
        toState: null,
        detail: 'SOW v2.pdf',
      },
      {
        entryId: 'h2',
        at: instantAt(-1.4),
        side: 'partner',
        kind: 'resubmitted',
        actorName: 'Marcus Ellery',
        fromState: null,
        toState: null,
        fromSubState: 'open',
        toSubState: 'resubmitted',
        detail: null,
      },
    ],
    documents: { added: ['SOW v2.pdf'], removed: ['SOW v1.pdf'] },
    decided: null,
    choices: [
      { choice: 'redo', blocks: [] },
      { choice: 'send_again', blocks: [{ reason: 'criterion_open', criterion: 'dates', item: null }] },
      { choice: 'hand_over', blocks: [] },
      { choice: 'let_go', blocks: [] },
    ],
    ...over,
  })
}
