import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { valueOf } from '../../../stores/load.ts'
import css from './DecideBar.module.css'
import { Votes } from './Votes.tsx'

type WaitNoticeProps = Parameters<typeof Votes>[0]

/** Where somebody else is to vote, or to decide what two votes differ on. */
export function WaitNotice({ detail, parties }: WaitNoticeProps) {
  const say = useText()
  const me = useShared('session', ({ session }) => valueOf(session)?.user.userId)
  return (
    <section className={css.foot} aria-label={say('outcome.label')} data-pane="decide" tabIndex={-1}>
      <Votes detail={detail} parties={parties} />
      <p className={css.waits}>{waitWords(detail, me, say)}</p>
    </section>
  )
}

function waitWords({ case: { resolver }, voting, alongside }: CaseDetail, me: string | undefined, say: Say) {
  const isSplit = [voting.phase, ...alongside.map(({ votePhase }) => votePhase)].includes('unresolved')
  if (isSplit)
    return resolver === null ? say('vote.unresolved.nobody') : say('vote.unresolved', { name: resolver.name })
  if (resolver !== null && resolver.userId === me) return say('vote.waits.resolver')
  const named = resolver === null ? [] : [say('vote.resolver.named', { name: resolver.name })]
  return [say('vote.waits'), ...named].join(' ')
}
