import { useEffect } from 'react'
import type { DryRun, VerdictFlip } from '../../../../src-preload/contract/policyDesk.ts'
import type { RuleName } from '../../../../src-preload/contract/vocabulary/ruleShape.ts'
import { useText } from '../../../format/useText.ts'
import { valueOf } from '../../../stores/load.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { useRead } from '../../../stores/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { isSameRule } from '../policyStore.ts'
import { ClaimCell } from './MoveTable.tsx'
import css from './WhatMoves.module.css'

/** The checks of ninety days by a drafted profile: which verdicts would have been others, beside what people decided. */
export function DryRunPart({ rule }: { readonly rule: RuleName }) {
  const say = useText()
  const { client } = useStores()
  const [read, again] = useRead('policy.dryRun', {})
  useEffect(() => client.events.on('policy.changed', again))
  const known = valueOf(read)?.run ?? null
  const run = known !== null && isSameRule(known.rule, rule) ? known : null
  const isRunning = run?.state === 'running'
  const call = (method: 'policy.startDryRun' | 'policy.cancelDryRun') => {
    const asked = method === 'policy.startDryRun' ? client.call(method, { rule }) : client.call(method, {})
    void asked.catch(() => undefined).then(again)
  }
  return (
    <section className={css.dryRun} aria-labelledby="policy-dry-run">
      <h3 id="policy-dry-run">{say('policy.dryRun')}</h3>
      <p className={css.second}>{say('policy.dryRun.text')}</p>
      <div className={css.run}>
        {isRunning ? (
          <Button onClick={() => call('policy.cancelDryRun')}>{say('policy.dryRun.cancel')}</Button>
        ) : (
          <Button onClick={() => call('policy.startDryRun')}>{say('policy.dryRun.start')}</Button>
        )}
        {run !== null && <Progress run={run} />}
      </div>
      {run !== null && run.flips.length > 0 && <Flips flips={run.flips} />}
    </section>
  )
}

function Progress({ run }: { readonly run: DryRun }) {
  const say = useText()
  const { state, fields, claims, judged, unread, flips } = run
  if (state === 'done' && fields.length === 0) return <p role="status">{say('policy.dryRun.nothing')}</p>
  return (
    <>
      {state === 'running' && (
        <progress value={judged} max={Math.max(1, claims)} aria-label={say('policy.dryRun')} />
      )}
      <p role="status">
        {say(`policy.dryRun.${state}`, { judged, claims, flips: flips.length })}
        {unread > 0 && ` ${say('policy.dryRun.unread', { count: unread })}`}
      </p>
    </>
  )
}

function Flips({ flips }: { readonly flips: readonly VerdictFlip[] }) {
  const say = useText()
  return (
    <table className={css.table}>
      <caption className="pd-sr">{say('policy.dryRun')}</caption>
      <thead>
        <tr>
          {(['claim', 'criterion', 'now', 'after', 'decided'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`policy.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flips.map((flip) => (
          <tr key={`${flip.claimId} ${flip.criterion} ${flip.item ?? ''}`}>
            <ClaimCell claim={flip} />
            <td>{say(`criterion.${flip.criterion}`)}</td>
            <td className={css.second}>{say(`verdict.${flip.now}`)}</td>
            <td>
              <b>{say(`verdict.${flip.after}`)}</b>
            </td>
            <td>{flip.decided === null ? say('policy.undecided') : say(`policy.decided.${flip.decided}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
