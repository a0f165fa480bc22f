import { useEffect, useRef } from 'react'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { AssignmentNotice } from '../../ui/AssignmentNotice.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { DisputeList } from './DisputeList.tsx'
import { DisputeView } from './DisputeView.tsx'
import { disputeRowId } from './disputeRowId.ts'
import css from './DisputesPage.module.css'

interface DisputesPageProps {
  /** Null = the first of the list. */
  readonly claimId: ClaimId | null
  readonly go: (route: Route) => void
}

/** Every rejection that a partner disputes: what was decided beside what is new, and who may decide it now. */
export function DisputesPage({ claimId, go }: DisputesPageProps) {
  const say = useText()
  const { client, disputes } = useStores()
  const read = useShared('disputes', (state) => state.disputes)
  useEffect(() => {
    const again = () => void disputes.getState().load()
    again()
    const ends = [client.events.on('claims.changed', again), client.events.on('session.changed', again)]
    return () => ends.forEach((end) => end())
  }, [client, disputes])
  return (
    <div className={css.page}>
      <div className={css.bar} data-pane="head">
        <h1>{say('page.disputes')}</h1>
        <p className={css.second}>{say('disputes.what')}</p>
      </div>
      <AssignmentNotice />
      {read.status === 'ready' ? (
        <Disputes all={read.value} claimId={claimId} go={go} />
      ) : read.status === 'failed' ? (
        <FailedState
          title={say('disputes.failed')}
          error={read.error}
          onAgain={() => void disputes.getState().load()}
        />
      ) : (
        <LoadingRows label={say('disputes.loading')} />
      )}
    </div>
  )
}

interface DisputesProps extends DisputesPageProps {
  readonly all: readonly OpenDispute[]
}

function Disputes({ all, claimId, go }: DisputesProps) {
  const say = useText()
  const current = all.find((each) => each.claimId === claimId) ?? all[0] ?? null
  const select = (next: ClaimId) => go({ page: 'disputes', claimId: next })
  const open = () => current !== null && go({ page: 'claim', claimId: current.claimId })
  useWalk(current?.claimId ?? null, select)
  useCommand('disputes.open', open, current !== null)
  useFirstFocus(current?.claimId ?? null)
  if (current === null) return <EmptyState title={say('disputes.none')} text={say('disputes.none.text')} />
  return (
    <div className={css.split}>
      <DisputeList all={all} current={current.claimId} onSelect={select} onOpen={open} />
      <DisputeView key={current.claimId} dispute={current} />
    </div>
  )
}

/** Whoever came by a key stands in the list: Enter opens at once. Where something else has the focus it stays there. */
function useFirstFocus(current: ClaimId | null): void {
  const hasCome = useRef(false)
  useEffect(() => {
    if (hasCome.current || current === null) return
    hasCome.current = true
    if (document.activeElement === document.body) document.getElementById(disputeRowId(current))?.focus()
  }, [current])
}

/** J and K walk the list; the focus goes along, so that a screen reader reads the row. */
function useWalk(current: ClaimId | null, select: (claimId: ClaimId) => void): void {
  const { disputes } = useStores()
  const step = (by: 1 | -1) => () => {
    const next = disputes.getState().neighbour(current, by)
    if (next === null) return
    select(next)
    document.getElementById(disputeRowId(next))?.focus()
  }
  useCommand('disputes.next', step(1), current !== null)
  useCommand('disputes.previous', step(-1), current !== null)
}
