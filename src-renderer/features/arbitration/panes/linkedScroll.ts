import type { ScrollPlace } from '../../../viewer-frame/messages.ts'

export const PANE_SIDES = ['left', 'right'] as const
export type PaneSide = (typeof PANE_SIDES)[number]
export const beside = (side: PaneSide): PaneSide => (side === 'left' ? 'right' : 'left')

/** Where a pane stands, as a number of pages from the top of its paper. */
const depthOf = ({ page, share }: ScrollPlace): number => page - 1 + share
const placeAt = (depth: number): ScrollPlace => {
  const page = Math.floor(Math.max(0, depth))
  return { page: page + 1, share: Math.max(0, depth) - page }
}

/**
 * Two papers that are not versions of each other scroll together from where each was put: page three of one may stand beside page one
 * of the other, and stays beside it.
 */
export class LinkedScroll {
  #isLocked = true
  readonly #depths: Record<PaneSide, number | null> = { left: null, right: null }
  /** How far the right pane is ahead of the left one. */
  #ahead = 0

  get isLocked(): boolean {
    return this.#isLocked
  }

  toggle(): void {
    this.#isLocked = !this.#isLocked
  }

  /** Another paper has come: where it stands, it will tell. */
  forget(side: PaneSide): void {
    this.#depths[side] = null
  }

  /** Where the other pane has to go; null = nowhere. */
  hear(side: PaneSide, place: ScrollPlace, by: 'hand' | 'jump'): ScrollPlace | null {
    const depth = depthOf(place)
    this.#depths[side] = depth
    const other = beside(side)
    const { left, right } = this.#depths
    if (by === 'jump' || !this.#isLocked) {
      if (left !== null && right !== null) this.#ahead = right - left
      return null
    }
    if (this.#depths[other] === null) return null
    const there = depth + (side === 'left' ? this.#ahead : -this.#ahead)
    this.#depths[other] = there
    return placeAt(there)
  }
}
