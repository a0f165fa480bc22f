import { useState } from 'react'
import type { CaseSummary } from '../../../src-preload/contract/arbitration.ts'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/Tag.tsx'
import list from '../../ui/listRow.module.css'
import css from './CaseList.module.css'

interface CaseListProps {
  readonly rows: readonly CaseSummary[]
  readonly total: number
  readonly go: (route: Route) => void
}

const rowId = (caseId: CaseId): string => `case-${caseId}`

/** Due first first. J and K walk it, Enter or O lays the current one open. */
export function CaseList({ rows, total, go }: CaseListProps) {
  const say = useText()
  const { arbitration } = useStores()
  const [wanted, setWanted] = useState<CaseId | null>(null)
  const current = rows.find(({ caseId }) => caseId === wanted) ?? rows[0] ?? null
  const open = () => current !== null && go({ page: 'arbitration', caseId: current.caseId })
  const step = (by: 1 | -1) => () => {
    const next = arbitration.getState().neighbour(current?.caseId ?? null, by)
    if (next === null) return
    setWanted(next)
    document.getElementById(rowId(next))?.focus()
  }
  useCommand('cases.next', step(1), current !== null)
  useCommand('cases.previous', step(-1), current !== null)
  useCommand('cases.open', open, current !== null)
  if (current === null) return <EmptyState title={say('cases.none')} text={say('cases.none.text')} />
  return (
    <section className={css.list} aria-label={say('cases.list')} data-pane="cases" tabIndex={-1}>
      <ul>
        {rows.map((one) => (
          <li key={one.caseId}>
            <Row
              one={one}
              isCurrent={one === current}
              onFocus={() => setWanted(one.caseId)}
              onOpen={() => go({ page: 'arbitration', caseId: one.caseId })}
            />
          </li>
        ))}
      </ul>
      {total > rows.length && <p className={css.more}>{say('cases.more', { count: total - rows.length })}</p>}
    </section>
  )
}

interface RowProps {
  readonly one: CaseSummary
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

function Row({ one, isCurrent, onFocus, onOpen }: RowProps) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { caseId, customerName, contested, clock, state, parties, firstReviews, asks } = one
  const partners = parties.filter(({ hasLeft }) => !hasLeft).map(({ partnerName }) => partnerName)
  return (
    <button
      type="button"
      id={rowId(caseId)}
      className={`${list.row} ${css.row} ${isCurrent ? list.current : ''}`}
      aria-current={isCurrent}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span className={css.clock}>{clock !== null && <DueClock clock={clock} nowMs={nowMs} />}</span>
      <span className={css.what}>
        <b className="pd-cut">{customerName}</b>
        <span className={`${css.second} pd-cut`}>
          {contested.name}
          {contested.isProvisional && ` · ${say('cases.provisional')}`}
        </span>
      </span>
      <span className={`${css.partners} pd-cut`} title={partners.join(' · ')}>
        {partners.join(' · ')}
      </span>
      <span className={css.signs}>
        <Tag>{say(`case.state.${state}`)}</Tag>
        {firstReviews.outstanding > 0 && (
          <span className={css.second}>{say('cases.reviews', { count: firstReviews.outstanding })}</span>
        )}
        {asks.open > 0 && <span className={css.second}>{say('cases.asks', { count: asks.open })}</span>}
      </span>
    </button>
  )
}
