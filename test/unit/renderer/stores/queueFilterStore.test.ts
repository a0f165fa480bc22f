import { expect, test } from 'vitest'
import { printTerm } from '../../../../src-preload/contract/vocabulary/filter/printFilter.ts'
import { createQueueFilterStore, isSameFilter } from '../../../../src-renderer/stores/queueFilterStore.ts'

function setUp() {
  const { getState } = createQueueFilterStore()
  return {
    act: getState,
    seen: () => ({ chips: getState().chips.map(printTerm), draft: getState().draft }),
    asked: () => getState().filter.text,
  }
}

test('begins with every claim', () => {
  expect(setUp().asked()).toBe('')
})

test('a part becomes a chip once a gap stands behind it, and plain text stays in the field', () => {
  const { act, seen, asked } = setUp()
  act().setDraft('nuvola sla:<4h')
  expect(seen()).toEqual({ chips: [], draft: 'nuvola sla:<4h' })
  expect(asked()).toBe('nuvola sla:<4h')
  act().setDraft('nuvola sla:<4h ')
  expect(seen()).toEqual({ chips: ['sla:<4h'], draft: 'nuvola ' })
  expect(asked()).toBe('sla:<4h nuvola')
})

test('a gap inside quotes finishes nothing', () => {
  const { act, seen } = setUp()
  act().setDraft('partner:"Contoso ')
  expect(seen().chips).toEqual([])
  act().setDraft('partner:"Contoso Ltd" ')
  expect(seen()).toEqual({ chips: ['partner:"Contoso Ltd"'], draft: '' })
})

test('Enter finishes what is being written, and what is not understood stays as it was written', () => {
  const { act, seen, asked } = setUp()
  act().setDraft('mood:good teams')
  act().finishDraft()
  expect(seen()).toEqual({ chips: ['mood:good'], draft: 'teams' })
  expect(asked()).toBe('mood:good teams')
})

test('chips are taken away one by one, and the last goes back into the field to be changed', () => {
  const { act, seen } = setUp()
  act().setText('status:open -check:failed sla:over teams')
  expect(seen()).toEqual({ chips: ['status:open', '-check:failed', 'sla:over'], draft: 'teams' })
  act().removeChip(1)
  expect(act().editLastChip()).toBe(true)
  expect(seen()).toEqual({ chips: ['status:open'], draft: 'sla:overteams' })
  act().clear()
  expect(act().editLastChip()).toBe(false)
})

test('cuts text that the contract would refuse', () => {
  const { act, asked } = setUp()
  act().setDraft('x'.repeat(600))
  expect(asked()).toHaveLength(500)
})

test('two filters are the same whatever the order of their parts', () => {
  expect(isSameFilter('sla:4h status:open', 'status:open  sla:<=4h')).toBe(true)
  expect(isSameFilter('status:open', '-status:open')).toBe(false)
})
