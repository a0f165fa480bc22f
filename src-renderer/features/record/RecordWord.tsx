import { useIntl } from 'react-intl'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import type { OpenedRecord } from '../../stores/recordStore.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './RecordPage.module.css'

/** Whether the file is as it was saved; which of its parts is not. */
export function RecordWord({ opened: { reading, madeHereAt } }: { readonly opened: OpenedRecord }) {
  const say = useText()
  const { locale } = useIntl()
  if (reading.outcome === 'no_record') return <Notice tone="danger">{say(`record.no.${reading.why}`)}</Notice>
  if (reading.outcome === 'altered')
    return (
      <Notice tone="danger">
        <b>{say('record.altered')}</b>
        <ul className={css.entries}>
          {reading.entries.map(({ name, problem }) => (
            <li key={`${name} ${problem}`}>
              <span className={css.mono}>{name}</span> {say(`record.entry.${problem}`)}
            </li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <Notice tone="note">
      <b>{say('record.verified')}</b>{' '}
      {madeHereAt === null
        ? say('record.notFromHere')
        : say('record.fromHere', { at: formatInstant(locale, madeHereAt, 'record') })}
      <span className={`${css.mono} ${css.hash}`}>{reading.sha256}</span>
    </Notice>
  )
}
