import { useArrowNavigationGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { TIMERS, type Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import { Button } from '../../ui/Button.tsx'
import { dayWords } from './figureWords.ts'
import { Number } from './Number.tsx'
import { useSpeaking } from './useSpeaking.ts'
import panel from './panel.module.css'
import css from './Weeks.module.css'

interface WeeksProps {
  readonly weeks: LeadBoard['weeks']
}

const sumOf = ({ breaches }: LeadBoard['weeks'][number]): number =>
  breaches.reduce((sum, { clocks }) => sum + clocks, 0)

const timersIn = (weeks: LeadBoard['weeks']): Timer[] =>
  TIMERS.filter((timer) => weeks.some(({ breaches }) => breaches.some((one) => one.timer === timer)))

/** How many clocks of the team ran out in each week: as bars whose patterns tell the kinds apart, or as a table. */
export function Weeks({ weeks }: WeeksProps) {
  const { say } = useSpeaking()
  const [isTable, setTable] = useState(false)
  const arrows = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true })
  const timers = timersIn(weeks)
  return (
    <section className={panel.panel} aria-labelledby="lead-weeks">
      <div className={panel.head}>
        <h2 id="lead-weeks">{say('lead.weeks')}</h2>
        <Button
          density="small"
          appearance="subtle"
          aria-pressed={isTable}
          onClick={() => setTable((table) => !table)}
        >
          {say('lead.asTable')}
        </Button>
      </div>
      {timers.length === 0 ? (
        <p className={panel.second}>{say('lead.weeks.none')}</p>
      ) : (
        <div {...arrows} className={css.scroll}>
          {isTable ? <WeekTable weeks={weeks} timers={timers} /> : <WeekBars weeks={weeks} timers={timers} />}
        </div>
      )}
    </section>
  )
}

interface ShownProps extends WeeksProps {
  readonly timers: readonly Timer[]
}

function WeekBars({ weeks, timers }: ShownProps) {
  const { say, locale } = useSpeaking()
  const most = Math.max(...weeks.map(sumOf))
  return (
    <>
      <ul className={css.bars}>
        {weeks.map((week) => (
          <li key={week.monday} className={css.week}>
            <Number figure={{ of: 'week', monday: week.monday, timer: null }} count={sumOf(week)} />
            <span className={css.bar} aria-hidden="true" style={{ height: `${(56 * sumOf(week)) / most}px` }}>
              {week.breaches.map(({ timer, clocks }) => (
                <i key={timer} className={css[timer]} style={{ flexGrow: clocks }} />
              ))}
            </span>
            <span className={`${css.monday} pd-num`}>{dayWords(locale, week.monday, 'short')}</span>
          </li>
        ))}
      </ul>
      <ul className={css.legend} aria-hidden="true">
        {timers.map((timer) => (
          <li key={timer}>
            <i className={css[timer]} />
            {say(`timer.${timer}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

function WeekTable({ weeks, timers }: ShownProps) {
  const { say, locale } = useSpeaking()
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{say('lead.weeks.from')}</th>
          {timers.map((timer) => (
            <th key={timer} scope="col">
              {say(`timer.${timer}`)}
            </th>
          ))}
          <th scope="col">{say('lead.weeks.all')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.monday}>
            <th scope="row">{dayWords(locale, week.monday, 'short')}</th>
            {timers.map((timer) => (
              <td key={timer}>
                <Number
                  figure={{ of: 'week', monday: week.monday, timer }}
                  count={week.breaches.find((one) => one.timer === timer)?.clocks ?? 0}
                />
              </td>
            ))}
            <td>
              <Number figure={{ of: 'week', monday: week.monday, timer: null }} count={sumOf(week)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
