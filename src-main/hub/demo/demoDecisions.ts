import { createHash } from 'node:crypto'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { OperationId, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import {
  type Criterion,
  DECISION_REASONS,
  type DecisionKind,
  NEED_INFO_REASONS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { OperationRequest } from '../api/operations.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { judgedFor } from './demoMatters.ts'
import type { DemoQuality, DemoQueue } from './demoShape.ts'

export interface DemoDecision {
  readonly claim: HubClaim
  readonly userId: UserId
  readonly at: Date
  readonly request: OperationRequest
}

const KINDS = {
  approved: 'approve',
  information_requested: 'request_info',
  rejected: 'reject',
} as const satisfies Partial<Record<HistoryEntry['kind'], DecisionKind>>
const kindOf = (kind: HistoryEntry['kind']): DecisionKind | undefined =>
  kind in KINDS ? KINDS[kind as keyof typeof KINDS] : undefined

interface Told {
  readonly queue: DemoQueue
  readonly quality: Pick<DemoQuality, 'machine'>
  readonly policy: PolicyVersion
}

/** An id that is the same at every start. */
export function demoId(name: string): OperationId {
  const hex = createHash('sha256').update(name).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return OperationId.parse([...parts, hex.slice(20, 32)].join('-'))
}

/**
 * The decisions that histories of the queue tell of, as workstations would have sent them, oldest first. Left out are claims that were
 * brought over, and decisions of which the demo gives no reasons or which nobody of its people made.
 */
export function demoDecisions(claims: readonly HubClaim[], told: Told): DemoDecision[] {
  return claims
    .filter(({ isMigrated }) => !isMigrated)
    .flatMap((claim) => claim.history.map((entry) => ({ claim, entry })))
    .toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : 1))
    .flatMap(({ claim, entry }, index) => decisionOf(claim, entry, index + 1, told) ?? [])
}

function decisionOf(claim: HubClaim, entry: HistoryEntry, sequence: number, told: Told): DemoDecision | null {
  const kind = kindOf(entry.kind)
  const person = told.queue.people.find(({ name }) => name === entry.actorName)
  if (kind === undefined || person === undefined || (kind !== 'approve' && entry.reasons.length === 0))
    return null
  const request = OperationRequest.parse({
    operationId: demoId(`decision ${entry.entryId}`),
    clientId: demoId(`client ${person.userId}`),
    sequence,
    claimRevision: claim.revision,
    policy: { id: told.policy.id, version: told.policy.version },
    documentHashes: claim.documents
      .filter(({ addedAt }) => addedAt <= entry.at)
      .map(({ sha256 }) => sha256)
      .toSorted(),
    madeAt: entry.at,
    action: actionOf(kind, claim, entry, told),
  })
  return { claim, userId: person.userId, at: new Date(entry.at), request }
}

function actionOf(kind: DecisionKind, claim: HubClaim, entry: HistoryEntry, told: Told): object {
  const verdicts = judgedFor(entry.reasons, claim.form).map(({ criterion, item, verdict }) => {
    const machine = machineOn(claim, criterion, told) ?? verdict
    const by = machine === verdict ? 'machine' : 'reviewer'
    return { criterion, item, verdict, by, reason: null, machine }
  })
  const comment =
    claim.comments.find(({ side, at }) => side === 'reviewer' && at === entry.at)?.text ??
    claim.form.claimName
  if (kind === 'approve') return { kind, verdicts, reasons: [], comment }
  const allowed = kind === 'request_info' ? NEED_INFO_REASONS : DECISION_REASONS
  const reasons = allowed.filter((reason) => entry.reasons.includes(reason))
  return { kind, verdicts, reasons, comment }
}

const machineOn = ({ form }: HubClaim, criterion: Criterion, { quality }: Told) =>
  quality.machine.find((one) => one.claimId === form.claimId && one.criterion === criterion)?.said
