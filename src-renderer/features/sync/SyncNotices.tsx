import { useIntl } from 'react-intl'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { formatDuration } from '../../format/duration.ts'
import { skewOf } from '../../format/syncHealth.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What is not as it should be between this machine and the hub, and what to do. */
export function SyncNotices() {
  return (
    <>
      <HubNotice />
      <SkewNotice />
    </>
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
      {oldestAt === null
        ? say('trays.offline')
        : say('trays.offlineSince', { time: formatInstant(locale, oldestAt, 'stamp') })}
    </Notice>
  )
}

function SkewNotice() {
  const say = useText()
  const { locale } = useIntl()
  const status = useShared('sync', ({ sync }) => valueOf(sync))
  const skew = status === null ? null : skewOf(status)
  if (skew === null) return null
  return <Notice tone="warning">{say(`skew.${skew.is}`, { time: formatDuration(locale, skew.ms) })}</Notice>
}
