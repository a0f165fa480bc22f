import { Checkbox, Select } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import css from '../PolicyPage.module.css'
import { MonthCalendar } from './MonthCalendar.tsx'
import { addDays } from './monthGrid.ts'

interface CalendarEditorProps {
  readonly draft: Calendar
  readonly base: Calendar | null
  readonly onChange: (calendar: Calendar) => void
}

/** A calendar as a lead draws it: its holidays by the month, its zone, its days off. */
export function CalendarEditor({ draft, base, onChange }: CalendarEditorProps) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: draft.zone }).format(nowMs)
  return (
    <>
      <MonthCalendar draft={draft} base={base} today={today} onChange={onChange} />
      <div className={css.settings}>
        <label className={css.zone}>
          <span>{say('policy.zone')}</span>
          <Select
            size="small"
            value={draft.zone}
            onChange={(_, { value }) => onChange({ ...draft, zone: value })}
          >
            {zonesWith(draft.zone).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
          {base !== null && base.zone !== draft.zone && (
            <span className={css.second}>{say('policy.was', { value: base.zone })}</span>
          )}
        </label>
        <Weekend draft={draft} onChange={onChange} />
      </div>
    </>
  )
}

function zonesWith(own: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(own) ? known : [own, ...known]
}

/** A Sunday, so that adding the ISO number of a weekday gives a day of that name. */
const SUNDAY = '2026-01-04'
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

function Weekend({ draft, onChange }: Pick<CalendarEditorProps, 'draft' | 'onChange'>) {
  const say = useText()
  const { locale } = useIntl()
  const nameOf = (day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.parse(addDays(SUNDAY, day)),
    )
  return (
    <fieldset className={css.weekend}>
      <legend>{say('policy.weekend')}</legend>
      {WEEK.map((day) => {
        const isOff = draft.weekend.includes(day)
        return (
          <Checkbox
            key={day}
            label={nameOf(day)}
            checked={isOff}
            // Seven days off would leave none to count.
            disabled={!isOff && draft.weekend.length >= 6}
            onChange={() =>
              onChange({
                ...draft,
                weekend: isOff
                  ? draft.weekend.filter((one) => one !== day)
                  : [...draft.weekend, day].toSorted((a, b) => a - b),
              })
            }
          />
        )
      })}
    </fieldset>
  )
}
