import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import { deepStrictEqual } from 'node:assert'
import type { ClaimTimeline } from '../../../src-main/domain/claim/timeline.ts'
import { clocksOf } from '../../../src-main/domain/clocks/claimClocks.ts'
import { type ClockedClaim, timersOf } from '../../../src-main/domain/clocks/claimTimers.ts'
import type { Calendar } from '../../../src-main/domain/clocks/calendar.ts'
import type { ClaimTimer } from '../../../src-main/domain/clocks/claimTimer.ts'
import type { ClockBasis } from '../../../src-main/hub/claims/clockBasis.ts'
import { shippedBasis } from '../../builders/hub/basis.ts'
import {
  askDate,
  frozenShare,
  instantAtShare,
  walkCalendarDays,
  walkMinutes,
} from '../../builders/clocks/minuteWalker.ts'
import { MANY_CLAIMS } from '../measure/bigProfile.ts'
import { type Bench, compare } from '../measure/row.ts'

/**
 * How many claims the walker does; for all of them it would take an hour. The tests let it remember dates for a quarter of an hour
 * and get it done twenty times faster.
 */
const SAMPLE = 50
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NEWEST = Date.parse('2026-12-11T10:00:00Z')

export const sla: Bench = {
  id: 'sla',
  async run({ say }) {
    const basis = await shippedBasis()
    const claims = Array.from({ length: MANY_CLAIMS }, (_, n) => claimNumber(n))
    const sample = claims.slice(0, SAMPLE)
    // A fast answer that is wrong is worth nothing.
    deepStrictEqual(sample.flatMap(ourMarks(basis)), sample.flatMap(walkedMarks(basis)))
    return compare(
      {
        id: 'sla',
        what: 'the clocks of 100,000 claims computed anew',
        baseline: `a walk through every minute that asks Intl for its date, on ${SAMPLE} of them`,
        must: 1 / 500,
        aim: 1 / 5000,
        rounds: 7,
        ours: () => timed(() => computeAll(claims, basis)),
        theirs: async () =>
          (await timed(() => sample.map(walkedMarks(basis)))) * (MANY_CLAIMS / sample.length),
      },
      say,
    )
  },
}

/** One after the other, as the hub does it, which keeps none of them. */
function computeAll(claims: readonly ClockedClaim[], { policy, calendar }: ClockBasis): number {
  let clocks = 0
  for (const claim of claims) clocks += clocksOf(claim, policy, calendar).length
  return clocks
}

function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  work()
  return Promise.resolve(performance.now() - startedAt)
}

/** Six stages in turn, begun at any minute of twenty days around a public holiday. */
function claimNumber(n: number): ClockedClaim {
  const submitted = NEWEST - ((n * 7919) % (20 * 24 * 60)) * MINUTE
  const asked = { from: submitted + 30 * HOUR, to: null }
  const answered = { from: submitted + 30 * HOUR, to: submitted + 77 * HOUR }
  const timeline = (change: Partial<ClaimTimeline>): ClaimTimeline => ({
    firstSubmittedAt: submitted,
    lastSubmittedAt: submitted,
    reviewStartedAt: submitted + 26 * HOUR,
    approvedAt: null,
    rejectedAt: null,
    disputedAt: null,
    wasDecided: false,
    partnerWaits: [],
    ...change,
  })
  const stages: readonly Omit<ClockedClaim, 'matters' | 'isContested'>[] = [
    { state: 'submitted', subState: 'queued', timeline: timeline({ reviewStartedAt: null }) },
    { state: 'under_review', subState: 'in_review', timeline: timeline({}) },
    { state: 'under_review', subState: 'resubmitted', timeline: timeline({ partnerWaits: [answered] }) },
    { state: 'partner_action_required', subState: 'open', timeline: timeline({ partnerWaits: [asked] }) },
    {
      state: 'under_review',
      subState: 'dispute_review',
      timeline: timeline({ disputedAt: submitted + 200 * HOUR }),
    },
    { state: 'approved', subState: 'consent_open', timeline: timeline({ approvedAt: submitted }) },
  ]
  const stage = stages[n % stages.length]
  if (stage === undefined) throw new Error('There are six stages.')
  return { ...stage, matters: NO_MATTERS, isContested: false }
}

/** Due, half, three quarters and nine tenths; or the frozen share alone. */
type Marks = readonly (number | null)[]

const ourMarks =
  ({ policy, calendar }: ClockBasis) =>
  (claim: ClockedClaim): Marks[] =>
    clocksOf(claim, policy, calendar).map(({ dueAt, halfAt, threeQuartersAt, nineTenthsAt, pausedShare }) =>
      pausedShare === null
        ? [dueAt, halfAt, threeQuartersAt, nineTenthsAt].map((text) => Date.parse(text ?? ''))
        : [pausedShare],
    )

const walkedMarks =
  ({ policy, calendar }: ClockBasis) =>
  (claim: ClockedClaim): Marks[] =>
    timersOf(claim, policy).map((timer) => walked(timer, calendar))

function walked({ startedAt, length, unit, waits }: ClaimTimer, calendar: Calendar): Marks {
  const shares = [0.5, 0.75, 0.9]
  if (unit === 'calendar_days') {
    const dueAt = walkCalendarDays(startedAt, length, calendar.zone, askDate)
    return [dueAt, ...shares.map((share) => Math.round(startedAt + (dueAt - startedAt) * share))]
  }
  const timer = { startedAt, businessDays: length, waits, calendar }
  const frozen = frozenShare(timer, askDate)
  if (frozen !== null) return [frozen]
  const walk = walkMinutes(timer, askDate)
  return [walk.dueAt, ...shares.map((share) => instantAtShare(walk, share))]
}
