import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { clockCoursesOf, isSettled } from '../../../../src-main/domain/clocks/clockCourses.ts'
import { TEAM_TIMERS } from '../../../../src-main/domain/clocks/clockOwner.ts'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimState, HistoryKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { STEPS } from '../../../builders/domain/drawnLife.ts'
import { actorOf, LivingClaim } from '../../../builders/domain/livingClaim.ts'
import { instant } from '../../../builders/domain/situation.ts'
import { fc } from '../../../builders/hub/property.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'

const ROME: Calendar = {
  id: 'rome',
  version: 1,
  zone: 'Europe/Rome',
  weekend: [6, 7],
  holidays: [{ day: '2026-04-06', name: 'Easter Monday' }],
}
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const seed = fc.readConfigureGlobal().seed

interface Noted {
  readonly timer: Clock['timer']
  readonly startedAt: number
  dueAt: number | null
  endedAt: number | null
}

/** Somebody who looks at the clocks of a claim after everything that happens, and writes down what they see. */
class Notebook {
  private readonly noted = new Map<string, Noted>()

  look(clocks: readonly Clock[], at: number): void {
    const here = new Set(clocks.map(({ timer, startedAt }) => `${timer} ${startedAt}`))
    for (const [key, one] of this.noted) if (!here.has(key)) one.endedAt ??= at
    for (const { timer, startedAt, dueAt } of clocks) {
      const key = `${timer} ${startedAt}`
      const before = this.noted.get(key)
      const due = dueAt === null ? null : Date.parse(dueAt)
      // A clock that was over before it was stopped stays over.
      const wasOver = due === null && before !== undefined && before.dueAt !== null && before.dueAt < at
      this.noted.set(key, {
        timer,
        startedAt: Date.parse(startedAt),
        dueAt: wasOver ? before.dueAt : due,
        endedAt: null,
      })
    }
  }

  all = () => sorted([...this.noted.values()])
}

const sorted = (courses: readonly Noted[]) =>
  [...courses].sort((a, b) => a.timer.localeCompare(b.timer) || a.startedAt - b.startedAt)

/** A claim that lives, and everything that was written down of its clocks. */
function lived(policy: PolicyProfile) {
  const life = new LivingClaim(policy, ROME, Date.parse('2026-03-02T09:00:00Z'))
  const notebook = new Notebook()
  const look = () => notebook.look(life.claim?.clocks ?? [], Date.parse(life.history.at(-1)?.at ?? ''))
  const submittedAt = life.now
  for (const command of [{ act: 'create' }, { act: 'submit', isFormComplete: true }] as const)
    life.act(command)
  look()
  life.pass(MINUTE)
  return {
    life,
    notebook,
    look,
    courses: () =>
      clockCoursesOf(
        {
          state: life.claim?.state ?? 'editing',
          subState: life.claim?.subState ?? null,
          competingClaims: 0,
          submittedAt: instant(submittedAt),
          matters: life.claim?.matters ?? { heldSince: null, firstReviewedAt: null, dispute: null },
          history: life.history,
        },
        policy,
        ROME,
      ).map(({ counted: { timer, startedAt }, dueAt, endedAt }) => ({ timer, startedAt, dueAt, endedAt })),
  }
}

describe('the courses of the clocks of a claim', () => {
  it.each([SEED_2020, DOCS_2023])(
    `are those that somebody saw who looked at every change, under $title (seed ${seed})`,
    { timeout: 120_000 },
    (policy) => {
      fc.assert(
        fc.property(STEPS, (steps) => {
          const { life, notebook, look, courses } = lived(policy)
          for (const { command, actor, isArbitrated, hours } of steps) {
            if (command.act === 'cancel' || command.act === 'create') continue
            life.act(command, actor ?? actorOf(command), isArbitrated)
            look()
            // No two acts fall on one instant. Half a day at a time, so that what clocks bring about on the way is seen one by one.
            life.pass(MINUTE)
            for (let hour = 0; hour < hours; hour += 12) {
              life.pass(Math.min(12, hours - hour) * HOUR)
              look()
            }
          }
          // Nobody contests a drawn claim, though it may be held as if somebody did: that is told below.
          const drawn = courses().filter(({ timer }) => timer !== 'arbitration_first_review')
          expect(sorted(drawn)).toEqual(notebook.all())
        }),
        { numRuns: 120 },
      )
    },
  )

  it('take a clock that was off while the partner was asked for one and the same', () => {
    const { life, courses } = lived(SEED_2020)
    life.pass(HOUR)
    life.act({ act: 'start_review' })
    life.pass(HOUR)
    life.act({
      act: 'request_info',
      reasons: ['POE_MISSING_ALL'],
      items: [],
      mayRemoveItems: false,
      comment: 'x',
    })
    const whole = () => courses().filter(({ timer }) => timer === 'decision_target')
    expect(whole()).toMatchObject([{ endedAt: life.now }])
    life.pass(24 * HOUR)
    life.act({ act: 'resubmit', isFormComplete: true })
    expect(whole()).toMatchObject([{ endedAt: null }])
  })

  it('tell the first review of a claim that was held for arbitration, and only of one that was contested', () => {
    const { life, courses } = lived(SEED_2020)
    life.act({ act: 'start_review' })
    const begunAt = life.now
    life.pass(HOUR)
    const first = () => courses().filter(({ timer }) => timer === 'arbitration_first_review')
    expect(first()).toEqual([])
    life.act({ act: 'hold_for_arbitration', comment: 'Two partners claim it.' })
    expect(first()).toMatchObject([{ startedAt: begunAt, endedAt: life.now }])
  })

  it('end with what ended them also where the history names no sub-state', () => {
    const policy = SEED_2020
    const entry = (kind: HistoryKind, day: number, toState: ClaimState | null = null) => ({
      kind,
      at: instant(Date.UTC(2026, 2, day, 9)),
      fromState: null,
      toState,
      fromSubState: null,
      toSubState: null,
    })
    const heldAt = Date.UTC(2026, 2, 4, 9)
    const courses = clockCoursesOf(
      {
        state: 'under_review',
        subState: 'awaiting_arbitration',
        competingClaims: 1,
        submittedAt: instant(Date.UTC(2026, 2, 2, 9)),
        matters: { heldSince: instant(heldAt), firstReviewedAt: instant(heldAt), dispute: null },
        history: [
          entry('submitted', 2, 'submitted'),
          entry('review_started', 3, 'under_review'),
          entry('held_for_arbitration', 4),
          entry('commented', 27),
        ],
      },
      policy,
      ROME,
    )
    expect(courses.find(({ counted }) => counted.timer === 'review')).toMatchObject({ endedAt: heldAt })
    expect(courses.find(({ counted }) => counted.timer === 'arbitration')).toMatchObject({ endedAt: null })
  })

  it('leave what has ended, and a breach that was seen, to the calendar by which it was reckoned', () => {
    const over = { startedAt: 0, dueAt: 100, endedAt: null }
    expect(isSettled(over, null, 99)).toBe(false)
    expect(isSettled(over, null, 100)).toBe(true)
    expect(isSettled({ ...over, endedAt: 50 }, 50, 60)).toBe(true)
    // It had ended in time, but goes on: what it comes to is open again.
    expect(isSettled({ ...over, endedAt: 50 }, null, 60)).toBe(false)
    expect(isSettled({ ...over, dueAt: null }, null, 60)).toBe(false)
  })
})

describe('whose a clock is', () => {
  it('is the team’s where the team must act, and nobody can breach another’s', () => {
    expect(TEAM_TIMERS).toEqual([
      'pickup',
      'review',
      'decision_target',
      'dispute_review',
      'arbitration_first_review',
      'arbitration',
    ])
  })
})
