import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { RaisedClaim } from '../../../../src-preload/contract/team.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { hashOf } from '../../../app/routes.ts'
import { useText } from '../../../format/useText.ts'
import { type ActResult, useTeamAct } from '../../../stores/useTeamAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { ActTrouble } from '../../../ui/TeamActPlan.tsx'
import css from './LoadList.module.css'

/** Claims for which somebody asks for the lead's attention. */
export function RaisedList({ raised }: { readonly raised: readonly RaisedClaim[] }) {
  const say = useText()
  if (raised.length === 0) return null
  return (
    <section className={css.list} aria-label={say('team.raised')} data-pane="raised" tabIndex={-1}>
      <div className={css.head}>
        <h2>{say('team.raised')}</h2>
        <span className={`${css.second} pd-num`}>{raised.length}</span>
      </div>
      <ul>
        {raised.map((claim) => (
          <li key={claim.claimId} className={css.raised}>
            <Raised claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Raised({ claim }: { readonly claim: RaisedClaim }) {
  const say = useText()
  const { locale } = useIntl()
  const { run } = useTeamAct()
  const [result, setResult] = useState<ActResult | null>(null)
  const { claimId, claimName, revision, byName, at, reason } = claim
  const settle = async () =>
    setResult(await run('settle_escalation', '', [{ claimId, claimName, revision, toUserId: null }]))
  return (
    <>
      <a className={css.claim} href={hashOf({ page: 'claim', claimId })}>
        {claimName}
      </a>
      <span className={css.second}>
        {say('team.raised.by', { name: byName, time: formatInstant(locale, at, 'stamp') })}
      </span>
      <span className={css.reason}>{reason}</span>
      {result !== null && <ActTrouble result={result} />}
      <Button
        density="small"
        aria-label={say('team.raised.settle', { claim: claimName })}
        onClick={() => void settle()}
      >
        {say('team.raised.done')}
      </Button>
    </>
  )
}
