import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Cube16Regular } from '@fluentui/react-icons/svg/cube'
import { DocumentCheckmark16Regular } from '@fluentui/react-icons/svg/document-checkmark'
import { Signature16Regular } from '@fluentui/react-icons/svg/signature'
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench'
import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
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
        <span role="columnheader" aria-sort="ascending" className={css.sorted}>
          {say('column.due')} <span aria-hidden="true">↑</span>
        </span>
        <span role="columnheader">{say('column.claim')}</span>
        <span role="columnheader">{say('column.customer')}</span>
        <span role="columnheader">{say('column.partner')}</span>
        <span role="columnheader" className={css.items}>
          {say('column.items')}
        </span>
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
        <span role="columnheader">{say('column.flags')}</span>
        <span role="columnheader">{say('column.heldBy')}</span>
      </div>
    </div>
  )
}
