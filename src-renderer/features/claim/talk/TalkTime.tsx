import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import css from './talk.module.css'

export function TalkTime({ at }: { readonly at: string }) {
  const { locale } = useIntl()
  return (
    <time className={`${css.time} pd-num`} dateTime={at} title={formatInstant(locale, at, 'moment')}>
      {formatInstant(locale, at, 'stamp')}
    </time>
  )
}
