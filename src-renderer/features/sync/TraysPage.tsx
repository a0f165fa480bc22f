import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatInstant } from '../../format/dates.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { ConflictList } from './ConflictList.tsx'
import { OutboxList } from './OutboxList.tsx'
import { QuarantineList } from './QuarantineList.tsx'
import { createTraysStore, type Trays } from './traysStore.ts'
import css from './TraysPage.module.css'

interface TraysPageProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** What waits, what met a conflict, what was set aside. Nothing leaves these lists without a trace. */
export function TraysPage({ onOpenClaim }: TraysPageProps) {
  const say = useText()
  const { client } = useStores()
  const [store] = useState(() => createTraysStore(client))
  const trays = useStore(store, (state) => state.trays)
  useEffect(() => {
    void store.getState().load()
    return client.events.on('sync.changed', () => void store.getState().load())
  }, [client, store])
  return (
    <div className={css.page}>
      <div className={css.bar} data-pane="head">
        <h1>{say('page.trays')}</h1>
        <CommandButton command="sync.now" appearance="subtle" icon={<ArrowSync20Regular />}>
          {say('command.syncNow')}
        </CommandButton>
      </div>
      <HubNotice />
      {trays.status === 'ready' ? (
        <TrayLists
          {...trays.value}
          onUndo={(operationId) => void store.getState().undo(operationId)}
          onOpenClaim={onOpenClaim}
        />
      ) : trays.status === 'failed' ? (
        <FailedState
          title={say('trays.failed')}
          error={trays.error}
          onAgain={() => void store.getState().load()}
        />
      ) : (
        <LoadingRows label={say('trays.loading')} />
      )}
    </div>
  )
}

interface TrayListsProps extends TraysPageProps, Trays {
  readonly onUndo: (operationId: OperationId) => void
}

function TrayLists({ outbox, conflicts, quarantine, onUndo, onOpenClaim }: TrayListsProps) {
  return (
    <div className={css.split}>
      <OutboxList operations={outbox} onUndo={onUndo} onOpenClaim={onOpenClaim} />
      <div className={css.rest}>
        <ConflictList conflicts={conflicts} onOpenClaim={onOpenClaim} />
        <QuarantineList items={quarantine} />
      </div>
    </div>
  )
}

function HubNotice() {
  const say = useText()
  const { locale } = useIntl()
  const status = useShared('sync', ({ sync }) => valueOf(sync))
  if (status === null || status.hub === 'online' || status.hub === 'connecting') return null
  if (status.hub === 'none') return <Notice tone="note">{say('trays.noHub')}</Notice>
  const { oldestAt } = status.outbox
  return (
    <Notice tone="note">
      <span>
        {say('trays.offline')}{' '}
        {oldestAt !== null && say('trays.offlineSince', { time: formatInstant(locale, oldestAt, 'stamp') })}
      </span>
    </Notice>
  )
}
