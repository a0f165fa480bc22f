import css from './ClaimRow.module.css'

const SHAPES = {
  competing:
    'M8 2.5v10.5M5.5 13.5h5M3.2 4.5h9.6M3.6 4.5L2 8.8h3.2zM12.4 4.5l-1.6 4.3H14zM2 8.8a1.6 1.6 0 0 0 3.2 0M10.8 8.8a1.6 1.6 0 0 0 3.2 0',
  waiting: 'M2.5 3l11 5-11 5 1.8-5zM4.3 8h5',
  resubmitted: 'M3.2 6.8A5 5 0 0 1 12.4 5.6M12.8 9.2A5 5 0 0 1 3.6 10.4M12.6 2.8v2.8H9.8M3.4 13.2v-2.8h2.8',
  disputed: 'M4 14V2.5h8.4l-2 3.2 2 3.2H4',
} as const

/** Drawn on 16 units. The word stands beside it. */
export function FlagShape({ shape }: { readonly shape: keyof typeof SHAPES }) {
  return (
    <svg className={css.flagShape} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  )
}
