import { expect, test } from 'vitest'
import { mayJudge } from '../../../../../src-renderer/features/checks/mayJudge.ts'
import { aDetail } from '../../../../builders/renderer/aClaim.ts'

test('a reviewer may give a word while the claim is submitted or under review', () => {
  expect(mayJudge(aDetail())).toBe(true)
  expect(mayJudge(aDetail({ state: 'submitted' }))).toBe(true)
  expect(mayJudge(aDetail({ state: 'approved' }))).toBe(false)
})

test('open criteria do not keep the reviewer from giving a word, a role without the right does', () => {
  const open = [{ reason: 'criterion_open', criterion: 'dates', item: null }]
  expect(mayJudge(aDetail({ blocks: { approve: open } }))).toBe(true)
  const role = [{ reason: 'role_may_not', criterion: null, item: null }]
  expect(mayJudge(aDetail({ blocks: { approve: role } }))).toBe(false)
})
