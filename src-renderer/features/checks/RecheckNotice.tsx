import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { VerdictChange } from '../../../src-preload/contract/vocabulary/recheckShape.ts'
import { formatInstant } from '../../format/dates.ts'
import { useText } from '../../format/useText.ts'
import { Notice } from '../../ui/Notice.tsx'

/** After a resubmission: what the new check says otherwise than the one before, so that nobody reads all of it again. */
export function RecheckNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { recheck } = detail
  if (recheck === null) return null
  const { since, changes } = recheck
  const time = formatInstant(locale, since, 'stamp')
  if (changes.length === 0) return <Notice tone="note">{say('recheck.same', { time })}</Notice>
  return (
    <Notice tone="note">
      {say('recheck.changed', { time, count: changes.length })}
      <ul>
        {changes.map((change) => (
          <li key={`${change.criterion} ${change.item ?? ''}`}>
            <ChangeWords change={change} detail={detail} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function ChangeWords({ change, detail }: { readonly change: VerdictChange; readonly detail: ClaimDetail }) {
  const say = useText()
  const { criterion, item, before, after, document, page, isNewDocument } = change
  const product = detail.claim.form.items.find(({ id }) => id === item)?.name
  const name = say(`criterion.${criterion}`)
  const place =
    document === null
      ? ''
      : say(isNewDocument ? 'recheck.newPlace' : 'recheck.place', {
          page: page === null ? '' : say('place.page', { page }),
          hasPage: page === null ? 'no' : 'yes',
          document,
        })
  return (
    <>
      {say('recheck.change', {
        criterion: product === undefined ? name : `${name} (${product})`,
        before: say(`verdict.${before}`),
        after: say(`verdict.${after}`),
      })}
      {place}
    </>
  )
}
