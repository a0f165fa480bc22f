import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { RaisedClaim } from '../../../../src-preload/contract/team.ts'
import type { OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { hashOf } from '../../../app/routes.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
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
  const { client, undo } = useStores()
  const [isRefused, setRefused] = useState(false)
  const { claimId, claimName, revision, byName, at, reason } = claim
  const settle = async () => {
    const commandId = crypto.randomUUID() as OperationId // a fresh UUID is what the brand stands for
    const claims = [{ claimId, revision, commandId, toUserId: null }]
    const { outcomes } = await client.call('team.act', { act: 'settle_escalation', reason: '', claims })
    const outcome = outcomes[0]?.outcome
    setRefused(outcome?.outcome !== 'accepted')
    if (outcome?.outcome !== 'accepted') return
    const { operationId, holdUntil } = outcome
    undo.getState().show({ operationId, claimId, claimName, act: 'settle_escalation', holdUntil })
  }
  return (
    <>
      <a className={css.claim} href={hashOf({ page: 'claim', claimId })}>
        {claimName}
      </a>
      <span className={css.second}>
        {say('team.raised.by', { name: byName, time: formatInstant(locale, at, 'stamp') })}
      </span>
      <span className={css.reason}>{reason}</span>
      {isRefused && <span role="alert">{say('team.failed')}</span>}
      <Button
        density="small"
        aria-label={say('team.raised.settle', { claim: claimName })}
        onClick={() => void settle().catch(() => setRefused(true))}
      >
        {say('team.raised.done')}
      </Button>
    </>
  )
}
