import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import type { StripAct } from '../../../stores/claimViewStore.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useStartAfresh } from './useKeptDraft.ts'
import css from './ReasonStrip.module.css'

interface RestoredLineProps {
  readonly act: StripAct
  readonly detail: ClaimDetail
}

/** Where the words in the strip come from when they were not written just now, and the way to be rid of them. */
export function RestoredLine({ act, detail }: RestoredLineProps) {
  const say = useText()
  const { locale } = useIntl()
  const kept = useShared('keptDrafts', (state) => state.kept[detail.claim.form.claimId] ?? null)
  const startAfresh = useStartAfresh(detail)
  if (kept === null || kept.act !== act || !kept.isRestored) return null
  return (
    <p className={css.restored}>
      <span title={formatInstant(locale, kept.at, 'moment')}>
        {say('draft.restored', { time: formatInstant(locale, kept.at, 'stamp') })}
      </span>
      <Button density="small" appearance="subtle" onClick={() => startAfresh(act)}>
        {say('draft.afresh')}
      </Button>
    </p>
  )
}
