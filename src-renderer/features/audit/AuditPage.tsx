import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { TableMenu } from '../../ui/TableMenu.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditList } from './AuditList.tsx'
import { type AuditStore, createAuditStore } from './auditStore.ts'
import css from './AuditPage.module.css'

/** Who did, saw and took what on this workstation, and what its claims went through at the hub. */
export function AuditPage() {
  const say = useText()
  const { client } = useStores()
  const [store] = useState(() => createAuditStore(client))
  const filter = useStore(store, (state) => state.filter)
  useEffect(() => {
    const again = () => void store.getState().load()
    again()
    return client.events.on('session.changed', again)
  }, [client, store])
  return (
    <div className={css.page}>
      <PageHead title={say('page.audit')} className={css.head}>
        <p className={css.second}>{say('audit.what')}</p>
        <span className={css.tools}>
          <TableMenu />
          <Button
            appearance="subtle"
            icon={<ArrowSync20Regular />}
            onClick={() => void store.getState().load()}
          >
            {say('audit.again')}
          </Button>
        </span>
      </PageHead>
      <TableExport wish={{ table: 'audit', filter }} />
      <AuditFilters store={store} />
      <Log store={store} />
    </div>
  )
}

function Log({ store }: { readonly store: AuditStore }) {
  const say = useText()
  const log = useStore(store, (state) => state.log)
  if (log.status === 'empty')
    return <EmptyState title={say('audit.notYours')} text={say('audit.notYours.text')} />
  if (log.status === 'failed')
    return (
      <FailedState
        title={say('audit.failed')}
        error={log.error}
        onAgain={() => void store.getState().load()}
      />
    )
  if (log.status === 'loading') return <LoadingRows label={say('audit.loading')} />
  if (log.value.total === 0) return <EmptyState title={say('audit.none')} text={say('audit.none.text')} />
  return <AuditList store={store} log={log.value} />
}
