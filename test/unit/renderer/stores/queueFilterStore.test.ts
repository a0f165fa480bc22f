import { expect, test } from 'vitest'
import { createQueueFilterStore } from '../../../../src-renderer/stores/queueFilterStore.ts'

test('begins with every claim', () => {
  expect(createQueueFilterStore().getState().filter).toEqual({ text: '', states: [] })
})

test('a status switches on and off without touching text or other statuses', () => {
  const { getState } = createQueueFilterStore()
  getState().setText('nuvola')
  getState().toggleState('submitted')
  getState().toggleState('rejected')
  getState().toggleState('submitted')
  expect(getState().filter).toEqual({ text: 'nuvola', states: ['rejected'] })
})

test('cuts text that the contract would refuse', () => {
  const { getState } = createQueueFilterStore()
  getState().setText('x'.repeat(300))
  expect(getState().filter.text).toHaveLength(200)
})

test('clear takes text and statuses away', () => {
  const { getState } = createQueueFilterStore()
  getState().setText('a')
  getState().setStates(['approved'])
  getState().clear()
  expect(getState().filter).toEqual({ text: '', states: [] })
})
