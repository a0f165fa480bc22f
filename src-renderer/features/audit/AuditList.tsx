import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { LogRow } from '../../../src-preload/contract/audit.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { factWords, lineWords } from '../../../src-preload/words/logWords.ts'
import { hashOf } from '../../app/routes.ts'
import { useText } from '../../format/useText.ts'
import type { AuditStore, LogRows } from './auditStore.ts'
import css from './AuditList.module.css'

const ROW_PX = 36
const OVERSCAN = 10
const COLUMNS = ['when', 'person', 'act', 'claim', 'details'] as const

interface AuditListProps {
  readonly store: AuditStore
  readonly log: LogRows
}

/** The log, the youngest first. A table of which only what is in sight is there; each line leads to its claim. */
export function AuditList({ store, log }: AuditListProps) {
  const say = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const filter = store.getState().filter
  // Nothing of ours is compiled or memoized by the React compiler, so there is nothing that could go stale.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: log.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => store.getState().look(first, last), [store, first, last, log])
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    scroller.current?.scrollTo({ top: 0 })
  }, [filter])
  return (
    // A region that scrolls has to be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className={css.scroller}
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label={say('page.audit')}
      data-pane="audit"
    >
      <div role="table" aria-label={say('page.audit')} aria-rowcount={log.total + 1} className={css.table}>
        <div role="row" aria-rowindex={1} className={`${css.row} ${css.heads}`}>
          {COLUMNS.map((column) => (
            <span role="columnheader" key={column}>
              {say(`table.${column}`)}
            </span>
          ))}
        </div>
        <div role="rowgroup" className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <div
              role="row"
              key={index}
              aria-rowindex={index + 2}
              data-index={index}
              ref={virtual.measureElement}
              className={`${css.row} ${css.line}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line row={log.rows.get(index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function Line({ row }: { readonly row: LogRow | undefined }) {
  const say = useText()
  const { locale } = useIntl()
  if (row === undefined) return <span role="cell">{say('queue.rowComing')}</span>
  const { at, name, claimId, claimName } = row
  return (
    <>
      <time role="cell" dateTime={at} className="pd-num">
        {formatInstant(locale, at, 'record')}
      </time>
      <span role="cell" className={css.name}>
        {name}
      </span>
      <span role="cell" className={css.act}>
        {lineWords(row, say)}
      </span>
      <span role="cell" className={css.claim}>
        {claimId !== null && (
          <a
            href={hashOf({ page: 'claim', claimId })}
            title={claimName === null ? claimId : `${claimName} ${claimId}`}
          >
            {claimName ?? claimId}
          </a>
        )}
        {claimName !== null && <span className={`${css.second} pd-num`}> {claimId}</span>}
      </span>
      <span role="cell" className={css.second}>
        {factWords(row, say).join(' · ')}
      </span>
    </>
  )
}
