import type {
  ArbitrationCase,
  CaseParty,
  OutreachEntry,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { LeaveReason } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isLivingCase, livingState, openAsks } from './caseState.ts'
import type { CasePlan, PlannedParty } from './detect.ts'

/** What a new case has beside its parties. */
export type CaseBegun = Omit<
  ArbitrationCase,
  | 'parties'
  | 'state'
  | 'stateChangedAt'
  | 'wokenAt'
  | 'revision'
  | 'lead'
  | 'votes'
  | 'resolver'
  | 'outcome'
  | 'dissolved'
>

/**
 * The case that a plan opens.
 * @param before cases of its claims about the same product, while no subscription was known: what they were told and asked there, they
 * were told and asked of this one.
 */
export function openedCase(
  begun: CaseBegun,
  parties: readonly PlannedParty[],
  before: readonly ArbitrationCase[] = [],
): ArbitrationCase {
  const one: ArbitrationCase = {
    ...begun,
    parties: parties.map((planned) => withLogs(partyOf(planned, begun.openedAt), before)),
    state: 'open',
    stateChangedAt: begun.openedAt,
    wokenAt: null,
    revision: 1,
    lead: before.find(({ lead }) => lead !== null)?.lead ?? null,
    votes: [],
    resolver: null,
    outcome: null,
    dissolved: null,
  }
  return { ...one, state: livingState(one, Date.parse(begun.openedAt)) }
}

function withLogs(party: CaseParty, before: readonly ArbitrationCase[]): CaseParty {
  const logs = before
    .flatMap((one) => one.parties)
    .filter(({ claimId, outreach }) => claimId === party.claimId && outreach.length > 0)
  const outreach = logs.flatMap((log) => log.outreach).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return {
    ...party,
    toldAt: party.toldAt ?? logs.find(({ toldAt }) => toldAt !== null)?.toldAt ?? null,
    outreach,
  }
}

function partyOf({ claim, role }: PlannedParty, since: Instant): CaseParty {
  const { claimId, mpnId, partnerCompanyName: partnerName, firstReviewedAt } = claim
  const fresh = { toldAt: claim.heldSince, outreach: [], left: null }
  return { claimId, mpnId, partnerName, role, items: [...claim.items], since, firstReviewedAt, ...fresh }
}

interface Happening {
  readonly at: Instant
  readonly reasonFor: (claimId: ClaimId) => LeaveReason
}

/**
 * A living case as a plan, what was written into its logs, and the time leave it. Its revision goes up with whatever a decision of it may
 * rest on; the very same object comes back where nothing changed.
 */
export function caseAfter(known: ArbitrationCase, plan: CasePlan, happening: Happening): ArbitrationCase {
  const planned = withParties(known, plan, happening)
  const after = withStanding(planned, plan, happening)
  return after === known ? known : { ...after, revision: known.revision + 1 }
}

function withParties(known: ArbitrationCase, plan: CasePlan, { at, reasonFor }: Happening): ArbitrationCase {
  if (plan.act === 'nothing' || plan.act === 'open') return known
  const parties = known.parties.map((party) =>
    plan.leaving.includes(party.claimId) ? leave(party, { at, reason: reasonFor(party.claimId) }) : party,
  )
  if (plan.act === 'dissolve') return { ...known, parties }
  const told = [...plan.joining, ...plan.changed]
  const kept = parties.map((party) => {
    const now = told.find(({ claim }) => claim.claimId === party.claimId)
    return now === undefined ? party : asPlanned(party, now, at)
  })
  const isNew = ({ claim }: PlannedParty) => !known.parties.some(({ claimId }) => claimId === claim.claimId)
  return { ...known, parties: [...kept, ...plan.joining.filter(isNew).map((one) => partyOf(one, at))] }
}

/** Whoever held the thing did so once; a challenger stays what it was. */
const leave = (party: CaseParty, left: NonNullable<CaseParty['left']>): CaseParty => ({
  ...party,
  role: party.role === 'incumbent' ? 'former' : party.role,
  left,
})

/** A party that comes back keeps its log. */
function asPlanned(party: CaseParty, planned: PlannedParty, at: Instant): CaseParty {
  const { role, items, firstReviewedAt, mpnId, partnerName } = partyOf(planned, at)
  const since = party.left === null ? party.since : at
  return { ...party, role, items, firstReviewedAt, mpnId, partnerName, since, left: null }
}

function withStanding(one: ArbitrationCase, plan: CasePlan, { at }: Happening): ArbitrationCase {
  const now = Date.parse(at)
  const dissolved = plan.act === 'dissolve' ? plan.reason : null
  const state = dissolved === null ? livingState(one, now) : 'dissolved'
  const wokenAt = lastAnswer(one, now)
  if (state === one.state && wokenAt === one.wokenAt) return one
  return { ...one, state, wokenAt, dissolved, stateChangedAt: state === one.state ? one.stateChangedAt : at }
}

/** When somebody answered last, or the time to answer ran out: whoever leads the case has something to look at since. */
function lastAnswer({ parties }: ArbitrationCase, now: number): Instant | null {
  const ends = parties.flatMap(({ outreach }) => outreach.flatMap((entry) => endOf(entry, now) ?? []))
  return ends.toSorted().at(-1) ?? null
}

function endOf({ answeredAt, dueAt }: OutreachEntry, now: number): Instant | null {
  if (answeredAt !== null) return answeredAt
  return dueAt !== null && Date.parse(dueAt) <= now ? dueAt : null
}

const DAY_MS = 86_400_000

/**
 * When a living case has to be looked at although nobody did anything: an ask runs out, or the subscription of somebody who holds the
 * thing ends. Epoch milliseconds; null = never.
 * @param lastDays of those subscriptions, ISO days in UTC.
 */
export function lookAgainAt(one: ArbitrationCase, lastDays: readonly string[], now: number): number | null {
  if (!isLivingCase(one.state)) return null
  const asks = openAsks(one, now).map(({ dueAt }) => Date.parse(dueAt))
  const ends = lastDays.map((day) => Date.parse(day) + DAY_MS).filter((end) => end > now)
  const all = [...asks, ...ends]
  return all.length === 0 ? null : Math.min(...all)
}
