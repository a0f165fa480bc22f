import { describe, expect, it } from 'vitest'
import {
  type ActOfRule,
  assignProblem,
  standingProposal,
} from '../../../../src-main/domain/policy/assignmentProposal.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const lead = (name: string) => ({ userId: UserId.parse(name), name })
const WISH = { profile: { id: 'docs-2023', version: 1 }, fromDay: '2026-12-01' }
const proposed: ActOfRule = {
  rule: { kind: 'profile', id: 'docs-2023' },
  act: 'assignment_proposed',
  version: 1,
  by: lead('anna'),
  at: Instant.parse('2026-11-20T09:00:00.000Z'),
  because: 'The new articles.',
  writtenBy: null,
  fromDay: '2026-12-01',
  restores: null,
}
const later = Instant.parse('2026-11-20T10:00:00.000Z')

describe('a proposal that a version judges from a day on', () => {
  it('is put in force by anybody but who made it', () => {
    const standing = standingProposal([proposed], WISH)
    expect(standing).toEqual(proposed)
    expect(assignProblem(standing, lead('anna'))).toBe('second_person')
    expect(assignProblem(standing, lead('berta'))).toBeNull()
  })

  it('is of this version and this day alone', () => {
    expect(standingProposal([proposed], { ...WISH, fromDay: '2026-12-02' })).toBeNull()
    expect(standingProposal([proposed], { ...WISH, profile: { ...WISH.profile, version: 2 } })).toBeNull()
    expect(standingProposal([proposed], { ...WISH, profile: { id: 'seed-2020', version: 1 } })).toBeNull()
    expect(assignProblem(null, lead('berta'))).toBe('not_proposed')
  })

  it('ends with whatever is put in force after it, of whichever profile, and not with a calendar or a draft', () => {
    const inForce: ActOfRule = { ...proposed, act: 'assigned', writtenBy: lead('anna'), at: later }
    expect(standingProposal([inForce, proposed], WISH)).toBeNull()
    expect(standingProposal([proposed, inForce], WISH)).toEqual(proposed)
    const elsewhere = (id: string, act: ActOfRule['act'], at = later): ActOfRule => ({
      ...inForce,
      act,
      at,
      rule: { kind: id === 'review-team' ? 'calendar' : 'profile', id },
    })
    expect(standingProposal([proposed, elsewhere('seed-2020', 'published')], WISH)).toBeNull()
    expect(standingProposal([proposed, elsewhere('seed-2020', 'changed')], WISH)).toEqual(proposed)
    expect(standingProposal([proposed, elsewhere('review-team', 'published')], WISH)).toEqual(proposed)
    const before = elsewhere('seed-2020', 'published', Instant.parse('2026-11-20T08:00:00.000Z'))
    expect(standingProposal([before, proposed], WISH)).toEqual(proposed)
  })
})
