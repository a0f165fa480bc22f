import { useMemo } from 'react'
import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { useText } from '../../../format/useText.ts'
import css from '../PolicyPage.module.css'
import { FieldControl } from './FieldControl.tsx'
import { canSet, nameOf, type ProfileField, profileSections, valueAt, valueText } from './profileFields.ts'

interface ProfileEditorProps {
  readonly draft: PolicyProfile
  readonly base: PolicyProfile | null
  readonly onChange: (profile: PolicyProfile) => void
}

/** Sections that are laid open at first: what most changes are about. */
const OPEN = ['Clocks', 'Consent of the customer', 'Proof of execution']

/** Every field of a profile, as it is and as it is drafted, with what its schema says that it means. */
export function ProfileEditor({ draft, base, onChange }: ProfileEditorProps) {
  const say = useText()
  const sections = useMemo(
    () => profileSections({ title: say('policy.whole'), description: say('policy.whole.text') }),
    [say],
  )
  const isChanged = ({ path }: ProfileField) =>
    base !== null && valueText(valueAt(base, path), '') !== valueText(valueAt(draft, path), '')
  const inOrder = [...sections.slice(1), ...sections.slice(0, 1)]
  return inOrder.map(({ title, description, fields }) => (
    <details key={title} className={css.section} open={OPEN.includes(title) || fields.some(isChanged)}>
      <summary>
        <h3>{title}</h3>
        <span className={css.second}>{description}</span>
      </summary>
      <table className={css.fields}>
        <thead>
          <tr>
            <th scope="col">{say('policy.field')}</th>
            <th scope="col">{say('policy.now')}</th>
            <th scope="col">{say('policy.draft')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Field
              key={field.path.join('.')}
              field={field}
              isChanged={isChanged(field)}
              {...{ draft, base, onChange }}
            />
          ))}
        </tbody>
      </table>
    </details>
  ))
}

interface FieldProps extends ProfileEditorProps {
  readonly field: ProfileField
  readonly isChanged: boolean
}

function Field({ field, isChanged, draft, base, onChange }: FieldProps) {
  const say = useText()
  const id = `policy-${field.path.join('-')}`
  const none = say('policy.leftOut')
  return (
    <tr data-changed={isChanged ? '' : undefined}>
      <th scope="row">
        <span>{nameOf(field.path)}</span>
        <small id={`${id}-text`}>{field.description}</small>
      </th>
      <td className="pd-num">{base === null ? '' : valueText(valueAt(base, field.path), none)}</td>
      <td>
        {canSet(draft, field.path) && field.input.kind !== 'fixed' ? (
          <FieldControl field={field} describedBy={`${id}-text`} profile={draft} onChange={onChange} />
        ) : (
          <span className={css.second} title={say('policy.fixed')}>
            {valueText(valueAt(draft, field.path), none)}
          </span>
        )}
      </td>
    </tr>
  )
}
