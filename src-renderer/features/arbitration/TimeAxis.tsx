import { useIntl } from 'react-intl'
import type { BoardParty } from '../../../src-preload/contract/caseBoard.ts'
import { formatDay, formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { letterIn } from '../../../src-preload/words/letters.ts'
import { axisOf, type Axis, shareOf } from './axis.ts'
import css from './TimeAxis.module.css'

interface TimeAxisProps {
  readonly parties: readonly BoardParty[]
  /** ISO day. */
  readonly today: string
}

/** One axis for all: engagement, the customer's signature, submission, and the days that count. The table says the same in words. */
export function TimeAxis({ parties, today }: TimeAxisProps) {
  const say = useText()
  const { locale } = useIntl()
  const axis = axisOf(parties, today)
  return (
    <figure className={css.figure} aria-hidden="true">
      <div className={css.months}>
        <span />
        <div className={css.track}>
          {axis.months.map((day) => (
            <span key={day} className={css.month} style={{ left: shareOf(axis, day) }}>
              {formatDay(locale, day)}
            </span>
          ))}
        </div>
      </div>
      {parties.map((party) => (
        <div key={party.claimId} className={css.lane}>
          <span className="pd-cut">
            <b>{letterIn(parties, party.claimId)}</b> {party.partnerName}
          </span>
          <Lane
            party={party}
            axis={axis}
            today={today}
            title={formatInstant(locale, party.submittedAt, 'day')}
          />
        </div>
      ))}
      <figcaption className={css.legend}>
        <span className={css.bar} /> {say('axis.engagement')}
        <span className={css.diamond} /> {say('axis.acknowledged')}
        <span className={`${css.diamond} ${css.outside}`} /> {say('axis.outside')}
        <span className={css.submitted} /> {say('axis.submitted')}
        <span className={css.window} /> {say('axis.window')}
        <span className={css.today} /> {say('axis.today')}
      </figcaption>
    </figure>
  )
}

const isOutside = (day: string, window: BoardParty['window']): boolean =>
  window !== null && (day < window.from || day > window.to)

interface LaneProps {
  readonly party: BoardParty
  readonly axis: Axis
  readonly today: string
  readonly title: string
}

function Lane({ party: { engagement, acknowledged, window, submittedAt }, axis, today, title }: LaneProps) {
  const at = (day: string) => shareOf(axis, day)
  const from = engagement?.start?.from ?? null
  const to = engagement?.end?.to ?? null
  return (
    <div className={css.track}>
      {window !== null && (
        <span
          className={css.window}
          style={{ left: at(window.from), right: `calc(100% - ${at(window.to)})` }}
        />
      )}
      {from !== null && (
        <span className={css.bar} style={{ left: at(from), right: `calc(100% - ${at(to ?? axis.to)})` }} />
      )}
      {acknowledged !== null && (
        <span
          className={`${css.diamond} ${isOutside(acknowledged.from, window) ? css.outside : ''}`}
          style={{ left: at(acknowledged.from) }}
        />
      )}
      <span className={css.submitted} style={{ left: at(submittedAt.slice(0, 10)) }} title={title} />
      <span className={css.today} style={{ left: at(today) }} />
    </div>
  )
}
