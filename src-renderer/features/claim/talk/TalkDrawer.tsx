import { useMemo, useState } from 'react'
import type { ClaimDetail, PendingOperation } from '../../../../src-preload/contract/claims.ts'
import type { ClaimComment } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { HISTORY_SIDES, type HistorySide } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { blocksOfAction } from '../decide/decisionRules.ts'
import { Drawer } from '../Drawer.tsx'
import { PendingItem } from './PendingItem.tsx'
import { CommentForm } from './CommentForm.tsx'
import { HistoryItem } from './HistoryItem.tsx'
import { ThreadItem } from './ThreadItem.tsx'
import {
  countIn,
  isInTab,
  isOfSides,
  sidesOf,
  TALK_TABS,
  type TalkTab,
  type TimelineEntry,
  timelineOf,
} from './timeline.ts'
import css from './talk.module.css'

interface TalkDrawerProps {
  readonly detail: ClaimDetail
  /** The comment to look at; null = the newest. */
  readonly commentId: string | null
}

/** Comments and history over the checks; the decision bar stays free. */
export function TalkDrawer({ detail, commentId }: TalkDrawerProps) {
  const say = useText()
  const [filter, setFilter] = useState<Filter>(EVERYTHING)
  const [answered, setAnswered] = useState<ClaimComment | null>(null)
  const [sought, setSought] = useState(commentId)
  if (sought !== commentId) {
    // A comment that is looked for must not be hidden by an older filter.
    setSought(commentId)
    setFilter(EVERYTHING)
  }
  const entries = useMemo(() => timelineOf(detail.claim), [detail.claim])
  const shown = entries.filter((entry) => isInTab(entry, filter.tab) && isOfSides(entry, filter.sides))
  const waiting = detail.pending.filter(({ kind }) => kind !== 'comment')
  const canReply = blocksOfAction(detail.actions, 'comment').length === 0
  return (
    <Drawer pane="talk" title={say('talk.label')}>
      <Filters entries={entries} filter={filter} onChange={setFilter} />
      <Entries
        entries={shown}
        pending={filter.tab === 'all' || filter.tab === 'course' ? waiting : []}
        touched={detail.touched}
        soughtId={commentId}
        onReply={canReply ? setAnswered : null}
      />
      <CommentForm detail={detail} answered={answered} onDone={() => setAnswered(null)} />
    </Drawer>
  )
}

interface EntriesProps {
  readonly entries: readonly TimelineEntry[]
  /** What was done here and is not history yet. */
  readonly pending: readonly PendingOperation[]
  readonly touched: ClaimDetail['touched']
  readonly soughtId: string | null
  readonly onReply: ((comment: ClaimComment) => void) | null
}

function Entries({ entries, pending, touched, soughtId, onReply }: EntriesProps) {
  const say = useText()
  return (
    <ol className={css.list}>
      {pending.toReversed().map((operation) => (
        <PendingItem key={operation.operationId} operation={operation} />
      ))}
      {entries.map((entry) =>
        entry.kind === 'history' ? (
          <HistoryItem key={`history ${entry.id}`} entry={entry.entry} touched={touched} />
        ) : (
          <ThreadItem key={`thread ${entry.id}`} thread={entry} soughtId={soughtId} onReply={onReply} />
        ),
      )}
      {entries.length === 0 && <li className={css.empty}>{say('talk.empty')}</li>}
    </ol>
  )
}

interface Filter {
  readonly tab: TalkTab
  /** Empty = every side. */
  readonly sides: readonly HistorySide[]
}
const EVERYTHING: Filter = { tab: 'all', sides: [] }

interface FiltersProps {
  readonly entries: readonly TimelineEntry[]
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** What kind of thing, and who did it. Sides that did nothing are not offered. */
function Filters({ entries, filter, onChange }: FiltersProps) {
  const say = useText()
  const present = HISTORY_SIDES.filter((side) => entries.some((entry) => sidesOf(entry).includes(side)))
  const { tab, sides } = filter
  return (
    <div className={css.filters}>
      <div className={css.tabs} role="group" aria-label={say('talk.kinds')}>
        {TALK_TABS.map((each) => (
          <Button
            key={each}
            density="small"
            appearance="subtle"
            className={`${css.tab}`}
            aria-pressed={each === tab}
            onClick={() => onChange({ ...filter, tab: each })}
          >
            {say(`talk.tab.${each}`, { count: countIn(entries, each) })}
          </Button>
        ))}
      </div>
      {present.length > 1 && (
        <div className={`${css.tabs} ${css.sides}`} role="group" aria-label={say('talk.sides')}>
          <span className={css.second}>{say('talk.by')}</span>
          {present.map((side) => (
            <Button
              key={side}
              density="small"
              appearance="subtle"
              className={`${css.tab}`}
              aria-pressed={sides.includes(side)}
              onClick={() => onChange({ ...filter, sides: toggled(sides, side) })}
            >
              {say(`side.${side}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function toggled(sides: readonly HistorySide[], side: HistorySide): readonly HistorySide[] {
  return sides.includes(side) ? sides.filter((each) => each !== side) : [...sides, side]
}
