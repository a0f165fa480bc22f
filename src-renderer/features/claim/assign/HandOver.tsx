import { Textarea, useAnnounce } from '@fluentui/react-components'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useIsTeamLead } from '../../../app/useIsTeamLead.ts'
import { useText } from '../../../format/useText.ts'
import { type HandOverDraft, NO_HAND_OVER } from '../../../stores/assignmentStore.ts'
import { valueOf } from '../../../stores/load.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { PersonPicker } from '../../../ui/PersonPicker.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { StripWays } from '../../../ui/StripWays.tsx'
import { claimRefOf } from './useAssignmentCommands.ts'
import css from './assign.module.css'

interface HandOverProps {
  readonly detail: ClaimDetail
}

function useHandOver({ claim }: ClaimDetail) {
  const { assignment } = useStores()
  const { claimId } = claim.form
  const draft = useShared('assignment', (state) => state.handOvers[claimId] ?? NO_HAND_OVER)
  const change = (next: HandOverDraft) => assignment.getState().setHandOver(claimId, next)
  return [draft, change] as const
}

/** To whom, and what they should know: above the decision bar, the proof stays in view. */
export function HandOverStrip({ detail }: HandOverProps) {
  const say = useText()
  const [draft, change] = useHandOver(detail)
  const isLead = useIsTeamLead()
  useReturnFocus()
  return (
    <section className={css.strip} aria-label={say('handOver.title')} data-pane="strip">
      <div className={css.to}>
        <h2>{say('handOver.title')}</h2>
        <PersonPicker
          autoFocus
          sends="decide.send"
          chosen={draft.toUserId}
          onChoose={({ userId }) => change({ ...draft, toUserId: userId })}
        />
        <p className={css.second}>{say(isLead ? 'handOver.given' : 'handOver.day')}</p>
      </div>
      <div className={css.note}>
        <label htmlFor="hand-over-note">{say('handOver.note')}</label>
        <Textarea
          id="hand-over-note"
          resize="none"
          spellCheck={false}
          maxLength={2000}
          placeholder={say('handOver.hint')}
          value={draft.note}
          onChange={(_, { value }) => change({ ...draft, note: value })}
        />
      </div>
    </section>
  )
}

/** Send and cancel, in the place of the decisions and by the same keys. */
export function HandOverActions({ detail }: HandOverProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const { assignment, claimView } = useStores()
  const [draft] = useHandOver(detail)
  const to = useShared('session', ({ session }) =>
    valueOf(session)?.colleagues.find(({ userId }) => userId === draft.toUserId),
  )
  const close = () => claimView.getState().openStrip(null)
  const send = async () => {
    const { claimName } = detail.claim.form
    if (to === undefined || !(await assignment.getState().handOver(claimRefOf(detail), to))) return
    close()
    announce(say('assignment.handedOver', { name: claimName, to: to.name }))
  }
  const canSend = to !== undefined
  useCommand('decide.send', () => void send(), canSend)
  useCommand('decide.cancel', close)
  return (
    <StripWays
      missing={to === undefined ? say('handOver.choose') : null}
      canSend={canSend}
      send={say('command.handOver')}
    />
  )
}
