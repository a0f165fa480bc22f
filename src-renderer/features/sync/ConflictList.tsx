import { Warning20Regular } from '@fluentui/react-icons/svg/warning'
import { useIntl } from 'react-intl'
import type { Conflict } from '../../../src-preload/contract/sync.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatInstant } from '../../format/dates.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import css from './TraysPage.module.css'

interface ConflictListProps {
  readonly conflicts: readonly Conflict[]
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** What the hub could not apply, why, and what to do about it. */
export function ConflictList({ conflicts, onOpenClaim }: ConflictListProps) {
  const say = useText()
  return (
    <section className={css.tray} aria-label={say('trays.conflicts')} data-pane="conflicts">
      <div className={css.head}>
        <h2>{say('trays.conflicts')}</h2>
        <span className={css.count}>{say('trays.conflicts.count', { count: conflicts.length })}</span>
      </div>
      {conflicts.length === 0 ? (
        <EmptyState title={say('trays.conflicts.empty')} text={say('trays.conflicts.empty.text')} />
      ) : (
        <ul>
          {conflicts.map((conflict) => (
            <Entry key={conflict.operationId} conflict={conflict} onOpenClaim={onOpenClaim} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Entry({
  conflict,
  onOpenClaim,
}: {
  conflict: Conflict
  onOpenClaim: ConflictListProps['onOpenClaim']
}) {
  const say = useText()
  const { locale } = useIntl()
  const { kind, claimId, claimName, reason, madeAt, revision } = conflict
  return (
    <li>
      <div className={css.entry}>
        <Warning20Regular />
        <div className={css.what}>
          <b>{claimName}</b>
          <span className={css.second}>
            <span className="pd-num">{claimId}</span> · {say(`operation.${kind}`)}
          </span>
        </div>
        <span className={`${css.second} pd-num`}>
          {say('trays.made', { time: formatInstant(locale, madeAt, 'stamp'), revision })}
        </span>
        {reason === 'claim_deleted' ? (
          <span />
        ) : (
          <Button onClick={() => onOpenClaim(claimId)}>{say('trays.open')}</Button>
        )}
      </div>
      <p className={css.why}>{say(`conflict.${reason}`)}</p>
    </li>
  )
}
