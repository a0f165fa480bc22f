import { Checkbox, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import {
  type DecisionReason,
  NEED_INFO_REASONS,
  PRIMARY_REJECT_REASONS,
  REJECT_DETAILS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { type DecisionDraft, draftKey, type StripDecision } from '../../stores/claimViewStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import { worstVerdict } from '../../stores/shownVerdict.ts'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { criterionOf, firstDraft, missingIn, withPrimary, withReason } from './decisionRules.ts'
import css from './ReasonStrip.module.css'

interface ReasonStripProps {
  readonly decision: StripDecision
  readonly detail: ClaimDetail
}

/** Reasons and the text to the partner, above the decision bar: the proof stays in view. */
export function ReasonStrip({ decision, detail }: ReasonStripProps) {
  const say = useText()
  const [draft, change] = useDraft(decision, detail)
  useReturnFocus()
  return (
    <section className={css.strip} aria-label={say(`decide.strip.${decision}`)} data-pane="strip">
      <div className={css.reasons}>
        <h2>{say(`decide.strip.${decision}`)}</h2>
        {decision === 'request_info' ? (
          <NeedInfo draft={draft} detail={detail} onChange={change} />
        ) : (
          <Rejection draft={draft} onChange={change} />
        )}
      </div>
      <Letter detail={detail} draft={draft} onChange={change} />
    </section>
  )
}

interface StripActionsProps extends ReasonStripProps {
  readonly onSend: (draft: DecisionDraft) => void
  readonly onClose: () => void
}

/** Send and cancel, in the place of the three decisions; the one filled button appears after the reviewer has chosen. */
export function StripActions({ decision, detail, onSend, onClose }: StripActionsProps) {
  const say = useText()
  const [draft] = useDraft(decision, detail)
  const busy = useShared('openClaim', (state) => state.busy)
  const missing = missingIn(decision, draft)
  const canSend = missing.length === 0 && !busy
  useCommand('decide.send', () => onSend({ ...draft, comment: draft.comment.trim() }), canSend)
  useCommand('decide.cancel', onClose)
  const first = missing[0]
  return (
    <>
      <span className={css.missing} role="status">
        {first === undefined ? null : say(`decide.missing.${first}`)}
      </span>
      <span className={css.ways}>
        <CommandButton command="decide.cancel" density="decision" withKey>
          {say('command.cancel')}
        </CommandButton>
        <CommandButton
          command="decide.send"
          appearance="primary"
          density="decision"
          withKey
          isBlocked={!canSend}
        >
          {say(`decide.send.${decision}`)}
        </CommandButton>
      </span>
    </>
  )
}

function useDraft(decision: StripDecision, detail: ClaimDetail) {
  const { claimView } = useStores()
  const key = draftKey(detail.claim.form.claimId, decision)
  const kept = useShared('claimView', (state) => state.drafts[key])
  const change = (next: DecisionDraft) => claimView.getState().setDraft(key, next)
  return [kept ?? firstDraft(decision, detail.criteria), change] as const
}

interface ReasonsProps {
  readonly draft: DecisionDraft
  readonly onChange: (draft: DecisionDraft) => void
}

function NeedInfo({ draft, detail, onChange }: ReasonsProps & { readonly detail: ClaimDetail }) {
  const say = useText()
  return (
    <ul>
      {NEED_INFO_REASONS.map((reason) => {
        const views = detail.criteria.filter(({ criterion }) => criterion === criterionOf(reason))
        const verdict = worstVerdict(views)
        return (
          <li key={reason}>
            <Checkbox
              className={`${css.choice}`}
              checked={draft.reasons.includes(reason)}
              onChange={(_, { checked }) => onChange(withReason(draft, reason, checked === true))}
              label={
                <>
                  {say(`reason.${reason}`)}
                  <span className={css.because}>
                    {verdict === null ? say('verdict.none') : say(`verdict.${verdict}`)}
                  </span>
                </>
              }
            />
          </li>
        )
      })}
    </ul>
  )
}

function Rejection({ draft, onChange }: ReasonsProps) {
  const say = useText()
  const primary = PRIMARY_REJECT_REASONS.find((reason) => draft.reasons.includes(reason))
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
          <Radio key={reason} className={`${css.choice}`} value={reason} label={say(`reason.${reason}`)} />
        ))}
      </RadioGroup>
      <h3>{say('decide.details')}</h3>
      <ul className={css.details}>
        {REJECT_DETAILS.map((reason: DecisionReason) => (
          <li key={reason}>
            <Checkbox
              className={`${css.choice}`}
              checked={draft.reasons.includes(reason)}
              onChange={(_, { checked }) => onChange(withReason(draft, reason, checked === true))}
              label={say(`reason.${reason}`)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function Letter({ detail, draft, onChange }: ReasonsProps & { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { partnerCompanyName } = detail.claim.form
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(detail.claim.partnerLanguage)
  return (
    <div className={css.letter}>
      <div className={css.letterHead}>
        <label htmlFor="letter">{say('decide.letter', { partner: partnerCompanyName })}</label>
        <span className={css.because}>
          {say('decide.language', { language: language ?? detail.claim.partnerLanguage })}
        </span>
      </div>
      <Textarea
        autoFocus
        id="letter"
        className={`${css.text}`}
        resize="none"
        spellCheck={false}
        lang={detail.claim.partnerLanguage}
        maxLength={8000}
        placeholder={say('decide.letter.hint')}
        value={draft.comment}
        onChange={(_, { value }) => onChange({ ...draft, comment: value })}
      />
    </div>
  )
}
