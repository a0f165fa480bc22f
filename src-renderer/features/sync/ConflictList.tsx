import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ClaimStanding } from '../../../src-preload/contract/related.ts'
import type { Conflict } from '../../../src-preload/contract/sync.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { useText } from '../../format/useText.ts'
import { EmptyState } from '../../ui/states.tsx'
import { ConflictPanel } from './ConflictPanel.tsx'
import type { TraysStore } from './traysStore.ts'
import { CONFLICTS_HEAD, conflictRowId, focusCurrent } from './useConflictCommands.ts'
import { useStandings } from './useStandings.ts'
import list from '../../ui/listRow.module.css'
import css from './ConflictList.module.css'
import trays from './TraysPage.module.css'

interface ConflictListProps {
  readonly store: TraysStore
  readonly conflicts: readonly Conflict[]
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** What the hub could not apply, why, and what to do about it. One at a time shows its three sides. */
export function ConflictList({ store, conflicts, onOpenClaim }: ConflictListProps) {
  const say = useText()
  const current = useStore(store, (state) => state.current)
  const isOpen = useStore(store, (state) => state.isOpen)
  const standings = useStandings(conflicts.map(({ claimId }) => claimId))
  useWalk(store, conflicts)
  return (
    <section className={trays.tray} aria-label={say('trays.conflicts')} data-pane="conflicts">
      <div className={trays.head}>
        <h2 id={CONFLICTS_HEAD} tabIndex={-1}>
          {say('trays.conflicts')}
        </h2>
        <span className={trays.count}>{say('trays.conflicts.count', { count: conflicts.length })}</span>
      </div>
      {conflicts.length === 0 ? (
        <EmptyState title={say('trays.conflicts.empty')} text={say('trays.conflicts.empty.text')} />
      ) : (
        <ul>
          {conflicts.map((conflict) => {
            const isThis = conflict.operationId === current
            return (
              <li key={conflict.operationId} className={isThis ? list.current : undefined}>
                <Row
                  store={store}
                  conflict={conflict}
                  standing={standings.get(conflict.claimId)}
                  isOpen={isThis && isOpen}
                  isCurrent={isThis}
                />
                {isThis && isOpen && (
                  <ConflictPanel store={store} conflict={conflict} onOpenClaim={onOpenClaim} />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** J and K walk, O opens what is current; without a current one they begin at the top. */
function useWalk(store: TraysStore, conflicts: readonly Conflict[]): void {
  const step = (by: 1 | -1) => () => {
    store.getState().step(by)
    focusCurrent(store)
  }
  const open = () => {
    const { current, toggle } = store.getState()
    const id = conflicts.find(({ operationId }) => operationId === current) ?? conflicts[0]
    if (id === undefined) return
    toggle(id.operationId)
    focusCurrent(store)
  }
  const has = conflicts.length > 0
  useCommand('trays.next', step(1), has)
  useCommand('trays.previous', step(-1), has)
  useCommand('trays.open', open, has)
  useCommand('conflicts.open', open, has)
}

interface RowProps {
  readonly store: TraysStore
  readonly conflict: Conflict
  /** Undefined = not told, or no longer here. */
  readonly standing: ClaimStanding | undefined
  readonly isOpen: boolean
  readonly isCurrent: boolean
}

function Row({ store, conflict, standing, isOpen, isCurrent }: RowProps) {
  const say = useText()
  const { locale } = useIntl()
  const { kind, claimId, claimName, reason, madeAt, operationId } = conflict
  return (
    <button
      type="button"
      id={conflictRowId(operationId)}
      className={`${list.row} ${css.row}`}
      aria-expanded={isOpen}
      aria-current={isCurrent}
      data-conflict=""
      onFocus={() => isCurrent || store.setState({ current: operationId, isOpen: false, problem: null })}
      onClick={() => store.getState().toggle(operationId)}
    >
      {isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
      <span className={css.what}>
        <b>{claimName}</b>
        <span className={css.second}>
          {say('trays.conflict.act', { id: claimId, act: say(`operation.${kind}`) })}
        </span>
        {standing !== undefined && <span className={css.second}>{statusWords(standing, say)}</span>}
      </span>
      <span className={`${css.made} pd-num`}>
        {say('trays.conflict.made', { time: formatInstant(locale, madeAt, 'stamp') })}
      </span>
      <span className={css.why}>{say(`conflict.${reason}`)}</span>
    </button>
  )
}
