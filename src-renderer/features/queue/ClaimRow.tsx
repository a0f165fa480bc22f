import { memo, type ReactNode } from 'react'
import type { ClaimSummary, VerdictChips } from '../../../src-preload/contract/claims.ts'
import { CRITERIA, type ClaimSubState } from '../../../src-preload/contract/vocabulary/words.ts'
import { DueClock } from '../../ui/DueClock.tsx'
import { VerdictShape } from '../../ui/glyphs.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { FlagShape } from './flagShapes.tsx'
import type { RowWords } from './rowWords.ts'
import css from './ClaimRow.module.css'

interface ClaimRowProps {
  /** Undefined while the row is on its way. */
  readonly row: ClaimSummary | undefined
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly isCurrent: boolean
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
  isCurrent,
  nowMs,
  words,
  myId,
}: ClaimRowProps) {
  return (
    <div
      role="row"
      id={rowIdOf(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      aria-busy={row === undefined ? true : undefined}
      className={isCurrent ? `${css.row} ${css.current}` : css.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row === undefined ? (
        <span role="gridcell" className={css.coming}>
          {words.say('queue.rowComing')}
        </span>
      ) : (
        <Cells row={row} nowMs={nowMs} words={words} myId={myId} />
      )}
    </div>
  )
})

export function rowIdOf(index: number): string {
  return `queue-row-${index}`
}

interface CellsProps {
  readonly row: ClaimSummary
  readonly nowMs: number
  readonly words: RowWords
  readonly myId: string | null
}

function Cells({ row, nowMs, words, myId }: CellsProps) {
  const { say } = words
  const holder = row.assignedTo
  return (
    <>
      <span role="gridcell" className={css.due}>
        {row.clock === null ? null : <DueClock clock={row.clock} nowMs={nowMs} />}
      </span>
      <span role="gridcell" className={css.claim}>
        <span className={css.name} title={row.claimName} data-opens="">
          {row.claimName}
        </span>
        <span className={css.id}>{row.claimId}</span>
      </span>
      <span role="gridcell" className={css.customer} title={row.customerName}>
        {row.customerName}
      </span>
      <span role="gridcell" className={css.partner} title={row.partnerName}>
        {row.partnerName}
      </span>
      <span role="gridcell" className={css.items} title={row.items.join(', ')}>
        {row.items.join(', ')}
      </span>
      <Chips verdicts={row.verdicts} words={words} />
      <span role="gridcell" className={css.flags}>
        {flagsOf(row, words)}
      </span>
      <span
        role="gridcell"
        className={css.held}
        title={holder === null ? undefined : say('queue.heldBy', { name: holder.name })}
      >
        {holder === null ? null : (
          <>
            <Initials name={holder.name} isMine={holder.userId === myId} />
            <span className="pd-sr">{holder.name}</span>
          </>
        )}
      </span>
    </>
  )
}

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

const FLAGGED: Partial<Readonly<Record<ClaimSubState, 'resubmitted' | 'disputed'>>> = {
  resubmitted: 'resubmitted',
  dispute_review: 'disputed',
}

function flagsOf(row: ClaimSummary, { say }: RowWords): ReactNode[] {
  const flags: ReactNode[] = []
  if (row.pendingDecision !== null) {
    flags.push(<Flag key="waiting" shape="waiting" word={say(`queue.waiting.${row.pendingDecision}`)} />)
  }
  if (row.competing) flags.push(<Flag key="competing" shape="competing" word={say('queue.competing')} />)
  const special = row.subState === null ? undefined : FLAGGED[row.subState]
  if (special !== undefined) flags.push(<Flag key={special} shape={special} word={say(`queue.${special}`)} />)
  return flags
}

function Flag({
  shape,
  word,
}: {
  readonly shape: Parameters<typeof FlagShape>[0]['shape']
  readonly word: string
}) {
  return (
    <span className={css.flag} title={word}>
      <FlagShape shape={shape} />
      <span>{word}</span>
    </span>
  )
}
