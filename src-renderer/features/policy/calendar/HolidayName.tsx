import { Input } from '@fluentui/react-components'
import { type Ref, useState } from 'react'
import { useIntl } from 'react-intl'
import { formatDay } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import css from './MonthCalendar.module.css'

interface HolidayNameProps {
  readonly day: string
  /** Null = nobody has off then. */
  readonly name: string | null
  readonly onName: (name: string | null) => void
  /** Back to the calendar, with nothing changed. */
  readonly onLeave: () => void
  readonly ref: Ref<HTMLInputElement>
}

/** What the holiday of a day is called: a clock that skips it names it. */
export function HolidayName({ day, name, onName, onLeave, ref }: HolidayNameProps) {
  const say = useText()
  const { locale } = useIntl()
  const [typed, setTyped] = useState(name ?? '')
  const named = typed.trim()
  const canName = named !== '' && named !== name
  const label = say('policy.holidayName', { day: formatDay(locale, day) })
  return (
    <form
      className={css.name}
      onSubmit={(event) => {
        event.preventDefault()
        if (canName) onName(named)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      <label>
        <span>{label}</span>
        <Input
          input={{ ref }}
          size="small"
          maxLength={200}
          spellCheck={false}
          value={typed}
          placeholder={say('policy.holidayName.hint')}
          onChange={(_, { value }) => setTyped(value)}
        />
      </label>
      <Button type="submit" disabledFocusable={!canName}>
        {say(name === null ? 'policy.holidayAdd' : 'policy.holidayRename')}
      </Button>
      {name !== null && <Button onClick={() => onName(null)}>{say('policy.holidayRemove')}</Button>}
    </form>
  )
}
