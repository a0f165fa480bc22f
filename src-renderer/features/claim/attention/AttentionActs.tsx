import { useAnnounce } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { CommandId } from '../../../app/commands.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { useText } from '../../../format/useText.ts'
import { type ActResult, useTeamAct } from '../../../stores/useTeamAct.ts'
import { ActTrouble } from '../../../ui/TeamActPlan.tsx'
import { blocksOfAction } from '../decide/decisionRules.ts'

// Not needed for the first page.
const TeamActDialog = lazy(async () => ({
  default: (await import('../../../ui/TeamActDialog.tsx')).TeamActDialog,
}))

/** Raises the open claim to the lead, reminds its holder, and says that it was attended to. */
export function AttentionActs({ detail }: { readonly detail: ClaimDetail }) {
  const [asked, setAsked] = useState<'escalate' | 'nudge' | null>(null)
  const [settled, setSettled] = useState<ActResult | null>(null)
  const { run } = useTeamAct()
  const { claimId, claimName } = detail.claim.form
  const claim = { claimId, claimName, revision: detail.claim.revision, toUserId: null }
  const settle = async () => setSettled(await run('settle_escalation', '', [claim]))
  useAct('claim.raise', 'escalate', detail, () => setAsked('escalate'))
  useAct('claim.remind', 'nudge', detail, () => setAsked('nudge'))
  useAct('claim.attended', 'settle_escalation', detail, () => void settle())
  const close = () => setAsked(null)
  return (
    <>
      {settled !== null && <ActTrouble result={settled} />}
      {asked !== null && (
        <Suspense fallback={null}>
          <TeamActDialog act={asked} claims={[claim]} onDone={() => setSettled(null)} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** Lent to whose role it is; what else is in its way is said in words. */
function useAct(command: CommandId, action: OperationKind, detail: ClaimDetail, act: () => void): void {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const blocks = blocksOfAction(detail.actions, action)
  const isTheirs = !blocks.some(({ reason }) => reason === 'role_may_not')
  const why = wordsOfBlocks(blocks, detail.claim.form.items, locale, say)
  useCommand(
    command,
    () => (why === '' ? act() : announce(why)),
    isTheirs && detail.secondReview === null,
    why,
  )
}
