import { Textarea } from '@fluentui/react-components'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { useText } from '../../../format/useText.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'
import { Button } from '../../../ui/Button.tsx'
import { isLetterComing, letterKey, withText } from './draftedLetter.ts'
import { TextFindings } from './TextFindings.tsx'
import css from './ReasonStrip.module.css'

export interface ChoicesProps {
  readonly act: StripAct
  readonly detail: ClaimDetail
  readonly draft: ActDraft
  readonly onChange: (draft: ActDraft) => void
}

/** The text that the act carries: drafted by the core, read and changed by the reviewer. */
export function Letter({ act, detail, draft, onChange }: ChoicesProps) {
  const say = useText()
  const { partnerCompanyName } = detail.claim.form
  const { origin } = draft
  const field = useRef<HTMLTextAreaElement>(null)
  const isForPartner = act !== 'reopen'
  const language = origin.kind === 'drafted' ? origin.language : detail.claim.partnerLanguage
  return (
    <div className={css.letter}>
      <div className={css.letterHead}>
        <label htmlFor="letter">
          {isForPartner ? say('decide.letter', { partner: partnerCompanyName }) : say('decide.reopenReason')}
        </label>
        {isForPartner && <LetterState {...{ act, detail, draft, onChange, language }} />}
      </div>
      <Textarea
        autoFocus={act !== 'request_info' && act !== 'reject'}
        id="letter"
        textarea={{ ref: field }}
        className={`${css.text}`}
        resize="none"
        spellCheck={false}
        {...(isForPartner && { lang: language })}
        maxLength={isForPartner ? 8000 : 2000}
        placeholder={say(`decide.hint.${act}`)}
        value={draft.text}
        onChange={(_, { value }) => onChange(withText(draft, value))}
      />
      {isForPartner && <TextFindings {...{ act, detail, draft, onChange, field }} />}
    </div>
  )
}

function LetterState({
  act,
  detail,
  draft,
  onChange,
  language,
}: ChoicesProps & { readonly language: string }) {
  const say = useText()
  const { locale } = useIntl()
  const key = letterKey(act, draft, detail)
  const { kind } = draft.origin
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  // While a letter is on its way the decision bar says so, and why it cannot be sent.
  const word = isLetterComing(draft, key) ? 'none' : kind
  const canDraftAnew = key !== '' && (kind === 'own' || kind === 'failed')
  return (
    <>
      <span className={css.because}>{say('decide.language', { language: name })}</span>
      <span className={css.because} role="status">
        {word === 'none' ? null : say(`decide.text.${word}`)}
      </span>
      {canDraftAnew && (
        <Button
          density="small"
          appearance="subtle"
          className={`${css.anew}`}
          onClick={() => onChange({ ...draft, origin: { kind: 'none' } })}
        >
          {say('decide.draftAnew')}
        </Button>
      )}
    </>
  )
}
