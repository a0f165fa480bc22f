import { useIntl } from 'react-intl'
import type { ClaimDetail, ClockExplanation } from '../../../../src-preload/contract/claims.ts'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { formatDue, formatInstant, myZone } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { useRead } from '../../../stores/useRead.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { clockWords } from '../../../ui/DueClock.tsx'
import { FailedState, LoadingRows } from '../../../ui/states.tsx'
import { daysWords } from '../daysWords.ts'
import { Drawer } from '../Drawer.tsx'
import { ClockBar, ClockSums, Segments } from './ClockTime.tsx'
import { explained } from './explained.ts'
import css from './clocks.module.css'

interface ClockWhyProps {
  readonly detail: ClaimDetail
  readonly timer: Timer
}

/** Why a clock says what it says: every stretch of its time, by whose calendar, and how long it is meant to be. */
export function ClockWhy({ detail, timer }: ClockWhyProps) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const clock = detail.claim.clocks.find((one) => one.timer === timer)
  const title =
    clock === undefined
      ? say('facts.clock', { timer: say(`timer.${timer}`) })
      : say('why.title', { words: clockWords(clock, nowMs, locale, say) })
  return (
    <Drawer pane="clock" title={title}>
      <Answer detail={detail} timer={timer} minuteMs={nowMs} />
    </Drawer>
  )
}

/** Read again each minute while it is open: the border between what was and what comes moves. */
function Answer({ detail, timer, minuteMs }: ClockWhyProps & { readonly minuteMs: number }) {
  const say = useText()
  const { claimId } = detail.claim.form
  const [load, again] = useRead(
    'claims.explainClock',
    { claimId, timer },
    `${detail.claim.revision} ${minuteMs}`,
  )
  if (load.status === 'failed') {
    return <FailedState title={say('why.failed')} error={load.error} onAgain={again} />
  }
  if (load.status !== 'ready') return <LoadingRows label={say('why.loading')} />
  const { explanation } = load.value
  if (explanation === null) return <p className={css.none}>{say('why.none')}</p>
  return <Explanation explanation={explanation} />
}

function Explanation({ explanation }: { readonly explanation: ClockExplanation }) {
  const say = useText()
  const { locale } = useIntl()
  const { clock, length, unit, calendar } = explanation
  const time = explained(explanation)
  return (
    <div className={css.body}>
      <p>
        <b>{say('why.length', { timer: say(`timer.${clock.timer}`), days: daysWords(length, unit, say) })}</b>
      </p>
      <p className={css.second}>
        {say('why.calendar', { id: calendar.id, version: calendar.version, zone: calendar.zone })}
      </p>
      {calendar.zone !== myZone() && <p className={css.second}>{say('why.zones', { mine: myZone() })}</p>}
      <ClockBar time={time} />
      <Segments time={time} />
      <ClockSums time={time} />
      <p className={css.end}>
        {clock.dueAt !== null
          ? say('clock.due', { due: formatDue(locale, clock.dueAt, 'moment') })
          : time.standsStillSince === null
            ? say('clock.pausedLong')
            : say('why.stillSince', { since: formatInstant(locale, time.standsStillSince, 'moment') })}
      </p>
    </div>
  )
}
