import { Checkbox, Input, Select, Textarea } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { useText } from '../../../format/useText.ts'
import css from '../PolicyPage.module.css'
import { nameOf, plainText, type ProfileField, valueAt, withValue } from './profileFields.ts'

interface FieldControlProps {
  readonly field: ProfileField
  readonly describedBy: string
  readonly profile: PolicyProfile
  readonly onChange: (profile: PolicyProfile) => void
}

/** What changes one field. What does not fit the schema stays in the field with the reason, and the draft as it was. */
export function FieldControl({ field, describedBy, profile, onChange }: FieldControlProps) {
  const say = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const put = (value: unknown) => {
    const next = withValue(profile, field.path, value)
    setProblem('problem' in next ? next.problem : null)
    if ('profile' in next) onChange(next.profile)
  }
  return (
    <>
      <Control
        field={field}
        labels={{ 'aria-label': nameOf(field.path), 'aria-describedby': `${describedBy} ${problemId}` }}
        value={valueAt(profile, field.path)}
        put={put}
      />
      <span id={problemId} role="status" className={css.problem}>
        {problem !== null && say('policy.unfit', { allowed: field.allowed.replaceAll('`', '') })}
      </span>
    </>
  )
}

interface ControlProps {
  readonly field: ProfileField
  readonly labels: { readonly 'aria-label': string; readonly 'aria-describedby': string }
  readonly value: unknown
  readonly put: (value: unknown) => void
}

function Control({ field, labels, value, put }: ControlProps) {
  const say = useText()
  const { input, isOptional } = field
  switch (input.kind) {
    case 'number':
      return (
        <NumberControl
          labels={labels}
          value={value}
          min={input.min}
          max={input.max}
          none={input.mayBeNull ? null : undefined}
          mayLack={input.mayBeNull || isOptional}
          put={put}
        />
      )
    case 'switch':
    case 'choice': {
      const words = input.kind === 'switch' ? ['true', 'false'] : input.of
      const chosen = plainText(value)
      return (
        <Select
          {...labels}
          size="small"
          value={chosen}
          onChange={(_, data) => put(wordOf(data.value, input.kind))}
        >
          {isOptional && <option value="">{say('policy.leftOut')}</option>}
          {words.map((word) => (
            <option key={word} value={word}>
              {input.kind === 'switch' ? say(word === 'true' ? 'policy.yes' : 'policy.no') : word}
            </option>
          ))}
        </Select>
      )
    }
    case 'set':
      return <SetControl labels={labels} of={input.of} value={Array.isArray(value) ? value : []} put={put} />
    case 'text':
      return <TextControl labels={labels} value={value} max={input.max} put={put} />
    case 'fixed':
      return null
  }
}

function wordOf(word: string, kind: 'switch' | 'choice'): unknown {
  if (word === '') return undefined
  return kind === 'switch' ? word === 'true' : word
}

interface NumberControlProps extends Pick<ControlProps, 'labels' | 'value' | 'put'> {
  readonly min: number
  readonly max: number
  /** What an empty field means. */
  readonly none: null | undefined
  readonly mayLack: boolean
}

/** Keeps what is typed, also what is no number yet: a field that jumps back takes the next letter for another place. */
function NumberControl({ labels, value, min, max, none, mayLack, put }: NumberControlProps) {
  const [typed, setTyped] = useTypedValue(value)
  return (
    <Input
      {...labels}
      className={`${css.number} pd-num`}
      size="small"
      type="number"
      min={min}
      max={max}
      required={!mayLack}
      value={typed}
      onChange={(_, data) => {
        setTyped(data.value)
        put(data.value === '' ? (mayLack ? none : Number.NaN) : Number(data.value))
      }}
    />
  )
}

interface TextControlProps extends Pick<ControlProps, 'labels' | 'value' | 'put'> {
  readonly max: number
}

function TextControl({ labels, value, max, put }: TextControlProps) {
  const [typed, setTyped] = useTypedValue(value)
  return (
    <Textarea
      {...labels}
      size="small"
      resize="vertical"
      spellCheck={false}
      maxLength={max}
      value={typed}
      onChange={(_, data) => {
        setTyped(data.value)
        put(data.value)
      }}
    />
  )
}

/** What stands in the field: what was typed last, until the draft has another value from elsewhere. */
function useTypedValue(value: unknown): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(plainText(value))
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(plainText(value))
  }
  return [typed, setTyped]
}

interface SetControlProps extends Pick<ControlProps, 'labels' | 'put'> {
  readonly of: readonly string[]
  readonly value: readonly unknown[]
}

function SetControl({ labels, of, value, put }: SetControlProps) {
  return (
    <div role="group" className={css.set} {...labels}>
      {of.map((word) => {
        const isIn = value.includes(word)
        return (
          <Checkbox
            key={word}
            label={word}
            checked={isIn}
            onChange={() => put(isIn ? value.filter((one) => one !== word) : [...value, word])}
          />
        )
      })}
    </div>
  )
}
