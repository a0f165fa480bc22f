import { describe, expect, it } from 'vitest'
import { TextChange } from '../../../../../src-preload/contract/vocabulary/versionShape.ts'
import {
  changeMarks,
  changeOfMark,
  stepChange,
} from '../../../../../src-renderer/features/compare/changeMarks.ts'
import { readAppMessage, VIEWER_PROTOCOL } from '../../../../../src-renderer/viewer-frame/messages.ts'

const QUAD = [0, 0, 10, 0, 10, 5, 0, 5]
const side = (...pages: number[]) => ({
  text: 'words',
  places: pages.map((page) => ({ page, quads: [QUAD] })),
})
const change = (over: object) =>
  TextChange.parse({ kind: 'changed', isUnsure: false, before: side(1), after: side(1), ...over })
const CHANGES = [
  change({}),
  change({ kind: 'added', before: null, after: side(2, 3) }),
  change({ kind: 'removed', after: null }),
]
const marksOf = (at: 'before' | 'after') => changeMarks(CHANGES, at, ({ kind }) => kind)

describe('the marks of changes', () => {
  it('carry the number of their change on both sides, and only where it has words', () => {
    expect(marksOf('before').map(({ number, tone }) => [number, tone])).toEqual([
      [1, 'changed'],
      [3, 'removed'],
    ])
    expect(marksOf('after').map(({ number, page }) => [number, page])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ])
  })

  it('strike nothing out between the papers of two parties', () => {
    const marks = changeMarks(CHANGES, 'before', ({ kind }) => kind, true)
    expect(marks.map(({ number, tone }) => [number, tone])).toEqual([
      [1, 'changed'],
      [3, 'changed'],
    ])
  })

  it('lead back to their change, and are messages that the frame takes', () => {
    const marks = marksOf('after')
    expect(marks.map(({ id }) => changeOfMark(id))).toEqual([0, 1, 1])
    expect(readAppMessage({ v: VIEWER_PROTOCOL, type: 'setMarks', documentId: 'd', marks })).toBeDefined()
  })
})

describe('walking the changes', () => {
  it('begins at either end and goes around', () => {
    expect([stepChange(3, null, 1), stepChange(3, null, -1)]).toEqual([0, 2])
    expect([stepChange(3, 2, 1), stepChange(3, 0, -1)]).toEqual([0, 2])
    expect(stepChange(0, null, 1)).toBeNull()
  })
})
