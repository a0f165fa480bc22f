import { useArrowNavigationGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { LEAD_PARTS, type LeadPart } from '../../../src-preload/contract/vocabulary/leadWords.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { partWords } from './figureWords.ts'
import { useSpeaking } from './useSpeaking.ts'
import css from './BreakDown.module.css'

/** The chosen number in parts, each of which narrows its list. */
export function BreakDown({ asOf }: { readonly asOf: Instant }) {
  const { say, nameOf } = useSpeaking()
  const { formatNumber } = useIntl()
  const { lead } = useStores()
  const [by, setBy] = useState<LeadPart>('timer')
  const figure = useShared('lead', (state) => state.figure)
  const slice = useShared('lead', (state) => state.slice)
  const [read] = useRead('lead.breakdown', { figure, slice: null, asOf, by })
  const arrows = useArrowNavigationGroup({ axis: 'both', memorizeCurrent: true })
  const parts = read.status === 'ready' && read.value.outcome === 'shown' ? read.value.parts : []
  const turnBy = (part: LeadPart) => {
    setBy(part)
    lead.getState().narrow(null)
  }
  return (
    <div className={css.breakdown} role="group" aria-label={say('lead.parts')} {...arrows}>
      <span className={css.by}>
        {LEAD_PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className={css.way}
            aria-pressed={part === by}
            onClick={() => turnBy(part)}
          >
            {say(`lead.part.${part}`)}
          </button>
        ))}
      </span>
      {parts.map(({ value, name, count }) => {
        const isChosen = slice?.by === by && slice.value === value
        const nameHere = by === 'reviewer' && value !== null ? (nameOf(value) ?? name) : name
        return (
          <button
            key={value ?? ''}
            type="button"
            className={css.part}
            aria-pressed={isChosen}
            onClick={() => lead.getState().narrow(isChosen ? null : { by, value })}
          >
            {partWords({ by, value }, nameHere, say)} <b className="pd-num">{formatNumber(count)}</b>
          </button>
        )
      })}
    </div>
  )
}
