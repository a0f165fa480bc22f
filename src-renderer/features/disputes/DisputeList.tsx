import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { disputeRowId } from './disputeRowId.ts'
import list from '../../ui/listRow.module.css'
import css from './DisputeList.module.css'

interface DisputeListProps {
  readonly all: readonly OpenDispute[]
  readonly current: ClaimId
  readonly onSelect: (claimId: ClaimId) => void
  readonly onOpen: (claimId: ClaimId) => void
}

/** Due first first; those in which the partner was asked for more follow, since nobody here can decide them now. */
export function DisputeList({ all, current, onSelect, onOpen }: DisputeListProps) {
  const say = useText()
  return (
    <section className={css.list} aria-label={say('disputes.list')} data-pane="disputes" tabIndex={-1}>
      <ul>
        {all.map((dispute) => (
          <li key={dispute.claimId}>
            <Row
              dispute={dispute}
              isCurrent={dispute.claimId === current}
              onSelect={() => onSelect(dispute.claimId)}
              onOpen={() => onOpen(dispute.claimId)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  readonly dispute: OpenDispute
  readonly isCurrent: boolean
  readonly onSelect: () => void
  readonly onOpen: () => void
}

/**
 * Enter opens the claim of the row that has the focus, also before the route has told that this row is the current one;
 * a pointer only chooses, so that nobody leaves by a slip.
 */
function Row({ dispute, isCurrent, onSelect, onOpen }: RowProps) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { claimId, claimName, partnerName, customerName, clock, isBarred, newPapers } = dispute
  return (
    <button
      type="button"
      id={disputeRowId(claimId)}
      className={`${list.row} ${css.row} ${isCurrent ? list.current : ''}`}
      aria-current={isCurrent}
      onFocus={() => isCurrent || onSelect()}
      onClick={({ detail }) => (detail === 0 ? onOpen() : onSelect())}
    >
      <b className={css.name}>{claimName}</b>
      {clock !== null && <DueClock clock={clock} nowMs={nowMs} />}
      <span className={css.second}>
        {say('disputes.of', { partner: partnerName, customer: customerName })}
      </span>
      <span className={css.second}>{statusWords(dispute, say)}</span>
      {newPapers > 0 && <span className={css.second}>{say('disputes.newPapers', { count: newPapers })}</span>}
      {isBarred && <span className={css.barred}>{say('disputes.notYours')}</span>}
    </button>
  )
}
