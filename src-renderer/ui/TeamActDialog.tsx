import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Textarea,
} from '@fluentui/react-components'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Output } from '../../src-preload/contract/index.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { TeamAct } from '../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared } from '../stores/Stores.tsx'
import { useRead } from '../stores/useRead.ts'
import { type ActedOn, type ActResult, useTeamAct } from '../stores/useTeamAct.ts'
import { Button } from './Button.tsx'
import { PersonPicker } from './PersonPicker.tsx'
import { LeftOut, Loads, NotDoneList } from './TeamActPlan.tsx'
import css from './TeamActDialog.module.css'

interface TeamActDialogProps {
  readonly act: Exclude<TeamAct, 'settle_escalation'>
  /** Of a hand-over: those without a person get the one that is chosen here. */
  readonly claims: readonly ActedOn[]
  /** What the reason says until somebody writes another. */
  readonly reason?: string
  /** What was done to, is done; where something was left out after all, the dialog says so before it closes. */
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asked of the guards before a reason is written: whether there is one they need not say. */
const ANY_REASON = '…'

/** The last step before an act on claims of the team: what goes, what does not and why, what each person holds then; and the reason. */
export function TeamActDialog({ act, claims, reason: given = '', onDone, onClose }: TeamActDialogProps) {
  const say = useText()
  const [reason, setReason] = useState(given)
  const [to, setTo] = useState<UserId | null>(null)
  const [result, setResult] = useState<ActResult | null>(null)
  // Once it is done the page has no claims left to act on.
  const [count] = useState(claims.length)
  const { run, isBusy } = useTeamAct()
  const addressed = claims.map((claim) => ({ ...claim, toUserId: claim.toUserId ?? to }))
  const needsPerson = act === 'hand_over' && addressed.some(({ toUserId }) => toUserId === null)
  const asksPerson = act === 'hand_over' && claims.some(({ toUserId }) => toUserId === null)
  const isOver = result?.kind === 'done'
  const plan = usePlan(act, needsPerson || isOver ? null : addressed)
  const able = addressed.filter(({ claimId }) => plan?.able.includes(claimId))
  const canSend = !isOver && !isBusy && able.length > 0 && (act === 'hand_over' || reason.trim() !== '')
  const send = async () => {
    if (!canSend) return
    const came = await run(act, reason.trim(), able)
    setResult(came)
    if (came.kind !== 'done') return
    if (came.notDone.length === 0) onClose()
    onDone()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={`${css.surface}`} onKeyDownCapture={sendKey(() => void send())}>
        <DialogBody>
          <DialogTitle>{say(`teamAct.title.${act}`, { count })}</DialogTitle>
          <DialogContent className={`${css.content}`}>
            {isOver ? (
              <NotDoneList notDone={result.notDone} />
            ) : (
              <>
                {asksPerson && (
                  <PersonPicker autoFocus chosen={to} onChoose={({ userId }) => setTo(userId)} />
                )}
                <Plan act={act} plan={plan} asked={addressed} isWaiting={!needsPerson} />
                <Reason act={act} reason={reason} setReason={setReason} isFirst={!asksPerson} />
                {result?.kind === 'failed' && <p role="alert">{say(`error.${result.error.code}`)}</p>}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say(isOver ? 'teamAct.close' : 'command.cancel')}</Button>
            {!isOver && (
              <Button
                appearance="primary"
                data-filled=""
                aria-keyshortcuts="Control+Enter"
                disabledFocusable={!canSend}
                onClick={() => void send()}
              >
                {say(`teamAct.send.${act}`, { count: able.length })}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** Before the list of people hears of it, which would open. */
const sendKey = (send: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  send()
}

type Planned = Output<'team.plan'>

/** Asked again every minute: leases end and reminders may be repeated. Null = not known yet, or to whom they go is not. */
function usePlan(act: TeamAct, claims: readonly ActedOn[] | null): Planned | null {
  const minuteMs = useShared('now', (state) => state.minuteMs)
  const asked = claims?.map(({ claimId, toUserId }) => ({ claimId, toUserId })) ?? null
  const [read] = useRead(
    'team.plan',
    asked === null ? null : { act, reason: ANY_REASON, claims: asked },
    minuteMs,
  )
  return asked === null ? null : valueOf(read)
}

interface PlanProps {
  readonly act: TeamActDialogProps['act']
  readonly plan: Planned | null
  readonly asked: readonly ActedOn[]
  /** False = it is not known yet what to plan for. */
  readonly isWaiting: boolean
}

function Plan({ act, plan, asked, isWaiting }: PlanProps) {
  const say = useText()
  const only = asked.length === 1 ? asked[0] : undefined
  return (
    <>
      {only !== undefined && <p className={css.name}>{only.claimName}</p>}
      <p role="status">
        {plan !== null
          ? say('teamAct.goes', { count: plan.able.length, all: asked.length })
          : isWaiting && say('teamAct.asking')}
      </p>
      {plan !== null && <LeftOut leftOut={plan.leftOut} />}
      {plan !== null && act === 'hand_over' && <Loads loads={plan.loads} />}
    </>
  )
}

interface ReasonProps {
  readonly act: TeamActDialogProps['act']
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly isFirst: boolean
}

function Reason({ act, reason, setReason, isFirst }: ReasonProps) {
  const say = useText()
  const id = useId()
  return (
    <div className={css.reason}>
      <label htmlFor={id}>{say(`teamAct.reason.${act}`)}</label>
      <Textarea
        id={id}
        autoFocus={isFirst}
        resize="none"
        spellCheck={false}
        maxLength={2000}
        placeholder={say(`teamAct.hint.${act}`)}
        value={reason}
        onChange={(_, { value }) => setReason(value)}
      />
    </div>
  )
}
