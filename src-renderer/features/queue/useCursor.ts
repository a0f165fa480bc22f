import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { ClaimSummary } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import type { ClaimRef } from '../../stores/assignmentStore.ts'
import { useStores } from '../../stores/Stores.tsx'
import { indexOfClaim, type QueueBlocks, rowAt } from './queueBlocks.ts'
import type { QueueStore } from './queueStore.ts'
import type { QueueViewStore } from './queueViewStore.ts'

const HEAD_PX = 28

interface CursorOptions {
  readonly store: QueueStore
  readonly view: QueueViewStore
  readonly rows: QueueBlocks
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rowPx: number
  readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** The current row: moved by keys and mouse, and kept on its claim when the list moves under it. */
export function useCursor({ store, view, rows, scroller, rowPx, scrollToIndex, onOpenClaim }: CursorOptions) {
  const wanted = useStore(view, (state) => state.index)
  const index = Math.min(wanted, rows.total - 1)
  useFollowedClaim(view, rows, index)
  const moveTo = (to: number) => {
    const next = Math.max(0, Math.min(to, rows.total - 1))
    view.getState().moveTo(next)
    scrollToIndex(next, { align: 'auto' })
  }
  const open = (at: number, row = rowAt(rows, at)) => {
    if (row === undefined) return
    view.getState().moveTo(at)
    onOpenClaim(row.claimId)
  }
  // A quick typist's key means the claims that were asked for, not those that still stand there.
  const onCurrent = async (act: (row: ClaimSummary, at: number) => unknown) => {
    const { isOld, current } = store.getState()
    const among = isOld ? await current() : rows
    const at = isOld ? view.getState().index : index
    const row = among === null ? undefined : rowAt(among, at)
    if (row !== undefined) act(row, at)
  }
  const openCurrent = () => onCurrent((row, at) => open(at, row))
  const pageRows = () =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / rowPx) - 1)
  const { assignment } = useStores()
  const onRow = (act: (claim: ClaimRef) => unknown) =>
    void onCurrent(({ claimId, revision, claimName: name }) => act({ claimId, revision, name }))
  useCommand('queue.take', () => onRow(assignment.getState().take))
  useCommand('queue.release', () => onRow(assignment.getState().release))
  useCommand('queue.next', () => moveTo(index + 1))
  useCommand('queue.previous', () => moveTo(index - 1))
  useCommand('queue.open', () => void openCurrent())
  useCommand('grid.next', () => moveTo(index + 1))
  useCommand('grid.previous', () => moveTo(index - 1))
  useCommand('grid.pageDown', () => moveTo(index + pageRows()))
  useCommand('grid.pageUp', () => moveTo(index - pageRows()))
  useCommand('grid.first', () => moveTo(0))
  useCommand('grid.last', () => moveTo(rows.total - 1))
  useCommand('grid.open', () => void openCurrent())
  useLayoutEffect(() => {
    // Keys work at once on coming to the queue, unless the reviewer is somewhere already.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [scroller])
  return {
    index,
    click: (at: number, isOnName: boolean) => (isOnName ? open(at) : moveTo(at)),
    open: (at: number) => open(at),
  }
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
