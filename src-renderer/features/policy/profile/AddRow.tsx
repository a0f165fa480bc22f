import { Input, Select } from '@fluentui/react-components'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import pageCss from '../PolicyPage.module.css'
import css from './Rows.module.css'
import { withValue } from './profileValues.ts'
import { rowName, wordName } from './profileWords.ts'
import type { RowsControlProps } from './OneValue.tsx'
import { unfitWords } from './unfitWords.ts'

interface AddRowProps extends RowsControlProps {
  readonly there: readonly string[]
}

/** A row more. What does not fit stays typed, with the reason under it. */
export function AddRow(props: AddRowProps) {
  const { id, input, name, onChange, there } = props
  const say = useText()
  const [typed, setTyped] = useState({ key: '', value: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const whole = useRef<HTMLFormElement>(null)
  const free = input.keys?.filter((one) => !there.includes(one)) ?? null
  const words = input.value.kind === 'choice' ? input.value.of : null
  const key = chosenOf(free, typed.key)
  const value = chosenOf(words, typed.value)
  if (free?.length === 0) return null
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const next = withRow(say, props, key, value)
    setProblem('problem' in next ? next.problem : null)
    if ('problem' in next) return
    setTyped({ key: '', value: '' })
    onChange(next.profile)
    whole.current?.querySelector<HTMLElement>('input, select')?.focus()
  }
  const labels = { 'aria-describedby': problemId, 'aria-invalid': problem !== null }
  return (
    <form ref={whole} className={css.add} onSubmit={add}>
      <Part
        {...labels}
        label={`${name}: ${say(free === null ? 'policy.row.productId' : 'policy.row.key')}`}
        words={free}
        nameOf={(one) => rowName(say, id, one)}
        value={free === null ? typed.key : key}
        onValue={(next) => setTyped({ ...typed, key: next })}
      />
      {words?.length !== 1 && (
        <Part
          {...labels}
          label={`${name}: ${rowName(say, id, key)}`}
          words={words}
          nameOf={(one) => wordName(say, id, one)}
          value={words === null ? typed.value : value}
          onValue={(next) => setTyped({ ...typed, value: next })}
        />
      )}
      <Button type="submit" density="small">
        {say('policy.row.add')}
      </Button>
      <span id={problemId} role="status" className={pageCss.problem}>
        {problem}
      </span>
    </form>
  )
}

/** What is chosen among words: the first until somebody chooses. Null = anything may be typed. */
const chosenOf = (words: readonly string[] | null, typed: string): string =>
  words === null ? typed.trim() : (words.find((one) => one === typed) ?? words[0] ?? '')

/** Of an id in the catalogue, as the schema has it. */
const MOST_OF_ID = 64

function withRow(
  say: Say,
  { id, path, input, profile, there }: AddRowProps,
  key: string,
  value: string,
): { readonly profile: PolicyProfile } | { readonly problem: string } {
  if (there.includes(key)) return { problem: say('policy.unfit.twice', { name: rowName(say, id, key) }) }
  if (key === '' || key.length > MOST_OF_ID) return { problem: say('policy.unfit.text', { max: MOST_OF_ID }) }
  const next = withValue(profile, [...path, key], value, input.value)
  return 'unfit' in next ? { problem: unfitWords(say, next.unfit) } : next
}

interface PartProps {
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly label: string
  readonly words: readonly string[] | null
  readonly nameOf: (word: string) => string
  readonly value: string
  readonly onValue: (value: string) => void
}

/** The key of a new row, or what stands in it: chosen among words, or typed. */
function Part({ label, words, nameOf, value, onValue, ...labels }: PartProps) {
  const common = { ...labels, 'aria-label': label, size: 'small', className: css.key, value } as const
  if (words === null)
    return <Input {...common} spellCheck={false} onChange={(_, data) => onValue(data.value)} />
  return (
    <Select {...common} onChange={(_, data) => onValue(data.value)}>
      {words.map((word) => (
        <option key={word} value={word}>
          {nameOf(word)}
        </option>
      ))}
    </Select>
  )
}
