import { describe, expect, it } from 'vitest'
import { backTest, type Tested } from '../../../../src-main/domain/forecast/backTest.ts'
import {
  type RecordedClaim,
  type RecordedEvent,
  stretchesOf,
} from '../../../../src-main/domain/forecast/recorded.ts'
import { ClaimId, Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const calendar = aCalendar({ zone: 'UTC' })
const MONDAY = Date.parse('2026-09-07T00:00:00Z')
const DAY = 86_400_000
const HOUR = 3_600_000
const instant = (ms: number) => Instant.parse(new Date(ms).toISOString())
const event = (at: number, kind: RecordedEvent['kind'], to: Partial<RecordedEvent> = {}): RecordedEvent => ({
  kind,
  at: instant(at),
  actorName: 'Anna',
  side: 'reviewer',
  fromState: null,
  toState: null,
  fromSubState: null,
  toSubState: null,
  ...to,
})
/** It stands where its history left it. */
function claim(name: string, submittedAt: number, history: readonly RecordedEvent[]): RecordedClaim {
  const last = history.findLast(({ toState }) => toState !== null)
  return {
    claimId: ClaimId.parse(name),
    submittedAt: instant(submittedAt),
    state: last?.toState ?? 'submitted',
    subState: last === undefined ? 'queued' : last.toSubState,
    competingClaims: 0,
    matters: NO_MATTERS,
    history,
    policy: SEED_2020,
    calendar,
  }
}
const approvedAt = (at: number) => [
  event(at - HOUR, 'review_started', { toState: 'under_review', toSubState: 'in_review' }),
  event(at, 'approved', { toState: 'approved', toSubState: 'consent_open' }),
]

describe('a recorded life', () => {
  it('has the clock that asks a reviewer in each stretch, none while the partner is asked, and who held it', () => {
    const at = (day: number, hour = 12) => MONDAY + day * DAY + hour * HOUR
    const life = claim('C-1', at(0), [
      event(at(1), 'taken'),
      event(at(1, 13), 'review_started', { toState: 'under_review', toSubState: 'in_review' }),
      event(at(2), 'information_requested', { toState: 'partner_action_required', toSubState: 'open' }),
      event(at(3), 'resubmitted', { side: 'partner', toState: 'under_review', toSubState: 'resubmitted' }),
      event(at(4), 'approved', { toState: 'approved', toSubState: 'consent_open' }),
    ])
    expect(
      stretchesOf(life).map(({ dueAt, heldBy }) => [dueAt === null ? null : instant(dueAt), heldBy]),
    ).toEqual([
      ['2026-09-15T00:00:00.000Z', null],
      ['2026-09-15T00:00:00.000Z', 'Anna'],
      ['2026-09-16T00:00:00.000Z', 'Anna'],
      [null, null],
      // The end of the ninth lay in the pause: one day more.
      ['2026-09-17T00:00:00.000Z', null],
      [null, null],
    ])
  })

  it('is told as the clocks of its past are: a history that names the status alone says by its acts where inside of it a claim stood', () => {
    const at = (day: number) => MONDAY + day * DAY
    const life = claim('C-1', at(0), [
      event(at(1), 'review_started', { toState: 'under_review' }),
      event(at(2), 'held_for_arbitration'),
      event(at(3), 'arbitration_ended'),
    ])
    const known = { ...life, subState: 'in_review', matters: NO_MATTERS } as const
    expect(stretchesOf(known).map(({ dueAt }) => dueAt !== null)).toEqual([true, true, false, true])
  })
})

/** A reviewer who decides so many a day, due first, and gets other numbers: what a team's past looks like. */
function aPast(submitted: (day: number) => number, decided: (day: number) => number, businessDays: number) {
  const waiting: { name: string; at: number }[] = []
  const lives: RecordedClaim[] = []
  for (let n = 0; n < businessDays; n += 1) {
    const day = MONDAY + (n + 2 * Math.floor(n / 5)) * DAY
    for (let one = 0; one < submitted(n); one += 1)
      waiting.push({ name: `C-${n}-${one}`, at: day + HOUR + one })
    for (let one = 0; one < decided(n); one += 1) {
      const next = waiting.shift()
      if (next !== undefined)
        lives.push(claim(next.name, next.at, approvedAt(day + ((one + 1) * DAY) / (decided(n) + 1))))
    }
  }
  return { lives: [...lives, ...waiting.map(({ name, at }) => claim(name, at, []))] }
}

const asked = (claims: readonly RecordedClaim[], wish: Partial<Tested> = {}): Tested => ({
  claims,
  team: [{ userId: UserId.parse('u-anna'), name: 'Anna', claimsADay: null, absences: [] }],
  calendar,
  now: MONDAY + 70 * DAY,
  days: 15,
  ahead: 4,
  ...wish,
})

describe('the back-test', () => {
  it('finds the forecast all but right about a team that works evenly', () => {
    const { lives } = aPast(
      (day) => (day < 32 ? 6 : 5),
      () => 5,
      50,
    )
    const told = backTest(asked(lives))
    expect(told.days).toHaveLength(15)
    expect(told.days.every(({ actual }) => actual > 0)).toBe(true)
    expect(told.meanAbsoluteError).toBeLessThanOrEqual(1)
    expect(told.precision).toBeGreaterThan(0.9)
    expect(told.recall).toBeGreaterThan(0.9)
  })

  it('knows on a past day nothing of what was decided later', () => {
    const { lives } = aPast(
      (day) => (day < 32 ? 6 : 5),
      () => 5,
      50,
    )
    const cut = MONDAY + 60 * DAY
    const all = backTest(asked(lives)).days.filter(({ until }) => until <= cut)
    const known = lives
      .filter(({ submittedAt }) => Date.parse(submittedAt) < cut)
      .map(({ claimId, submittedAt, history }) =>
        claim(
          claimId,
          Date.parse(submittedAt),
          history.filter(({ at }) => Date.parse(at) < cut),
        ),
      )
    const then = backTest(asked(known, { now: cut, days: 30 })).days
    for (const day of all) expect(then.find(({ at }) => at === day.at)).toEqual(day)
    expect(all.length).toBeGreaterThan(3)
  })

  it('owns up to a team that suddenly stops: the forecast said too few, and the error says by how many', () => {
    const { lives } = aPast(
      () => 5,
      (day) => (day < 46 ? 5 : 0),
      55,
    )
    const told = backTest(asked(lives, { now: MONDAY + 77 * DAY, days: 8, ahead: 5 }))
    const last = told.days.at(-1)
    expect(last?.actual).toBeGreaterThan(last?.forecast ?? 0)
    expect(told.recall).toBeLessThan(1)
    expect(told.meanAbsoluteError).toBeGreaterThan(0)
  })

  it('says nothing where nothing is over', () => {
    expect(backTest(asked([], { now: MONDAY, days: 0 }))).toEqual({
      days: [],
      meanAbsoluteError: null,
      precision: null,
      recall: null,
      inRange: null,
    })
  })
})
