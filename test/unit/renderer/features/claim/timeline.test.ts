import { expect, test } from 'vitest'
import { isInTab, timelineOf } from '../../../../../src-renderer/features/claim/timeline.ts'
import { aDetail, instantAt } from '../../../../builders/renderer/aClaim.ts'

const comment = (commentId: string, hours: number, visibility: string) => ({
  commentId,
  side: 'reviewer',
  authorName: 'Marta Ginevri',
  at: instantAt(hours),
  text: 'text',
  visibility,
})
const entry = (entryId: string, hours: number, kind: string) => ({
  entryId,
  at: instantAt(hours),
  side: 'reviewer',
  kind,
  actorName: 'Marta Ginevri',
  fromState: null,
  toState: null,
  detail: null,
})

const { claim } = aDetail({
  claim: {
    comments: [comment('note', -3, 'internal'), comment('letter', -1, 'partner_visible')],
    history: [entry('start', -4, 'review_started'), entry('said', -1, 'commented')],
  },
})

test('comments and history stand in one line, newest first, each thing once', () => {
  expect(timelineOf(claim).map(({ id }) => id)).toEqual(['letter', 'note', 'start'])
})

test('what the partner reads and what only reviewers read never share a tab', () => {
  const inTab = (tab: 'partner' | 'internal' | 'history') =>
    timelineOf(claim)
      .filter((item) => isInTab(item, tab))
      .map(({ id }) => id)
  expect(inTab('partner')).toEqual(['letter'])
  expect(inTab('internal')).toEqual(['note'])
  expect(inTab('history')).toEqual(['start'])
})
