import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRANSITIONS } from '../../../../src-main/domain/claim/transitions.ts'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { ClaimMatters } from '../../../../src-preload/contract/vocabulary/matterShape.ts'
import { HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, ClaimSubState } from '../../../../src-preload/contract/vocabulary/words.ts'
import { STEPS } from '../../../builders/domain/drawnLife.ts'
import { actorOf, LivingClaim } from '../../../builders/domain/livingClaim.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'

const rome: Calendar = { id: 'rome', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }
const HOUR = 3_600_000

/** Every status that there is (domain.md section 2.1). */
const SUB_STATES: Readonly<Record<ClaimState, readonly (ClaimSubState | null)[]>> = {
  editing: [null],
  submitted: ['queued', 'assigned'],
  under_review: ['in_review', 'awaiting_arbitration', 'resubmitted', 'dispute_review'],
  partner_action_required: ['open', 'commented_not_resubmitted', 'overdue'],
  approved: ['consent_open', 'consent_closed', 'sent_for_incentive_assessment'],
  rejected: ['disputable', 'dispute_window_closed', 'final'],
  unknown: [],
}

describe('the life of a claim', () => {
  it.each([SEED_2020, DOCS_2023, { ...SEED_2020, draft: { mayCancel: true } }])(
    'reaches no status but those that there are, whatever anybody does, under $title',
    (policy) => {
      fc.assert(
        fc.property(STEPS, (steps) => {
          const life = new LivingClaim(policy, rome, Date.parse('2026-03-02T09:00:00Z'))
          for (const { command, actor, isArbitrated, hours } of steps) {
            const before = life.claim
            const result = life.act(command, actor ?? actorOf(command), isArbitrated)
            if ('blocks' in result) {
              expect(result.blocks.length).toBeGreaterThan(0)
              expect(life.claim).toBe(before)
            }
            life.pass(hours * HOUR)
            if (life.claim === null) continue
            expect(SUB_STATES[life.claim.state]).toContain(life.claim.subState)
            ClaimMatters.parse(life.claim.matters)
          }
          for (const entry of life.history) HistoryEntry.parse(entry)
          expectStory(life.history)
        }),
        { numRuns: 400 },
      )
    },
  )

  it('has a move in the table for each of its numbers, and no two for one act from one place', () => {
    const numbers = new Set(TRANSITIONS.map(({ id }) => Number(/^T(\d+)/.exec(id)?.[1])))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    const places = TRANSITIONS.flatMap(({ act, from, within }) =>
      (from.length === 0 ? ['none'] : from).flatMap((state) =>
        (within ?? ['any']).map((subState) => `${act} ${state} ${subState}`),
      ),
    )
    expect(new Set(places).size).toBe(places.length)
  })

  it('can go through every status', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(STEPS, fc.constantFrom(SEED_2020, DOCS_2023), (steps, policy) => {
        const life = new LivingClaim(policy, rome, Date.parse('2026-03-02T09:00:00Z'))
        for (const act of ['create', 'submit', 'start_review'] as const)
          life.act(act === 'submit' ? { act, isFormComplete: true } : { act })
        for (const { command, hours } of steps) {
          life.act(command)
          reached.add(`${life.claim?.state} ${life.claim?.subState}`)
          life.pass(hours * HOUR)
          reached.add(`${life.claim?.state} ${life.claim?.subState}`)
        }
      }),
      { numRuns: 3000, seed: 20261121 },
    )
    // `assigned` is the queue's matter: nobody is given a claim by an act of this table. A closed consent is handed off at once.
    const all = Object.entries(SUB_STATES).flatMap(([state, subs]) => subs.map((sub) => `${state} ${sub}`))
    const never = ['editing null', 'submitted assigned', 'approved consent_closed']
    expect([...reached].sort()).toEqual(all.filter((status) => !never.includes(status)).sort())
  })
})

/** Each entry begins where the one before it ended. */
function expectStory(history: readonly HistoryEntry[]): void {
  const moves = history.filter(({ toState }) => toState !== null)
  for (const [index, move] of moves.entries()) expect(move.fromState).toBe(moves[index - 1]?.toState ?? null)
}
