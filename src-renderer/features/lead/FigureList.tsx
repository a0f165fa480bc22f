import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import type { LeadState } from '../../stores/leadStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { TableMenu } from '../../ui/TableMenu.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { BreakDown } from './BreakDown.tsx'
import { ClaimLine, lineId } from './ClaimLine.tsx'
import { ClockPane } from './ClockPane.tsx'
import { figureWords, lineKey } from './figureWords.ts'
import { PickBar } from './PickBar.tsx'
import { LIST_ID } from './Tiles.tsx'
import { useSpeaking } from './useSpeaking.ts'
import css from './FigureList.module.css'

/** Lines of one page of a list. */
const PAGE = 100

interface FigureListProps {
  /** Of the board: lists are of the same moment as its numbers. */
  readonly asOf: Instant
  readonly go: (route: Route) => void
}

/** What the chosen number counts, in parts and line by line. */
export function FigureList({ asOf, go }: FigureListProps) {
  const speaking = useSpeaking()
  const { say } = speaking
  const { formatNumber } = useIntl()
  const figure = useShared('lead', (state) => state.figure)
  const slice = useShared('lead', (state) => state.slice)
  const offset = useShared('lead', (state) => state.offset)
  const [read, again] = useRead('lead.claims', { figure, slice, asOf, offset, limit: PAGE })
  const shown = read.status === 'ready' && read.value.outcome === 'shown' ? read.value : null
  return (
    <section
      id={LIST_ID}
      className={css.section}
      role="tabpanel"
      aria-labelledby={`${LIST_ID}-title`}
      data-pane="list"
      tabIndex={-1}
    >
      <div className={css.head}>
        <h2 id={`${LIST_ID}-title`}>
          {figureWords(figure, speaking)}{' '}
          {shown && <span className="pd-num">{formatNumber(shown.total)}</span>}
        </h2>
        <BreakDown asOf={asOf} />
        <TableMenu />
      </div>
      <TableExport wish={{ table: 'lead_claims', figure, slice, asOf }} />
      {read.status === 'failed' ? (
        <FailedState title={say('lead.list.failed')} error={read.error} onAgain={again} />
      ) : shown === null ? (
        <LoadingRows label={say('lead.list.loading')} />
      ) : shown.rows.length === 0 ? (
        <p className={css.none}>{say('lead.list.none')}</p>
      ) : (
        <Lines rows={shown.rows} total={shown.total} go={go} />
      )}
    </section>
  )
}

interface LinesProps extends Pick<FigureListProps, 'go'> {
  readonly rows: readonly LeadClaim[]
  readonly total: number
}

function Lines({ rows, total, go }: LinesProps) {
  const { lead } = useStores()
  const [isExplained, setExplained] = useState(false)
  const line = useShared('lead', (state) => state.line)
  const current = rows.find((one) => lineKey(one) === line) ?? rows[0]
  const open = (one: LeadClaim | undefined) => one && go({ page: 'claim', claimId: one.claimId })
  const picked = useShared('lead', (state) => state.picked)
  useWalk(rows, current)
  usePicks(rows, current)
  useCommand('lead.open', () => open(current))
  useCommand('lead.why', () => setExplained((was) => !was))
  useBack(isExplained, () => setExplained(false))
  return (
    <>
      <PickBar rows={rows} current={current} />
      <div className={css.split}>
        <div className={css.scroll}>
          <ul className={css.lines}>
            {rows.map((one) => (
              <li key={lineKey(one)}>
                <ClaimLine
                  one={one}
                  isCurrent={one === current}
                  isPicked={picked.has(one.claimId)}
                  onPick={() => toggle(lead.getState(), one)}
                  onLook={() => lead.getState().look(lineKey(one))}
                  onChoose={() => setExplained(true)}
                  onOpen={() => open(one)}
                />
              </li>
            ))}
          </ul>
          <Pages shown={rows.length} total={total} />
        </div>
        {isExplained && current !== undefined && (
          <ClockPane
            key={lineKey(current)}
            one={current}
            onClose={() => setExplained(false)}
            onOpen={() => open(current)}
          />
        )}
      </div>
    </>
  )
}

/** J and K walk the lines; the focus goes along, so that a screen reader reads the line. */
function useWalk(rows: readonly LeadClaim[], current: LeadClaim | undefined): void {
  const { lead } = useStores()
  const step = (by: 1 | -1) => () => {
    const at = rows.findIndex((one) => one === current)
    const next = rows[Math.max(0, Math.min(at + by, rows.length - 1))]
    if (next === undefined) return
    // The first key only enters the list: the line that is looked at may not have been seen yet.
    const key = lineKey(lead.getState().line === null && current !== undefined ? current : next)
    lead.getState().look(key)
    document.getElementById(lineId(key))?.focus()
  }
  useCommand('lead.next', step(1))
  useCommand('lead.previous', step(-1))
}

const toggle = ({ picked, pick, unpick }: LeadState, one: LeadClaim): void =>
  picked.has(one.claimId) ? unpick(one.claimId) : pick(one)

/** X picks the line that is looked at, Shift+J and Shift+K the next one along with it, as in the queue. */
function usePicks(rows: readonly LeadClaim[], current: LeadClaim | undefined): void {
  const { lead } = useStores()
  useCommand('lead.pick', () => current && toggle(lead.getState(), current), current !== undefined)
  const extend = (by: 1 | -1) => () => {
    const next = rows[rows.findIndex((one) => one === current) + by]
    if (current === undefined) return
    lead.getState().pick(current)
    if (next === undefined) return
    lead.getState().pick(next)
    lead.getState().look(lineKey(next))
    document.getElementById(lineId(lineKey(next)))?.focus()
  }
  useCommand('lead.nextPick', extend(1))
  useCommand('lead.previousPick', extend(-1))
}

/** Escape takes back the last thing that was opened: the explanation, then what is picked, then the part of the figure. */
function useBack(isExplained: boolean, close: () => void): void {
  const { lead } = useStores()
  const isSliced = useShared('lead', (state) => state.slice !== null)
  const hasPicked = useShared('lead', (state) => state.picked.size > 0)
  const back = () => {
    if (isExplained) close()
    else if (hasPicked) lead.getState().drop()
    else lead.getState().narrow(null)
  }
  useCommand('lead.back', back, isExplained || hasPicked || isSliced)
}

function Pages({ shown, total }: { readonly shown: number; readonly total: number }) {
  const say = useText()
  const { lead } = useStores()
  const offset = useShared('lead', (state) => state.offset)
  useEffect(() => {
    // Claims may have left the list while a later page of it was looked at.
    if (offset > 0 && offset >= total) lead.getState().turnTo(0)
  }, [lead, offset, total])
  if (total <= PAGE) return null
  return (
    <div className={css.pages}>
      <span className="pd-num">
        {say('lead.list.range', { from: offset + 1, to: offset + shown, total })}
      </span>
      <Button
        disabledFocusable={offset === 0}
        onClick={() => lead.getState().turnTo(Math.max(0, offset - PAGE))}
      >
        {say('lead.list.before')}
      </Button>
      <Button
        disabledFocusable={offset + shown >= total}
        onClick={() => lead.getState().turnTo(offset + PAGE)}
      >
        {say('lead.list.after')}
      </Button>
    </div>
  )
}
