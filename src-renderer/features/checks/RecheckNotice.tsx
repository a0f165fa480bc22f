import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { Notice } from '../../ui/Notice.tsx'
import { recheckWords } from './recheckWords.ts'

/** After a resubmission: what the new check says otherwise than the one before, so that nobody reads all of it again. */
export function RecheckNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const intl = useIntl()
  const { recheck, claim } = detail
  if (recheck === null) return null
  const { since, changes } = recheck
  const time = formatInstant(intl.locale, since, 'stamp')
  if (changes.length === 0) return <Notice tone="note">{say('recheck.same', { time })}</Notice>
  return (
    <Notice tone="note">
      {say('recheck.changed', { time, count: changes.length })}
      <ul>
        {changes.map((change) => (
          <li key={`${change.criterion} ${change.item ?? ''}`}>
            {recheckWords(change, claim.form.items, intl)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
