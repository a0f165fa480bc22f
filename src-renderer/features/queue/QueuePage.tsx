import { useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { FormattedMessage } from 'react-intl'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useTakeNext } from '../../app/useTakeNext.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { AssignmentNotice } from '../../ui/AssignmentNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { FailedState, EmptyState, LoadingRows } from '../../ui/states.tsx'
import { ClaimGrid } from './ClaimGrid.tsx'
import { FilterBar } from './FilterBar.tsx'
import { NO_ROWS } from './queueBlocks.ts'
import type { QueueState, QueueStore } from './queueStore.ts'
import { createQueueViewStore } from './queueViewStore.ts'
import { ViewList } from './ViewList.tsx'
import css from './QueuePage.module.css'

/** One place in the queue for the life of the window. */
const view = createQueueViewStore()

interface QueuePageProps {
  readonly store: QueueStore
  readonly onOpenClaim: (claimId: ClaimId) => void
}

export function QueuePage({ store, onOpenClaim }: QueuePageProps) {
  const say = useText()
  const filter = useShared('filter', (state) => state.filter)
  const rows = useStore(store, (state) => state.rows)
  const counts = useStore(store, (state) => state.counts)
  const [shown, setShown] = useState(filter)
  if (shown !== filter) {
    setShown(filter)
    view.getState().toTop()
  }
  useTakeNext(onOpenClaim)
  // Before the paint: a key that follows the filter at once means the claims of this one.
  useLayoutEffect(() => {
    void store.getState().show(filter)
  }, [store, filter])
  return (
    <div className={css.queue}>
      <ViewList counts={counts} />
      <section className={css.list} aria-label={say('queue.label')}>
        <FilterBar
          counts={counts}
          shown={rows.status === 'ready' ? rows.value.total : rows.status === 'empty' ? 0 : null}
        />
        <AssignmentNotice />
        <Problem store={store} />
        <ClaimGrid
          store={store}
          view={view}
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

function NoRows({ rows, onAgain }: { readonly rows: QueueState['rows']; readonly onAgain: () => void }) {
  const say = useText()
  const { filter: filterStore } = useStores()
  const isFiltered = useShared('filter', ({ filter }) => filter.text !== '' || filter.states.length > 0)
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

function Problem({ store }: { readonly store: QueueStore }) {
  const say = useText()
  const problem = useStore(store, (state) => state.problem)
  if (problem === null) return null
  return (
    <Notice tone="warning">
      <FormattedMessage id="queue.stale" values={{ why: say(`error.${problem.code}`) }} />
      <Button onClick={() => void store.getState().reread()}>{say('state.again')}</Button>
    </Notice>
  )
}
