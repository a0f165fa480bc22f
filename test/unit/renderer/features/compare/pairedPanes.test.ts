import { describe, expect, it } from 'vitest'
import { TextChange } from '../../../../../src-preload/contract/vocabulary/versionShape.ts'
import { PairedPanes } from '../../../../../src-renderer/features/compare/pairedPanes.ts'
import { VIEWER_PROTOCOL } from '../../../../../src-renderer/viewer-frame/messages.ts'
import type { PaneHandle } from '../../../../../src-renderer/stores/panes.ts'

/** Two panes that note what they are told. */
function opened(olderPages: number | null = 3) {
  const told: string[] = []
  const pane = (side: string): PaneHandle => ({
    activate: (id) => told.push(`${side} shows ${id}`),
    goToPage: (page) => told.push(`${side} opens at ${page}`),
    scrollTo: ({ page, share }) => told.push(`${side} goes to ${page + share}`),
    zoom: ({ to }) => told.push(`${side} zooms ${to}`),
    paintPage: (page) => told.push(`${side} paints ${page}`),
    overlay: (older) => told.push(`${side} overlays ${older?.page ?? 'nothing'}`),
  })
  const panes = new PairedPanes(olderPages)
  panes.attach.before(pane('before'))
  panes.attach.after(pane('after'))
  const since = () => told.splice(0)
  return { panes, since }
}
const scrolled = (by: 'hand' | 'jump') =>
  ({ v: VIEWER_PROTOCOL, type: 'scrolled', documentId: 'd', place: { page: 7, share: 0.5 }, by }) as const
const bitmap = () => {
  const closed = { isClosed: false }
  return { closed, picture: { close: () => (closed.isClosed = true) } as unknown as ImageBitmap }
}
const painted = (page: number, picture: ImageBitmap) =>
  ({ v: VIEWER_PROTOCOL, type: 'paintedPage', documentId: 'd', page, bitmap: picture }) as const
const overlaid = (page: number) =>
  ({ v: VIEWER_PROTOCOL, type: 'overlaid', documentId: 'd', page, share: 0.02, places: 4 }) as const
const SIDE = { text: 'x', places: [{ page: 1, quads: [[0, 0, 1, 0, 1, 1, 0, 1]] }] }
const change = (over: object) =>
  TextChange.parse({ kind: 'changed', isUnsure: false, before: SIDE, after: SIDE, ...over })

describe('two versions beside each other', () => {
  it('scroll together by page and share of it until they are unlocked', () => {
    const { panes, since } = opened()
    panes.hear('before', scrolled('hand'))
    panes.hear('after', scrolled('hand'))
    expect(since()).toEqual(['after goes to 7.5', 'before goes to 7.5'])
    panes.toggleLock()
    panes.hear('before', scrolled('hand'))
    expect(since()).toEqual([])
  })

  it('go each to its own place of a change, and where there is none along with the other', () => {
    const { panes, since } = opened()
    panes.show(0, change({}))
    panes.hear('after', scrolled('jump'))
    expect(since()).toEqual(['before shows change 0', 'after shows change 0'])
    panes.show(1, change({ kind: 'added', before: null }))
    panes.hear('after', scrolled('jump'))
    expect(since()).toEqual(['before shows null', 'after shows change 1', 'before goes to 7.5'])
  })

  it('lie over each other page for page, and let go of a page that was turned meanwhile', () => {
    const { panes, since } = opened()
    panes.toggleOverlay()
    expect(panes.snapshot().overlay).toEqual({ status: 'waiting', page: 1 })
    panes.turnTo(2)
    const late = bitmap()
    panes.hear('before', painted(1, late.picture))
    expect(late.closed.isClosed).toBe(true)
    panes.hear('before', painted(2, bitmap().picture))
    panes.hear('after', overlaid(2))
    expect(panes.snapshot().overlay).toEqual({ status: 'found', page: 2, share: 0.02, places: 4 })
    expect(since()).toEqual([
      'after overlays nothing',
      'before paints 1',
      'after overlays nothing',
      'before paints 2',
      'after overlays 2',
    ])
    panes.toggleOverlay()
    expect(panes.snapshot().overlay).toEqual({ status: 'off' })
  })

  it('say where the earlier version has no such page', () => {
    const { panes, since } = opened(1)
    panes.turnTo(2)
    panes.toggleOverlay()
    expect(panes.snapshot().overlay).toEqual({ status: 'none', page: 2 })
    expect(since()).toEqual(['after overlays nothing'])
  })
})
