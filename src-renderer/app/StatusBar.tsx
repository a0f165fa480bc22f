import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowUpload16Regular } from '@fluentui/react-icons/svg/arrow-upload'
import { Cloud16Regular } from '@fluentui/react-icons/svg/cloud'
import { CloudOff16Regular } from '@fluentui/react-icons/svg/cloud-off'
import { DocumentSearch16Regular } from '@fluentui/react-icons/svg/document-search'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useIntl } from 'react-intl'
import type { SyncStatus } from '../../src-preload/contract/sync.ts'
import { formatInstant } from '../../src-preload/words/dates.ts'
import { formatDuration } from '../format/duration.ts'
import { oldestUnsent, skewOf } from '../format/syncHealth.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { CommandKeys } from '../ui/CommandKeys.tsx'
import { hashOf } from './routes.ts'
import css from './StatusBar.module.css'

/** Whatever one must know and need not act upon: never a dialog (look, principle 7). */
export function StatusBar() {
  const say = useText()
  const { commands } = useStores()
  const connected = useShared('connection', (state) => state.connected)
  const status = useShared('sync', (state) => valueOf(state.sync))
  return (
    <footer className={css.bar} aria-label={say('status.label')} data-pane="status">
      {!connected && (
        <span className={css.strong} role="status">
          <Warning16Regular /> {say('status.coreAway')}
        </span>
      )}
      {status && <SyncFacts status={status} />}
      <span className={css.grow} />
      <Now />
      <button type="button" className={css.keys} onClick={() => commands.getState().run('keys')}>
        {say('command.keys')} <CommandKeys command="keys" />
      </button>
    </footer>
  )
}

function SyncFacts({ status }: { readonly status: SyncStatus }) {
  const say = useText()
  const { locale } = useIntl()
  const isAway = status.hub === 'offline' || status.hub === 'none'
  const unsent = status.outbox.held + status.outbox.waiting
  const { local, known } = status.documents
  return (
    <>
      <span className={isAway ? css.strong : css.fact} role="status">
        {isAway ? <CloudOff16Regular /> : <Cloud16Regular />} {say(`hub.${status.hub}`)}
      </span>
      <Skewed status={status} />
      <span className={`${css.fact} ${css.synced}`}>
        {status.lastSyncAt === null
          ? say('status.neverSynced')
          : say('status.lastSync', { time: formatInstant(locale, status.lastSyncAt, 'stamp') })}
      </span>
      <a className={css.fact} href={hashOf({ page: 'trays' })}>
        <ArrowUpload16Regular /> {say('status.outbox', { count: unsent })}
      </a>
      <Oldest status={status} />
      {status.conflicts > 0 && (
        <a className={css.strong} href={hashOf({ page: 'trays' })}>
          <Warning16Regular /> {say('status.conflicts', { count: status.conflicts })}
        </a>
      )}
      <a
        className={css.fact}
        href={hashOf({ page: 'trays', at: 'readiness' })}
        title={say('status.documents.hint')}
      >
        <ArrowDownload16Regular /> {say('status.documents', { local, known })}
      </a>
      {status.checks.waiting > 0 && <Checking {...status.checks} />}
      {status.hub === 'online' && (
        <span className={css.fact} title={say(status.isLive ? 'status.live.hint' : 'status.polling.hint')}>
          {say(status.isLive ? 'status.live' : 'status.polling')}
        </span>
      )}
    </>
  )
}

/** Shown only while something waits: checks that are done need no word. */
function Checking({ waiting, inAll }: SyncStatus['checks']) {
  const say = useText()
  return (
    <span className={css.fact} title={say('status.checks.hint')}>
      <DocumentSearch16Regular /> {say('status.checks', { done: inAll - waiting, count: inAll })}
    </span>
  )
}

/** A clock that is wrong makes every due time on the screen wrong. */
function Skewed({ status }: { readonly status: SyncStatus }) {
  const say = useText()
  const { locale } = useIntl()
  const skew = skewOf(status)
  if (skew === null) return null
  return (
    <a className={css.strong} href={hashOf({ page: 'trays' })}>
      <Warning16Regular /> {say(`status.skew.${skew.is}`, { time: formatDuration(locale, skew.ms) })}
    </a>
  )
}

function Oldest({ status }: { readonly status: SyncStatus }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const oldest = oldestUnsent(status, nowMs)
  if (oldest === null) return null
  return (
    <a className={oldest.isOld ? css.strong : css.fact} href={hashOf({ page: 'trays' })}>
      {oldest.isOld && <Warning16Regular />}{' '}
      {say('outbox.oldest', { time: formatDuration(locale, oldest.ageMs) })}
    </a>
  )
}

function Now() {
  const { locale } = useIntl()
  const minuteMs = useShared('now', (state) => state.minuteMs)
  return (
    <time className={`${css.fact} ${css.now} pd-num`} dateTime={new Date(minuteMs).toISOString()}>
      {formatInstant(locale, minuteMs, 'moment')}
    </time>
  )
}
