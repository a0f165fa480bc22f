import { createHash } from 'node:crypto'
import type {
  ClaimDocument,
  ClaimForm,
  Clock,
  HistoryEntry,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, type Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimState, HistorySide } from '../../../src-preload/contract/vocabulary/words.ts'
import type { HubUser } from '../api/people.ts'
import { type ClockBasis, clocksOfClaim } from '../claims/clockBasis.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { type LifeStep, lifeOf } from './demoLife.ts'
import type { DemoClaim } from './demoShape.ts'
import { findPhaseStart } from './findPhaseStart.ts'

const DAY = 86_400_000

/** Bytes of a demo document as they were put into the hub's store. */
export interface StoredBytes {
  readonly sha256: Sha256
  readonly sizeBytes: number
}

export interface DemoSetting {
  /** Epoch milliseconds. */
  readonly now: number
  readonly basis: ClockBasis
  readonly people: readonly HubUser[]
  /** By file name. */
  readonly stored: ReadonlyMap<string, StoredBytes>
}

/**
 * A demo claim as it stands at an instant: history told so that its state and clock are what the demo asks for.
 * @throws Error, naming the claim, when the demo asks for a clock that a claim in this state does not have.
 */
export function demoClaimAt(claim: DemoClaim, setting: DemoSetting): HubClaim {
  const life = lifeWithClock(claim, setting)
  const submittedAt = life.find(({ kind }) => kind === 'submitted')?.at ?? life[0]?.at ?? setting.now
  const history = historyOf(claim, life, setting)
  const changedAt = life.findLast(({ toState }) => toState !== null)?.at ?? submittedAt
  return {
    form: formOf(claim, submittedAt),
    partnerLanguage: claim.partnerLanguage,
    state: claim.state,
    subState: claim.subState,
    stateChangedAt: instantOf(changedAt),
    revision: history.length,
    policy: setting.basis.policy,
    assignedTo: claim.heldBy === null ? null : personOf(claim, setting),
    documents: documentsOf(claim, life, setting),
    comments: claim.comments.map(({ daysAgo, ...comment }, index) => ({
      ...comment,
      commentId: `${claim.form.claimId}-comment-${index + 1}`,
      at: instantOf(commentTime(daysAgo, life, setting)),
    })),
    history,
  }
}

const instantOf = (ms: number): Instant => Instant.parse(new Date(ms).toISOString())
const formOf = ({ form }: DemoClaim, submittedAt: number): ClaimForm => ({
  ...form,
  submittedAt: instantOf(submittedAt),
})

function lifeWithClock(claim: DemoClaim, { now, basis }: DemoSetting): LifeStep[] {
  const refuse = (why: string) => new Error(`Demo claim ${claim.form.claimId} ${why}`)
  const clocksAt = (phaseAt: number) => clocksOfLife(claim, lifeOf(claim, phaseAt, now), basis)
  if (claim.clock === 'none') {
    const life = endedLife(claim, { now, basis })
    if (clocksOfLife(claim, life, basis).length > 0) throw refuse('asks for no clock in a state that has one')
    return life
  }
  const spread = createHash('sha256').update(claim.form.claimId).digest().readUInt16BE(0) / 65_536
  const phaseAt = findPhaseStart({ wanted: claim.clock, now, calendar: basis.calendar, clocksAt, spread })
  if (phaseAt === null) throw refuse('asks for a clock that its state does not have')
  return lifeOf(claim, phaseAt, now)
}

function clocksOfLife(claim: DemoClaim, life: readonly LifeStep[], basis: ClockBasis): Clock[] {
  const submittedAt = life.find(({ kind }) => kind === 'submitted')?.at ?? 0
  const history = life.map((step, index) => entryOf(step, `${index}`, { from: null, actorName: '-' }))
  return clocksOfClaim({ ...claim, form: formOf(claim, submittedAt), history }, basis)
}

/** A claim whose last clock has run out: its decision lies as far back as that takes. */
function endedLife(claim: DemoClaim, { now, basis }: Pick<DemoSetting, 'now' | 'basis'>): LifeStep[] {
  const asked = now - claim.submitted.daysAgo * DAY
  for (let decidedAt = Math.min(now, asked + 5 * DAY); ; decidedAt -= DAY) {
    const life = lifeOf(claim, decidedAt, now)
    const lastAt = life.at(-1)?.at ?? now
    const dueAt = lastDueOf(claim, life, basis)
    if (dueAt + DAY <= now && lastAt <= now) return [...life, ...closing(claim, dueAt)]
  }
}

/** When the clock that this claim no longer shows was due; the decision itself where it never had one. */
function lastDueOf(claim: DemoClaim, life: readonly LifeStep[], basis: ClockBasis): number {
  const before = claim.state === 'approved' ? 'consent_open' : 'disputable'
  const isClosed = claim.state === 'approved' || claim.subState === 'dispute_window_closed'
  const clock = isClosed ? clocksOfLife({ ...claim, subState: before }, life, basis)[0] : undefined
  return clock?.dueAt == null ? 0 : Date.parse(clock.dueAt)
}

function closing({ state, subState }: DemoClaim, at: number): LifeStep[] {
  if (state !== 'approved') return []
  const closed = { kind: 'consent_closed', side: 'system', at, toState: null } as const
  const sent = {
    kind: 'sent_for_incentive_assessment',
    side: 'system',
    at: at + DAY / 2,
    toState: null,
  } as const
  return subState === 'consent_closed' ? [closed] : [closed, sent]
}

/** The claim's holder; a reviewer of the demo where nobody holds it. */
function personOf(claim: DemoClaim, { people }: DemoSetting): { userId: HubUser['userId']; name: string } {
  const person =
    people.find(({ userId }) => userId === claim.heldBy) ??
    people.find(({ role }) => claim.heldBy === null && role === 'reviewer')
  if (person === undefined) throw new Error(`Demo claim ${claim.form.claimId} is held by nobody of the demo`)
  return { userId: person.userId, name: person.name }
}

function historyOf(claim: DemoClaim, life: readonly LifeStep[], setting: DemoSetting): HistoryEntry[] {
  const actors: Readonly<Record<HistorySide, string>> = {
    partner: claim.form.partnerContact.name,
    customer: claim.form.customerContact.name,
    reviewer: personOf(claim, setting).name,
    system: 'Proofdesk',
  }
  const extras: (LifeStep & { actorName?: string; detail?: string })[] = [
    ...claim.documents
      .filter(({ added }) => added === 'resubmission')
      .map(({ fileName }) => ({
        kind: 'document_added' as const,
        side: 'partner' as const,
        at: documentTime('resubmission', life),
        toState: null,
        detail: fileName,
      })),
    ...claim.comments.map(({ side, authorName, daysAgo }) => ({
      kind: 'commented' as const,
      side,
      at: commentTime(daysAgo, life, setting),
      toState: null,
      actorName: authorName,
    })),
  ]
  let from: ClaimState | null = null
  return [...life.map((step): (typeof extras)[number] => step), ...extras]
    .sort((a, b) => a.at - b.at)
    .map((step, index) => {
      const actorName = step.actorName ?? actors[step.side]
      const entry = entryOf(step, `${claim.form.claimId}-entry-${index + 1}`, { from, actorName })
      from = step.toState ?? from
      return { ...entry, detail: step.detail ?? null }
    })
}

function entryOf(
  { kind, side, at, toState }: LifeStep,
  entryId: string,
  { from, actorName }: { readonly from: ClaimState | null; readonly actorName: string },
): HistoryEntry {
  const fromState = toState === null ? null : from
  return { entryId, at: instantOf(at), side, kind, actorName, fromState, toState, detail: null }
}

function documentsOf(claim: DemoClaim, life: readonly LifeStep[], { stored }: DemoSetting): ClaimDocument[] {
  return claim.documents.map(({ file, fileName, mediaType, added }, index) => {
    const bytes = stored.get(file)
    if (bytes === undefined)
      throw new Error(`Demo claim ${claim.form.claimId} names ${file}, which is not there`)
    return {
      documentId: `${claim.form.claimId}-document-${index + 1}`,
      ...bytes,
      fileName,
      mediaType,
      addedAt: instantOf(documentTime(added, life)),
    }
  })
}

/** Documents come in with the submission that they belong to, at the same instant. */
function documentTime(added: 'submission' | 'resubmission', life: readonly LifeStep[]): number {
  const wanted = added === 'submission' ? 'submitted' : 'resubmitted'
  return (life.findLast(({ kind }) => kind === wanted) ?? life[0])?.at ?? 0
}

/** As long ago as the demo says, but neither before the claim was there nor ahead of now. */
function commentTime(daysAgo: number, life: readonly LifeStep[], { now }: DemoSetting): number {
  return Math.min(now, Math.max(now - daysAgo * DAY, (life[0]?.at ?? now) + 60_000))
}
