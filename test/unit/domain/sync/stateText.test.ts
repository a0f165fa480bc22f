import { expect, it } from 'vitest'
import { stateText } from '../../../../src-main/domain/sync/stateText.ts'

it('the text of a claim’s state has its four parts in order, and nothing for what is not there', () => {
  const claim = { claimId: '208417', revision: 7, assignedUserId: 'rita', leaseUntilMs: 1_790_000_000_000 }
  expect(stateText(claim)).toBe('208417|7|rita|1790000000000')
  expect(stateText({ ...claim, leaseUntilMs: null })).toBe('208417|7|rita|')
  expect(stateText({ ...claim, assignedUserId: null, leaseUntilMs: null })).toBe('208417|7||')
})
