import { expect, test } from 'vitest'
import {
  createClaimViewStore,
  draftKey,
  noteKey,
  replyKey,
} from '../../../../src-renderer/stores/claimViewStore.ts'

test('one thing at most stands over the checks', () => {
  const view = createClaimViewStore()
  view.getState().openDrawer({ kind: 'talk', commentId: null })
  view.getState().openDrawer({ kind: 'clock', timer: 'review' })
  expect(view.getState().drawer).toEqual({ kind: 'clock', timer: 'review' })
  view.getState().openDrawer(null)
  expect(view.getState().drawer).toBeNull()
})

test('on another claim the talk stays open, without the comment that was looked for; a clock goes', () => {
  const view = createClaimViewStore()
  view.getState().openDrawer({ kind: 'talk', commentId: 'c1' })
  view.getState().reset()
  expect(view.getState().drawer).toEqual({ kind: 'talk', commentId: null })
  view.getState().openDrawer({ kind: 'clock', timer: 'review' })
  view.getState().reset()
  expect(view.getState().drawer).toBeNull()
})

test('no two texts of a claim share a place', () => {
  const keys = [
    noteKey('7', 'internal'),
    noteKey('7', 'partner_visible'),
    replyKey('7', 'c1'),
    replyKey('7', 'c2'),
    draftKey('7', 'approve'),
    draftKey('7', 'reject'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})
