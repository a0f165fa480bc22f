import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PaneHandle, PaneNews } from '../../../stores/panes.ts'
import { beside, LinkedScroll, PANE_SIDES, type PaneSide } from './linkedScroll.ts'
import { PLACED_ROWS, type PartyPlace, type PartyPlaces, type PlacedRow } from './partyPlaces.ts'

export interface PaneView {
  readonly claimId: ClaimId
  /** Null = the party has none. */
  readonly documentId: string | null
  /** Of the place that is walked to just now; null = none. */
  readonly number: number | null
}

export interface CasePanesView {
  readonly left: PaneView
  readonly right: PaneView
  /** Where keys count, and what stands on top where there is room for one. */
  readonly active: PaneSide
  readonly isLocked: boolean
  /** Alone in the room of both panes and the board. */
  readonly alone: PaneSide | null
  /** Shown on both sides. */
  readonly row: PlacedRow | null
}

type Jump = { readonly markId: string } | { readonly page: number }
type PlacesOfParty = (claimId: ClaimId) => PartyPlaces | undefined

export const markIdOfPlace = (number: number): string => `place ${number}`
export const numberOfPlaceMark = (markId: string): number | null =>
  markId.startsWith('place ') ? Number(markId.slice('place '.length)) : null

/** A party that may be shown, and its papers in order. */
export interface ShownParty {
  readonly claimId: ClaimId
  readonly papers: readonly string[]
}

/** The papers of two parties beside each other: who stands where, at which place, and who follows whom. Knows nothing of React. */
export class CasePanes {
  #view: CasePanesView
  readonly #watchers = new Set<() => void>()
  readonly #handles: Record<PaneSide, PaneHandle | null> = { left: null, right: null }
  /** Where a pane goes as soon as its pages are there. */
  readonly #jumps: Record<PaneSide, Jump | null> = { left: null, right: null }
  readonly #link = new LinkedScroll()

  #parties: readonly ShownParty[]

  constructor(first: ShownParty, second: ShownParty) {
    this.#parties = [first, second]
    this.#view = {
      left: this.#opened(first.claimId),
      right: this.#opened(second.claimId),
      active: 'left',
      isLocked: true,
      alone: null,
      row: null,
    }
  }

  readonly snapshot = (): CasePanesView => this.#view
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  readonly attach: Readonly<Record<PaneSide, (handle: PaneHandle | null) => void>> = {
    left: (handle) => this.#attach('left', handle),
    right: (handle) => this.#attach('right', handle),
  }

  toggleLock(): void {
    this.#link.toggle()
    this.#update({ isLocked: this.#link.isLocked })
  }

  /** Null = the board and both panes again. */
  showAlone(side: PaneSide | null): void {
    this.#update({ alone: side, ...(side !== null && { active: side }) })
  }

  touch(side: PaneSide): void {
    if (this.#view.active !== side) this.#update({ active: side })
  }

  /** The board was turned round. */
  swap(): void {
    const { left, right, active, alone } = this.#view
    for (const side of PANE_SIDES) this.#stay(side === 'left' ? right : left, side)
    this.#update({ left: right, right: left, active: beside(active), alone: alone && beside(alone) })
  }

  /** A party that left the case gives its pane to one that is not shown, a paper that was replaced to the first there is. */
  keepTo(parties: readonly ShownParty[]): void {
    this.#parties = parties
    for (const side of PANE_SIDES) {
      const { claimId, documentId } = this.#view[side]
      const party = parties.find((each) => each.claimId === claimId)
      const other = this.#view[beside(side)].claimId
      const next = parties.find((each) => each.claimId !== other)
      if (party === undefined && next !== undefined) this.chooseParty(side, next.claimId)
      if (party !== undefined && !(documentId !== null && party.papers.includes(documentId)))
        if (documentId !== (party.papers[0] ?? null)) this.#put(side, this.#opened(claimId), null)
    }
  }

  /** A party stands in one pane: chosen for the other, it changes places. */
  chooseParty(side: PaneSide, claimId: ClaimId): void {
    if (this.#view[side].claimId === claimId) return
    if (this.#view[beside(side)].claimId === claimId) return this.swap()
    this.#put(side, this.#opened(claimId), null)
  }

  chooseDocument(side: PaneSide, documentId: string): void {
    this.#put(side, { ...this.#view[side], documentId, number: null }, null)
  }

  /** Shows a place in its party's pane; a party that has none takes that of the pane that was not touched last. */
  show(claimId: ClaimId, place: PartyPlace): void {
    this.#go(this.#sideFor(claimId), claimId, place)
    this.#update({ row: null })
  }

  /** Shows a page of a paper in each pane. */
  showPages(
    pages: readonly { readonly claimId: ClaimId; readonly documentId: string; readonly page: number }[],
  ): void {
    const claims = pages.map(({ claimId }) => claimId)
    // Nobody is sent away to whom the other page belongs.
    for (const side of PANE_SIDES) {
      const other = this.#view[beside(side)].claimId
      const missing = claims.find((claimId) => claimId !== other && claimId !== this.#view[side].claimId)
      if (missing !== undefined && !claims.includes(this.#view[side].claimId)) this.chooseParty(side, missing)
    }
    for (const { claimId, documentId, page } of pages)
      this.#put(this.#sideFor(claimId), { claimId, documentId, number: null }, { page })
    this.#update({ row: null })
  }

  /** Shows the first place of a row in both panes. False = neither party has one. */
  showRow(row: PlacedRow, placesOf: PlacesOfParty): boolean {
    const { active } = this.#view
    const found = PANE_SIDES.flatMap((side) => {
      const { claimId } = this.#view[side]
      const [place] = placesOf(claimId)?.inRow(row).filter(isShowable) ?? []
      return place === undefined ? [] : [{ side, claimId, place }]
    })
    for (const { side, claimId, place } of found) this.#go(side, claimId, place)
    if (found.length > 0) this.#update({ row, active })
    return found.length > 0
  }

  /** The row after (1) or before (-1) the one of the current place; a place that was shown alone has its own row shown on both sides. */
  stepRow(by: 1 | -1, placesOf: PlacesOfParty): PlacedRow | null {
    const { row, active } = this.#view
    const { claimId, number } = this.#view[active]
    const current = placesOf(claimId)?.all.find((place) => place.number === number)?.row
    if (row === null && current !== undefined && this.showRow(current, placesOf)) return current
    const at = row === null ? (by === 1 ? -1 : PLACED_ROWS.length) : PLACED_ROWS.indexOf(row)
    for (let step = 1; step <= PLACED_ROWS.length; step += 1) {
      const next = PLACED_ROWS[(at + by * step + 2 * PLACED_ROWS.length) % PLACED_ROWS.length]
      if (next !== undefined && this.showRow(next, placesOf)) return next
    }
    return null
  }

  /** The place after or before the current one of a pane, around the end. */
  step(side: PaneSide, by: 1 | -1, placesOf: PlacesOfParty): PartyPlace | null {
    const { claimId, number } = this.#view[side]
    const places = placesOf(claimId)?.all.filter(isShowable) ?? []
    const at = places.findIndex((place) => place.number === number)
    const start = at < 0 && by === -1 ? 0 : at
    const place = places[(start + by + places.length) % Math.max(1, places.length)]
    if (place === undefined) return null
    this.#go(side, claimId, place)
    this.#update({ row: null })
    return place
  }

  hear(side: PaneSide, news: PaneNews): void {
    if (news.type !== 'scrolled') return
    if (news.by === 'hand') this.touch(side)
    const place = this.#link.hear(side, news.place, news.by)
    if (place !== null) this.#handles[beside(side)]?.scrollTo(place)
  }

  /** As a party is shown first. */
  #opened(claimId: ClaimId): PaneView {
    const papers = this.#parties.find((party) => party.claimId === claimId)?.papers ?? []
    return { claimId, documentId: papers[0] ?? null, number: null }
  }

  #sideFor(claimId: ClaimId): PaneSide {
    const shown = PANE_SIDES.find((side) => this.#view[side].claimId === claimId)
    return shown ?? beside(this.#view.active)
  }

  #go(side: PaneSide, claimId: ClaimId, { documentId, number, page, quads }: PartyPlace): void {
    if (documentId === null) return
    const hasMark = page !== null && quads.length > 0
    const jump = hasMark ? { markId: markIdOfPlace(number) } : { page: page ?? 1 }
    this.#put(side, { claimId, documentId, number }, jump)
  }

  #put(side: PaneSide, view: PaneView, jump: Jump | null): void {
    const before = this.#view[side]
    this.#jumps[side] = jump
    const isSame = before.claimId === view.claimId && before.documentId === view.documentId
    if (isSame) this.#jump(side)
    else this.#link.forget(side)
    this.#update({ [side]: view, active: side })
  }

  /** What comes to a side from the other one stands at its place again. */
  #stay({ number }: PaneView, side: PaneSide): void {
    this.#link.forget(side)
    this.#jumps[side] = number === null ? null : { markId: markIdOfPlace(number) }
  }

  /** Another paper is another handle: then the pane goes where it was sent before the paper was there. */
  #attach(side: PaneSide, handle: PaneHandle | null): void {
    this.#handles[side] = handle
    this.#jump(side)
  }

  #jump(side: PaneSide): void {
    const [handle, jump] = [this.#handles[side], this.#jumps[side]]
    if (handle === null || jump === null) return
    if ('markId' in jump) handle.activate(jump.markId)
    else handle.goToPage(jump.page)
  }

  #update(change: Partial<CasePanesView>): void {
    this.#view = { ...this.#view, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}

const isShowable = ({ documentId }: PartyPlace): boolean => documentId !== null
