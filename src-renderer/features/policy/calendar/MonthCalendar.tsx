import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'
import { formatDay } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { HolidayName } from './HolidayName.tsx'
import { addDays, addMonths, type DayCell, monthGrid, monthOf, weekdayOf, withHoliday } from './monthGrid.ts'
import css from './MonthCalendar.module.css'

interface MonthCalendarProps {
  readonly draft: Calendar
  readonly base: Calendar | null
  readonly today: string
  readonly onChange: (calendar: Calendar) => void
}

/** A month of the draft: one square a day, one tab stop; arrows walk, Page Up and Down turn, Enter makes a holiday or takes it away. */
export function MonthCalendar({ draft, base, today, onChange }: MonthCalendarProps) {
  const [current, setCurrent] = useState(today)
  const grid = useRef<HTMLTableElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const hasMoved = useRef(false)
  const weeks = monthGrid(monthOf(current), draft, base)
  const cell = weeks.flat().find(({ day }) => day === current)
  useLayoutEffect(() => {
    if (!hasMoved.current) return
    hasMoved.current = false
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
  const walk = (day: string) => {
    hasMoved.current = true
    setCurrent(day)
  }
  const set = (to: string | null) => onChange(withHoliday(draft, current, to))
  const toggle = () => {
    if (cell === undefined) return
    if (cell.holiday !== null) return set(null)
    // What stood there before comes back under its name; a new one needs one.
    if (cell.was !== null) return set(cell.was)
    name.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = targetOf(event.key, current)
    if (to === null && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    // The window's own Page Down and Enter are for lists.
    event.stopPropagation()
    if (to === null) toggle()
    else walk(to)
  }
  return (
    <>
      <MonthHead month={current} onTurn={(by) => setCurrent(addMonths(current, by))} />
      <table ref={grid} role="grid" className={css.grid} onKeyDown={onKeyDown} aria-labelledby="policy-month">
        <Weekdays />
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((one) => (
                <Day
                  key={one.day}
                  cell={one}
                  isCurrent={one.day === current}
                  isToday={one.day === today}
                  onPick={() => setCurrent(one.day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
      <HolidayName
        key={current}
        ref={name}
        day={current}
        name={cell?.holiday ?? null}
        onName={(to) => {
          set(to)
          grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
        }}
        onLeave={() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      />
    </>
  )
}

function targetOf(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, 1 - weekdayOf(day))
    case 'End':
      return addDays(day, 7 - weekdayOf(day))
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}

function MonthHead({ month, onTurn }: { readonly month: string; readonly onTurn: (by: 1 | -1) => void }) {
  const say = useText()
  const { locale } = useIntl()
  const named = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <div className={css.month}>
      <Button
        appearance="subtle"
        data-icon-only=""
        aria-label={say('policy.monthBefore')}
        icon={<ChevronLeft20Regular />}
        onClick={() => onTurn(-1)}
      />
      <h3 id="policy-month" aria-live="polite">
        {named.format(Date.parse(month))}
      </h3>
      <Button
        appearance="subtle"
        data-icon-only=""
        aria-label={say('policy.monthAfter')}
        icon={<ChevronRight20Regular />}
        onClick={() => onTurn(1)}
      />
    </div>
  )
}

/** A Monday. */
const FIRST = '2026-01-05'

function Weekdays() {
  const { locale } = useIntl()
  const format = (style: 'short' | 'long', day: string) =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(Date.parse(day))
  return (
    <thead>
      <tr>
        {[0, 1, 2, 3, 4, 5, 6].map((at) => (
          <th key={at} scope="col" abbr={format('long', addDays(FIRST, at))}>
            {format('short', addDays(FIRST, at))}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface DayProps {
  readonly cell: DayCell
  readonly isCurrent: boolean
  readonly isToday: boolean
  readonly onPick: () => void
}

function Day({ cell, isCurrent, isToday, onPick }: DayProps) {
  const say = useText()
  const { locale } = useIntl()
  const { day, isOfMonth, isWeekend, holiday, change, was } = cell
  const said = [
    formatDay(locale, day),
    holiday ?? (isWeekend ? say('policy.day.weekend') : ''),
    change === null ? '' : say(`policy.day.${change}`, { was: was ?? '' }),
  ]
  return (
    <td
      role="gridcell"
      className={css.day}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isCurrent}
      aria-label={said.filter((part) => part !== '').join(', ')}
      {...(isToday && { 'aria-current': 'date' as const })}
      data-other={isOfMonth ? undefined : ''}
      data-weekend={isWeekend ? '' : undefined}
      data-holiday={holiday === null ? undefined : ''}
      data-change={change ?? undefined}
      onClick={onPick}
    >
      <span className="pd-num">{Number(day.slice(8))}</span>
      {holiday !== null && <small title={holiday}>{holiday}</small>}
      {change === 'removed' && (
        <small>
          <del>{was}</del>
        </small>
      )}
    </td>
  )
}

const SIGNS = ['weekend', 'holiday', 'added', 'removed'] as const

function Legend() {
  const say = useText()
  return (
    <ul className={css.legend} aria-hidden="true">
      {SIGNS.map((sign) => (
        <li key={sign}>
          <i
            data-weekend={sign === 'weekend' ? '' : undefined}
            data-holiday={sign === 'holiday' ? '' : undefined}
            data-change={sign === 'added' || sign === 'removed' ? sign : undefined}
          />
          {say(`policy.legend.${sign}`)}
        </li>
      ))}
    </ul>
  )
}
