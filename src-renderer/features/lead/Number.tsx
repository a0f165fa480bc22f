import { useIntl } from 'react-intl'
import type { LeadFigure } from '../../../src-preload/contract/vocabulary/leadShape.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { figureWords, isSameFigure } from './figureWords.ts'
import { useSpeaking } from './useSpeaking.ts'
import css from './Number.module.css'

interface NumberProps {
  readonly figure: LeadFigure
  readonly count: number
  readonly className?: string | undefined
}

/** A number of the board; pressing it opens what it counts. Nothing has nothing behind it: a place for the eye alone. */
export function Number({ figure, count, className = '' }: NumberProps) {
  const { lead } = useStores()
  const { formatNumber } = useIntl()
  const speaking = useSpeaking()
  const isChosen = useShared('lead', (state) => isSameFigure(state.figure, figure))
  if (count === 0) return <span className={`${css.none} ${className}`}>·</span>
  return (
    <button
      type="button"
      className={`${css.number} ${className} pd-num`}
      aria-pressed={isChosen}
      aria-label={speaking.say('lead.number', { count, what: figureWords(figure, speaking) })}
      onClick={() => lead.getState().choose(figure)}
    >
      {formatNumber(count)}
    </button>
  )
}
