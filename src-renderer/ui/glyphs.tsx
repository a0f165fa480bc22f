import type { ClockStage } from '../format/clockStage.ts'
import type { Standing } from '../stores/shownVerdict.ts'
import css from './glyphs.module.css'

/** Shapes carry the state, colour only repeats it. Drawn on 16 units; `cut` is a line through a filled shape. */
const VERDICTS = {
  met: <path d="M3 8.6l3.4 3.3L13 4.6" strokeWidth="1.75" />,
  not_met: (
    <>
      <path className={css.solid} d="M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2z" />
      <path className={css.cut} d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" strokeWidth="1.6" />
    </>
  ),
  cannot_tell: (
    <>
      <circle cx="8" cy="8" r="6.3" strokeDasharray="2.4 1.56" />
      <path d="M6.1 6.5a1.9 1.9 0 1 1 2.8 1.6c-.6.4-.9.7-.9 1.3M8 11.4v.01" strokeWidth="1.5" />
    </>
  ),
  to_confirm: (
    <>
      <circle cx="8" cy="8" r="6.3" strokeDasharray="2.4 1.56" />
      <path d="M5.2 8.3l2 2 3.6-4.1" strokeWidth="1.5" />
    </>
  ),
  not_applicable: <path d="M4.4 8h7.2" strokeWidth="1.5" />,
} as const satisfies Record<Standing, unknown>

const CLOCKS = {
  quarter: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path className={css.fill} d="M8 8V2a6 6 0 0 1 6 6z" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path className={css.fill} d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  three_quarters: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path className={css.fill} d="M8 8V2a6 6 0 1 1-6 6z" />
    </>
  ),
  late: (
    <>
      <path className={css.solid} d="M8 1.6l6.9 12.5H1.1z" />
      <path className={css.cut} d="M8 6.1v3.6M8 11.9v.01" strokeWidth="1.5" />
    </>
  ),
  over: (
    <>
      <path className={css.solid} d="M8 .9L15.1 8 8 15.1.9 8z" />
      <path className={css.cut} d="M8 4.8v3.8M8 11v.01" strokeWidth="1.6" />
    </>
  ),
  paused: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M6.3 5.8v4.4M9.7 5.8v4.4" strokeWidth="1.5" />
    </>
  ),
} as const satisfies Record<ClockStage, unknown>

/** Says nothing by itself: the word stands beside it, or the element around it carries the name. */
export function VerdictShape({ verdict }: { readonly verdict: Standing }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true">
      {VERDICTS[verdict]}
    </svg>
  )
}

export function ClockShape({ stage }: { readonly stage: ClockStage }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true">
      {CLOCKS[stage]}
    </svg>
  )
}

/** A box to pick a row with; the row itself says whether it is picked. */
export function PickShape({ isPicked }: { readonly isPicked: boolean }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true">
      <rect className={isPicked ? css.solid : undefined} x="2" y="2" width="12" height="12" rx="2" />
      {isPicked && <path className={css.cut} d="M4.8 8.3l2.2 2.2 4.2-4.8" strokeWidth="1.6" />}
    </svg>
  )
}
