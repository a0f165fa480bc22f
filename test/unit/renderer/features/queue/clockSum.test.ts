import { expect, test } from 'vitest'
import { clockSum } from '../../../../../src-renderer/features/queue/why/clockSum.ts'
import { aClock, anExplanation, aPausedClock } from '../../../../builders/renderer/aClaim.ts'

test('what lies between begin and due adds up to the due instant, also when that has passed', () => {
  const clock = aClock(-96, -2)
  const sum = clockSum(
    anExplanation(
      clock,
      ['running', 'elapsed', -96, -48],
      ['weekend', 'elapsed', -48, -10],
      ['running', 'elapsed', -10, -2],
      ['running', 'overdue', -2, 0],
    ),
  )
  expect(sum?.parts.map(({ kind, ms }) => [kind, ms / 3_600_000])).toEqual([
    ['running', 56],
    ['weekend', 38],
  ])
  const added = (sum?.fromMs ?? 0) + (sum?.parts.reduce((all, { ms }) => all + ms, 0) ?? 0)
  expect([added, sum?.dueMs]).toEqual([Date.parse(clock.dueAt), Date.parse(clock.dueAt)])
})

test('a paused clock has no instant to add up to', () => {
  expect(clockSum(anExplanation(aPausedClock, ['running', 'elapsed', -48, 0]))).toBeNull()
})
