import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useIntl } from 'react-intl'
import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { ClockExplained, NoExplanation } from '../../ui/ClockExplained.tsx'
import { clockWords } from '../../ui/DueClock.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import css from './ClockPane.module.css'

interface ClockPaneProps {
  readonly one: LeadClaim
  readonly onClose: () => void
  readonly onOpen: () => void
}

/** Why the clock of a line says what it says; of one that has ended, where its time went. */
export function ClockPane({ one, onClose, onOpen }: ClockPaneProps) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { clock, past, claimName, claimId, latePause } = one
  const begun = clock ?? past
  const title =
    clock === null
      ? say('lead.pane.past')
      : say('why.title', { words: clockWords(clock, nowMs, locale, say) })
  return (
    <aside className={css.pane} aria-label={title} data-pane="clock" tabIndex={-1}>
      <div className={css.head}>
        <h2>{title}</h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          data-icon-only=""
          aria-label={say('talk.close')}
          onClick={onClose}
        />
      </div>
      <p className={css.claim}>
        <b>{claimName}</b> <span className="pd-num">{claimId}</span>
        <Button density="small" onClick={onOpen}>
          {say('command.rowOpen')}
        </Button>
      </p>
      {latePause !== null && <LatePause pause={latePause} />}
      {begun === null ? (
        latePause === null && <NoExplanation />
      ) : (
        <Answer claimId={claimId} timer={begun.timer} startedAt={begun.startedAt} asOf={nowMs} />
      )}
    </aside>
  )
}

interface AnswerProps extends Pick<LeadClaim, 'claimId'> {
  readonly timer: Timer
  readonly startedAt: Instant
  readonly asOf: number
}

/** Read again each minute while it is open: the border between what was and what comes moves. */
function Answer({ claimId, timer, startedAt, asOf }: AnswerProps) {
  const say = useText()
  const [load, again] = useRead('lead.clock', { claimId, timer, startedAt }, asOf)
  if (load.status === 'failed')
    return <FailedState title={say('why.failed')} error={load.error} onAgain={again} />
  if (load.status !== 'ready') return <LoadingRows label={say('why.loading')} />
  if (load.value.outcome !== 'shown' || load.value.explanation === null) return <NoExplanation />
  return (
    <>
      {load.value.endedAt !== null && <Ended at={load.value.endedAt} />}
      <ClockExplained explanation={load.value.explanation} />
    </>
  )
}

function Ended({ at }: { readonly at: Instant }) {
  const say = useText()
  const { locale } = useIntl()
  return <p className={css.claim}>{say('lead.pane.ended', { at: formatInstant(locale, at, 'moment') })}</p>
}

function LatePause({ pause }: { readonly pause: NonNullable<LeadClaim['latePause']> }) {
  const say = useText()
  const { locale } = useIntl()
  const { pausedAt, answeredAt } = pause
  return (
    <div className={css.late}>
      <p>{say('lead.pane.answered', { at: formatInstant(locale, answeredAt, 'moment') })}</p>
      <p>{say('lead.pane.paused', { at: formatInstant(locale, pausedAt, 'moment') })}</p>
      <p className={css.second}>{say('lead.pane.check')}</p>
    </div>
  )
}
