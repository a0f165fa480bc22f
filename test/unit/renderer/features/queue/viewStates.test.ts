import { expect, test } from 'vitest'
import { parseFilter } from '../../../../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { DAY_VIEWS, statusViews } from '../../../../../src-renderer/features/queue/views/builtInViews.ts'

test('a status of a later year is offered only where there are such claims', () => {
  const states = (hasUnknown: boolean) => statusViews(hasUnknown).map(({ state }) => state)
  expect(states(false)).not.toContain('unknown')
  expect(states(true)).toEqual([...states(false), 'unknown'])
  expect(states(true)).not.toContain('editing')
})

test('every view that is always there is understood as a whole', () => {
  const terms = [...DAY_VIEWS, ...statusViews(true)].flatMap(({ query }) => parseFilter(query))
  expect(terms.filter(({ kind }) => kind === 'problem')).toEqual([])
})
