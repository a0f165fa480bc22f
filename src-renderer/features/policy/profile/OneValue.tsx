import { useId, useState } from 'react'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { useText } from '../../../format/useText.ts'
import css from '../PolicyPage.module.css'
import type { FieldInput } from './profileFields.ts'
import { valueAt, withValue } from './profileValues.ts'
import type { ProfileFieldId } from './profileWords.ts'
import { unfitWords } from './unfitWords.ts'
import { ValueControl } from './ValueControl.tsx'

export interface FieldControlProps {
  /** Of the field, or of the table in which this is a value. */
  readonly id: ProfileFieldId
  readonly path: readonly string[]
  readonly input: FieldInput
  readonly isOptional: boolean
  readonly name: string
  readonly describedBy: string
  readonly profile: PolicyProfile
  readonly onChange: (profile: PolicyProfile) => void
}

/** Of a table: a value by its key. */
export interface RowsControlProps extends FieldControlProps {
  readonly input: Extract<FieldInput, { kind: 'rows' }>
}

/** What does not fit the schema stays in the field with the reason, and the draft as it was. */
export function OneValue({
  id,
  path,
  input,
  isOptional,
  name,
  describedBy,
  profile,
  onChange,
}: FieldControlProps) {
  const say = useText()
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const put = (value: unknown) => {
    const next = withValue(profile, path, value, input)
    setProblem('unfit' in next ? unfitWords(say, next.unfit) : null)
    if ('profile' in next) onChange(next.profile)
  }
  return (
    <>
      <ValueControl
        id={id}
        input={input}
        isOptional={isOptional}
        labels={{
          'aria-label': name,
          'aria-describedby': `${describedBy} ${problemId}`,
          'aria-invalid': problem !== null,
        }}
        value={valueAt(profile, path)}
        put={put}
      />
      <span id={problemId} role="status" className={css.problem}>
        {problem}
      </span>
    </>
  )
}
