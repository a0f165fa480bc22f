import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useStores } from '../../stores/Stores.tsx'
import { rowIdOf } from './ClaimRow.tsx'
import { indexOfClaim, type QueueBlocks, rowAt } from './queueBlocks.ts'
import type { QueueViewStore } from './queueViewStore.ts'
import { cursorOf } from './useCursor.ts'

interface CursorFollowersProps {
  readonly view: QueueViewStore
  readonly rows: QueueBlocks
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The rows that are drawn. */
  readonly first: number
  readonly last: number
  readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void
}

/** What goes with the cursor. Shows nothing, so that a key draws two rows anew and not the list. */
export function CursorFollowers({ view, rows, scroller, first, last, scrollToIndex }: CursorFollowersProps) {
  const index = useStore(view, (state) => cursorOf(state, rows))
  useToldRow(scroller, index >= first && index <= last ? rowIdOf(index) : null)
  useFollowedClaim(view, rows, index)
  useWantedClaim(view, rows, scrollToIndex)
  useKeptClaim(view, rows, index)
  return null
}

/** Told to screen readers; a row that is not drawn has no element to name. */
function useToldRow(scroller: RefObject<HTMLDivElement | null>, id: string | null): void {
  useLayoutEffect(() => {
    if (id === null) scroller.current?.removeAttribute('aria-activedescendant')
    else scroller.current?.setAttribute('aria-activedescendant', id)
  }, [scroller, id])
}

/** Where the last run ended the next one begins. */
function useWantedClaim(
  view: QueueViewStore,
  { total }: QueueBlocks,
  scrollToIndex: CursorFollowersProps['scrollToIndex'],
): void {
  const { client, filter } = useStores()
  const wanted = useStore(view, (state) => state.wantedClaim)
  const hasRows = total > 0
  const scroll = useRef(scrollToIndex)
  useEffect(() => {
    scroll.current = scrollToIndex
  })
  useEffect(() => {
    if (wanted === null || !hasRows) return
    const find = client.call('claims.position', { filter: filter.getState().filter, claimId: wanted })
    find.then(
      ({ index: found }) => {
        // A key that was pressed meanwhile means another claim.
        if (view.getState().wantedClaim !== wanted) return
        view.getState().waitFor(null)
        if (found === null) return
        view.getState().moveTo(found)
        scroll.current(found, { align: 'auto' })
      },
      () => view.getState().waitFor(null),
    )
  }, [client, filter, view, wanted, hasRows])
}

/** What the reviewer stands on is kept for the next run: after the key is done, of which it is no part. */
function useKeptClaim(view: QueueViewStore, rows: QueueBlocks, index: number): void {
  const { desk } = useStores()
  const isWaiting = useStore(view, (state) => state.wantedClaim !== null)
  const claimId = rowAt(rows, index)?.claimId ?? null
  useEffect(() => {
    if (claimId !== null && !isWaiting) setTimeout(() => desk.getState().keep({ claimId }))
  }, [desk, claimId, isWaiting])
}

/** New rows above the cursor push its claim down: the cursor goes with the claim, as far as it can be found. */
function useFollowedClaim(view: QueueViewStore, rows: QueueBlocks, index: number): void {
  const followed = useRef<{ readonly claimId: string; readonly index: number } | null>(null)
  useEffect(() => {
    const row = rowAt(rows, index)
    const before = followed.current
    if (before !== null && before.index === index && row !== undefined && row.claimId !== before.claimId) {
      const moved = indexOfClaim(rows, before.claimId)
      if (moved >= 0) {
        followed.current = { claimId: before.claimId, index: moved }
        view.getState().moveTo(moved)
        return
      }
    }
    followed.current = row === undefined ? before : { claimId: row.claimId, index }
  }, [view, rows, index])
}
