import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import type { ClaimCount } from '../../../src-preload/contract/vocabulary/queueShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useTakeNext } from '../../app/useTakeNext.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { AssignmentNotice } from '../../ui/AssignmentNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { ClaimGrid } from './ClaimGrid.tsx'
import { FilterProblems } from './filter/FilterProblems.tsx'
import { FilterBar } from './FilterBar.tsx'
import { NO_ROWS, type QueueBlocks } from './queueBlocks.ts'
import { createQueueDesk, type QueueDesk } from './queueDesk.ts'
import type { QueueState, QueueStore } from './queueStore.ts'
import { ViewList } from './ViewList.tsx'
import { ViewsNotice } from './views/ViewsNotice.tsx'
import css from './QueuePage.module.css'

const TableExport = lazy(async () => ({
  default: (await import('../../ui/TableExport.tsx')).TableExport,
}))
const BulkNotice = lazy(async () => ({ default: (await import('./bulk/BulkNotice.tsx')).BulkNotice }))

/** One place in the queue for the life of the window. */
let opened: QueueDesk | null = null

interface QueuePageProps {
  readonly store: QueueStore
  /** What the address asks for, in the filter language; null = nothing. */
  readonly wantedFilter: string | null
  readonly onOpenClaim: (claimId: ClaimId) => void
}

export function QueuePage({ store, wantedFilter, onOpenClaim }: QueuePageProps) {
  const say = useText()
  const { client, desk: deskStore, filter: filterStore } = useStores()
  const [desk] = useState(() => (opened ??= createQueueDesk(client, deskStore.getState().desk.claimId)))
  const { view, views } = desk
  const filter = useShared('filter', (state) => state.filter)
  const rows = useStore(store, (state) => state.rows)
  const counts = useStore(store, (state) => state.counts)
  const [shown, setShown] = useState(filter)
  if (shown !== filter) {
    setShown(filter)
    view.getState().toTop()
  }
  useTakeNext(onOpenClaim)
  useLayoutEffect(() => {
    if (wantedFilter !== null) filterStore.getState().setText(wantedFilter)
  }, [filterStore, wantedFilter])
  // Before the paint: a key that follows the filter at once means the claims of this one.
  useLayoutEffect(() => {
    void store.getState().show(filter)
  }, [store, filter])
  useReadAgainEachMinute(store, desk)
  return (
    <div className={css.queue}>
      <ViewList store={views} counts={counts} />
      <section className={css.list} aria-label={say('queue.label')}>
        <FilterBar views={views} counts={counts} shown={shownOf(rows)} />
        <FilterProblems />
        <AssignmentNotice />
        <ViewsNotice store={views} />
        <Suspense fallback={null}>
          <BulkNotice store={desk.bulk} />
          <TableExport wish={{ table: 'queue', filter }} />
        </Suspense>
        <Problem store={store} />
        <ClaimGrid
          store={store}
          desk={desk}
          rows={valueOf(rows) ?? NO_ROWS}
          onOpenClaim={onOpenClaim}
          instead={
            rows.status === 'ready' ? null : (
              <NoRows rows={rows} onAgain={() => void store.getState().reread()} />
            )
          }
        />
      </section>
    </div>
  )
}

function shownOf(rows: QueueState['rows']): ClaimCount | null {
  if (rows.status === 'ready') return { claims: rows.value.total, isMore: rows.value.isMore }
  return rows.status === 'empty' ? { claims: 0, isMore: false } : null
}

/** Time alone moves claims: clocks run out, days begin, snoozes end. */
function useReadAgainEachMinute(store: QueueStore, { views }: QueueDesk): void {
  const minuteMs = useShared('now', (state) => state.minuteMs)
  const readAt = useRef(0)
  useEffect(() => {
    // The first reading of the rows is the filter's.
    if (readAt.current !== 0 && readAt.current !== minuteMs) void store.getState().reread()
    readAt.current = minuteMs
    void views.getState().load()
  }, [store, views, minuteMs])
}

function NoRows({ rows, onAgain }: { readonly rows: QueueState['rows']; readonly onAgain: () => void }) {
  const say = useText()
  const { filter: filterStore } = useStores()
  const isFiltered = useShared('filter', ({ filter }) => filter.text !== '')
  const hub = useShared('sync', ({ sync }) => (sync.status === 'ready' ? sync.value.hub : 'connecting'))
  if (rows.status === 'loading') return <LoadingRows label={say('queue.loading')} />
  if (rows.status === 'failed') {
    return <FailedState title={say('queue.failed')} error={rows.error} onAgain={onAgain} />
  }
  if (isFiltered) {
    return (
      <EmptyState title={say('queue.noMatch')} text={say('queue.noMatch.text')}>
        <Button onClick={() => filterStore.getState().clear()}>{say('filter.clear')}</Button>
      </EmptyState>
    )
  }
  return <EmptyState title={say('queue.empty')} text={say(`queue.empty.${hub}`)} />
}

/** How many of more stand in the list; null = all that match. */
const firstOnlyOf = (rows: QueueBlocks | null): number | null => (rows?.isMore ? rows.total : null)

function Problem({ store }: { readonly store: QueueStore }) {
  const say = useText()
  const problem = useStore(store, (state) => state.problem)
  const isNewestOnly = useStore(store, ({ rows }) => valueOf(rows)?.isNewestOnly ?? false)
  const firstOnly = useStore(store, ({ rows }) => firstOnlyOf(valueOf(rows)))
  if (problem === null) {
    return (
      <>
        {firstOnly !== null && <p className={css.newest}>{say('queue.firstOnly', { count: firstOnly })}</p>}
        {isNewestOnly && <p className={css.newest}>{say('queue.newestOnly')}</p>}
      </>
    )
  }
  return (
    <Notice tone="warning">
      <FormattedMessage id="queue.stale" values={{ why: say(`error.${problem.code}`) }} />
      <Button onClick={() => void store.getState().reread()}>{say('state.again')}</Button>
    </Notice>
  )
}
