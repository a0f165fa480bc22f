import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { valueOf } from '../../../stores/load.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useHolding } from '../../../ui/useHolding.ts'
import { blocksOfAction } from '../decide/decisionRules.ts'

interface NoticeProps {
  readonly detail: ClaimDetail
}

/** Who asks for the lead, and what a lead told whoever holds the claim: inside the team alone, with the reason. */
export function AttentionNotice({ detail }: NoticeProps) {
  return (
    <>
      <Raised detail={detail} />
      <Reminded detail={detail} />
    </>
  )
}

function Raised({ detail }: NoticeProps) {
  const say = useText()
  const { locale } = useIntl()
  const nameOf = useNames()
  const { escalation } = detail.claim.matters
  // What was said here and waits is told by the line of what waits.
  const isAnswered = detail.pending.some(({ kind }) => kind === 'settle_escalation')
  if (escalation === undefined || isAnswered) return null
  const { at, byUserId, reason } = escalation
  return (
    <Notice tone="warning">
      <span>
        {say('attention.raised', {
          name: nameOf(byUserId),
          time: formatInstant(locale, at, 'stamp'),
          reason,
        })}
      </span>
      {blocksOfAction(detail.actions, 'settle_escalation').length === 0 && (
        <CommandButton command="claim.attended">{say('command.attended')}</CommandButton>
      )}
    </Notice>
  )
}

/** Until the claim goes to somebody else or is decided. */
function Reminded({ detail }: NoticeProps) {
  const say = useText()
  const { locale } = useIntl()
  const nameOf = useNames()
  const holding = useHolding(detail.claim.assignedTo)
  const { nudge } = detail.claim.matters
  if (nudge === undefined || holding.kind !== 'held') return null
  const { at, byUserId, toUserId, reason } = nudge
  if (detail.claim.assignedTo?.userId !== toUserId) return null
  const said = { name: nameOf(byUserId), time: formatInstant(locale, at, 'stamp'), reason }
  return (
    <Notice tone="note">
      <span>
        {holding.isMine
          ? say('attention.reminded.mine', said)
          : say('attention.reminded', { ...said, to: holding.name })}
      </span>
    </Notice>
  )
}

function useNames(): (userId: UserId) => string {
  const session = useShared('session', (state) => valueOf(state.session))
  const people = session === null ? [] : [session.user, ...session.colleagues]
  return (userId) => people.find((one) => one.userId === userId)?.name ?? userId
}
