import { Checkbox, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../../format/useText.ts'
import css from '../PolicyPage.module.css'
import type { FieldInput } from './profileFields.ts'
import { plainText } from './profileValues.ts'
import { type ProfileFieldId, wordName } from './profileWords.ts'
import { sayYesNo } from './saidValue.ts'

interface ControlProps {
  readonly id: ProfileFieldId
  readonly input: FieldInput
  readonly isOptional: boolean
  readonly labels: {
    readonly 'aria-label': string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }
  readonly value: unknown
  readonly put: (value: unknown) => void
}

/** The control of one value, whatever takes it. */
export function ValueControl({ id, input, isOptional, labels, value, put }: ControlProps) {
  const say = useText()
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
              {input.kind === 'switch' ? sayYesNo(say, word === 'true') : wordName(say, id, word)}
            </option>
          ))}
        </Select>
      )
    }
    case 'set':
      return (
        <SetControl
          labels={labels}
          of={input.of}
          nameOf={(word) => wordName(say, id, word)}
          value={Array.isArray(value) ? value : []}
          put={put}
        />
      )
    case 'text':
      return <TextControl labels={labels} value={value} max={input.max} put={put} />
    case 'rows':
    case 'order':
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
  readonly nameOf: (word: string) => string
  readonly value: readonly unknown[]
}

function SetControl({
  labels: { 'aria-invalid': _invalid, ...labels },
  of,
  nameOf,
  value,
  put,
}: SetControlProps) {
  return (
    <div role="group" className={css.set} {...labels}>
      {of.map((word) => {
        const isIn = value.includes(word)
        return (
          <Checkbox
            key={word}
            label={nameOf(word)}
            checked={isIn}
            onChange={() => put(isIn ? value.filter((one) => one !== word) : [...value, word])}
          />
        )
      })}
    </div>
  )
}
