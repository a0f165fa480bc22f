import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Cube16Regular } from '@fluentui/react-icons/svg/cube'
import { DocumentCheckmark16Regular } from '@fluentui/react-icons/svg/document-checkmark'
import { Signature16Regular } from '@fluentui/react-icons/svg/signature'
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench'
import type { ReactNode } from 'react'
import type { SizedColumn } from '../../../src-preload/contract/vocabulary/deskWords.ts'
import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
import { ColumnHandle } from './columns/ColumnHandle.tsx'
import css from './GridHead.module.css'

const ICON = {
  usablePoe: DocumentCheckmark16Regular,
  customerAcknowledgment: Signature16Regular,
  dates: CalendarLtr16Regular,
  products: Cube16Regular,
  serviceDescription: Wrench16Regular,
} as const

export function GridHead() {
  const say = useText()
  return (
    <div role="rowgroup" className={css.group}>
      <div role="row" aria-rowindex={1} className={css.head}>
        <span role="columnheader">
          <span className="pd-sr">{say('column.picked')}</span>
        </span>
        <Sized column="due" isSorted>
          {say('column.due')} <span aria-hidden="true">↑</span>
        </Sized>
        <Sized column="claim">{say('column.claim')}</Sized>
        <Sized column="customer">{say('column.customer')}</Sized>
        <Sized column="partner">{say('column.partner')}</Sized>
        <Sized column="items">{say('column.items')}</Sized>
        <span role="columnheader" className={css.checks} aria-label={say('column.checks')}>
          {CRITERIA.map((criterion) => {
            const Icon = ICON[criterion]
            return (
              <span key={criterion} title={say(`criterion.${criterion}`)}>
                <Icon />
              </span>
            )
          })}
        </span>
        <Sized column="flags">{say('column.flags')}</Sized>
        <span role="columnheader">{say('column.heldBy')}</span>
      </div>
    </div>
  )
}

interface SizedProps {
  readonly column: SizedColumn
  readonly isSorted?: boolean
  readonly children: ReactNode
}

function Sized({ column, isSorted = false, children }: SizedProps) {
  const style = `${css.sized} ${isSorted ? css.sorted : ''} ${column === 'items' ? css.items : ''}`
  return (
    <span role="columnheader" className={style} {...(isSorted && { 'aria-sort': 'ascending' as const })}>
      {children}
      <ColumnHandle column={column} />
    </span>
  )
}
