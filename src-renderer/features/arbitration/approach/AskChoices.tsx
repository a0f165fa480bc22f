import { Checkbox, Input } from '@fluentui/react-components'
import { useId } from 'react'
import { CASE_ASKS, type PartyRole } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { useText } from '../../../format/useText.ts'
import type { ApproachDraft } from '../../../stores/approachStore.ts'
import css from './Approach.module.css'

interface AskChoicesProps {
  /** Of the parties that can be asked. */
  readonly roles: readonly Exclude<PartyRole, 'former'>[]
  readonly draft: ApproachDraft
  readonly onChange: (draft: ApproachDraft) => void
}

const MOST_DAYS = 60

/** What is asked, of holders and challengers by themselves, and in how many business days. */
export function AskChoices({ roles, draft, onChange }: AskChoicesProps) {
  const say = useText()
  const days = useId()
  return (
    <>
      {roles.map((role) => (
        <fieldset key={role} className={css.group}>
          <legend>{say(`arbitration.ask.of.${role}`)}</legend>
          {CASE_ASKS.map((ask) => (
            <Checkbox
              key={ask}
              className={`${css.choice}`}
              checked={draft.asks[role].includes(ask)}
              onChange={(_, { checked }) => {
                const rest = draft.asks[role].filter((one) => one !== ask)
                onChange({
                  ...draft,
                  asks: { ...draft.asks, [role]: checked === true ? [...rest, ask] : rest },
                })
              }}
              label={say(`arbitration.ask.what.${ask}`)}
            />
          ))}
        </fieldset>
      ))}
      <div className={css.days}>
        <label htmlFor={days}>{say('arbitration.ask.days')}</label>
        <Input
          id={days}
          className={`${css.number}`}
          size="small"
          type="number"
          min={1}
          max={MOST_DAYS}
          placeholder={say('arbitration.ask.days.usual')}
          value={draft.businessDays === null ? '' : String(draft.businessDays)}
          onChange={(_, { value }) => onChange({ ...draft, businessDays: daysIn(value) })}
        />
      </div>
      <p className={css.second}>{say('arbitration.ask.days.what')}</p>
    </>
  )
}

function daysIn(typed: string): number | null {
  const days = Math.trunc(Number(typed))
  return typed.trim() === '' || !Number.isFinite(days) ? null : Math.min(MOST_DAYS, Math.max(1, days))
}
