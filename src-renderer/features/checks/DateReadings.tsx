import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { formatDay } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { datesToShow } from './datesToShow.ts'
import css from './DateReadings.module.css'

/** The dates that count, each with every reading it allows. */
export function DateReadings({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const dates = datesToShow(detail.report?.dates ?? [])
  if (dates.length === 0) return null
  return (
    <ul className={css.dates}>
      {dates.map((date) => (
        <li key={JSON.stringify(date)}>
          <span className="pd-num">{say('dates.text', { text: date.text })}</span>
          <span>{say(`dates.role.${date.role}`)}</span>
          <span className={`${css.readings} pd-num`}>
            {date.readings.map((reading) => (
              <span key={reading}>{formatDay(locale, reading)}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
