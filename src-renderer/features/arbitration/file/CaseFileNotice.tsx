import { useText } from '../../../format/useText.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { CaseFileState } from './useCaseFile.ts'
import css from './CaseFileNotice.module.css'

/** That the case file is being made, and then where it lies, or why there is none. */
export function CaseFileNotice({ state }: { readonly state: CaseFileState }) {
  const say = useText()
  if (state === null) return null
  if (state.step === 'failed') return <Notice tone="danger">{say(`error.${state.error.code}`)}</Notice>
  if (state.step === 'making')
    return (
      <Notice tone="note">
        {say('caseFile.save.making')}
        <progress className={css.progress} aria-label={say('caseFile.save.making')} />
      </Notice>
    )
  const { answer } = state
  return answer.outcome === 'saved' ? (
    <Notice tone="note">
      <span className={css.where}>{say('caseFile.save.saved', { where: answer.where })}</span>
    </Notice>
  ) : (
    <Notice tone="warning">{say(`caseFile.save.${answer.outcome}`)}</Notice>
  )
}
