import { useIntl } from 'react-intl'
import type { Station } from '../../../../src-preload/contract/team.ts'
import { hashOf } from '../../../app/routes.ts'
import { formatDuration } from '../../../format/duration.ts'
import { useText } from '../../../format/useText.ts'
import { valueOf } from '../../../stores/load.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { useRead } from '../../../stores/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import css from './StationList.module.css'

/** When each workstation was last here, and what it said then that the hub does not know yet: that is not late, it waits there. */
export function StationList({ news }: { readonly news: number }) {
  const say = useText()
  const [read, again] = useRead('team.stations', {}, news)
  const told = valueOf(read)
  return (
    <section className={css.list} aria-label={say('team.stations')} data-pane="stations" tabIndex={-1}>
      <div className={css.head}>
        <h2>{say('team.stations')}</h2>
        <span className={css.second}>{say('team.stations.what')}</span>
        <Button density="small" onClick={again}>
          {say('state.again')}
        </Button>
      </div>
      {read.status === 'failed' && <p role="alert">{say(`error.${read.error.code}`)}</p>}
      {told !== null && told.outcome !== 'stations' && (
        <p className={css.none}>{say(`team.stations.${told.outcome}`)}</p>
      )}
      {told?.outcome === 'stations' && (
        <ul>
          {told.stations.map((station) => (
            <li key={station.clientId} className={css.row}>
              <StationRow station={station} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function StationRow({ station }: { readonly station: Station }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const since = (at: string) => formatDuration(locale, Math.max(0, nowMs - Date.parse(at)))
  const { name, host, version, seenAt, unsent, oldestAt, decided, isThisOne } = station
  return (
    <>
      <b className={css.name}>{isThisOne ? say('team.stations.this', { name }) : name}</b>
      <span className="pd-num">{say('team.stations.seen', { ago: since(seenAt) })}</span>
      <span className={`${css.second} pd-num`}>{say('team.stations.version', { host, version })}</span>
      <span className={unsent > 0 ? css.waits : css.second}>
        {unsent === 0 || oldestAt === null
          ? say('team.stations.sent')
          : say('team.stations.unsent', { count: unsent, age: since(oldestAt) })}
      </span>
      {decided.length > 0 && (
        <span className={css.decided}>
          {say('team.stations.decided')}{' '}
          {decided.map(({ claimId, claimName }) => (
            <a key={claimId} href={hashOf({ page: 'claim', claimId })}>
              {claimName}
            </a>
          ))}
        </span>
      )}
    </>
  )
}
