import { useIntl } from 'react-intl'
import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import { formatDue, formatInstant } from '../../../src-preload/words/dates.ts'
import { formatDuration } from '../../format/duration.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { ClockShape, PickShape } from '../../ui/glyphs.tsx'
import { lineKey } from './figureWords.ts'
import list from '../../ui/listRow.module.css'
import css from './ClaimLine.module.css'

export const lineId = (key: string): string => `line-${key}`

interface ClaimLineProps {
  readonly one: LeadClaim
  readonly isCurrent: boolean
  readonly isPicked: boolean
  /** By pointer; the key is the list's. */
  readonly onPick: () => void
  readonly onLook: () => void
  readonly onChoose: () => void
  readonly onOpen: () => void
}

/** Enter opens the claim; a pointer only lays its clock open, so that nobody leaves by a slip. */
export function ClaimLine({ one, isCurrent, isPicked, onPick, onLook, onChoose, onOpen }: ClaimLineProps) {
  const say = useText()
  const { claimId, claimName, customerName, clock, past, holder, why, latePause } = one
  const timer = clock?.timer ?? past?.timer
  return (
    <div className={css.both}>
      <button
        type="button"
        role="checkbox"
        aria-checked={isPicked}
        aria-label={say('teamAct.pick', { claim: claimName })}
        tabIndex={-1}
        className={css.pick}
        onClick={onPick}
      >
        <PickShape isPicked={isPicked} />
      </button>
      <button
        type="button"
        id={lineId(lineKey(one))}
        className={`${list.row} ${css.line} ${isCurrent ? list.current : ''}`}
        aria-current={isCurrent}
        onFocus={onLook}
        onClick={({ detail }) => (detail === 0 ? onOpen() : onChoose())}
      >
        <span className={css.clock}>
          <Clock one={one} />
        </span>
        <span className={`${css.timer} pd-cut`}>{timer !== undefined && say(`timer.${timer}`)}</span>
        <span className={css.what}>
          <b className="pd-cut">{claimName}</b>
          <span className={`${css.second} pd-cut`}>{customerName}</span>
        </span>
        <span className={`${css.id} pd-num`}>{claimId}</span>
        <span className={`${css.holder} pd-cut`}>
          {holder === null
            ? say('lead.holder.noOne')
            : holder.isHeld
              ? holder.name
              : say('lead.holder.last', { name: holder.name })}
        </span>
        <span className={css.why}>
          {latePause === null ? say(`lead.why.${why}`) : <Late pause={latePause} />}
        </span>
      </button>
    </div>
  )
}

function Clock({ one: { clock, past } }: Pick<ClaimLineProps, 'one'>) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  if (clock !== null) return <DueClock clock={clock} nowMs={nowMs} />
  if (past === null) return <span className={css.second}>{say('lead.noClock')}</span>
  const late = Math.max(0, Date.parse(past.endedAt ?? past.dueAt) - Date.parse(past.dueAt))
  return (
    <span className={css.past} title={formatDue(locale, past.dueAt, 'moment')}>
      <ClockShape stage="over" /> {say('lead.past', { time: formatDuration(locale, late) })}
    </span>
  )
}

function Late({ pause: { pausedAt, answeredAt } }: { readonly pause: NonNullable<LeadClaim['latePause']> }) {
  const say = useText()
  const { locale } = useIntl()
  const after = Date.parse(pausedAt) - Date.parse(answeredAt)
  return say('lead.latePause', {
    at: formatInstant(locale, pausedAt, 'stamp'),
    time: formatDuration(locale, after),
  })
}
