import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { hashOf } from '../../app/routes.ts'
import { useText } from '../../format/useText.ts'
import { HeldTime } from '../../ui/HeldTime.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What was decided here and has not been confirmed by the hub: waiting is never shown as done. */
export function PendingNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const last = detail.pending.filter(({ kind }) => kind !== 'comment').at(-1)
  if (last === undefined) return null
  return (
    <Notice tone={last.state === 'conflict' ? 'danger' : 'note'}>
      <span>{say(`claim.pending.${last.state}`, { decision: say(`operation.${last.kind}`) })}</span>
      <HeldTime operation={last} />
      <a href={hashOf({ page: 'trays' })}>{say('page.trays')}</a>
    </Notice>
  )
}
