import { describe, expect, test } from 'vitest'
import {
  countIn,
  isInTab,
  isOfSides,
  sidesOf,
  TALK_TABS,
  type TimelineEntry,
  timelineOf,
} from '../../../../../../src-renderer/features/claim/talk/timeline.ts'
import { aDetail, instantAt } from '../../../../../builders/renderer/aClaim.ts'

const comment = (commentId: string, hours: number, visibility: string, inReplyTo: string | null = null) => ({
  commentId,
  side: visibility === 'internal' ? 'reviewer' : 'partner',
  authorName: 'Marta Ginevri',
  at: instantAt(hours),
  text: 'text',
  visibility,
  inReplyTo,
})
const entry = (entryId: string, hours: number, kind: string, side = 'reviewer') => ({
  entryId,
  at: instantAt(hours),
  side,
  kind,
  actorName: 'Marta Ginevri',
  fromState: null,
  toState: null,
  detail: null,
})
const timeline = (comments: object[], history: object[] = []) =>
  timelineOf(aDetail({ claim: { comments, history } }).claim)
const ids = (entries: readonly TimelineEntry[]) =>
  entries.map((each) => (each.kind === 'history' ? each.id : each.comments.map(({ commentId }) => commentId)))

const all = timeline(
  [comment('note', -3, 'internal'), comment('letter', -1, 'partner_visible')],
  [
    entry('start', -4, 'review_started'),
    entry('said', -1, 'commented'),
    entry('changed', -5, 'edited', 'partner'),
    entry('told', -6, 'customer_notified', 'system'),
  ],
)

describe('the line of comments and history', () => {
  test('is newest first, each thing once', () => {
    expect(ids(all)).toEqual([['letter'], ['note'], 'start', 'changed', 'told'])
  })

  test('stands a reply with what it answers, oldest first, as young as its youngest comment', () => {
    const talk = timeline(
      [
        comment('c1', -9, 'partner_visible'),
        comment('c3', -1, 'partner_visible', 'c2'),
        comment('c2', -5, 'partner_visible', 'c1'),
        comment('n1', -3, 'internal'),
      ],
      [entry('start', -2, 'review_started')],
    )
    expect(ids(talk)).toEqual([['c1', 'c2', 'c3'], 'start', ['n1']])
  })

  test('never puts a note and a letter into one thread, whatever the feed says', () => {
    const talk = timeline([comment('c1', -9, 'partner_visible'), comment('n1', -5, 'internal', 'c1')])
    expect(ids(talk)).toEqual([['n1'], ['c1']])
  })

  test('loses no comment whose parent is not here, nor those that answer each other in a circle', () => {
    const talk = timeline([
      comment('a', -9, 'internal', 'gone'),
      comment('b', -8, 'internal', 'c'),
      comment('c', -7, 'internal', 'b'),
    ])
    expect(ids(talk).flat().toSorted()).toEqual(['a', 'b', 'c'])
  })
})

describe('the filters', () => {
  const inTab = (tab: (typeof TALK_TABS)[number]) => ids(all.filter((item) => isInTab(item, tab))).flat()

  test('what the partner reads and what only reviewers read never share a tab', () => {
    expect(inTab('comments')).toEqual(['letter'])
    expect(inTab('internal')).toEqual(['note'])
  })

  test('the course of the claim and the changes to it are two things', () => {
    expect(inTab('course')).toEqual(['start', 'told'])
    expect(inTab('changes')).toEqual(['changed'])
  })

  test('every entry is in exactly one tab beside the one for all', () => {
    for (const item of all) {
      expect(TALK_TABS.filter((tab) => tab !== 'all' && isInTab(item, tab))).toHaveLength(1)
    }
  })

  test('a tab counts comments, not threads', () => {
    const talk = timeline([comment('c1', -9, 'partner_visible'), comment('c2', -5, 'partner_visible', 'c1')])
    expect([countIn(talk, 'comments'), countIn(talk, 'all'), countIn(talk, 'internal')]).toEqual([2, 2, 0])
  })

  test('a side shows what it did, and the threads in which it spoke', () => {
    const of = (...sides: ('partner' | 'reviewer' | 'system')[]) =>
      ids(all.filter((item) => isOfSides(item, sides))).flat()
    expect(of('partner')).toEqual(['letter', 'changed'])
    expect(of('system')).toEqual(['told'])
    expect(of('reviewer', 'system')).toEqual(['note', 'start', 'told'])
    expect(of()).toHaveLength(all.length)
    expect(all.flatMap(sidesOf)).toContain('system')
  })
})
