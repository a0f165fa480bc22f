import { useId } from 'react'
import css from './ShareBar.module.css'

interface ShareBarProps {
  readonly share: number | null
  readonly low: number
  readonly high: number
  /** Where the share should be at least; left out = nowhere. */
  readonly level?: number
}

const WIDTH = 200

/**
 * A share as a mark on a line from 0 to 1, what it may be as a hatched band, and the level as a dashed line: told apart by their shapes, also
 * without colours. The figures stand beside it, so it says nothing to those who cannot see it.
 */
export function ShareBar({ share, low, high, level }: ShareBarProps) {
  const hatch = useId()
  return (
    <svg className={css.bar} viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={css.hatch} width="1.5" height="4" />
        </pattern>
      </defs>
      <rect className={css.track} x="0.5" y="5.5" width={WIDTH - 1} height="9" />
      <rect fill={`url(#${hatch})`} x={low * WIDTH} y="5.5" width={(high - low) * WIDTH} height="9" />
      {level !== undefined && (
        <line className={css.level} x1={level * WIDTH} x2={level * WIDTH} y1="0" y2="20" />
      )}
      {share !== null && <rect className={css.share} x={share * (WIDTH - 4)} y="2" width="4" height="16" />}
    </svg>
  )
}
