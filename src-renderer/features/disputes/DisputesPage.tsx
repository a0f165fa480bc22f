import { useEffect, useRef } from 'react'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { AssignmentNotice } from '../../ui/AssignmentNotice.tsx'
import { ListPage, Split } from '../../ui/ListPage.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { TableMenu } from '../../ui/TableMenu.tsx'
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
    <ListPage
      title={say('page.disputes')}
      beside={
        <>
          <p className={css.second}>{say('disputes.what')}</p>
          <TableMenu />
        </>
      }
      notices={
        <>
          <AssignmentNotice />
          <TableExport wish={{ table: 'disputes' }} />
        </>
      }
      read={read}
      words={{ loading: say('disputes.loading'), failed: say('disputes.failed') }}
      onAgain={() => void disputes.getState().load()}
    >
      {(all) => <Disputes all={all} claimId={claimId} go={go} />}
    </ListPage>
  )
}

interface DisputesProps extends DisputesPageProps {
  readonly all: readonly OpenDispute[]
}

function Disputes({ all, claimId, go }: DisputesProps) {
  const say = useText()
  const current = all.find((each) => each.claimId === claimId) ?? all[0] ?? null
  const select = (next: ClaimId) => go({ page: 'disputes', claimId: next })
  const open = (id: ClaimId) => go({ page: 'claim', claimId: id })
  useWalk(current?.claimId ?? null, select)
  useCommand('disputes.open', () => current !== null && open(current.claimId), current !== null)
  useFirstFocus(current?.claimId ?? null)
  if (current === null) return <EmptyState title={say('disputes.none')} text={say('disputes.none.text')} />
  return (
    <Split>
      <DisputeList all={all} current={current.claimId} onSelect={select} onOpen={open} />
      <DisputeView key={current.claimId} dispute={current} />
    </Split>
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
