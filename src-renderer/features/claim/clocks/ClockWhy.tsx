import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { useRead } from '../../../stores/useRead.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { ClockExplained, NoExplanation } from '../../../ui/ClockExplained.tsx'
import { clockWords } from '../../../ui/DueClock.tsx'
import { FailedState, LoadingRows } from '../../../ui/states.tsx'
import { Drawer } from '../Drawer.tsx'
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
  if (explanation === null) return <NoExplanation />
  return (
    <div className={css.scroll}>
      <ClockExplained explanation={explanation} />
    </div>
  )
}
