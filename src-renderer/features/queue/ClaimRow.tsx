import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ClaimSummary, VerdictChips } from '../../../src-preload/contract/claims.ts'
import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import { BADGE_TONE, badgeOfStand, badgesOf, type ClaimBadge } from '../../format/claimBadges.ts'
import { formatDue } from '../../../src-preload/words/dates.ts'
import { holdingOf, holdingWords } from '../../format/holding.ts'
import { BadgeShape } from '../../ui/badgeShapes.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { PickShape, VerdictShape } from '../../ui/glyphs.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { FoundLine } from './FoundLine.tsx'
import type { QueueViewStore } from './queueViewStore.ts'
import type { RowWords } from './rowWords.ts'
import css from './ClaimRow.module.css'

interface ClaimRowProps {
  /** Undefined while the row is on its way. */
  readonly row: ClaimSummary | undefined
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly view: QueueViewStore
  /** Index of the last row: the cursor stands there when it was left further down. */
  readonly end: number
  readonly isPicked: boolean
  /** Moves once a minute. */
  readonly nowMs: number
  readonly words: RowWords
  readonly myId: string | null
}

/** A plain row on Fluent's tokens: no component of Fluent, no effect and no timer of its own (ux.md, fact 3). */
export const ClaimRow = memo(function ClaimRow({
  row,
  index,
  top,
  view,
  end,
  isPicked,
  nowMs,
  words,
  myId,
}: ClaimRowProps) {
  const isCurrent = useStore(view, (state) => Math.min(state.index, end) === index)
  return (
    <div
      role="row"
      id={rowIdOf(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      data-current={isCurrent ? '' : undefined}
      aria-busy={row === undefined ? true : undefined}
      className={classOf(isCurrent, isPicked, (row?.found ?? null) !== null)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row === undefined ? (
        <span role="gridcell" className={css.coming}>
          {words.say('queue.rowComing')}
        </span>
      ) : (
        <Cells row={row} isPicked={isPicked} nowMs={nowMs} words={words} myId={myId} />
      )}
    </div>
  )
})

function classOf(isCurrent: boolean, isPicked: boolean, hasFound: boolean): string {
  const more = [isCurrent && css.current, isPicked && css.picked, hasFound && css.hasFound]
  return [css.row, ...more.filter((name) => name !== false)].join(' ')
}

export function rowIdOf(index: number): string {
  return `queue-row-${index}`
}

interface CellsProps {
  readonly row: ClaimSummary
  readonly isPicked: boolean
  readonly nowMs: number
  readonly words: RowWords
  readonly myId: string | null
}

/** Apart from the row, which is drawn anew when the cursor comes and goes. */
const Cells = memo(function Cells({ row, isPicked, nowMs, words, myId }: CellsProps) {
  const { say } = words
  const holder = row.assignedTo
  const holding = holdingOf(holder, myId, nowMs)
  const held = holdingWords(holding, words.locale, say)
  return (
    <>
      <span role="gridcell" className={css.pick} data-picks="" title={say('queue.pick')}>
        <PickShape isPicked={isPicked} />
      </span>
      <span role="gridcell" className={css.due}>
        {row.clock === null ? null : <DueClock clock={row.clock} nowMs={nowMs} />}
      </span>
      <span role="gridcell" className={css.claim}>
        <span className={css.name} title={row.claimName} data-opens="">
          {row.claimName}
        </span>
        <span className={css.id}>{row.claimId}</span>
      </span>
      <span role="gridcell" className={css.customer} data-why="" title={row.customerName}>
        {row.customerName}
      </span>
      <span role="gridcell" className={css.partner} title={row.partnerName}>
        {row.partnerName}
      </span>
      <span role="gridcell" className={css.items} title={row.items.join(', ')}>
        {row.items.join(', ')}
      </span>
      <Chips verdicts={row.verdicts} words={words} />
      <span role="gridcell" className={css.flags} title={flagTitle(row, words)}>
        {flagsOf(row, words)}
      </span>
      <span role="gridcell" className={css.held} title={holder === null ? undefined : held}>
        {holder === null ? null : (
          <>
            <Initials
              name={holder.name}
              isMine={holding.kind === 'held' && holding.isMine}
              isPast={holding.kind !== 'held'}
            />
            <span className="pd-sr">{held}</span>
          </>
        )}
      </span>
      {row.found !== null && <FoundLine found={row.found} words={words} />}
    </>
  )
})

function Chips({ verdicts, words }: { readonly verdicts: VerdictChips; readonly words: RowWords }) {
  return (
    <span role="gridcell" className={css.checks}>
      {CRITERIA.map((criterion) => {
        const verdict = verdicts[criterion]
        const name = words.chips[criterion][verdict ?? 'none']
        return (
          <span key={criterion} role="img" aria-label={name} title={name} className={css[verdict ?? 'none']}>
            {verdict === null ? null : <VerdictShape verdict={verdict} />}
          </span>
        )
      })}
    </span>
  )
}

function flagsOf(row: ClaimSummary, words: RowWords): ReactNode[] {
  const flags: ReactNode[] = []
  const { say } = words
  if (row.pendingDecision !== null) {
    const word = say(`queue.waiting.${row.pendingDecision}`)
    flags.push(<Flag key="waiting" shape="waiting" word={word} title={word} />)
  }
  if (row.snooze !== null) {
    const { until, wokenBy } = row.snooze
    const day = formatDue(words.locale, until, 'shortDay')
    const title = wokenBy === null ? say('snooze.until', { day }) : say(`snooze.woken.${wokenBy}`)
    const word = wokenBy === null ? say('snooze.short', { day }) : say(`snooze.short.${wokenBy}`)
    flags.push(<Flag key="snooze" shape={wokenBy === null ? 'snoozed' : 'woken'} word={word} title={title} />)
  }
  for (const badge of badgesOf(row)) {
    flags.push(
      <Flag
        key={badge}
        shape={badge}
        word={say(`badge.short.${badge}`)}
        title={titleOf(badge, row, words)}
      />,
    )
  }
  // S-30: what no badge says louder is said quietly, so that every row shows its status.
  if (badgeOfStand(row) === null && row.state !== 'editing') {
    flags.push(
      <span key="state" className={css.state}>
        {say(`state.short.${row.state}`)}
      </span>,
    )
  }
  return flags
}

/** Everything that a narrow column may have to cut. */
function flagTitle(row: ClaimSummary, words: RowWords): string {
  const badges = badgesOf(row).map((badge) => titleOf(badge, row, words))
  const { say } = words
  return row.state === 'unknown' ? badges.join(', ') : [say(`state.${row.state}`), ...badges].join(', ')
}

function titleOf(badge: ClaimBadge, { clock }: ClaimSummary, { say, locale }: RowWords): string {
  if (badge !== 'consent' || clock?.timer !== 'consent' || clock.dueAt === null) return say(`badge.${badge}`)
  return say('badge.consentUntil', { day: formatDue(locale, clock.dueAt, 'shortDay') })
}

function toneOf(shape: FlagProps['shape']): string | undefined {
  if (shape === 'waiting' || shape === 'snoozed') return ''
  return shape === 'woken' ? css.flagAttention : TONE[BADGE_TONE[shape]]
}

const TONE = { over: css.flagOver, attention: css.flagAttention, plain: '' } as const

interface FlagProps {
  readonly shape: ClaimBadge | 'waiting' | 'snoozed' | 'woken'
  readonly word: string
  readonly title: string
}

/** The short word is for the eye, the whole one for a pointer and a screen reader. */
function Flag({ shape, word, title }: FlagProps) {
  return (
    <span className={`${css.flag} ${toneOf(shape)}`} title={title} role="img" aria-label={title}>
      <BadgeShape shape={shape} />
      <span>{word}</span>
    </span>
  )
}
