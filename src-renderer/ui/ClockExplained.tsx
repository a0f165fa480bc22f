import { useIntl } from 'react-intl'
import type { ClockExplanation } from '../../src-preload/contract/claims.ts'
import { formatDue, formatInstant, myZone } from '../../src-preload/words/dates.ts'
import { daysWords } from '../format/daysWords.ts'
import { explained } from '../format/explainedClock.ts'
import { useText } from '../format/useText.ts'
import { ClockBar, ClockSums, Segments } from './ClockTime.tsx'
import css from './ClockTime.module.css'

export function NoExplanation() {
  const say = useText()
  return <p className={css.none}>{say('why.none')}</p>
}

/** Where the time of a clock went: how long it is meant to be, by whose days, every stretch of it, and the sums. */
export function ClockExplained({ explanation }: { readonly explanation: ClockExplanation }) {
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
