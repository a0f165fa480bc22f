import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { Flag20Regular } from '@fluentui/react-icons/svg/flag'
import { Pause20Regular } from '@fluentui/react-icons/svg/pause'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { PersonSubtract20Regular } from '@fluentui/react-icons/svg/person-subtract'
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap'
import { Scales20Regular } from '@fluentui/react-icons/svg/scales'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { useIntl } from 'react-intl'
import type { PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { ClaimStanding } from '../../../src-preload/contract/related.ts'
import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { formatDuration } from '../../format/duration.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { oldestUnsent } from '../../format/syncHealth.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useStandings } from './useStandings.ts'
import css from './TraysPage.module.css'

const ICON = {
  start_review: DocumentText20Regular,
  approve: Checkmark20Regular,
  request_info: Send20Regular,
  reject: Dismiss20Regular,
  hold_for_arbitration: Pause20Regular,
  reopen: ArrowUndo20Regular,
  comment: Comment20Regular,
  take: PersonAdd20Regular,
  release: PersonSubtract20Regular,
  hand_over: PersonSwap20Regular,
  escalate: Flag20Regular,
  settle_escalation: Flag20Regular,
  nudge: Alert20Regular,
  case_ask: Send20Regular,
  case_tell: Comment20Regular,
  case_decide: Scales20Regular,
  case_vote: Scales20Regular,
  second_review: DocumentText20Regular,
  coaching_note: Comment20Regular,
  dismiss_twins: Checkmark20Regular,
} as const

interface OutboxListProps {
  readonly operations: readonly PendingOperation[]
  readonly onUndo: (operationId: OperationId) => void
  readonly onOpenClaim: (claimId: ClaimId) => void
}

export function OutboxList({ operations, onUndo, onOpenClaim }: OutboxListProps) {
  const say = useText()
  const standings = useStandings(operations.map(({ claimId }) => claimId))
  return (
    <section className={css.tray} aria-label={say('trays.outbox')} data-pane="outbox">
      <div className={css.head}>
        <h2>{say('trays.outbox')}</h2>
        <span className={css.count}>{say('trays.outbox.count', { count: operations.length })}</span>
        <Age />
      </div>
      {operations.length === 0 ? (
        <EmptyState title={say('trays.outbox.empty')} text={say('trays.outbox.empty.text')} />
      ) : (
        <ul>
          {operations.map((operation) => (
            <Entry
              key={operation.operationId}
              standing={standings.get(operation.claimId)}
              operation={operation}
              onUndo={onUndo}
              onOpenClaim={onOpenClaim}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Age() {
  const say = useText()
  const { locale } = useIntl()
  const status = useShared('sync', ({ sync }) => valueOf(sync))
  const nowMs = useShared('now', (state) => state.minuteMs)
  const oldest = status === null ? null : oldestUnsent(status, nowMs)
  if (oldest === null) return null
  return (
    <span className={oldest.isOld ? `${css.age} ${css.old}` : css.age}>
      {oldest.isOld && <Warning16Filled />}
      {say('outbox.oldest', { time: formatDuration(locale, oldest.ageMs) })}
    </span>
  )
}

interface EntryProps extends Omit<OutboxListProps, 'operations'> {
  readonly operation: PendingOperation
  /** Undefined = not told, or no longer here. */
  readonly standing: ClaimStanding | undefined
}

function Entry({ operation, standing, onUndo, onOpenClaim }: EntryProps) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.secondMs)
  const { kind, state, holdUntil, claimId, operationId, madeAt } = operation
  const leftMs = state === 'held' && holdUntil !== null ? Date.parse(holdUntil) - nowMs : 0
  const word =
    state !== 'held'
      ? say(`outbox.${state}`)
      : leftMs > 0
        ? say('outbox.held', { seconds: Math.ceil(leftMs / 1000) })
        : say('outbox.heldOver')
  const Icon = ICON[kind]
  return (
    <li className={css.entry}>
      <Icon />
      <div className={css.what}>
        <b>{say(`operation.${kind}`)}</b>
        <button type="button" className={css.link} onClick={() => onOpenClaim(claimId)}>
          {claimId}
        </button>
        {standing !== undefined && <span className={css.second}>{statusWords(standing, say)}</span>}
      </div>
      <span className={`${css.second} pd-num`} title={formatInstant(locale, madeAt, 'moment')}>
        {word}
      </span>
      {leftMs > 0 ? <Button onClick={() => onUndo(operationId)}>{say('command.undo')}</Button> : <span />}
    </li>
  )
}
