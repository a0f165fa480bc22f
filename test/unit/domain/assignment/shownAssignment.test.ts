import { describe, expect, it } from 'vitest'
import { shownAssignment, type WaitingHold } from '../../../../src-main/domain/assignment/shownAssignment.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { UNTIL_BEGUN } from '../../../../src-preload/contract/vocabulary/leaseWords.ts'
import type { Role } from '../../../../src-preload/contract/vocabulary/words.ts'
import { instant, NOW } from '../../../builders/domain/situation.ts'

const MINUTE = 60_000
const me = { userId: UserId.parse('rita'), name: 'Rita' }
const other = { userId: UserId.parse('ole'), name: 'Ole' }
const free = { state: 'under_review', subState: 'in_review', assignedTo: null } as const
const heldBy = (who: typeof me, until: number | null) => ({
  ...free,
  assignedTo: { ...who, until: until === null ? null : instant(until) },
})
const asked = (
  command: WaitingHold['command'],
  by = me,
  madeAt = NOW,
  role: Role = 'reviewer',
): WaitingHold => ({
  command,
  by: { ...by, role },
  madeAt,
})
const take = asked({ act: 'take' })
const mine = { ...me, until: instant(NOW + 30 * MINUTE) }

describe('who shows as the holder before the hub has spoken', () => {
  it('is whoever took a free claim here, for the length of a lease from that moment', () => {
    expect(shownAssignment(free, [take])).toEqual(mine)
    expect(shownAssignment(heldBy(other, null), [take])).toEqual(mine)
    expect(shownAssignment(heldBy(other, NOW - 1), [take])).toEqual(mine)
  })

  it('is whoever began a review here, where one can begin', () => {
    const start = asked({ act: 'start_review' })
    const queued = { ...free, state: 'submitted', subState: 'queued' } as const
    expect(shownAssignment(queued, [start])).toEqual(mine)
    expect(shownAssignment({ ...queued, state: 'rejected', subState: 'final' }, [start])).toBe(null)
  })

  it('is the other one while their lease runs, whatever was asked here', () => {
    const theirs = heldBy(other, NOW + MINUTE)
    expect(shownAssignment(theirs, [take])).toEqual(theirs.assignedTo)
    expect(shownAssignment(theirs, [asked({ act: 'release' })])).toEqual(theirs.assignedTo)
  })

  it('is nobody once it was given back here, and the colleague once it was handed over', () => {
    const held = heldBy(me, NOW + MINUTE)
    expect(shownAssignment(held, [asked({ act: 'release' })])).toBe(null)
    expect(shownAssignment(free, [take, asked({ act: 'release' })])).toBe(null)
    const handed = asked({ act: 'hand_over', toUserId: other.userId, toName: other.name, note: '' })
    expect(shownAssignment(held, [handed])).toEqual({ ...other, until: instant(NOW + 24 * 60 * MINUTE) })
    const given = asked(
      { act: 'hand_over', toUserId: other.userId, toName: other.name, note: '' },
      me,
      NOW,
      'team_lead',
    )
    expect(shownAssignment(held, [given])).toEqual({ ...other, until: UNTIL_BEGUN })
  })

  it('is the hub’s word where nothing waits', () => {
    expect(shownAssignment(heldBy(other, null), [])).toEqual({ ...other, until: null })
  })
})
