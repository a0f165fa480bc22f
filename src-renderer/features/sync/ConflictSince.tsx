import { useIntl } from 'react-intl'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { detailWords, moveWords } from '../../format/historyWords.ts'
import { useText } from '../../format/useText.ts'
import css from './ConflictPanel.module.css'

/** What happened to the claim since the operation was made, oldest first. */
export function ConflictSince({ detail }: { readonly detail: ConflictDetail }) {
  const say = useText()
  const { locale } = useIntl()
  return (
    <section className={css.since}>
      <h3>{say('conflict.since')}</h3>
      {detail.since.length === 0 ? (
        <p className={css.second}>{say('conflict.since.none')}</p>
      ) : (
        <ol>
          {detail.since.map((entry) => {
            const move = moveWords(entry, say)
            const reasons = entry.reasons.map((reason) => say(`reason.${reason}`))
            return (
              <li key={entry.entryId}>
                <time
                  className="pd-num"
                  dateTime={entry.at}
                  title={formatInstant(locale, entry.at, 'moment')}
                >
                  {formatInstant(locale, entry.at, 'stamp')}
                </time>
                <div>
                  <b>{say(`history.${entry.kind}`, { name: entry.actorName })}</b>
                  {move !== null && <p>{move}</p>}
                  {reasons.length > 0 && <p>{reasons.join(' · ')}</p>}
                  {entry.detail !== null && <p>{detailWords(entry.detail, say)}</p>}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
