import { type RefObject, useLayoutEffect } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { ClaimSummary } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import type { ClaimRef } from '../../stores/assignmentStore.ts'
import { indexOfClaim, type QueueBlocks, rowAt } from './queueBlocks.ts'
import type { QueueStore } from './queueStore.ts'
import type { QueueViewState, QueueViewStore } from './queueViewStore.ts'
import type { SelectionStore } from './selectionStore.ts'

/** Row of the cursor among these. */
export const cursorOf = (
  { index }: Pick<QueueViewState, 'index'>,
  { total }: Pick<QueueBlocks, 'total'>,
): number => Math.min(index, total - 1)

interface CursorOptions {
  readonly store: QueueStore
  readonly view: QueueViewStore
  readonly selection: SelectionStore
  readonly rows: QueueBlocks
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rowPx: number
  /** Of the head, which stays on top of the rows. */
  readonly headPx: number
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/**
 * The current row: moved by keys and mouse. Nothing here draws anything when it moves: the two rows that it leaves and reaches look
 * for themselves, and what else follows it is in `CursorFollowers`.
 */
export function useCursor(options: CursorOptions) {
  const { store, view, selection, rows, scroller, rowPx, headPx, onOpenClaim } = options
  const here = () => cursorOf(view.getState(), rows)
  const moveTo = (to: number) => {
    const next = Math.max(0, Math.min(to, rows.total - 1))
    bringIntoSight(scroller.current, next, rowPx, headPx)
    // The row is marked before anything else has its turn.
    flushSync(() => view.getState().moveTo(next))
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
    const at = isOld ? view.getState().index : here()
    const row = among === null ? undefined : rowAt(among, at)
    if (row !== undefined) act(row, at)
  }
  const openCurrent = () => onCurrent((row, at) => open(at, row))
  const pageRows = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx) - 1)
  usePicking({ store, selection, rows, here, moveTo, onCurrent })
  useCommand('queue.next', () => moveTo(here() + 1))
  useCommand('queue.previous', () => moveTo(here() - 1))
  useCommand('queue.open', () => void openCurrent())
  useCommand('grid.next', () => moveTo(here() + 1))
  useCommand('grid.previous', () => moveTo(here() - 1))
  useCommand('grid.pageDown', () => moveTo(here() + pageRows()))
  useCommand('grid.pageUp', () => moveTo(here() - pageRows()))
  useCommand('grid.first', () => moveTo(0))
  useCommand('grid.last', () => moveTo(rows.total - 1))
  useCommand('grid.open', () => void openCurrent())
  useLayoutEffect(() => {
    // Keys work at once on coming to the queue, unless the reviewer is somewhere already.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [scroller])
  return {
    onCurrent,
    click: (at: number, { isOnName, isPick, isExtend }: RowClick) => {
      if (isExtend) void extendTo({ store, selection, rows }, at)
      else if (isPick) {
        const row = rowAt(rows, at)
        if (row !== undefined) selection.getState().toggle(refOf(row))
      } else if (isOnName) {
        open(at)
        return
      }
      moveTo(at)
    },
    open: (at: number) => open(at),
  }
}

/**
 * By arithmetic, since all rows are as high as one another, and before anything changes: asked afterwards, as the virtual list asks
 * for some frames to be sure of rows of unknown height, the browser lays the list out anew for every key.
 */
function bringIntoSight(scroller: HTMLElement | null, index: number, rowPx: number, headPx: number): void {
  if (scroller === null) return
  const { scrollTop, clientHeight } = scroller
  const top = index * rowPx
  const bottom = top + rowPx + headPx - clientHeight
  if (scrollTop > top) scroller.scrollTop = top
  else if (scrollTop < bottom) scroller.scrollTop = bottom
}

/** Does something to the claim that the cursor means, once its row is here. */
export type OnCurrent = (act: (row: ClaimSummary) => unknown) => Promise<void>

export interface RowClick {
  readonly isOnName: boolean
  readonly isPick: boolean
  readonly isExtend: boolean
}

export function refOf({ claimId, revision, claimName: name }: ClaimSummary): ClaimRef {
  return { claimId, revision, name }
}

interface Picking {
  readonly store: QueueStore
  readonly selection: SelectionStore
  readonly rows: QueueBlocks
}

/** Everything between the claim that was picked last and this row. Without one, the row alone. */
async function extendTo({ store, selection, rows }: Picking, at: number): Promise<void> {
  const { anchor } = selection.getState()
  const from = anchor === null ? -1 : indexOfClaim(rows, anchor)
  const [first, last] = from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)]
  try {
    const between = await store.getState().range(first, last)
    selection.getState().add(between.map(refOf))
  } catch {
    // The connection store says that the core is away; nothing was picked.
  }
}

interface PickingKeys extends Picking {
  /** Row of the cursor. */
  readonly here: () => number
  readonly moveTo: (index: number) => void
  readonly onCurrent: OnCurrent
}

function usePicking({ store, selection, rows, here, moveTo, onCurrent }: PickingKeys): void {
  const hasPicked = useStore(selection, ({ picked }) => picked.size > 0)
  const extend = (step: 1 | -1) => {
    const from = here()
    const to = Math.max(0, Math.min(from + step, rows.total - 1))
    const both = [rowAt(rows, from), rowAt(rows, to)].filter((row) => row !== undefined)
    selection.getState().add(both.map(refOf))
    moveTo(to)
  }
  useCommand('queue.pick', () => void onCurrent((row) => selection.getState().toggle(refOf(row))))
  useCommand('pick.next', () => extend(1))
  useCommand('pick.previous', () => extend(-1))
  useCommand('grid.pickAll', () => {
    const all = store.getState().range(0, rows.total - 1)
    all.then(
      (found) => selection.getState().add(found.map(refOf)),
      // As in `extendTo`.
      () => undefined,
    )
  })
  useCommand('grid.drop', () => selection.getState().clear(), hasPicked)
}
