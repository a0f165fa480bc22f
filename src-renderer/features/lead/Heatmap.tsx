import { useArrowNavigationGroup } from '@fluentui/react-components'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { dayWords } from './figureWords.ts'
import { Number } from './Number.tsx'
import { useSpeaking } from './useSpeaking.ts'
import panel from './panel.module.css'
import css from './Heatmap.module.css'

interface HeatmapProps {
  readonly due: LeadBoard['due']
  readonly today: string
}

/** What runs out on which business day, by kind of clock. A table of numbers; shade and weight only repeat them. */
export function Heatmap({ due, today }: HeatmapProps) {
  const { say, locale } = useSpeaking()
  const arrows = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true })
  const most = Math.max(1, ...due.timers.flatMap(({ days }) => days))
  const levelOf = (count: number) => css[`level${count === 0 ? 0 : Math.ceil((4 * count) / most)}`]
  return (
    <section className={panel.panel} aria-labelledby="lead-due">
      <h2 id="lead-due">{say('lead.due')}</h2>
      <div className={css.scroll} tabIndex={-1}>
        <table className={css.map} {...arrows}>
          <thead>
            <tr>
              <td />
              <th scope="col" className={css.word}>
                {say('lead.due.overdue')}
              </th>
              {due.days.map((day) => (
                <th
                  key={day}
                  scope="col"
                  className={day === today ? css.today : ''}
                  aria-label={dayWords(locale, day, 'long')}
                  title={dayWords(locale, day, 'long')}
                >
                  <span className={css.weekday}>{dayWords(locale, day, 'weekday')}</span>
                  <span className="pd-num">{dayWords(locale, day, 'number')}</span>
                </th>
              ))}
              <th scope="col" className={css.word}>
                {say('lead.due.later')}
              </th>
            </tr>
          </thead>
          <tbody>
            {due.timers.map(({ timer, overdue, days, later }) => (
              <tr key={timer}>
                <th scope="row">{say(`timer.${timer}`)}</th>
                <td className={`${css.over} ${overdue > 0 ? css.some : ''}`}>
                  <Number figure={{ of: 'due', timer, when: 'overdue' }} count={overdue} />
                </td>
                {days.map((count, at) => {
                  const when = due.days[at] ?? ''
                  return (
                    <td key={when} className={levelOf(count)}>
                      <Number figure={{ of: 'due', timer, when }} count={count} />
                    </td>
                  )
                })}
                <td>
                  <Number figure={{ of: 'due', timer, when: 'later' }} count={later} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {due.timers.length === 0 && <p className={panel.second}>{say('lead.due.none')}</p>}
    </section>
  )
}
