import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { formatDuration } from '../../../format/duration.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { Trouble } from './factParts.tsx'
import css from './ClaimFacts.module.css'

interface CheckedProps {
  readonly checkedAt: string
  readonly source: string
  /** Older than the profile allows. */
  readonly isStale: boolean
}

/** When a look-up was made and what answered. A stale one says its age. */
export function Checked({ checkedAt, source, isStale }: CheckedProps) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const title = say('lookup.checked.long', { time: formatInstant(locale, checkedAt, 'moment') })
  if (!isStale) {
    return (
      <span className={css.second} title={title}>
        {say('lookup.checked', { time: formatInstant(locale, checkedAt, 'stamp'), source })}
      </span>
    )
  }
  return (
    <span className={css.stale} title={title}>
      <Trouble>
        {say('lookup.stale', { age: formatDuration(locale, nowMs - Date.parse(checkedAt)), source })}
      </Trouble>
    </span>
  )
}
