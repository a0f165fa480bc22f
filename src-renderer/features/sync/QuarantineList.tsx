import { Archive20Regular } from '@fluentui/react-icons/svg/archive'
import { useIntl } from 'react-intl'
import type { QuarantinedItem } from '../../../src-preload/contract/sync.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { EmptyState } from '../../ui/states.tsx'
import css from './TraysPage.module.css'

/** Items of the feed that did not fit their form. The reason is the schema's own, for whoever runs the hub. */
export function QuarantineList({ items }: { readonly items: readonly QuarantinedItem[] }) {
  const say = useText()
  const { locale } = useIntl()
  return (
    <section className={css.tray} aria-label={say('trays.quarantine')} data-pane="quarantine">
      <div className={css.head}>
        <h2>{say('trays.quarantine')}</h2>
        <span className={css.count}>{say('trays.quarantine.count', { count: items.length })}</span>
      </div>
      {items.length === 0 ? (
        <EmptyState title={say('trays.quarantine.empty')} text={say('trays.quarantine.empty.text')} />
      ) : (
        <ul>
          {items.map((item) => (
            <li key={`${item.receivedAt} ${item.claimId} ${item.reason}`} className={css.entry}>
              <Archive20Regular />
              <div className={css.what}>
                <b className="pd-num">{item.claimId ?? say('trays.quarantine.noId')}</b>
                <span className={css.second}>{item.reason}</span>
              </div>
              <span className={`${css.second} pd-num`}>
                {say('trays.quarantine.received', { time: formatInstant(locale, item.receivedAt, 'stamp') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
