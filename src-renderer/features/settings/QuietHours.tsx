import { Field, Input, Switch } from '@fluentui/react-components'
import type { Settings } from '../../../src-preload/contract/session.ts'
import { useText } from '../../format/useText.ts'
import type { useChange } from './useChange.ts'
import css from './SettingsPage.module.css'

/** From the end of most working days to the begin of the next. */
const NIGHT = { from: 18 * 60, to: 8 * 60 }

interface QuietHoursProps {
  readonly quiet: Settings['quietHours']
  readonly change: ReturnType<typeof useChange>[0]
}

/** When nobody is to be disturbed, by the clock of this machine. */
export function QuietHours({ quiet, change }: QuietHoursProps) {
  const say = useText()
  return (
    <>
      <Switch
        checked={quiet !== null}
        label={say('settings.quiet')}
        onChange={(_, { checked }) => void change({ quietHours: checked ? NIGHT : null })}
      />
      {quiet !== null && (
        <div className={css.acts}>
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={say(`settings.quiet.${end}`)}>
              <Input
                type="time"
                size="small"
                value={timeOf(quiet[end])}
                onChange={(_, { value }) => {
                  const minute = minuteOf(value)
                  if (minute !== null) void change({ quietHours: { ...quiet, [end]: minute } })
                }}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  )
}

const two = (n: number) => String(n).padStart(2, '0')
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** Null = not a whole time yet. */
function minuteOf(text: string): number | null {
  const parts = /^(\d{2}):(\d{2})$/.exec(text)
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2])
}
