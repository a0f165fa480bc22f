import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useRef } from 'react'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { AddRow } from './AddRow.tsx'
import { OneValue, type RowsControlProps } from './OneValue.tsx'
import css from './Rows.module.css'
import { valueAt, withValue } from './profileValues.ts'
import { rowName } from './profileWords.ts'

/** A table within a profile, a value by its key. Where not every key has to be there, rows come and go. */
export function RowsControl(props: RowsControlProps) {
  const { id, path, input, name, describedBy, profile, onChange } = props
  const say = useText()
  const whole = useRef<HTMLDivElement>(null)
  const there = Object.keys(Object(valueAt(profile, path)) as object)
  const keys = input.keys === null ? there : input.keys.filter((key) => there.includes(key))
  const remove = (key: string) => {
    const next = withValue(profile, [...path, key], undefined, input)
    if ('profile' in next) onChange(next.profile)
    whole.current?.focus()
  }
  return (
    <div ref={whole} role="group" tabIndex={-1} aria-label={name} aria-describedby={describedBy}>
      {keys.length > 0 && (
        <ul className={css.rows}>
          {keys.map((key) => (
            <li key={key}>
              <span className={css.name}>{rowName(say, id, key)}</span>
              <span className={css.value}>
                <OneValue
                  {...{ id, profile, onChange, describedBy }}
                  path={[...path, key]}
                  input={input.value}
                  isOptional={false}
                  name={`${name}: ${rowName(say, id, key)}`}
                />
              </span>
              {!input.isEach && (
                <Button
                  density="small"
                  appearance="subtle"
                  icon={<Dismiss16Regular />}
                  aria-label={say('policy.row.remove', { name: rowName(say, id, key) })}
                  onClick={() => remove(key)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!input.isEach && <AddRow {...props} there={there} />}
    </div>
  )
}
