import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { useText } from '../../../format/useText.ts'
import css from '../PolicyPage.module.css'
import { FieldControl } from './FieldControl.tsx'
import type { ProfileField } from './profileFields.ts'
import { valueAt } from './profileValues.ts'
import { fieldName } from './profileWords.ts'
import { saidValue } from './saidValue.ts'

export interface ProfileEditorProps {
  readonly draft: PolicyProfile
  readonly base: PolicyProfile | null
  readonly onChange: (profile: PolicyProfile) => void
}

interface FieldRowsProps extends ProfileEditorProps {
  readonly field: ProfileField
  readonly isChanged: boolean
}

/** One field: what it is called and means, what it says now, what it is to say. A table of its own has a row of its own below. */
export function FieldRows({ field, isChanged, draft, base, onChange }: FieldRowsProps) {
  const say = useText()
  const { id, path, input, isOptional } = field
  const textId = `policy-${path.join('-')}-text`
  const name = fieldName(say, id)
  const changed = { 'data-changed': isChanged ? '' : undefined }
  const isTable = input.kind === 'rows' || input.kind === 'order'
  const control = (
    <FieldControl {...{ id, path, input, isOptional, name, onChange }} describedBy={textId} profile={draft} />
  )
  const head = (
    <>
      <span>{name}</span>
      <small id={textId}>{say(`policyField.${id}.text`)}</small>
    </>
  )
  const now = base === null ? '' : saidValue(say, id, input, valueAt(base, path))
  if (isTable)
    return (
      <>
        <tr {...changed}>
          <th scope="row" colSpan={3}>
            {head}
          </th>
        </tr>
        <tr className={css.table} {...changed}>
          <td colSpan={3}>
            {control}
            {isChanged && <p className={css.second}>{say('policy.was', { value: now })}</p>}
          </td>
        </tr>
      </>
    )
  return (
    <tr {...changed}>
      <th scope="row">{head}</th>
      <td className="pd-num">{now}</td>
      <td>
        {input.kind === 'fixed' ? (
          <span className={css.second} title={say('policy.fixed')}>
            {saidValue(say, id, input, valueAt(draft, path))}
          </span>
        ) : (
          control
        )}
      </td>
    </tr>
  )
}
