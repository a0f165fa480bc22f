import { Checkbox, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import {
  type DecisionReason,
  PRIMARY_REJECT_REASONS,
  REJECT_DETAILS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { withPrimary, withReason } from './decisionRules.ts'
import type { ChoicesProps } from './Letter.tsx'
import { needsNote, type Scene, sceneOf, whyNotReason } from './missing.ts'
import css from './ReasonStrip.module.css'

/** One primary reason, what goes with it, any number of details. Nothing is chosen but what a person or a clock brought about. */
export function RejectChoices(props: ChoicesProps) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { detail, draft, onChange } = props
  const scene = sceneOf(detail, nowMs)
  return (
    <>
      {detail.proposal !== null && <p className={css.hint}>{say('decide.proposal')}</p>}
      <Primary {...props} scene={scene} />
      {draft.reasons.includes('REJ_PARTNER_REQUEST') && <PartnerReason {...props} />}
      {needsNote(draft, scene) && <LeadNote {...props} />}
      <h3>{say('decide.details')}</h3>
      <ul className={css.details}>
        {REJECT_DETAILS.map((reason) => (
          <li key={reason}>
            <Checkbox
              className={`${css.choice}`}
              checked={draft.reasons.includes(reason)}
              disabled={isShut(reason, draft.reasons, scene)}
              onChange={(_, { checked }) => onChange(withReason(draft, reason, checked === true))}
              label={<WithWhy reason={reason} scene={scene} />}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface SceneProps extends ChoicesProps {
  readonly scene: Scene
}

function Primary({ draft, onChange, scene }: SceneProps) {
  const say = useText()
  const primary = PRIMARY_REJECT_REASONS.find((reason) => draft.reasons.includes(reason))
  const first = PRIMARY_REJECT_REASONS.find((reason) => whyNotReason(reason, scene) === null)
  return (
    <>
      <h3 id="primary-reason">{say('decide.primary')}</h3>
      <RadioGroup
        aria-labelledby="primary-reason"
        value={primary ?? ''}
        onChange={(_, { value }) => {
          const chosen = PRIMARY_REJECT_REASONS.find((reason) => reason === value)
          if (chosen !== undefined) onChange(withPrimary(draft, chosen))
        }}
      >
        {PRIMARY_REJECT_REASONS.map((reason) => (
          <Radio
            key={reason}
            className={`${css.choice}`}
            value={reason}
            autoFocus={reason === (primary ?? first)}
            disabled={isShut(reason, draft.reasons, scene)}
            label={<WithWhy reason={reason} scene={scene} />}
          />
        ))}
      </RadioGroup>
    </>
  )
}

/** S-43: what the partner asked for, for the same reason unless the reviewer read another one in its comment. */
function PartnerReason({ draft, onChange }: ChoicesProps) {
  const say = useText()
  return (
    <div className={css.nested}>
      <h3 id="partner-reason">{say('decide.partnerReason')}</h3>
      <RadioGroup
        aria-labelledby="partner-reason"
        value={draft.partnerRequestReason ?? ''}
        onChange={(_, { value }) => {
          const chosen = PARTNER_REQUEST_REASONS.find((reason) => reason === value)
          if (chosen !== undefined) onChange({ ...draft, partnerRequestReason: chosen })
        }}
      >
        {PARTNER_REQUEST_REASONS.map((reason) => (
          <Radio
            key={reason}
            className={`${css.choice}`}
            value={reason}
            label={say(`partnerRequest.${reason}`)}
          />
        ))}
      </RadioGroup>
    </div>
  )
}

function LeadNote({ draft, onChange }: ChoicesProps) {
  const say = useText()
  return (
    <label className={css.note}>
      <span>{say('decide.note')}</span>
      <Textarea
        className={`${css.noteText}`}
        maxLength={2000}
        spellCheck={false}
        placeholder={say('decide.note.hint')}
        value={draft.note}
        onChange={(_, { value }) => onChange({ ...draft, note: value })}
      />
    </label>
  )
}

function WithWhy({ reason, scene }: { readonly reason: DecisionReason; readonly scene: Scene }) {
  const say = useText()
  const why = whyNotReason(reason, scene)
  return (
    <>
      <span className={css.name}>{say(`reason.${reason}`)}</span>
      {why !== null && <span className={css.because}>{say(`block.${why}`)}</span>}
    </>
  )
}

/** What is chosen can always be taken away again, also when it may no longer be chosen. */
function isShut(reason: DecisionReason, chosen: readonly DecisionReason[], scene: Scene): boolean {
  return whyNotReason(reason, scene) !== null && !chosen.includes(reason)
}
