import { describe, expect, it } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CasePanes, type ShownParty } from '../../../../src-renderer/features/arbitration/panes/casePanes.ts'
import type { PaneSide } from '../../../../src-renderer/features/arbitration/panes/linkedScroll.ts'
import type {
  PartyPlace,
  PartyPlaces,
  PlacedRow,
} from '../../../../src-renderer/features/arbitration/panes/partyPlaces.ts'
import type { PaneHandle, PaneNews } from '../../../../src-renderer/stores/panes.ts'
import { VIEWER_PROTOCOL } from '../../../../src-renderer/viewer-frame/messages.ts'

const [A, B, C] = (['A', 'B', 'C'] as const).map((id) => ClaimId.parse(id)) as [ClaimId, ClaimId, ClaimId]
const party = (claimId: ClaimId): ShownParty => ({ claimId, papers: [`${claimId}/1`, `${claimId}/2`] })
const QUAD = [0, 0, 9, 0, 9, 9, 0, 9]
const place = (
  paper: string,
  number: number,
  row: PlacedRow,
  over: Partial<PartyPlace> = {},
): PartyPlace => ({
  number,
  row,
  tone: 'evidence',
  documentId: paper,
  page: number,
  quads: [QUAD],
  text: 'text',
  ...over,
})
const places = (...all: readonly PartyPlace[]): PartyPlaces => ({
  all,
  inRow: (row) => all.filter((one) => one.row === row),
})

/** Panes whose handles note what they are told. A paper that was opened gives a new handle, as the viewer does. */
function opened() {
  const told: string[] = []
  const panes = new CasePanes(party(A), party(B))
  panes.keepTo([party(A), party(B), party(C)])
  const paperIn = (side: PaneSide) => panes.snapshot()[side].documentId
  const handle = (side: PaneSide): PaneHandle => {
    const paper = paperIn(side)
    return {
      activate: (id) => told.push(`${paper} shows ${id}`),
      goToPage: (page) => told.push(`${paper} opens at ${page}`),
      scrollTo: ({ page, share }) => told.push(`${paper} goes to ${page + share}`),
      zoom: () => undefined,
      paintPage: () => undefined,
      overlay: () => undefined,
    }
  }
  const known: Record<PaneSide, string | null> = { left: null, right: null }
  const render = () => {
    for (const side of ['left', 'right'] as const)
      if (known[side] !== paperIn(side)) {
        panes.attach[side](null)
        known[side] = paperIn(side)
        panes.attach[side](handle(side))
      }
  }
  panes.subscribe(render)
  render()
  return { panes, since: () => told.splice(0) }
}
const scrolled = (page: number, share: number, by: 'hand' | 'jump'): PaneNews => ({
  v: VIEWER_PROTOCOL,
  type: 'scrolled',
  documentId: 'd',
  place: { page, share },
  by,
})

describe('the papers of two parties beside each other', () => {
  it('show a place in its party’s pane, in the paper that it stands on', () => {
    const { panes, since } = opened()
    panes.show(B, place('B/1', 3, 'dates'))
    expect(since()).toEqual(['B/1 shows place 3'])
    panes.show(B, place('B/2', 4, 'dates', { page: null, quads: [] }))
    expect(since()).toEqual(['B/2 opens at 1'])
    expect(panes.snapshot()).toMatchObject({ active: 'right', right: { documentId: 'B/2', number: 4 } })
  })

  it('give a third party the pane that was not touched last', () => {
    const { panes } = opened()
    panes.show(A, place('A/1', 1, 'dates'))
    panes.show(C, place('C/1', 1, 'dates'))
    expect(panes.snapshot()).toMatchObject({ left: { claimId: A }, right: { claimId: C } })
  })

  it('scroll together from where each was put, until they are unlocked', () => {
    const { panes, since } = opened()
    panes.hear('left', scrolled(3, 0.5, 'jump'))
    panes.hear('right', scrolled(1, 0.25, 'jump'))
    expect(since()).toEqual([])
    panes.hear('left', scrolled(3, 0.75, 'hand'))
    panes.hear('right', scrolled(2, 0, 'hand'))
    expect(since()).toEqual(['B/1 goes to 1.5', 'A/1 goes to 4.25'])
    panes.toggleLock()
    panes.hear('left', scrolled(1, 0, 'hand'))
    expect(since()).toEqual([])
    panes.toggleLock()
    panes.hear('left', scrolled(2, 0, 'hand'))
    expect(since()).toEqual(['B/1 goes to 3'])
  })

  it('stay where they are beside a paper that has not told yet where it stands', () => {
    const { panes, since } = opened()
    panes.hear('left', scrolled(1, 0.5, 'hand'))
    expect(since()).toEqual([])
  })

  it('stand at the same criterion on both sides, then at the next that one of them has', () => {
    const { panes, since } = opened()
    const all = new Map([
      [A, places(place('A/1', 1, 'usablePoe'), place('A/1', 2, 'dates'))],
      [B, places(place('B/2', 1, 'dates'), place('B/1', 2, 'products'))],
    ])
    const placesOf = (claimId: ClaimId) => all.get(claimId)
    panes.show(A, place('A/1', 2, 'dates'))
    since()
    expect(panes.stepRow(1, placesOf)).toBe('dates')
    expect(since()).toEqual(['A/1 shows place 2', 'B/2 shows place 1'])
    expect(panes.stepRow(1, placesOf)).toBe('products')
    expect(panes.stepRow(1, placesOf)).toBe('usablePoe')
    expect(panes.snapshot()).toMatchObject({ row: 'usablePoe', left: { number: 1 }, right: { number: 2 } })
    expect(panes.showRow('engagement', placesOf)).toBe(false)
  })

  it('walk the places of one party around the end, past those that no paper has', () => {
    const { panes } = opened()
    const gone = place('', 2, 'dates', { documentId: null })
    const own = places(place('A/1', 1, 'dates'), gone, place('A/2', 3, 'dates'))
    const numbers = ([1, 1, 1, -1] as const).map((by) => panes.step('left', by, () => own)?.number)
    expect(numbers).toEqual([1, 3, 1, 3])
    expect(panes.step('left', 1, () => undefined)).toBeNull()
  })

  it('change places with the board, each at its place again', () => {
    const { panes, since } = opened()
    panes.show(A, place('A/2', 5, 'dates'))
    since()
    panes.swap()
    expect(panes.snapshot()).toMatchObject({
      left: { claimId: B },
      right: { claimId: A, number: 5 },
      active: 'right',
    })
    expect(since()).toEqual(['A/2 shows place 5'])
    panes.chooseParty('left', A)
    expect(panes.snapshot()).toMatchObject({ left: { claimId: A }, right: { claimId: B } })
  })

  it('let go of a party that left the case and of a paper that was replaced', () => {
    const { panes } = opened()
    panes.chooseDocument('left', 'A/2')
    panes.keepTo([{ claimId: A, papers: ['A/1', 'A/3'] }, party(C)])
    expect(panes.snapshot()).toMatchObject({
      left: { claimId: A, documentId: 'A/1' },
      right: { claimId: C, documentId: 'C/1' },
    })
  })

  it('open a page in each, whoever was shown before', () => {
    const { panes, since } = opened()
    panes.showPages([
      { claimId: C, documentId: 'C/1', page: 2 },
      { claimId: A, documentId: 'A/1', page: 4 },
    ])
    expect(panes.snapshot()).toMatchObject({ left: { claimId: A }, right: { claimId: C } })
    expect(since()).toEqual(['C/1 opens at 2', 'A/1 opens at 4'])
  })
})
