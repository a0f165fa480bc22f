import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { hasLeaseEnded } from '../../../format/holding.ts'
import { useText } from '../../../format/useText.ts'
import { draftKey } from '../../../stores/claimViewStore.ts'
import { actDraftOf } from '../../../stores/decisionDraft.ts'
import { valueOf } from '../../../stores/load.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { blocksOfAction } from './decisionRules.ts'
import { useStartAfresh } from './useKeptDraft.ts'

/** What was begun here and not sent: brought back, and told of while its strip is closed or the lease is over. */
export function DraftNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { claimView } = useStores()
  const { claimId } = detail.claim.form
  useRestoredDraft(detail)
  const kept = useShared('keptDrafts', (state) => state.kept[claimId] ?? null)
  const isUnsafe = useShared('keptDrafts', (state) => state.isUnsafe)
  const isOpen = useShared('claimView', ({ strip }) => strip !== null)
  const startAfresh = useStartAfresh(detail)
  const isEnded = useIsEnded(detail)
  if (kept === null) return null
  if (isUnsafe) return <Notice tone="warning">{say('draft.unsafe')}</Notice>
  if (isEnded) return <LeaseEnded detail={detail} />
  if (isOpen) return null
  const time = formatInstant(locale, kept.at, isToday(kept.at) ? 'time' : 'stamp')
  return (
    <Notice tone="note">
      <span>{say('draft.kept', { time, act: say(`decide.strip.${kept.act}`) })}</span>
      <span>
        <Button onClick={() => claimView.getState().openStrip(kept.act)}>{say('draft.goOn')}</Button>{' '}
        <Button appearance="subtle" onClick={() => startAfresh(kept.act)}>
          {say('draft.afresh')}
        </Button>
      </span>
    </Notice>
  )
}

const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString()

function LeaseEnded({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const canTake = blocksOfAction(detail.actions, 'take').length === 0
  return (
    <Notice tone="note">
      <span>{canTake ? say('lease.ended') : say('lease.ended.held')}</span>
      {canTake && (
        <CommandButton command="claim.take" withKey>
          {say('command.take')}
        </CommandButton>
      )}
    </Notice>
  )
}

function useIsEnded({ claim }: ClaimDetail): boolean {
  const myId = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  return useShared('now', ({ secondMs }) => hasLeaseEnded(claim.assignedTo, claim.history, myId, secondMs))
}

/** Never over what this window holds, nor what was sent or thrown away since; a conflict's words come first. */
function useRestoredDraft({ claim, draft }: ClaimDetail): void {
  const { claimView, keptDrafts } = useStores()
  const { claimId } = claim.form
  const toResume = useShared('claimView', (state) => state.toResume === claimId)
  useEffect(() => {
    if (draft === null) return
    const key = draftKey(claimId, draft.draft.act)
    const at = Date.parse(draft.savedAt)
    const isFree = claimView.getState().drafts[key] === undefined
    if (toResume || (isFree && keptDrafts.getState().isNews(claimId, at))) {
      claimView.getState().setDraft(key, actDraftOf(draft.draft))
      keptDrafts.getState().restored(claimId, draft.draft, at)
    }
    if (!toResume) return
    claimView.getState().openStrip(draft.draft.act)
    claimView.getState().resumed()
  }, [claimView, keptDrafts, claimId, draft, toResume])
}
