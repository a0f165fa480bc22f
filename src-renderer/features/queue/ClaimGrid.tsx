import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { parseFilter } from '../../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { ClaimRow } from './ClaimRow.tsx'
import { CursorFollowers } from './CursorFollowers.tsx'
import { widthStyle } from './columns/widths.ts'
import { GridHead } from './GridHead.tsx'
import { type QueueBlocks, rowAt } from './queueBlocks.ts'
import type { QueueStore } from './queueStore.ts'
import type { QueueDesk } from './queueDesk.ts'
import { QueueTools } from './QueueTools.tsx'
import type { QueueViewStore } from './queueViewStore.ts'
import type { SelectionStore } from './selectionStore.ts'
import { rowWordsOf } from './rowWords.ts'
import { refOf, type RowClick, useCursor } from './useCursor.ts'
import css from './ClaimGrid.module.css'

const HEAD_PX = 28
const OVERSCAN = 12

interface ClaimGridProps {
  readonly store: QueueStore
  readonly desk: QueueDesk
  readonly rows: QueueBlocks
  readonly onOpenClaim: (claimId: ClaimId) => void
  /** What stands in the place of rows; null = the rows. */
  readonly instead: ReactNode
}

/**
 * The list of claims. It is there before its rows are, so that keys pressed early wait for them instead of being lost. The focus
 * stays on the grid and the cursor is told by aria-activedescendant: rows are recycled, and a recycled row must not take the
 * focus along.
 */
export function ClaimGrid({ store, desk, rows, onOpenClaim, instead }: ClaimGridProps) {
  const say = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const { view, selection } = desk
  const { rowPx, headPx } = useRowPx()
  const widths = useShared('desk', (state) => state.desk.widths)
  // Nothing of ours is compiled or memoized by the React compiler, so there is nothing that could go stale.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    initialOffset: () => view.getState().scrollTop,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
  })
  useEffect(() => virtual.measure(), [virtual, rowPx, headPx])
  const visible = virtual.getVirtualItems()
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.total > 0) void store.getState().look(first, last)
  }, [store, first, last, rows.total])
  useKeptScroll(view, scroller)
  const cursor = useCursor({
    store,
    view,
    selection,
    rows,
    scroller,
    rowPx,
    headPx,
    onOpenClaim,
  })
  const isOld = useStore(store, (state) => state.isOld)
  useSeenAgain(selection, rows)
  return (
    <div
      className={css.grid}
      data-pane="queue"
      // React hands custom properties on; its type does not know them.
      style={{ ...widthStyle(widths), '--queue-row': `${rowPx}px` } as CSSProperties}
    >
      <div
        ref={scroller}
        className={css.scroller}
        role="grid"
        tabIndex={0}
        data-pane-focus=""
        aria-label={say('queue.label')}
        // Minus one says that nobody counted them.
        aria-rowcount={rows.isMore ? -1 : rows.total + 1}
        aria-multiselectable="true"
        aria-busy={isOld}
        onClick={(event) => onRow(event, cursor.click)}
        onDoubleClick={(event) =>
          onRow(event, (at, { isPick, isExtend }) => !isPick && !isExtend && cursor.open(at))
        }
      >
        <GridHead />
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          <Rows
            rows={rows}
            first={first}
            last={last}
            rowPx={rowPx}
            view={view}
            selection={selection}
            isScrolling={virtual.isScrolling}
          />
        </div>
      </div>
      <QueueTools desk={desk} rows={rows} first={first} last={last} onCurrent={cursor.onCurrent} />
      <CursorFollowers
        view={view}
        rows={rows}
        scroller={scroller}
        first={first}
        last={last}
        scrollToIndex={virtual.scrollToIndex}
      />
      {instead !== null && (
        <div className={css.instead} style={{ top: headPx }}>
          {instead}
        </div>
      )}
    </div>
  )
}

interface RowsProps {
  readonly rows: QueueBlocks
  readonly first: number
  readonly last: number
  readonly rowPx: number
  readonly view: QueueViewStore
  readonly selection: SelectionStore
  readonly isScrolling: boolean
}

function Rows({ rows, first, last, rowPx, view, selection, isScrolling }: RowsProps) {
  const { locale } = useIntl()
  const say = useText()
  const words = useMemo(() => rowWordsOf(locale, say), [locale, say])
  const nowMs = useShared('now', (state) => state.minuteMs)
  const myId = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  const picked = useStore(selection, (state) => state.picked)
  // The most rows that stood at once: rows are reused by their place in this pool instead of being made and thrown away.
  const [pool, setPool] = useState(1)
  if (last - first + 1 > pool) setPool(last - first + 1)
  const indexes = Array.from(
    { length: Math.max(0, Math.min(last, rows.total - 1) - first + 1) },
    (_, at) => first + at,
  )
  // A row that moves within its parent is laid out anew, with all its cells. While the list scrolls every row keeps its
  // place among its siblings; at rest they stand in the order in which they are read aloud.
  const ordered = isScrolling ? indexes.toSorted((a, b) => (a % pool) - (b % pool)) : indexes
  return ordered.map((index) => (
    <ClaimRow
      key={index % pool}
      row={rowAt(rows, index)}
      isPicked={picked.has(rowAt(rows, index)?.claimId ?? NO_CLAIM)}
      index={index}
      top={index * rowPx}
      view={view}
      end={rows.total - 1}
      nowMs={nowMs}
      words={words}
      myId={myId}
    />
  ))
}

function useKeptScroll(view: QueueViewStore, scroller: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    return () => view.getState().keepScroll(element.scrollTop)
  }, [view, scroller])
  // Another filter begins at the top.
  const isTop = useStore(view, (state) => state.index === 0 && state.scrollTop === 0)
  useEffect(() => {
    if (isTop) scroller.current?.scrollTo({ top: 0 })
  }, [isTop, scroller])
}

/** No row has this id, so it is never picked. */
const NO_CLAIM = '' as ClaimId

const ROW_PX = { compact: 28, standard: 32, roomy: 40 } as const
const NARROW_ROW_PX = 84
const FOUND_PX = 20

/** All rows are as high as one another: by the density, and with a second line while text is looked for. */
function useRowPx(): { readonly rowPx: number; readonly headPx: number } {
  const isNarrow = useMedia('(max-width: 640px)')
  const density = useShared('desk', (state) => state.desk.density)
  const text = useShared('filter', ({ filter }) => filter.text)
  const rowPx = (isNarrow ? NARROW_ROW_PX : ROW_PX[density]) + (looksForText(text) ? FOUND_PX : 0)
  return { rowPx, headPx: isNarrow ? 0 : HEAD_PX }
}

function looksForText(filter: string): boolean {
  return parseFilter(filter).some(
    (term) =>
      term.kind === 'understood' &&
      !term.isNot &&
      (term.condition.kind === 'text' ||
        (term.condition.kind === 'in' && ['comment', 'document'].includes(term.condition.field))),
  )
}

/** A picked claim that changed is acted on as its row shows it now. */
function useSeenAgain(selection: SelectionStore, rows: QueueBlocks): void {
  useEffect(() => {
    const { picked, seen } = selection.getState()
    if (picked.size > 0) seen([...rows.blocks.values()].flat().map(refOf))
  }, [selection, rows])
}

function onRow(event: MouseEvent, act: (index: number, on: RowClick) => void): void {
  if (!(event.target instanceof Element)) return
  const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index']
  if (index === undefined) return
  const isIn = (part: string) => event.target instanceof Element && event.target.closest(part) !== null
  act(Number(index), {
    isOnName: isIn('[data-opens]'),
    isPick: isIn('[data-picks]') || event.ctrlKey || event.metaKey,
    isExtend: event.shiftKey,
  })
}
