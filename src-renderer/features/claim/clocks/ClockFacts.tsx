import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { clockStageAt, timeLeftMs } from '../../../format/clockStage.ts'
import { formatDue } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { clockWords } from '../../../ui/DueClock.tsx'
import { ClockShape } from '../../../ui/glyphs.tsx'
import { Section } from '../facts/factParts.tsx'
import { leadingClock } from './claimClocks.ts'
import { useWhy } from './useWhy.ts'
import css from './clocks.module.css'

/** Every clock that runs, the pressing one first. Each explains itself when pressed. */
export function ClockFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { clocks } = detail.claim
  const first = leadingClock(clocks)
  if (first === null) {
    return (
      <Section title={say('facts.clocks')}>
        <p>{say('clock.none')}</p>
      </Section>
    )
  }
  const rest = clocks.filter((clock) => clock !== first)
  return [first, ...rest].map((clock) => (
    <OneClock key={clock.timer} clock={clock} isFirst={clock === first} />
  ))
}

function OneClock({ clock, isFirst }: { readonly clock: Clock; readonly isFirst: boolean }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const why = useWhy(clock.timer)
  const left = timeLeftMs(clock, nowMs)
  const time = clockWords(clock, nowMs, locale, say)
  const stage = clockStageAt(clock, nowMs)
  const tone = stage === 'over' ? css.over : stage === 'late' ? css.late : ''
  return (
    <Section title={say('facts.clock', { timer: say(`timer.${clock.timer}`) })}>
      <button type="button" className={css.clock} {...why}>
        {!isFirst && <ClockShape stage={stage} />}
        <span className={`${isFirst ? css.big : ''} ${tone}`}>
          {left !== null && left >= 0 ? say('clock.left', { time }) : time}
        </span>{' '}
        <span className={css.why}>{say('clock.why')}</span>
      </button>
      <p className={css.second}>
        {clock.dueAt === null
          ? say('clock.pausedLong')
          : say('clock.due', { due: formatDue(locale, clock.dueAt, 'moment') })}
      </p>
    </Section>
  )
}
