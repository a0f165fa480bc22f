import { lockedScenes } from './lockedScenes.ts'
import { signInScenes } from './signInScenes.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { advisory, blindFirst, contradicted, guarded, sureThing } from './decideScenes.ts'
import { Readiness } from '../../../../src-preload/contract/sync.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aDetail, aFinding, aForm, SHA } from '../../../builders/renderer/aClaim.ts'
import { aBase, aConflict } from '../../../builders/renderer/aConflict.ts'
import { conflictsOver, type FakeCore } from '../../../fakes/renderer/fakeCore.ts'
import { approachable, partlyApproachable } from './approachScenes.ts'
import { begunDecision, caseConflict, decidable, decidedCase } from './decisionScenes.ts'
import { castVote, freeVote, sealedVote, splitVotes, waitingVotes } from './voteScenes.ts'
import { verifiable, verifiableClaim } from './verifyScenes.ts'
import {
  lateFile,
  missingParty,
  noPrinter,
  openCases,
  savedFile,
  THE_CASE,
  threeParties,
} from './arbitrationScenes.ts'
import { othersLog, savedTable, wholeLog } from './reportScenes.ts'
import { busyTeam, quietTeam, raisedClaim, withMessages } from './teamScenes.ts'
import { openDisputes, ownDispute } from './disputeScenes.ts'
import { failedBoard, lateBoard, leadBoard, quietBoard } from './leadScenes.ts'
import { policyScenes } from './policyScenes.ts'
import { awayQuality, begunReview, leadQuality, ownQuality } from './qualityScenes.ts'
import type { Scene } from './scene.ts'
import { approvedClaim, lateFamily, wholeClaim } from './pageScenes.ts'
import { compared, rechecked, withEvidence } from './paperScenes.ts'
import { bareScenes } from './bareScenes.ts'
import { after, aStatus, held, lateQueue, manyClaims, MINE, onDesk, OTHERS, siteInfo } from './queueScenes.ts'

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
  'host.info': () => ({ ...siteInfo(), isSample: true }),
  'claims.open': () => aDetail({ findings, claim: MINE }),
  'sample.reset': () => ({ outcome: 'reset' }),
}

/** What the window is put in front of, by name. */
/** The board of the one case. */
const ofCase = (handlers: Partial<Handlers>): Scene => ({
  hash: `#/arbitration/${THE_CASE}`,
  handlers: () => ({ 'sync.status': () => aStatus(), ...handlers }),
})

export const SCENES: Readonly<Record<string, Scene>> = {
  trays: { hash: '#/trays', handlers: () => inTrays },
  compared: { hash: `#/claims/${aForm.claimId}`, handlers: compared },
  evidence: { hash: `#/claims/${aForm.claimId}`, handlers: withEvidence },
  ...bareScenes,
  ...policyScenes,
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
  ...lockedScenes,
  ...signInScenes,
  settings: { hash: '#/settings', handlers: onDesk },
  help: { hash: '#/help/judging', handlers: onDesk },
  sample: { hash: '#/queue', handlers: () => ({ ...onDesk(), ...inSample }) },
  many: { hash: '#/queue', handlers: manyClaims },
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
  lateFamily: { hash: `#/claims/${aForm.claimId}`, handlers: lateFamily },
  approved: { hash: `#/claims/${aForm.claimId}`, handlers: approvedClaim },
  cases: { hash: '#/arbitration', handlers: () => ({ 'sync.status': () => aStatus(), ...openCases }) },
  noCases: { hash: '#/arbitration', handlers: () => ({ 'sync.status': () => aStatus() }) },
  board: ofCase(threeParties),
  decidable: ofCase(decidable),
  begunDecision: ofCase(begunDecision),
  freeVote: ofCase(freeVote),
  sealedVote: ofCase(sealedVote),
  castVote: ofCase(castVote),
  splitVotes: ofCase(splitVotes),
  waitingVotes: ofCase(waitingVotes),
  caseConflict: {
    hash: '#/trays',
    handlers: () => ({ 'sync.status': () => aStatus(), ...caseConflict }),
  },
  decidedCase: ofCase(decidedCase),
  missingParty: ofCase(missingParty),
  savedFile: ofCase(savedFile),
  lateFile: ofCase(lateFile),
  noPrinter: ofCase(noPrinter),
  approachable: ofCase(approachable),
  partlyApproachable: ofCase(partlyApproachable),
  verifiable: {
    hash: `#/arbitration/${THE_CASE}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...verifiable() }),
  },
  verifiableClaim: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...verifiableClaim() }),
  },
  audit: { hash: '#/audit', handlers: wholeLog },
  othersLog: { hash: '#/audit', handlers: othersLog },
  record: { hash: '#/record', handlers: () => ({ 'sync.status': () => aStatus() }) },
  savedTable: { hash: '#/disputes', handlers: savedTable },
  busyTeam: { hash: '#/team', handlers: busyTeam },
  quietTeam: { hash: '#/team', handlers: quietTeam },
  raisedClaim: { hash: `#/claims/${aForm.claimId}`, handlers: raisedClaim },
  messages: { hash: '#/queue', handlers: withMessages },
  leadBoard: { hash: '#/lead', handlers: leadBoard },
  quietBoard: { hash: '#/lead', handlers: quietBoard },
  failedBoard: { hash: '#/lead', handlers: failedBoard },
  lateBoard: { hash: '#/lead', handlers: lateBoard },
  notALead: { hash: '#/lead', handlers: () => ({ 'sync.status': () => aStatus() }) },
  disputes: { hash: '#/disputes', handlers: openDisputes },
  ownDispute: { hash: '#/disputes', handlers: ownDispute },
  noDisputes: { hash: '#/disputes', handlers: () => ({ 'sync.status': () => aStatus() }) },
  leadQuality: { hash: '#/quality', handlers: leadQuality },
  ownQuality: { hash: '#/quality', handlers: ownQuality },
  secondReview: { hash: `#/claims/${aForm.claimId}`, handlers: ownQuality },
  begunReview: { hash: `#/claims/${aForm.claimId}`, handlers: begunReview },
  awayQuality: { hash: '#/quality', handlers: awayQuality },
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
  advisory: {
    hash: `#/claims/${aForm.claimId}`,
    handlers: () => ({ 'sync.status': () => aStatus(), ...advisory }),
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
