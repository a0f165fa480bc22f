import type { ClaimBadge } from '../format/claimBadges.ts'
import css from './badges.module.css'

const SHAPES = {
  waiting: 'M2.5 3l11 5-11 5 1.8-5zM4.3 8h5',
  snoozed: 'M8 3.2a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM6.3 6.2h3.4l-3.4 4h3.4M3.6 1.8L1.8 3.6M12.4 1.8l1.8 1.8',
  woken: 'M8 2.5v11M2.5 8h11',
  unknown:
    'M6.1 6.3a2 2 0 1 1 2.9 1.8c-.7.4-1 .8-1 1.5M8 11.8v.01M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7z',
  raised: 'M8 11.5V2.5M4 6.5l4-4 4 4M3 14h10',
  reminded: 'M8 1.8a4 4 0 0 1 4 4v3l1.4 2.4H2.6L4 8.8v-3a4 4 0 0 1 4-4zM6.6 13.4a1.5 1.5 0 0 0 2.8 0',
  overdue: 'M8 .9L15.1 8 8 15.1.9 8zM8 4.8v3.8M8 11v.01',
  asked:
    'M3 2.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7l-3 2.7v-2.7H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM6 5l4 4M10 5L6 9',
  commented:
    'M3 2.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7l-3 2.7v-2.7H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8 4.8v2.6M8 9.3v.01',
  disputed: 'M4 14V2.5h8.4l-2 3.2 2 3.2H4',
  resubmitted: 'M3.2 6.8A5 5 0 0 1 12.4 5.6M12.8 9.2A5 5 0 0 1 3.6 10.4M12.6 2.8v2.8H9.8M3.4 13.2v-2.8h2.8',
  held: 'M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7zM6.3 5.8v4.4M9.7 5.8v4.4',
  contested:
    'M8 2.5v10.5M5.5 13.5h5M3.2 4.5h9.6M3.6 4.5L2 8.8h3.2zM12.4 4.5l-1.6 4.3H14zM2 8.8a1.6 1.6 0 0 0 3.2 0M10.8 8.8a1.6 1.6 0 0 0 3.2 0',
  consent: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.8v3M10.5 1.8v3M5.8 10l1.6 1.6 2.8-3',
  final: 'M4.5 7h7v6.5h-7zM5.8 7V5a2.2 2.2 0 0 1 4.4 0v2',
} as const satisfies Record<ClaimBadge | 'waiting' | 'snoozed' | 'woken', string>

/** Drawn on 16 units. The word stands beside it. */
export function BadgeShape({ shape }: { readonly shape: keyof typeof SHAPES }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  )
}
