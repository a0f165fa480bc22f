import { useIntl } from 'react-intl'
import type { Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { type ClockStage, clockStageAt, timeLeftMs } from '../format/clockStage.ts'
import { formatDue } from '../../src-preload/words/dates.ts'
import { formatDuration } from '../format/duration.ts'
import { type Say, useText } from '../format/useText.ts'
import { ClockShape } from './glyphs.tsx'
import css from './DueClock.module.css'

const TONE = {
  quarter: css.calm,
  half: css.calm,
  three_quarters: css.soon,
  late: css.late,
  over: css.over,
  paused: css.paused,
} as const satisfies Record<ClockStage, unknown>

/** Shape and words of a due clock. `nowMs` comes from the one ticking store; a clock never ticks by itself. */
export function DueClock({ clock, nowMs }: { readonly clock: Clock; readonly nowMs: number }) {
  const { locale } = useIntl()
  const say = useText()
  const stage = clockStageAt(clock, nowMs)
  return (
    <span className={`${css.clock} ${TONE[stage]}`} title={clockTitle(clock, locale, say)}>
      <ClockShape stage={stage} />
      <span className={css.words}>{clockWords(clock, nowMs, locale, say)}</span>
    </span>
  )
}

export function clockWords(clock: Clock, nowMs: number, locale: string, say: Say): string {
  const left = timeLeftMs(clock, nowMs)
  if (left === null) return say('clock.paused', { share: Math.round((clock.pausedShare ?? 0) * 100) })
  const time = formatDuration(locale, left)
  return left < 0 ? say('clock.over', { time }) : time
}

export function clockTitle(clock: Clock, locale: string, say: Say): string {
  const timer = say(`timer.${clock.timer}`)
  return clock.dueAt === null
    ? say('clock.title.paused', { timer })
    : say('clock.title.due', { timer, due: formatDue(locale, clock.dueAt, 'moment') })
}
