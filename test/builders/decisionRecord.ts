import { DecisionRecord, type RecordReply } from '../../src-preload/contract/recordShape.ts'
import { Instant, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { SEED_2020 } from './policy.ts'
import { aDetail, aFinding, aForm, SHA } from './renderer/aClaim.ts'

const AT = '2026-11-20T15:42:00.000Z'
const ID = '00000000-0000-4000-8000-0000000000d1'

/** The rejection of the one claim of the window's scenes. */
export function aDecisionRecord(): DecisionRecord {
  const { claim, criteria, report } = aDetail({
    findings: [
      aFinding('usablePoe', 'met'),
      aFinding('customerAcknowledgment', 'not_met'),
      aFinding('dates', 'not_met'),
      aFinding('products', 'met'),
      aFinding('serviceDescription', 'met'),
    ],
  })
  const { policy, documents } = claim
  const hash = 'c'.repeat(64)
  return DecisionRecord.parse({
    decision: {
      operationId: ID,
      kind: 'reject',
      byUserId: 'u-reviewer',
      byName: 'Marta Ginevri',
      role: 'reviewer',
      madeAt: AT,
      claimRevision: claim.revision,
      policy,
      documentHashes: documents.map(({ sha256 }) => sha256),
      action: { kind: 'reject', reasons: ['REJ_INSUFFICIENT_POE'], note: 'Asked twice, nothing came.' },
      standing: 'applied',
      letter:
        'Dear Marcus Ellery,\n\nThe statement of work carries no signature of the customer, and its date lies more than twelve months before the claim was submitted.\n\nYou may dispute this decision within 30 days.',
    },
    claim,
    findings: { report, criteria, ownEvidence: [], detailWords: [], readDays: [] },
    policy: SEED_2020,
    calendar: null,
    pagesSeen: [{ sha256: SHA, inside: '', by: 'u-reviewer', pages: '1-3' }],
    history: {
      history: [
        {
          entryId: 'h1',
          at: '2026-11-02T09:00:00.000Z',
          side: 'partner',
          kind: 'submitted',
          actorName: 'Marcus Ellery',
          fromState: null,
          toState: 'submitted',
          detail: null,
        },
        {
          entryId: 'h2',
          at: AT,
          side: 'reviewer',
          kind: 'rejected',
          actorName: 'Marta Ginevri',
          fromState: 'under_review',
          toState: 'rejected',
          detail: null,
        },
      ],
      comments: [],
    },
    audit: [
      {
        entry: 41,
        at: '2026-11-20T15:31:00.000Z',
        actor: 'u-reviewer',
        act: 'claim_opened',
        facts: {},
        previousHash: hash,
        hash,
      },
      {
        entry: 44,
        at: AT,
        actor: 'u-reviewer',
        act: 'reject',
        facts: { operationId: ID },
        previousHash: hash,
        hash,
      },
    ],
    made: {
      at: '2026-11-21T08:10:00.000Z',
      by: { userId: 'u-team-lead', name: 'Ingrid Solvang', role: 'team_lead' },
      version: '0.1.0',
      contract: 24,
      checker: 'checker 31',
      reader: 'reader 22',
    },
    papers: [SHA],
  })
}

export const aVerifiedRecord = (): RecordReply => ({
  reading: { outcome: 'verified', sha256: Sha256.parse('d'.repeat(64)), record: aDecisionRecord() },
  madeHereAt: Instant.parse('2026-11-21T08:10:00.000Z'),
})

export const anAlteredRecord = (): RecordReply => ({
  reading: {
    outcome: 'altered',
    entries: [
      { name: 'decision.json', problem: 'changed' },
      { name: `documents/${aForm.claimId.padStart(64, '0')}`, problem: 'missing' },
    ],
  },
  madeHereAt: null,
})
