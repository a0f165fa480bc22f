import type { TextChange } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import type { PaneHandle, PaneNews } from '../../stores/panes.ts'
import type { ZoomOrder } from '../../viewer-frame/messages.ts'
import { changeMarkId, otherSide, type Side, SIDES } from './changeMarks.ts'

/** `waiting`: the pages are being painted and compared. `none`: the earlier version has no such page. */
export type OverlayState =
  | { readonly status: 'off' }
  | { readonly status: 'waiting' | 'none'; readonly page: number }
  | { readonly status: 'found'; readonly page: number; readonly share: number; readonly places: number }

export interface PairedView {
  readonly isLocked: boolean
  readonly overlay: OverlayState
}

/** Sharp enough for a full stop, and small enough to be compared while the reviewer turns the page. */
const OVERLAY_WIDTH_PX = 1000
const OFF: OverlayState = { status: 'off' }

/** The two versions beside each other: they scroll together, jump together, and lie over each other on demand. Knows nothing of React. */
export class PairedPanes {
  #view: PairedView = { isLocked: true, overlay: OFF }
  readonly #watchers = new Set<() => void>()
  readonly #panes: Record<Side, PaneHandle | null> = { before: null, after: null }
  /** Of the earlier version; null = not known. */
  readonly #olderPages: number | null
  #shown: TextChange | null = null
  /** Of the newer version. */
  #page = 1

  constructor(olderPages: number | null) {
    this.#olderPages = olderPages
  }

  readonly snapshot = (): PairedView => this.#view
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  readonly attach: Readonly<Record<Side, (pane: PaneHandle | null) => void>> = {
    before: (pane) => void (this.#panes.before = pane),
    after: (pane) => void (this.#panes.after = pane),
  }

  toggleLock(): void {
    this.#update({ isLocked: !this.#view.isLocked })
  }

  toggleOverlay(): void {
    if (this.#view.overlay.status === 'off') return this.#layOver()
    this.#panes.after?.overlay(null)
    this.#update({ overlay: OFF })
  }

  zoom(order: ZoomOrder): void {
    for (const side of SIDES) this.#panes[side]?.zoom(order)
  }

  /** Shows a change on every side that has it; the other side follows. */
  show(at: number, change: TextChange): void {
    this.#shown = change
    for (const side of SIDES) this.#panes[side]?.activate(change[side] === null ? null : changeMarkId(at))
  }

  /** The newer version stands at this page. */
  readonly turnTo = (page: number): void => {
    if (page === this.#page) return
    this.#page = page
    if (this.#view.overlay.status !== 'off') this.#layOver()
  }

  hear(side: Side, news: PaneNews): void {
    switch (news.type) {
      case 'scrolled': {
        const there = otherSide(side)
        // Where both have the change each goes to its own place; a pane without it follows.
        const mayFollow = news.by === 'hand' ? this.#view.isLocked : this.#shown?.[there] === null
        if (mayFollow) this.#panes[there]?.scrollTo(news.place)
        return
      }
      case 'paintedPage':
        if (side === 'before' && this.#isWaitingFor(news.page))
          this.#panes.after?.overlay({ page: news.page, bitmap: news.bitmap })
        else news.bitmap.close()
        return
      case 'overlaid': {
        const { page, share, places } = news
        if (this.#isWaitingFor(page)) this.#update({ overlay: { status: 'found', page, share, places } })
      }
    }
  }

  /** The reviewer may have turned the page while one was painted. */
  #isWaitingFor(page: number): boolean {
    const { overlay } = this.#view
    return overlay.status === 'waiting' && overlay.page === page
  }

  #layOver(): void {
    const page = this.#page
    this.#panes.after?.overlay(null)
    if (this.#olderPages !== null && page > this.#olderPages)
      return this.#update({ overlay: { status: 'none', page } })
    this.#update({ overlay: { status: 'waiting', page } })
    this.#panes.before?.paintPage(page, OVERLAY_WIDTH_PX)
  }

  #update(change: Partial<PairedView>): void {
    this.#view = { ...this.#view, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}
