import { useIntl } from 'react-intl'
import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { ariaKeysOf, isApple, plainKeys } from '../../../app/keyNames.ts'
import { useKeys } from '../../../app/keys/useKeys.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { clockTitle, DueClock } from '../../../ui/DueClock.tsx'
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
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const why = useWhy(clock.timer)
  const [key] = useKeys('claim.why')
  const name = say('command.why')
  return (
    <button
      type="button"
      className={css.inHeader}
      title={key === undefined ? name : say('tooltip.key', { name, key: plainKeys(key) })}
      aria-keyshortcuts={ariaKeysOf(key === undefined ? [] : [key], isApple)}
      {...why}
    >
      <DueClock clock={clock} nowMs={nowMs} />{' '}
      <span className="pd-sr">
        {clockTitle(clock, locale, say)}. {say('clock.why')}
      </span>
    </button>
  )
}
