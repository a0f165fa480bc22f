import { Textarea, useAnnounce } from '@fluentui/react-components'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { useEffect, useId, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { CaseBoard, CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import { useCommand } from '../../../app/useCommand.ts'
import type { RungSpeech } from '../../../format/rungWords.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { letterIn } from '../letters.ts'
import { LetterPanel } from './LetterPanel.tsx'
import { OutcomeNotice } from './OutcomeNotice.tsx'
import { lackOf, reasonFor, thingsToDecide } from './outcomeWords.ts'
import { WinnerChoice } from './WinnerChoice.tsx'
import css from './DecideBar.module.css'

interface DecideBarProps {
  readonly detail: CaseDetail
  /** Left to right, as on the board. */
  readonly parties: CaseBoard['parties']
}

/** At the foot of the board: who gets what, why, what each party is told, and the one act that does all of it. */
export function DecideBar({ detail, parties }: DecideBarProps) {
  const { caseDecision } = useStores()
  const { case: one, draft, pending } = detail
  useEffect(() => {
    caseDecision.getState().show(one.caseId, draft)
    return () => caseDecision.getState().flush()
  }, [caseDecision, one.caseId, draft])
  const seen = seenOf(detail)
  useEffect(() => caseDecision.getState().replan(seen), [caseDecision, seen])
  const isOpen = useShared('caseDecision', (state) => state.caseId === one.caseId)
  if (!one.isWhole || pending !== null || one.state === 'decided' || one.state === 'dissolved')
    return <OutcomeNotice detail={detail} />
  return isOpen ? <Bar detail={detail} parties={parties} /> : null
}

/** Changes with everything that an outcome rests on. */
const seenOf = ({ case: { revision }, claims }: CaseDetail): string =>
  [revision, ...claims.map(({ claimId, summary }) => `${claimId} ${summary?.revision}`)].join()

function Bar({ detail, parties }: DecideBarProps) {
  const say = useText()
  const { caseDecision } = useStores()
  const areLettersOpen = useShared('caseDecision', (state) => state.areLettersOpen)
  const letters = useShared('caseDecision', (state) => state.plan?.letters.length ?? 0)
  const first = useRef<HTMLFieldSetElement>(null)
  useCommand('board.winner', () => focusChoice(first.current))
  useCommand('board.letters', () => caseDecision.getState().openLetters(!areLettersOpen), letters > 0)
  return (
    <section className={css.foot} aria-label={say('outcome.label')} data-pane="decide" tabIndex={-1}>
      {areLettersOpen && letters > 0 && <LetterPanel parties={parties} />}
      <div className={css.bar}>
        <div className={css.things}>
          {thingsToDecide(detail).map((thing, at) => (
            <WinnerChoice key={thing.caseId} thing={thing} parties={parties} ref={at === 0 ? first : null} />
          ))}
        </div>
        <Reason detail={detail} parties={parties} />
      </div>
    </section>
  )
}

function focusChoice(choice: HTMLFieldSetElement | null): void {
  const chosen = choice?.querySelector<HTMLInputElement>('input:checked') ?? choice?.querySelector('input')
  chosen?.focus()
}

/** Why, what is still missing, the letters, and the act. */
function Reason({ detail, parties }: DecideBarProps) {
  const say = useText()
  const { locale } = useIntl()
  const id = useId()
  const { caseDecision } = useStores()
  const draft = useShared('caseDecision', (state) => state.draft)
  const plan = useShared('caseDecision', (state) => state.plan)
  const problem = useShared('caseDecision', (state) => state.problem)
  const isSending = useShared('caseDecision', (state) => state.isSending)
  const isApproaching = useShared('approach', (state) => state.caseId !== null)
  const speech: RungSpeech = { say, locale, letterOf: (claimId) => letterIn(parties, claimId) }
  const reason = draft.reason ?? reasonFor(plan, parties, speech)
  const lack = lackOf({ detail, plan, draft, reason, problem }, speech)
  const decide = useDecide(detail)
  const canDecide = lack === '' && !isSending && !isApproaching
  useCommand('board.decide', () => void decide(reason), canDecide, lack)
  return (
    <>
      <div className={css.why}>
        <label htmlFor={id} className="pd-sr">
          {say('outcome.reason')}
        </label>
        <Textarea
          id={id}
          className={`${css.reason}`}
          textarea={{ rows: 2 }}
          value={reason}
          maxLength={8000}
          placeholder={say('outcome.reason.hint')}
          onChange={(_, { value }) => caseDecision.getState().write({ reason: value })}
        />
        <span className={css.lack} role="status">
          {lack}
        </span>
      </div>
      <div className={css.ways}>
        <CommandButton
          command="board.letters"
          icon={<Mail20Regular />}
          density="decision"
          withKey
          isBlocked={plan === null || plan.letters.length === 0}
        >
          {say('outcome.letters', { count: plan?.letters.length ?? 0 })}
        </CommandButton>
        <CommandButton
          command="board.decide"
          appearance="primary"
          density="decision"
          withKey
          isBlocked={!canDecide}
        >
          {say('outcome.decide', { count: parties.length })}
        </CommandButton>
      </div>
    </>
  )
}

/** Sends; once it is safe on this machine it can be undone, as every decision. */
function useDecide({ case: one, claims }: CaseDetail) {
  const say = useText()
  const { announce } = useAnnounce()
  const { caseDecision, undo } = useStores()
  return async (reason: string): Promise<void> => {
    const accepted = await caseDecision.getState().decide(reason)
    const [first] = claims
    if (accepted === null || first === undefined) return
    const name = `${one.customerName}, ${one.contested.name}`
    undo.getState().show({ ...accepted, claimId: first.claimId, claimName: name, act: 'case_decide' })
    announce(say('announce.decided', { decision: say('decided.case_decide'), name }))
  }
}
