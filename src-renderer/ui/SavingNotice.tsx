import type { ReactNode } from 'react'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import type { Saving } from './useSaving.ts'
import css from './SavingNotice.module.css'

interface SavingNoticeProps<Answer extends { readonly outcome: string }> {
  readonly saving: Saving<Answer>
  /** Said while the file is made. */
  readonly making: string
  readonly said: (answer: Exclude<Answer, { outcome: 'cancelled' }>) => ReactNode
}

/** That a file is being made, and then where it lies, or why there is none. Stays until it was read. */
export function SavingNotice<Answer extends { readonly outcome: string }>({
  saving: { state, forget },
  making,
  said,
}: SavingNoticeProps<Answer>) {
  const say = useText()
  if (state === null) return null
  if (state.step === 'making')
    return (
      <Notice tone="note">
        {making}
        <progress className={css.progress} aria-label={making} />
      </Notice>
    )
  const isSaved = state.step === 'answered' && state.answer.outcome === 'saved'
  return (
    <Notice tone={state.step === 'failed' ? 'danger' : isSaved ? 'note' : 'warning'}>
      <span className={css.where}>
        {state.step === 'failed' ? say(`error.${state.error.code}`) : said(state.answer)}
      </span>
      <Button onClick={forget}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}
