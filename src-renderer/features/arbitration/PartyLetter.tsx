import { Textarea } from '@fluentui/react-components'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { FindingList } from '../../ui/FindingList.tsx'
import { useLetterGuard } from './useLetterGuard.ts'
import css from './PartyLetter.module.css'

interface LetterStateProps {
  /** ISO 639-1. */
  readonly language: string
  /** Somebody wrote it: nothing drafts over it. */
  readonly isOwn: boolean
  readonly onDraftAnew: () => void
}

/** In which language a letter is, and whose words they are. */
export function LetterState({ language, isOwn, onDraftAnew }: LetterStateProps) {
  const say = useText()
  const { locale } = useIntl()
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  return (
    <>
      <span className={css.second}>{say('decide.language', { language: name })}</span>
      <span className={css.second}>{say(`decide.text.${isOwn ? 'own' : 'drafted'}`)}</span>
      {isOwn && (
        <Button density="small" appearance="subtle" onClick={onDraftAnew}>
          {say('decide.draftAnew')}
        </Button>
      )}
    </>
  )
}

interface LetterTextProps {
  /** Whose partner reads it. */
  readonly claimId: ClaimId
  readonly partnerName: string
  /** ISO 639-1. */
  readonly language: string
  readonly text: string
  readonly onWrite: (text: string) => void
  /** Hears whether it says what its partner may not learn. */
  readonly onFound?: ((claimId: ClaimId, isLeaking: boolean) => void) | undefined
}

/** The words of a letter to one party, held against what its partner may not learn: a leak is reworded by hand. */
export function LetterText({ claimId, partnerName, language, text, onWrite, onFound }: LetterTextProps) {
  const say = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const findings = useLetterGuard(claimId, text, onFound)
  return (
    <>
      <Textarea
        textarea={{ ref: field, rows: 8 }}
        aria-label={say('decide.letter', { partner: partnerName })}
        className={`${css.text}`}
        resize="vertical"
        spellCheck={false}
        lang={language}
        maxLength={8000}
        value={text}
        onChange={(_, { value }) => onWrite(value)}
      />
      <FindingList
        findings={findings}
        field={field}
        wordsOf={({ kind }) => say(kind === 'names_rival' ? 'guard.rival' : 'guard.internal')}
      />
    </>
  )
}
