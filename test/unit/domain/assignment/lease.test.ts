import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ASSIGNMENT_ACTS,
  assignmentAfter,
  isAssignmentAct,
  isHeldNow,
  LEASE_MINUTES,
  leaseFrom,
} from '../../../../src-main/domain/assignment/lease.ts'
import { applyAct } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import { nextClockAct } from '../../../../src-main/domain/claim/nextClockAct.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { UNTIL_BEGUN } from '../../../../src-preload/contract/vocabulary/leaseWords.ts'
import { CLAIM_ACTS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { ROLES } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  aSituation,
  clockDue,
  instant,
  NOW,
  reviewer,
  setting,
  system,
} from '../../../builders/domain/situation.ts'

const MINUTE = 60_000
const heldBy = (userId: string, untilMs: number | null) => ({
  userId: UserId.parse(userId),
  until: untilMs === null ? null : instant(untilMs),
})
const rita = reviewer('rita')
const lead = reviewer('lea', 'team_lead')
const take: ClaimCommand = { act: 'take' }
const release: ClaimCommand = { act: 'release' }
const handTo = (to: string): ClaimCommand => ({
  act: 'hand_over',
  toUserId: UserId.parse(to),
  toName: to,
  note: '',
})

const blocks = (actor: Actor, command: ClaimCommand, wish: Partial<ClaimSituation>): string[] => {
  const result = applyAct(command, aSituation(wish), actor, setting())
  return 'blocks' in result ? result.blocks.map(({ reason }) => reason) : []
}

describe('a lease', () => {
  it('runs until its last millisecond and not in it', () => {
    const assigned = heldBy('rita', NOW)
    expect([NOW - 1, NOW, NOW + 1].map((now) => isHeldNow(assigned, now))).toEqual([true, false, false])
    expect(isHeldNow(heldBy('rita', null), NOW)).toBe(false)
    expect(isHeldNow(null, NOW)).toBe(false)
  })

  it('keeps everybody else from deciding, beginning and holding, and nobody from commenting', () => {
    const assignedTo = heldBy('rosa', NOW + 1)
    const decisions: ClaimCommand[] = [
      { act: 'approve', comment: '' },
      { act: 'hold_for_arbitration', comment: 'Two partners.' },
      take,
    ]
    for (const command of decisions) {
      expect(blocks(rita, command, { assignedTo })).toEqual(['held_by_other'])
      expect(blocks(reviewer('rosa'), command, { assignedTo })).toEqual([])
    }
    const comment = { act: 'comment', text: 'Hm.', visibility: 'internal', inReplyTo: null } as const
    expect(blocks(rita, comment, { assignedTo })).toEqual([])
  })

  it('that has run out keeps nobody from anything', () => {
    for (const until of [null, NOW, NOW - 1])
      expect(blocks(rita, take, { assignedTo: heldBy('rosa', until) })).toEqual([])
  })

  it('is given up by whoever holds it, and by a team lead', () => {
    const mine = { assignedTo: heldBy('rita', NOW + 1) }
    const theirs = { assignedTo: heldBy('rosa', NOW + 1) }
    for (const command of [release, handTo('zoe')]) {
      expect(blocks(rita, command, mine)).toEqual([])
      expect(blocks(rita, command, theirs)).toEqual(['not_held_by_you'])
      expect(blocks(rita, command, { assignedTo: null })).toEqual(['not_held_by_you'])
      expect(blocks(lead, command, theirs)).toEqual([])
    }
    expect(blocks(lead, handTo('rosa'), theirs)).toEqual(['nobody_to_hand_to'])
  })

  it('an auditor neither takes nor gives', () => {
    const auditor = reviewer('ada', 'auditor')
    const situation = { assignedTo: heldBy('ada', NOW + 1) }
    for (const command of [take, release, handTo('zoe')])
      expect(blocks(auditor, command, situation)).toContain('role_may_not')
  })

  it('shows in the sub-state of a claim that waits, and in no other status', () => {
    const subStateAfter = (command: ClaimCommand, actor: Actor, wish: Partial<ClaimSituation>) => {
      const result = applyAct(command, aSituation(wish), actor, setting())
      return 'blocks' in result ? result.blocks : result.status
    }
    const queued = { state: 'submitted', subState: 'queued' } as const
    const assigned = { state: 'submitted', subState: 'assigned', assignedTo: heldBy('rita', NOW) } as const
    expect(subStateAfter(take, rita, queued)).toEqual({ state: 'submitted', subState: 'assigned' })
    expect(subStateAfter(handTo('zoe'), lead, queued)).toEqual({ state: 'submitted', subState: 'assigned' })
    expect(subStateAfter({ act: 'lease_over' }, system, assigned)).toEqual(queued)
    expect(subStateAfter(release, lead, assigned)).toEqual(queued)
    expect(subStateAfter(take, rita, {})).toEqual({ state: 'under_review', subState: 'in_review' })
  })

  it('ends by itself when it has run out, and before the clock that comes later', () => {
    const claim = { state: 'partner_action_required', subState: 'open' } as const
    const clocks = [clockDue('partner_response', 10)]
    const next = (until: number) =>
      nextClockAct({ ...claim, assignedTo: heldBy('rita', NOW + until) }, clocks, NOW)
    expect(next(5)).toEqual({ act: 'lease_over', at: NOW + 5 })
    expect(next(15)).toEqual({ act: 'response_overdue', at: NOW + 10 })
    expect(blocks(system, { act: 'lease_over' }, { assignedTo: heldBy('rita', NOW + 1) })).toEqual([
      'window_open',
    ])
  })
})

describe('who holds a claim after an act', () => {
  const after = (command: ClaimCommand, actor: Actor = rita) =>
    assignmentAfter(command, { ...actor, name: 'Rita' }, NOW)

  it('a take and a begun review are half an hour’s lease', () => {
    const mine = { userId: 'rita', name: 'Rita', until: instant(NOW + LEASE_MINUTES * MINUTE) }
    expect([after(take), after({ act: 'start_review' })]).toEqual([mine, mine])
    expect(leaseFrom(NOW)).toBe(mine.until)
  })

  it('what a lead hands out is theirs until they begin, whatever day it is, and no clock takes it from them', () => {
    const given = after(handTo('zoe'), lead)
    expect(given).toEqual({ userId: 'zoe', name: 'zoe', until: UNTIL_BEGUN })
    const assignedTo = heldBy('zoe', Date.parse(UNTIL_BEGUN))
    expect(isHeldNow(assignedTo, NOW + 400 * 24 * 60 * MINUTE)).toBe(true)
    const clocks = [clockDue('partner_response', 10)]
    const asked = { state: 'partner_action_required', subState: 'open', assignedTo } as const
    expect(nextClockAct(asked, clocks, NOW)).toEqual({ act: 'response_overdue', at: NOW + 10 })
    const waiting = { state: 'submitted', subState: 'assigned', assignedTo } as const
    expect(nextClockAct(waiting, [], NOW)).toBe(null)
    expect(blocks(rita, take, { assignedTo })).toEqual(['held_by_other'])
    expect(blocks(reviewer('zoe'), release, { assignedTo })).toEqual([])
    expect(blocks(lead, release, { assignedTo })).toEqual([])
    expect(after({ act: 'start_review' }, reviewer('zoe'))).toMatchObject({ until: leaseFrom(NOW) })
  })

  it('a colleague’s hand-over gives a day to who may not be at their desk', () => {
    expect(after(handTo('zoe'))).toEqual({
      userId: 'zoe',
      name: 'zoe',
      until: instant(NOW + 24 * 60 * MINUTE),
    })
  })

  it('a decision ends the lease and keeps the name', () => {
    expect(after({ act: 'approve', comment: '' })).toEqual({ userId: 'rita', name: 'Rita', until: null })
  })

  it('the partner’s and the customer’s acts change nothing of it', () => {
    expect(after({ act: 'accept' }, { side: 'customer' })).toBeUndefined()
    expect(after({ act: 'resubmit', isFormComplete: true }, { side: 'partner' })).toBeUndefined()
  })

  it('of drawn people no two can hold one claim at once', () => {
    const person = fc.record({
      userId: fc.constantFrom('rita', 'rosa', 'zoe'),
      role: fc.constantFrom(...ROLES),
    })
    const step = fc.record({
      person,
      command: fc.constantFrom(take, release, handTo('zoe')),
      passes: fc.nat(40),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = NOW
        let assigned: ReturnType<typeof assignmentAfter> = null
        for (const { person: who, command, passes } of steps) {
          now += passes * MINUTE
          const actor = reviewer(who.userId, who.role)
          const before = assigned ?? null
          const result = applyAct(command, aSituation({ assignedTo: before }), actor, setting(undefined, now))
          if ('blocks' in result) continue
          assigned = assignmentAfter(command, { ...actor, name: who.userId }, now)
          const wasTheirs = isHeldNow(before, now) && before?.userId !== who.userId
          expect(wasTheirs && who.role !== 'team_lead').toBe(false)
        }
      }),
    )
  })
})

describe('acts of assignment', () => {
  it('are acts of the claim like any other', () => {
    expect(CLAIM_ACTS.filter(isAssignmentAct).sort()).toEqual([...ASSIGNMENT_ACTS].sort())
  })
})
