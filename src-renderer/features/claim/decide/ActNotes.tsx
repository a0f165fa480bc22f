import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { daysWords } from '../../../format/daysWords.ts'
import type { ChoicesProps } from './Letter.tsx'
import css from './ReasonStrip.module.css'

/** What an act brings about, beside its text: the reviewer chooses nothing here. */
export function ActNotes({ act, detail }: ChoicesProps) {
  if (act === 'approve') return <OfApproval detail={detail} />
  return act === 'reopen' ? <OfReopening detail={detail} /> : <OfHold detail={detail} />
}

type Detail = Pick<ChoicesProps, 'detail'>

function Notes({ children }: { readonly children: ReactNode }) {
  return <ul className={css.notes}>{children}</ul>
}

/** S-13, S-59, S-66: an association, its consent window, and no word on money. */
function OfApproval({ detail }: Detail) {
  const say = useText()
  const { form } = detail.claim
  const { policy } = detail
  return (
    <Notes>
      <li>
        {say('approval.associates', {
          partner: form.partnerCompanyName,
          customer: form.customer.companyName,
        })}
      </li>
      {policy !== null && (
        <li>
          {say('approval.consent', { days: daysWords(policy.consent.length, policy.consent.unit, say) })}
        </li>
      )}
      <li>{say('approval.noPayout')}</li>
    </Notes>
  )
}

function OfHold({ detail }: Detail) {
  const say = useText()
  const { policy, claim } = detail
  return (
    <Notes>
      {claim.competingClaims > 0 && <li>{say('claim.competing', { count: claim.competingClaims })}</li>}
      <li>{say('hold.status')}</li>
      {policy !== null && (
        <li>
          {say('hold.clock', {
            days: daysWords(policy.clocks.arbitrationBusinessDays, 'business_days', say),
          })}
        </li>
      )}
      <li>{say('hold.noNames')}</li>
    </Notes>
  )
}

function OfReopening({ detail }: Detail) {
  const say = useText()
  const { locale } = useIntl()
  const { state, stateChangedAt, matters } = detail.claim
  const decidedAt = state === 'rejected' ? matters.rejection?.at : undefined
  const day = formatInstant(locale, decidedAt ?? stateChangedAt, 'day')
  return (
    <Notes>
      <li>{state === 'approved' ? say('reopen.approval', { day }) : say('reopen.rejection', { day })}</li>
      <li>{say('reopen.history')}</li>
    </Notes>
  )
}
