import { useShared } from '../stores/Stores.tsx'
import css from './EvidenceNumber.module.css'

interface EvidenceNumberProps {
  readonly number: number
  readonly name: string
  /** What stands there, in words; null = it is a picture, or said beside it. */
  readonly read?: string | null
  readonly isNearest?: boolean
  readonly onShow: (number: number) => void
}

/** The number of a place, in the same form as in the page margin. */
export function EvidenceNumber({
  number,
  name,
  read = null,
  isNearest = false,
  onShow,
}: EvidenceNumberProps) {
  const isActive = useShared('claimView', (state) => state.activeNumber === number)
  return (
    <button
      type="button"
      className={`${css.number} ${isNearest ? css.nearest : ''} pd-num`}
      aria-label={name}
      title={read ?? name}
      aria-pressed={isActive}
      onClick={() => onShow(number)}
    >
      {number}
    </button>
  )
}
