import { describe, expect, it } from 'vitest'
import { shownClaim, shownState } from '../../../../src-main/domain/claim/shownState.ts'
import { OPERATION_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { clockDue } from '../../../builders/domain/situation.ts'

const queued = { state: 'submitted', subState: 'queued' } as const
const pickup = [clockDue('pickup', 1000)]
const review = [clockDue('review', 9000)]
const started = { subState: 'dispute_review', clocks: review } as const

describe('what shows before the hub has spoken', () => {
  it('is a review that has begun, and no decision, hold or comment', () => {
    const shown = OPERATION_KINDS.filter((kind) => shownState(queued, [kind]).state !== 'submitted')
    expect(shown).toEqual(['start_review'])
    const inReview = { state: 'under_review', subState: 'in_review' } as const
    expect(shownState(queued, ['start_review', 'approve'])).toEqual(inReview)
    expect(shownState({ state: 'under_review', subState: 'resubmitted' }, ['start_review'])).toEqual(inReview)
  })

  it('is the claim as the hub has it once no review can begin there', () => {
    const rejected = { state: 'rejected', subState: 'final', clocks: pickup } as const
    expect(shownClaim(rejected, ['start_review'], started)).toEqual(rejected)
  })

  it('is the sub-state and the clocks that were reckoned when the review began', () => {
    const claim = { ...queued, clocks: pickup }
    expect(shownClaim(claim, ['start_review'], started)).toEqual({
      state: 'under_review',
      subState: 'dispute_review',
      clocks: review,
    })
    expect(shownClaim(claim, ['comment'], started)).toEqual(claim)
  })

  it('is the status alone for a review that an older program began', () => {
    expect(shownClaim({ ...queued, clocks: pickup }, ['start_review'], null)).toEqual({
      state: 'under_review',
      subState: 'in_review',
      clocks: pickup,
    })
  })
})
