import { Fragment } from 'react'
import { useIntl } from 'react-intl'
import type { ClockSegment } from '../../src-preload/contract/vocabulary/clockShape.ts'
import { CLOCK_PHASES, type ClockPhase } from '../../src-preload/contract/vocabulary/words.ts'
import { formatSpan } from '../../src-preload/words/dates.ts'
import { formatDuration } from '../format/duration.ts'
import { type Say, useText } from '../format/useText.ts'
import type { ExplainedClock } from '../format/explainedClock.ts'
import css from './ClockTime.module.css'

interface TimeProps {
  readonly time: ExplainedClock
}

/** The stretches to scale; now is the line between what was and what comes. Its words are the list below. */
export function ClockBar({ time }: TimeProps) {
  const say = useText()
  const { locale } = useIntl()
  const label = time.sums
    .map(({ kind, byPhase }) =>
      say('why.sum', { kind: say(`segment.${kind}`), time: formatDuration(locale, sumOf(byPhase)) }),
    )
    .join('; ')
  return (
    <div className={css.bar} role="img" aria-label={label}>
      {time.parts.map(({ phase, segments }, at) => (
        <Fragment key={phase}>
          {at > 0 && <i className={css.now} />}
          {segments.map(({ from, to, kind }) => (
            <i key={from} className={`${css[kind]} ${css[phase]}`} style={{ flexGrow: to - from }} />
          ))}
        </Fragment>
      ))}
    </div>
  )
}

export function Segments({ time }: TimeProps) {
  const say = useText()
  const { locale } = useIntl()
  return time.parts.map(({ phase, segments }) => (
    <section key={phase} className={css.part}>
      <h3>{say(`phase.${phase}`)}</h3>
      <ol>
        {segments.map((segment) => (
          <li key={segment.from}>
            <i className={`${css.swatch} ${css[segment.kind]} ${css[phase]}`} />
            <span className={css.kind}>{kindWords(segment, say)}</span>
            <span className="pd-num">{formatDuration(locale, segment.to - segment.from)}</span>
            <span className={`${css.span} pd-num`}>{formatSpan(locale, segment.from, segment.to)}</span>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function kindWords({ kind, name }: ClockSegment, say: Say): string {
  return name === null ? say(`segment.${kind}`) : say('segment.named', { kind: say(`segment.${kind}`), name })
}

/** How much of which, by phase; the last line is the whole time between the clock's begin and its end. */
export function ClockSums({ time }: TimeProps) {
  const say = useText()
  const { locale } = useIntl()
  const phases = CLOCK_PHASES.filter((phase) => time.total[phase] > 0)
  const cells = (byPhase: Readonly<Record<ClockPhase, number>>) =>
    phases.map((phase) => (
      <td key={phase} className="pd-num">
        {byPhase[phase] === 0 ? null : formatDuration(locale, byPhase[phase])}
      </td>
    ))
  return (
    <table className={css.sums}>
      <thead>
        <tr>
          <th scope="col">{say('why.sums')}</th>
          {phases.map((phase) => (
            <th key={phase} scope="col">
              {say(`phase.${phase}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {time.sums.map(({ kind, byPhase }) => (
          <tr key={kind}>
            <th scope="row">{say(`segment.${kind}`)}</th>
            {cells(byPhase)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('why.total')}</th>
          {cells(time.total)}
        </tr>
      </tfoot>
    </table>
  )
}

function sumOf({ elapsed, ahead, overdue }: Readonly<Record<ClockPhase, number>>): number {
  return elapsed + ahead + overdue
}
