import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { ListPage, Split } from '../../ui/ListPage.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { TableMenu } from '../../ui/TableMenu.tsx'
import { ConflictList } from './ConflictList.tsx'
import { OutboxList } from './OutboxList.tsx'
import { QuarantineList } from './QuarantineList.tsx'
import { Readiness } from './Readiness.tsx'
import { SyncNotices } from './SyncNotices.tsx'
import { createTraysStore, type Trays, type TraysStore } from './traysStore.ts'
import css from './TraysPage.module.css'

interface TraysPageProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
  /** The reviewer came to see whether this machine is ready to go offline. */
  readonly toReadiness?: boolean
}

/** What waits, what met a conflict, what was set aside. Nothing leaves these lists without a trace. */
export function TraysPage({ onOpenClaim, toReadiness = false }: TraysPageProps) {
  const say = useText()
  const { client } = useStores()
  const [store] = useState(() => createTraysStore(client))
  const trays = useStore(store, (state) => state.trays)
  useEffect(() => {
    void store.getState().load()
    const again = () => void store.getState().load()
    const ends = [client.events.on('sync.changed', again), client.events.on('claims.changed', again)]
    return () => ends.forEach((end) => end())
  }, [client, store])
  return (
    <ListPage
      title={say('page.trays')}
      beside={
        <>
          <TableMenu />
          <CommandButton command="sync.now" appearance="subtle" icon={<ArrowSync20Regular />}>
            {say('command.syncNow')}
          </CommandButton>
        </>
      }
      notices={
        <>
          <SyncNotices />
          <TableExport wish={{ table: 'outbox' }} />
        </>
      }
      read={trays}
      words={{ loading: say('trays.loading'), failed: say('trays.failed') }}
      onAgain={() => void store.getState().load()}
    >
      {(lists) => (
        <TrayLists
          {...lists}
          store={store}
          toReadiness={toReadiness}
          onUndo={(operationId) => void store.getState().undo(operationId)}
          onOpenClaim={onOpenClaim}
        />
      )}
    </ListPage>
  )
}

interface TrayListsProps extends TraysPageProps, Trays {
  readonly store: TraysStore
  readonly onUndo: (operationId: OperationId) => void
}

function TrayLists(props: TrayListsProps) {
  const { store, outbox, conflicts, quarantine, toReadiness = false, onUndo, onOpenClaim } = props
  return (
    <Split>
      <div className={css.own}>
        <OutboxList operations={outbox} onUndo={onUndo} onOpenClaim={onOpenClaim} />
        <Readiness isWanted={toReadiness} />
      </div>
      <div className={css.rest}>
        <ConflictList store={store} conflicts={conflicts} onOpenClaim={onOpenClaim} />
        <QuarantineList items={quarantine} />
      </div>
    </Split>
  )
}
