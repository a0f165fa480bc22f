import { Textarea, useAnnounce } from '@fluentui/react-components'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { useEffect, useId, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { useCommand } from '../../../app/useCommand.ts'
import type { RungSpeech } from '../../../../src-preload/words/rungWords.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { LetterPanel } from './LetterPanel.tsx'
import { basisOfOutcome } from './outcomeBasis.ts'
import { OutcomeNotice } from './OutcomeNotice.tsx'
import { lackOf, reasonFor } from './outcomeWords.ts'
import { Resolver } from './Resolver.tsx'
import { Votes } from './Votes.tsx'
import { type ToDo, toDoAbout } from './voting.ts'
import { WaitNotice } from './WaitNotice.tsx'
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
    return () => void caseDecision.getState().flush()
  }, [caseDecision, one.caseId, draft])
  const seen = basisOfOutcome(detail, parties)
  useEffect(() => caseDecision.getState().replan(seen), [caseDecision, seen])
  const isOpen = useShared('caseDecision', (state) => state.caseId === one.caseId)
  if (!one.isWhole || pending !== null || one.state === 'decided' || one.state === 'dissolved')
    return <OutcomeNotice detail={detail} parties={parties} />
  return isOpen ? <Open detail={detail} parties={parties} /> : null
}

/** A case that somebody may decide: this person does, or votes, or waits for another one's vote. */
function Open({ detail, parties }: DecideBarProps) {
  const { caseDecision } = useStores()
  const isAsking = useShared('caseDecision', (state) => state.isAsking)
  const toDo = toDoAbout(detail, isAsking)
  useEffect(() => {
    const { vote, choose, draft } = caseDecision.getState()
    vote(toDo.act === 'vote' ? toDo.things.map(({ caseId }) => caseId) : null)
    const agreed = agreedWinner(detail)
    if (agreed !== undefined && draft.winners[detail.case.caseId] === undefined)
      choose(detail.case.caseId, agreed)
  })
  if (toDo.act === 'wait') return <WaitNotice detail={detail} parties={parties} />
  return <Bar detail={detail} parties={parties} toDo={toDo} />
}

/** Whom both votes are for, null = nobody; undefined = there are no two that agree. */
const agreedWinner = ({ voting: { phase, votes } }: CaseDetail) =>
  phase === 'agreed' ? votes.find(({ counts }) => counts)?.said?.winner : undefined

interface BarProps extends DecideBarProps {
  readonly toDo: Exclude<ToDo, { act: 'wait' }>
}

function Bar({ detail, parties, toDo }: BarProps) {
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
      <Votes detail={detail} parties={parties} />
      <div className={css.bar}>
        <div className={css.things}>
          {toDo.things.map((thing, at) => (
            <WinnerChoice key={thing.caseId} thing={thing} parties={parties} ref={at === 0 ? first : null} />
          ))}
          {toDo.act === 'vote' && <Resolver detail={detail} />}
        </div>
        <Reason detail={detail} parties={parties} toDo={toDo} />
      </div>
    </section>
  )
}

function focusChoice(choice: HTMLFieldSetElement | null): void {
  const chosen = choice?.querySelector<HTMLInputElement>('input:checked') ?? choice?.querySelector('input')
  chosen?.focus()
}

/** Why, what is still missing, the letters, and the act. */
function Reason({ detail, parties, toDo }: BarProps) {
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
  const isVote = toDo.act === 'vote'
  const reason = draft.reason ?? (isVote ? '' : reasonFor(plan, parties, speech))
  const lack = lackOf({ things: toDo.things, plan, draft, reason, problem }, speech)
  const send = useSend(detail, isVote)
  const canSend = lack === '' && !isSending && !isApproaching
  useCommand('board.decide', () => void send(reason), canSend, lack)
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
        <SecondOpinion detail={detail} toDo={toDo} />
        {!isVote && (
          <CommandButton
            command="board.letters"
            icon={<Mail20Regular />}
            density="decision"
            withKey
            isBlocked={plan === null || plan.letters.length === 0}
          >
            {say('outcome.letters', { count: plan?.letters.length ?? 0 })}
          </CommandButton>
        )}
        <CommandButton
          command="board.decide"
          appearance="primary"
          density="decision"
          withKey
          isBlocked={!canSend}
        >
          {isVote ? say('vote.cast') : say('outcome.decide', { count: parties.length })}
        </CommandButton>
      </div>
    </>
  )
}

/** Asks for a vote that no profile wants, or goes back to deciding alone. Nothing where there is no choice. */
function SecondOpinion({ detail, toDo }: Pick<BarProps, 'detail' | 'toDo'>) {
  const say = useText()
  const { caseDecision } = useStores()
  const isFree = toDo.things.every(({ votePhase }) => votePhase === 'unasked') && detail.voting.mayVote
  const isVote = toDo.act === 'vote'
  const turn = () => caseDecision.getState().askForOpinion(!isVote)
  useCommand('board.second', turn, isFree)
  if (!isFree) return null
  return (
    <CommandButton command="board.second" density="decision" withKey>
      {say(isVote ? 'vote.alone' : 'vote.second')}
    </CommandButton>
  )
}

/** Sends; once it is safe on this machine it can be undone, as every decision. */
function useSend({ case: one, claims }: CaseDetail, isVote: boolean) {
  const say = useText()
  const { announce } = useAnnounce()
  const { arbitration, caseDecision, undo } = useStores()
  return async (reason: string): Promise<void> => {
    const reread = () => arbitration.getState().openCase(one.caseId)
    const accepted = await caseDecision.getState().send(reason, reread)
    const [first] = claims
    if (accepted === null || first === undefined) return
    const name = `${one.customerName}, ${one.contested.name}`
    const act = isVote ? 'case_vote' : 'case_decide'
    undo.getState().show({ ...accepted, claimId: first.claimId, claimName: name, act })
    announce(say('announce.decided', { decision: say(`decided.${act}`), name }))
  }
}
