import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { type Say, useText } from '../../../format/useText.ts'
import type { ActDraft, StripAct } from '../../../stores/claimViewStore.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { StripWays } from '../../../ui/StripWays.tsx'
import { ActNotes } from './ActNotes.tsx'
import { isLetterComing, letterKey } from './draftedLetter.ts'
import { type ChoicesProps, Letter } from './Letter.tsx'
import { type Missing, missingIn, sceneOf } from './missing.ts'
import { RejectChoices } from './RejectChoices.tsx'
import { RequestChoices } from './RequestChoices.tsx'
import { useDraft, useDraftedLetter } from './useDraft.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { repeatKey, useGuarded, useTextGuard } from './useTextGuard.ts'
import { RestoredLine } from './RestoredLine.tsx'
import css from './ReasonStrip.module.css'

interface ReasonStripProps {
  readonly act: StripAct
  readonly detail: ClaimDetail
}

const CHOICES = {
  approve: ActNotes,
  request_info: RequestChoices,
  reject: RejectChoices,
  hold_for_arbitration: ActNotes,
  reopen: ActNotes,
} as const satisfies Record<StripAct, (props: ChoicesProps) => React.ReactNode>

/** Reasons and the text that goes with them, above the decision bar: the proof stays in view. */
export function ReasonStrip({ act, detail }: ReasonStripProps) {
  const say = useText()
  const [draft, onChange] = useDraft(act, detail)
  useDraftedLetter(act, detail, draft, onChange)
  useKeptDraft(act, detail, draft)
  useTextGuard(act, detail, draft)
  useReturnFocus()
  const Choices = CHOICES[act]
  return (
    <section className={css.strip} aria-label={say(`decide.strip.${act}`)} data-pane="strip">
      <div className={css.reasons}>
        <h2>{say(`decide.strip.${act}`)}</h2>
        <RestoredLine act={act} detail={detail} />
        <Choices {...{ act, detail, draft, onChange }} />
      </div>
      <Letter {...{ act, detail, draft, onChange }} />
    </section>
  )
}

interface StripActionsProps extends ReasonStripProps {
  readonly onSend: (draft: ActDraft) => void
  readonly onClose: () => void
}

/** Send and cancel, in the place of the decisions; the one filled button appears after the reviewer has chosen. */
export function StripActions({ act, detail, onSend, onClose }: StripActionsProps) {
  const say = useText()
  const [draft] = useDraft(act, detail)
  const nowMs = useShared('now', (state) => state.minuteMs)
  const missing = missingIn(act, draft, sceneOf(detail, nowMs))
  // A letter for other reasons than the chosen ones must not leave by a quick hand.
  const isComing = isLetterComing(draft, letterKey(act, draft, detail))
  const guard = useGuarded(act, draft)
  const hasFindings = guard !== null && guard.findings.length > 0
  const repeat = repeatKey(act, detail, guard)
  const isUnconfirmed = useShared('claimView', (state) => repeat !== null && state.repeatConfirmed !== repeat)
  const why =
    missingWords(act, missing[0], isComing, say) ??
    (hasFindings ? say('guard.stops') : isUnconfirmed ? say('repeat.stops') : null)
  const canSend = why === null
  useCommand('decide.send', () => onSend(draft), canSend)
  useCommand('decide.cancel', onClose)
  return <StripWays missing={why} canSend={canSend} send={say(`decide.send.${act}`)} />
}

function missingWords(act: StripAct, first: Missing | undefined, isComing: boolean, say: Say): string | null {
  if (isComing) return say('decide.text.coming')
  if (first === undefined) return null
  return act === 'reopen' ? say('decide.missing.reopen') : say(`decide.missing.${first}`)
}
