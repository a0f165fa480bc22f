import { expect, test } from 'vitest'
import { VIEW_STATES, viewStates } from '../../../../../src-renderer/features/queue/ViewList.tsx'

const counts = (claims: number) => [
  { state: 'submitted' as const, claims: 3 },
  { state: 'unknown' as const, claims },
]

test('a status of a later year is offered only where there are such claims', () => {
  expect(viewStates(counts(0), [])).toEqual(VIEW_STATES)
  expect(viewStates(counts(1), [])).toEqual([...VIEW_STATES, 'unknown'])
})

test('a filter that is on can always be taken off', () => {
  expect(viewStates(counts(0), ['unknown'])).toContain('unknown')
})
