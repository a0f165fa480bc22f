import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { commandOf } from '../../../app/commands.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { DueClock } from '../../../ui/DueClock.tsx'
import { leadingClock } from './claimClocks.ts'
import { useWhy } from './useWhy.ts'
import css from './clocks.module.css'

/** The pressing clock in the header; pressing it asks why. */
export function HeaderClock({ clocks }: { readonly clocks: readonly Clock[] }) {
  const clock = leadingClock(clocks)
  return clock === null ? null : <Pressing clock={clock} />
}

function Pressing({ clock }: { readonly clock: Clock }) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const why = useWhy(clock.timer)
  const key = commandOf('claim.why').keys[0]?.toUpperCase() ?? ''
  return (
    <button
      type="button"
      className={css.inHeader}
      title={say('tooltip.key', { name: say('command.why'), key })}
      aria-keyshortcuts={key}
      {...why}
    >
      <DueClock clock={clock} nowMs={nowMs} /> <span className="pd-sr">{say('clock.why')}</span>
    </button>
  )
}
