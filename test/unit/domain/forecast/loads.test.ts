import { expect, it } from 'vitest'
import { loadsAfter } from '../../../../src-main/domain/forecast/loads.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const [anna, ben, cora] = ['anna', 'ben', 'cora'].map((id) => UserId.parse(id)) as [UserId, UserId, UserId]
const work = (claimId: string, heldBy: UserId | null) => ({
  claimId: ClaimId.parse(claimId),
  dueAt: 0,
  heldBy,
})
const to = (...moves: [string, UserId][]) =>
  new Map(moves.map(([claimId, userId]) => [ClaimId.parse(claimId), userId]))
const WORK = [work('a', anna), work('b', anna), work('c', ben), work('d', null)]

it('counts what each gives and gets, and names nobody else', () => {
  expect(loadsAfter(WORK, to(['a', ben], ['d', ben]))).toEqual([
    { userId: ben, held: 1, after: 3 },
    { userId: anna, held: 2, after: 1 },
  ])
})

it('counts somebody who held nothing before, and no claim that waits for nobody', () => {
  expect(loadsAfter(WORK, to(['c', cora], ['with the partner', cora]))).toEqual([
    { userId: cora, held: 0, after: 1 },
    { userId: ben, held: 1, after: 0 },
  ])
})
