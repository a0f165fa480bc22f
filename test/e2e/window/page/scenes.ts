import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { VersionComparison } from '../../../../src-preload/contract/vocabulary/versionShape.ts'
import { blindFirst, contradicted, guarded, sureThing } from './decideScenes.ts'
import { Readiness } from '../../../../src-preload/contract/sync.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aDetail, aFinding, aForm, SHA } from '../../../builders/renderer/aClaim.ts'
import { aBase, aConflict } from '../../../builders/renderer/aConflict.ts'
import { conflictsOver, type FakeCore, HOST_INFO } from '../../../fakes/renderer/fakeCore.ts'
import { openDisputes, ownDispute } from './disputeScenes.ts'
import { approvedClaim, wholeClaim } from './pageScenes.ts'
import { after, aStatus, held, lateQueue, MINE, onDesk, OTHERS } from './queueScenes.ts'

const WAITING = [
  { operationId: '00000000-0000-4000-8000-0000000000a1', kind: 'take', state: 'waiting' },
  { operationId: '00000000-0000-4000-8000-0000000000a2', kind: 'approve', state: 'waiting' },
  { operationId: '00000000-0000-4000-8000-0000000000a3', kind: 'release', state: 'waiting' },
  { operationId: '00000000-0000-4000-8000-0000000000a4', kind: 'hand_over', state: 'sending' },
]

const READINESS = {
  mine: { local: 13, known: 14 },
  queue: { local: 812, known: 1000 },
  bytes: { used: 812_000_000, budget: 2_000_000_000 },
  missing: [
    ['Harrow Point Teams Phone', 'SOW Harrow Point, signed.pdf', 'coming', true],
    ['Valdorcia Intune e SharePoint', 'Allegato A, rapporto di adozione e formazione.pdf', 'no_room', false],
    ['Polderpunt B.V. Exchange', 'acceptance-2026-03.pdf', 'not_given', false],
    ['Fjordlys Consulting AS', 'scan_0231.pdf', 'damaged', false],
  ].map(([claimName, fileName, why, isMine]) => ({
    claimId: aForm.claimId,
    claimName,
    fileName,
    sizeBytes: 4_200_000,
    why,
    isMine,
  })),
}

const CONFLICTS = [
  aConflict(),
  aConflict({
    at: 2,
    conflict: {
      claimName: 'Distribuzione Teams e Intune, stabilimenti',
      kind: 'approve',
      reason: 'reassigned',
    },
    mine: { reasons: [], comment: '', verdicts: [] },
    over: {
      theirs: aBase({ revision: 4, ...OTHERS }),
      documents: { added: [], removed: [] },
      choices: [
        { choice: 'take_and_redo', blocks: [{ reason: 'held_by_other', criterion: null, item: null }] },
        { choice: 'hand_over', blocks: [] },
        { choice: 'let_go', blocks: [] },
      ],
    },
  }),
  aConflict({
    at: 3,
    conflict: { claimName: 'Purview rollout, phase 2', kind: 'reject', reason: 'claim_deleted' },
    over: { base: null, theirs: null, since: [], choices: [{ choice: 'let_go', blocks: [] }] },
  }),
]

const inTrays: Partial<Handlers> = {
  ...conflictsOver(CONFLICTS),
  'sync.status': () =>
    aStatus({
      conflicts: 3,
      outbox: { held: 0, waiting: 4, oldestAt: after(-17) },
      clockOffsetMs: 7 * 60_000,
    }),
  'sync.outbox': () => ({
    operations: WAITING.map((operation) => ({
      ...operation,
      claimId: ClaimId.parse(aForm.claimId),
      madeAt: after(-17),
      holdUntil: null,
    })) as never,
  }),
  'sync.readiness': () => Readiness.parse(READINESS),
}

const SIBLINGS = ['Harrow Point Intune', 'Harrow Point Purview', 'Harrow Point Exchange'].map(
  (claimName, at) => ({
    claimId: `5000000${at}`,
    claimName,
    partnerName: 'Tidewater Cloud Partners LLC',
    state: 'submitted',
    revision: 2,
  }),
)
const byOther = [{ reason: 'held_by_other', criterion: null, item: null }]
const DRAFT = {
  act: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'The statement of work names another tenant.',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: 'Nothing in it could be mended.',
}
const findings = [aFinding('usablePoe', 'met'), aFinding('dates', 'not_met')]

const aClaimScene = (options: Parameters<typeof aDetail>[0]): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'claims.open': () => aDetail({ findings, ...options }),
})

const changed = (criterion: string, before: string, after: string, document: string | null) => ({
  criterion,
  item: null,
  before,
  after,
  document,
  page: document === null ? null : 3,
  isNewDocument: document !== null,
})
const flagged = (kind: string, text: string | null) => ({
  kind,
  document: 'sow.pdf',
  page: 2,
  quads: [],
  text,
  severity: 'medium',
})

const REUSED = {
  how: 'signature',
  claimId: '42990117',
  partnerName: 'Tidewater Cloud Partners LLC',
  customerName: 'Fjordlys Energi AS',
  share: 1,
  page: 4,
}

/** After a resubmission, with evidence that stands elsewhere too, while other claims are still being checked. */
const rechecked: Partial<Handlers> = {
  'sync.status': () => aStatus({ checks: { waiting: 31, inAll: 812 } }),
  'claims.open': () =>
    aDetail({
      claim: MINE,
      report: {
        // The partner did not say what it is; its layout does.
        documents: [
          {
            file: 'sow.pdf',
            sha256: SHA,
            type: 'pdf',
            pages: 3,
            status: 'read',
            reason: null,
            kind: 'POE_TEMPLATE',
          },
        ],
        flags: [
          { ...flagged('shared_evidence', null), reuse: REUSED },
          flagged('document_replaced', 'Allegato A, rapporto di adozione e formazione.pdf'),
        ],
      },
      over: {
        recheck: {
          since: after(-90),
          added: ['SOW Harrow Point, signed by Denise Kowalczyk.pdf'],
          removed: [],
          changes: [
            changed(
              'customerAcknowledgment',
              'not_met',
              'met',
              'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
            ),
            changed('dates', 'met', 'cannot_tell', null),
          ],
        },
      },
    }),
}

const inVersion = (version: 'before' | 'after', fileName: string, addedAt: string) => ({
  ...aDetail().documents[0],
  documentId: version,
  sha256: (version === 'before' ? 'b' : 'c').repeat(64),
  fileName,
  addedAt,
  addedBy: 'Denise Kowalczyk',
  availability: 'missing',
})
const words = (text: string, page: number) => ({
  text,
  places: [{ page, quads: [[60, 600, 160, 600, 160, 612, 60, 612]] }],
})
const CHANGES = [
  { kind: 'changed', isUnsure: false, before: words('410', 1), after: words('460', 1) },
  {
    kind: 'removed',
    isUnsure: false,
    before: words('The partner may charge travel between its offices in Leeds and Hull as it arises.', 1),
    after: null,
  },
  {
    kind: 'added',
    isUnsure: false,
    before: null,
    after: words('Microsoft Teams Phone is among the products of this statement of work.', 2),
  },
  { kind: 'changed', isUnsure: true, before: words('2025', 4), after: words('2026', 4) },
  {
    kind: 'moved',
    isUnsure: false,
    before: words('For the customer: Fiona Garside', 3),
    after: words('For the customer: Fiona Garside', 4),
  },
]

/** A paper came anew, and stands beside the one that it replaces. */
const compared: Partial<Handlers> = {
  ...rechecked,
  'host.info': () => ({ ...HOST_INFO, viewerUrl: '/no-viewer/' }),
  'claims.open': () =>
    aDetail({
      claim: MINE,
      over: {
        documents: [
          inVersion('before', 'SOW Harrow Point.pdf', after(-9000)),
          inVersion('after', 'SOW Harrow Point, signed by Denise Kowalczyk.pdf', after(-90)),
        ],
        versions: [{ before: 'before', after: 'after', likeness: 'changed' }],
        recheck: {
          since: after(-90),
          added: [],
          removed: [],
          changes: [
            changed(
              'customerAcknowledgment',
              'not_met',
              'met',
              'SOW Harrow Point, signed by Denise Kowalczyk.pdf',
            ),
          ],
        },
      },
    }),
  'documents.compare': () => ({
    outcome: 'compared',
    comparison: VersionComparison.parse({
      likeness: 'changed',
      changes: CHANGES,
      before: { inAll: 4, pictured: [4], unread: [4] },
      after: { inAll: 5, pictured: [4, 5], unread: [4, 5] },
    }),
  }),
}

const ownAt = (at: number, note: string) => ({
  evidenceId: `00000000-0000-4000-8000-00000000000${at}`,
  criterion: at === 1 ? 'usablePoe' : 'dates',
  item: null,
  sha256: SHA,
  inside: [],
  page: at,
  quads: [[0, 0, 10, 0, 10, 10, 0, 10]],
  text: 'Kingsferry, 14 April 2026',
  note,
  byUserId: 'u-reviewer',
  byName: 'Marta Ginevri',
  at: after(-20),
})

/** The sample workspace at its first start. */
const inSample: Partial<Handlers> = {
  'host.info': () => ({ ...HOST_INFO, isSample: true }),
  'claims.open': () => aDetail({ findings, claim: MINE }),
  'sample.reset': () => ({ outcome: 'reset' }),
}

/** What the window is put in front of, by name. */
export const SCENES: Readonly<
  Record<string, { readonly hash: string; readonly handlers: () => Partial<Handlers> }>
> = {
  trays: { hash: '#/trays', handlers: () => inTrays },
  compared: { hash: `#/claims/${aForm.claimId}`, handlers: () => compared },
  traysEmpty: { hash: '#/trays', handlers: () => ({ 'sync.status': () => aStatus() }) },
  traysFailed: {
    hash: '#/trays',
    handlers: () => ({
      'sync.conflicts': () => {
        throw new Error('The disk is gone.')
      },
      'sync.readiness': () => {
        throw new Error('The disk is gone.')
      },
    }),
  },
  readiness: { hash: '#/trays/readiness', handlers: () => inTrays },
  recovery: {
    hash: '#/queue',
    handlers: () => ({
      'sync.status': () =>
        aStatus({
          recovery: { at: after(-30), operations: 3, keptAs: 'workstation-2026-11-21T115500.damaged' },
        }),
    }),
  },
  queue: { hash: '#/queue', handlers: () => ({ 'sync.status': () => aStatus({ isLive: false }) }) },
  desk: { hash: '#/queue', handlers: onDesk },
  settings: { hash: '#/settings', handlers: onDesk },
  help: { hash: '#/help/judging', handlers: onDesk },
  sample: { hash: '#/queue', handlers: () => ({ ...onDesk(), ...inSample }) },
  lateQueue: { hash: '#/queue', handlers: lateQueue },
  free: { hash: `#/claims/${aForm.claimId}`, handlers: () => aClaimScene({ blocks: { release: byOther } }) },
  mine: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => aClaimScene({ claim: MINE, over: { siblings: SIBLINGS } }),
  },
  other: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () =>
      aClaimScene({
        claim: OTHERS,
        blocks: { take: byOther, approve: byOther, request_info: byOther, reject: byOther },
      }),
  },
  draft: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => aClaimScene({ claim: MINE, over: { draft: { draft: DRAFT, savedAt: after(-90) } } }),
  },
  own: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () =>
      aClaimScene({
        claim: MINE,
        over: {
          ownEvidence: [
            ownAt(1, 'Firma autografa accanto al nome, come sul timbro della prima pagina.'),
            ownAt(2, ''),
          ],
        },
      }),
  },
  whole: { hash: `#/claims/${aForm.claimId}`, handlers: wholeClaim },
  approved: { hash: `#/claims/${aForm.claimId}`, handlers: approvedClaim },
  disputes: { hash: '#/disputes', handlers: openDisputes },
  ownDispute: { hash: '#/disputes', handlers: ownDispute },
  noDisputes: { hash: '#/disputes', handlers: () => ({ 'sync.status': () => aStatus() }) },
  rechecked: { hash: `#/claims/${aForm.claimId}`, handlers: () => rechecked },
  guarded: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...guarded }),
  },
  blindFirst: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...blindFirst }),
  },
  contradicted: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...contradicted }),
  },
  sureThing: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...sureThing }),
  },
  ended: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () =>
      aClaimScene({
        claim: held('Marta Ginevri', 'u-reviewer', -1),
        over: { draft: { draft: DRAFT, savedAt: after(-90) } },
      }),
  },
}

declare global {
  interface Window {
    /** The core that the window talks to; specs change its answers and make it tell of changes. */
    coreUnderTest?: FakeCore
  }
}
