import { useMemo, useState } from 'react'
import {
  ARBITRATION_BY_DEFAULT,
  PRECISION_BY_DEFAULT,
} from '../../../../src-preload/contract/vocabulary/policyDefaults.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import css from '../PolicyPage.module.css'
import { FieldRows, type ProfileEditorProps } from './FieldRows.tsx'
import { type ProfileField, type ProfileSection, profileSections } from './profileFields.ts'
import { isSameValue, valueAt } from './profileValues.ts'
import type { ProfileSectionId } from './profileWords.ts'

/** Sections that are laid open at first: what most changes are about. */
const OPEN: readonly (ProfileSectionId | null)[] = ['clocks', 'consent', 'poe']

/** Every field of a profile, as it is and as it is drafted, with what it means. */
export function ProfileEditor(props: ProfileEditorProps) {
  const sections = useMemo(() => profileSections(), [])
  const inOrder = [...sections.slice(1), ...sections.slice(0, 1)]
  return inOrder.map((section) => <Section key={section.id ?? ''} section={section} {...props} />)
}

/** What a profile means that leaves a section out; every other section is always there. */
const MAY_LACK = { arbitration: ARBITRATION_BY_DEFAULT, checkPrecision: PRECISION_BY_DEFAULT } as const
const mayLack = (id: ProfileSectionId | null) => (id === 'arbitration' || id === 'checkPrecision' ? id : null)

interface SectionProps extends ProfileEditorProps {
  readonly section: ProfileSection
}

function Section({ section: { id, fields }, draft, base, onChange }: SectionProps) {
  const say = useText()
  const isChanged = ({ path }: ProfileField) =>
    base !== null && !isSameValue(valueAt(base, path), valueAt(draft, path))
  const lacking = mayLack(id)
  const isOut = lacking !== null && draft[lacking] === undefined
  // Laid open once it holds a change, and not closed under the hands of whoever takes the change back.
  const [isLaidOpen, setLaidOpen] = useState(OPEN.includes(id))
  if (!isLaidOpen && fields.some(isChanged)) setLaidOpen(true)
  return (
    <details className={css.section} open={isLaidOpen}>
      <summary>
        <h3>{say(id === null ? 'policy.whole' : `policySection.${id}`)}</h3>
        <span className={css.second}>
          {say(id === null ? 'policy.whole.text' : `policySection.${id}.text`)}
        </span>
      </summary>
      {lacking !== null && <Lacking section={lacking} draft={draft} onChange={onChange} />}
      {!isOut && (
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
              <FieldRows
                key={field.id}
                field={field}
                isChanged={isChanged(field)}
                {...{ draft, base, onChange }}
              />
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}

interface LackingProps extends Pick<ProfileEditorProps, 'draft' | 'onChange'> {
  readonly section: keyof typeof MAY_LACK
}

/** Begins a section with what holds without it, or leaves it out again. */
function Lacking({ section, draft, onChange }: LackingProps) {
  const say = useText()
  const { [section]: stated, ...rest } = draft
  const isOut = stated === undefined
  return (
    <div className={css.lacking}>
      {isOut && <p className={css.second}>{say('policy.section.out')}</p>}
      <Button
        density="small"
        onClick={() => onChange(isOut ? { ...draft, [section]: MAY_LACK[section] } : rest)}
      >
        {say(isOut ? 'policy.section.state' : 'policy.section.leaveOut')}
      </Button>
    </div>
  )
}
