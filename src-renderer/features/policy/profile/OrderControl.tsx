import { useAnnounce } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { type KeyboardEvent, type ReactElement, useRef } from 'react'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import type { FieldControlProps } from './OneValue.tsx'
import css from './Rows.module.css'
import type { FieldInput } from './profileFields.ts'
import { valueAt, withValue } from './profileValues.ts'
import { rowName } from './profileWords.ts'
import { inOrder } from './saidValue.ts'

interface OrderControlProps extends FieldControlProps {
  readonly input: Extract<FieldInput, { kind: 'order' }>
}

/** Puts words in an order: by the arrows of a row, or with Alt and the arrow keys on any of its buttons; a row may be left out. */
export function OrderControl({ id, path, input, name, describedBy, profile, onChange }: OrderControlProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const whole = useRef<HTMLDivElement>(null)
  const placed = inOrder(valueAt(profile, path))
  const leftOut = input.of.filter((key) => !placed.includes(key))
  const nameOf = (key: string) => rowName(say, id, key)
  const put = (keys: readonly string[]) => {
    const places = input.of.map((key) => [key, keys.includes(key) ? keys.indexOf(key) + 1 : null])
    const next = withValue(profile, path, Object.fromEntries(places), input)
    if ('profile' in next) onChange(next.profile)
  }
  const move = (key: string, by: -1 | 1) => {
    const to = placed.indexOf(key) + by
    if (to < 0 || to >= placed.length) return
    put(placed.filter((one) => one !== key).toSpliced(to, 0, key))
    announce(say('policy.row.placed', { name: nameOf(key), place: to + 1, count: placed.length }))
  }
  const onKey = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(key, event.key === 'ArrowUp' ? -1 : 1)
  }
  const dropOut = (key: string) => {
    put(placed.filter((one) => one !== key))
    whole.current?.focus()
  }
  return (
    <div ref={whole} role="group" tabIndex={-1} aria-label={name} aria-describedby={describedBy}>
      <ol className={css.rows}>
        {placed.map((key, at) => (
          <li key={key} onKeyDown={(event) => onKey(event, key)}>
            <span className={css.name}>{nameOf(key)}</span>
            <span className={css.ways}>
              <Way
                icon={<ArrowUp16Regular />}
                label={say('policy.row.up', { name: nameOf(key) })}
                keys="Alt+ArrowUp"
                isBlocked={at === 0}
                onClick={() => move(key, -1)}
              />
              <Way
                icon={<ArrowDown16Regular />}
                label={say('policy.row.down', { name: nameOf(key) })}
                keys="Alt+ArrowDown"
                isBlocked={at === placed.length - 1}
                onClick={() => move(key, 1)}
              />
              <Way
                icon={<Dismiss16Regular />}
                label={say('policy.row.remove', { name: nameOf(key) })}
                onClick={() => dropOut(key)}
              />
            </span>
          </li>
        ))}
      </ol>
      {leftOut.length > 0 && (
        <p className={css.leftOut}>
          <span>{say('policy.row.leftOut')}</span>
          {leftOut.map((key) => (
            <Button key={key} density="small" icon={<Add16Regular />} onClick={() => put([...placed, key])}>
              {nameOf(key)}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

interface WayProps {
  readonly icon: ReactElement
  readonly label: string
  readonly keys?: string
  readonly isBlocked?: boolean
  readonly onClick: () => void
}

function Way({ icon, label, keys, isBlocked = false, onClick }: WayProps) {
  return (
    <Button
      density="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      {...(keys !== undefined && { 'aria-keyshortcuts': keys })}
      disabledFocusable={isBlocked}
      onClick={onClick}
    />
  )
}
