import { createHash } from 'node:crypto'
import type { ClaimDocument, ClaimForm, Clock } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { HubCaller } from '../api/people.ts'
import { type ClockBasis, clocksOfClaim } from '../claims/clockBasis.ts'
import { NO_LOOKUPS } from '../claims/emptyParts.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { commentsOf, documentTime, historyOf, instantOf } from './demoHistory.ts'
import { type LifeStep, lifeOf } from './demoLife.ts'
import { mattersOf } from './demoMatters.ts'
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
  readonly people: readonly Pick<HubCaller, 'userId' | 'name' | 'role'>[]
  /** By file name. */
  readonly stored: ReadonlyMap<string, StoredBytes>
  /** What was looked up of the claims that were submitted. */
  readonly lookups: ReadonlyMap<ClaimId, Lookups>
}

/**
 * A demo claim as it stands at an instant: history told so that its state and clock are what the demo asks for.
 * @throws Error, naming the claim, when the demo asks for a clock that a claim in this state does not have.
 */
export function demoClaimAt(claim: DemoClaim, setting: DemoSetting): HubClaim {
  const life = lifeWithClock(claim, setting)
  const person = personOf(claim, setting)
  const comments = commentsOf(claim, life, setting.now)
  const history = historyOf(claim, life, { reviewerName: person.name, comments })
  const submittedAt = submissionOf(life)
  return {
    form: formOf(claim, submittedAt),
    partnerLanguage: claim.partnerLanguage,
    state: claim.state,
    subState: claim.subState,
    stateChangedAt: instantOf(life.findLast(({ toState }) => toState !== null)?.at ?? submittedAt),
    revision: history.length,
    policy: { id: setting.basis.policy.id, version: setting.basis.policy.version },
    assignedTo: claim.heldBy === null ? null : { ...person, until: null },
    documents: documentsOf(claim, life, setting),
    comments,
    history,
    matters: mattersOf(claim, life, comments),
    lookups: setting.lookups.get(claim.form.claimId) ?? NO_LOOKUPS,
    createdBy: { name: claim.form.partnerContact.name, role: 'incentives_admin' },
    isMigrated: claim.isMigrated,
    replaces: null,
    unknown: null,
  }
}

/** Of a draft, which has none yet, the day it was begun. */
const submissionOf = (life: readonly LifeStep[]): number =>
  (life.find(({ kind }) => kind === 'submitted') ?? life[0])?.at ?? 0

const formOf = ({ form }: DemoClaim, submittedAt: number): ClaimForm => ({
  ...form,
  submittedAt: instantOf(submittedAt),
})

function lifeWithClock(claim: DemoClaim, { now, basis }: DemoSetting): LifeStep[] {
  const refuse = (why: string) => new Error(`Demo claim ${claim.form.claimId} ${why}`)
  if (claim.clock === 'none') {
    const life = endedLife(claim, now, basis)
    if (clocksOfLife(claim, life, basis).length > 0) throw refuse('asks for no clock in a state that has one')
    return life
  }
  const clocksAt = (phaseAt: number) => clocksOfLife(claim, lifeOf(claim, phaseAt, now), basis)
  const spread = createHash('sha256').update(claim.form.claimId).digest().readUInt16BE(0) / 65_536
  const phaseAt = findPhaseStart({ wanted: claim.clock, now, calendar: basis.calendar, clocksAt, spread })
  if (phaseAt === null) throw refuse('asks for a clock that its state does not have')
  return lifeOf(claim, phaseAt, now)
}

function clocksOfLife(claim: DemoClaim, life: readonly LifeStep[], basis: ClockBasis): Clock[] {
  const history = historyOf(claim, life, { reviewerName: '-', comments: [] })
  const stateChangedAt = instantOf(life.findLast(({ toState }) => toState !== null)?.at ?? 0)
  const matters = mattersOf(claim, life, [])
  const form = formOf(claim, submissionOf(life))
  return clocksOfClaim({ ...claim, form, history, matters, stateChangedAt }, basis, false)
}

/** A claim whose last clock has run out: its decision lies as far back as that takes. */
function endedLife(claim: DemoClaim, now: number, basis: ClockBasis): LifeStep[] {
  const asked = now - claim.submitted.daysAgo * DAY
  for (let decidedAt = Math.min(now, asked + 5 * DAY); ; decidedAt -= DAY) {
    const life = lifeOf(claim, decidedAt, now)
    const lastAt = life.at(-1)?.at ?? now
    const dueAt = lastDueOf(claim, life, basis)
    if (dueAt + DAY <= now && lastAt <= now) return [...life, ...closing(claim, dueAt)]
  }
}

/** When the clock that this claim no longer shows was due; 0 where it never had one. */
function lastDueOf(claim: DemoClaim, life: readonly LifeStep[], basis: ClockBasis): number {
  const isClosed = claim.state === 'approved' || claim.subState === 'dispute_window_closed'
  if (!isClosed) return 0
  const subState = claim.state === 'approved' ? 'consent_open' : 'disputable'
  return Date.parse(clocksOfLife({ ...claim, subState }, life, basis)[0]?.dueAt ?? '1970-01-01')
}

function closing({ state, subState }: DemoClaim, at: number): LifeStep[] {
  if (state !== 'approved') return []
  const bySystem = { side: 'system', toState: null } as const
  const closed: LifeStep = { ...bySystem, kind: 'consent_closed', at }
  const sent: LifeStep = { ...bySystem, kind: 'sent_for_incentive_assessment', at: at + DAY / 2 }
  return subState === 'consent_closed' ? [closed] : [closed, sent]
}

/** The claim's holder; where nobody holds it whoever wrote to the partner last, else a reviewer of the demo. */
function personOf(claim: DemoClaim, { people }: DemoSetting): { userId: HubCaller['userId']; name: string } {
  const author = claim.comments.findLast(
    ({ side, visibility }) => side === 'reviewer' && visibility === 'partner_visible',
  )?.authorName
  const person =
    people.find(({ userId }) => userId === claim.heldBy) ??
    people.find(({ name }) => claim.heldBy === null && name === author) ??
    people.find(({ role }) => claim.heldBy === null && role === 'reviewer')
  if (person === undefined) throw new Error(`Demo claim ${claim.form.claimId} is held by nobody of the demo`)
  return { userId: person.userId, name: person.name }
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
      kind: null,
      addedBy: claim.form.partnerContact.name,
    }
  })
}
