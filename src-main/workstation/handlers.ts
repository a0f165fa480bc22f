import { type Handlers, methods } from '../../src-preload/contract/index.ts'
import { toInstant } from '../store/instants.ts'
import { forgetRefusals } from '../store/documentsRepo.ts'
import { listConflicts, listWaiting } from '../store/outboxRepo.ts'
import { listStandings } from '../store/familyRepo.ts'
import { listQuarantine } from '../store/quarantineRepo.ts'
import type { ChecksAtDesk } from './checks/checkMemory.ts'
import { createArbitrationHandlers } from './arbitration/arbitrationHandlers.ts'
import { createAuditHandlers } from './audit/auditHandlers.ts'
import { comment, decide, handOver, hold, release, reopen, startReview, take } from './claims/commands.ts'
import { keepDraft } from './claims/keepDraft.ts'
import { draftClaimLetter, listClaimSnippets } from './claims/draftClaimLetter.ts'
import { familyOf } from './claims/family.ts'
import { forgetDays, readDays, setDetail } from './claims/handWords.ts'
import { openDisputes } from './claims/openDisputes.ts'
import { explainClockOf } from './claims/explainClock.ts'
import { guardText } from './claims/guardText.ts'
import { openClaim, pendingView } from './claims/openClaim.ts'
import { addEvidence, removeEvidence } from './claims/ownEvidence.ts'
import { setVerdict } from './claims/setVerdict.ts'
import { takeNext } from './claims/takeNext.ts'
import { holdLonger, undo } from './claims/undo.ts'
import { conflictDetail, conflictView } from './conflicts/conflictDetail.ts'
import { settleConflict } from './conflicts/settleConflict.ts'
import type { Core } from './core.ts'
import { createDeskHandlers } from './deskHandlers.ts'
import { createHostHandlers } from './hostHandlers.ts'
import { createPolicyHandlers } from './policyDesk/policyHandlers.ts'
import { createQueueHandlers } from './queueHandlers.ts'
import { createLeadHandlers } from './lead/leadHandlers.ts'
import { readinessOf } from './documents/readiness.ts'
import { compareDocuments, comparePartyDocuments } from './documents/compareDocuments.ts'
import { firstDocument } from './documents/firstDocument.ts'
import { notePrint, saveCopy } from './documents/takeAway.ts'
import { createDraftHandlers } from './quality/draftHandlers.ts'
import { createQualityHandlers } from './quality/qualityHandlers.ts'
import { createTwinHandlers } from './quality/twinHandlers.ts'
import type { Desk } from './router.ts'
import type { SyncLoop } from './sync/syncLoop.ts'
import { clearRecovery } from './recovery/recoveryNote.ts'
import { createRecordHandlers } from './record/recordHandlers.ts'
import { createSeenHandlers } from './seen/seenHandlers.ts'
import { createSeenLog } from './seen/seenLog.ts'
import { createSignInHandlers } from './signIn/signInHandlers.ts'
import { createTableHandlers } from './tables/tableHandlers.ts'
import { createTeamHandlers } from './team/teamHandlers.ts'
import { createVaultHandlers } from './locked/vaultHandlers.ts'
import { createWeeklyHandlers } from './weekly/weeklyHandlers.ts'

/** What a command leaves behind when it was accepted: something to send. */
function thenSync<T>(sync: SyncLoop, outcome: T): T {
  sync.kick()
  return outcome
}

/** Every method of the contract; a missing one does not compile. */
export function createDesk(core: Core, sync: SyncLoop, checks: ChecksAtDesk): Desk {
  return { methods, handlers: createHandlers(core, sync, checks) }
}

function createHandlers(core: Core, sync: SyncLoop, checks: ChecksAtDesk): Handlers {
  const { store, session, ports } = core
  const now = () => ports.clock.now()
  const seen = createSeenLog(core)
  return {
    ...createQueueHandlers(core),
    ...createDeskHandlers(core, sync),
    ...createArbitrationHandlers(core, sync, { ...checks, seen }),
    ...createLeadHandlers(core),
    ...createPolicyHandlers(core, sync),
    ...createSeenHandlers(seen),
    ...createTeamHandlers(core, sync),
    'claims.open': async ({ claimId }) => {
      const detail = await openClaim(core, claimId, checks)
      seen.claim(claimId)
      return detail
    },
    'claims.startReview': (input) => thenSync(sync, startReview(core, input)),
    'claims.setVerdict': (input) => setVerdict(core, input),
    'claims.addEvidence': (input) => addEvidence(core, input),
    'claims.removeEvidence': (input) => removeEvidence(core, input),
    'claims.setDetail': (input) => setDetail(core, input),
    'claims.readDays': (input) => readDays(core, input),
    'claims.forgetDays': (input) => forgetDays(core, input),
    'claims.decide': async (input) => thenSync(sync, await decide(core, input)),
    'claims.comment': (input) => thenSync(sync, comment(core, input)),
    'claims.hold': (input) => thenSync(sync, hold(core, input)),
    'claims.reopen': (input) => thenSync(sync, reopen(core, input)),
    'claims.take': (input) => thenSync(sync, take(core, input)),
    'claims.release': (input) => thenSync(sync, release(core, input)),
    'claims.handOver': (input) => thenSync(sync, handOver(core, input)),
    'claims.takeNext': (input) => takeNext(core, sync, input),
    'claims.working': ({ claimId }) => {
      sync.working(claimId)
      return {}
    },
    'claims.keepDraft': (input) => keepDraft(core, input),
    'claims.draftLetter': (input) => draftClaimLetter(core, input),
    'claims.guardText': (input) => guardText(core, input),
    'claims.snippets': (input) => listClaimSnippets(core, input),
    'claims.standings': ({ claimIds }) => ({ standings: store.read((s) => listStandings(s, claimIds)) }),
    'claims.family': ({ claimId }) => store.read((s) => familyOf(s, claimId)),
    'claims.disputes': () => ({ disputes: openDisputes(core) }),
    'documents.first': ({ claimId }) => firstDocument(core, claimId),
    'documents.compare': (input) => compareDocuments({ core, memory: checks.memory, isAwaited: true }, input),
    'arbitration.compare': (input) =>
      comparePartyDocuments({ core, memory: checks.memory, isAwaited: true }, input),
    'documents.saveCopy': (input) => saveCopy({ core, memory: checks.memory, isAwaited: true }, input),
    'documents.notePrint': (input) => notePrint(core, input),
    'claims.explainClock': ({ claimId, timer }) => ({ explanation: explainClockOf(core, claimId, timer) }),
    'sync.status': () => sync.status(),
    'sync.now': () => {
      store.write(forgetRefusals)
      sync.now()
      return {}
    },
    'sync.outbox': () => ({
      operations: store.read((s) => listWaiting(s, null)).map((operation) => pendingView(operation, now())),
    }),
    'sync.conflicts': () => ({ conflicts: store.read(listConflicts).map(conflictView) }),
    'sync.quarantine': () => ({
      items: store
        .read(listQuarantine)
        .map(({ receivedAt, ...row }) => ({ ...row, receivedAt: toInstant(receivedAt) })),
    }),
    'sync.conflict': ({ operationId }) => ({ detail: conflictDetail(core, operationId) }),
    'sync.settleConflict': (input) => thenSync(sync, settleConflict(core, input)),
    'sync.readiness': () => readinessOf(core),
    'sync.readRecovery': () => clearRecovery(store),
    'sync.undo': ({ operationId }) => ({ outcome: undo(core, operationId) }),
    'sync.holdLonger': ({ operationId }) => ({ holdUntil: holdLonger(core, operationId) }),
    'session.current': () => {
      const user = session.user()
      return {
        user,
        others: session.people().filter(({ userId }) => userId !== user.userId),
        colleagues: [...session.colleagues()],
      }
    },
    'session.switchUser': ({ userId }) => {
      const user = session.switchTo(userId)
      sync.callAnew()
      return thenSync(sync, { user })
    },
    'settings.get': () => session.settings(),
    'settings.set': (part) => session.change(part),
    ...createQualityHandlers(core, sync),
    ...createTwinHandlers(core, sync),
    ...createDraftHandlers(core),
    ...createHostHandlers(core),
    ...createSignInHandlers(core),
    ...createAuditHandlers(core),
    ...createRecordHandlers(core),
    ...createTableHandlers(core),
    ...createWeeklyHandlers(core),
    ...createVaultHandlers(core, sync),
  }
}
