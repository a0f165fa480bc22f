import { useAnnounce } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { TextChange, VersionComparison } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { useCommand } from '../../app/useCommand.ts'
import type { Load } from '../../stores/load.ts'
import type { PaneDocument, PaneProps } from '../../stores/panes.ts'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { useCompareText, usePartyLetters } from './compareText.ts'
import { ChangeList } from './ChangeList.tsx'
import { changeMarks, changeOfMark, type Side, SIDES, stepChange } from './changeMarks.ts'
import { changeWords, whereOfChange } from './changeWords.ts'
import { CompareSummary, UnreadPages } from './CompareSummary.tsx'
import { CompareTools } from './CompareTools.tsx'
import { OverlayLine } from './OverlayLine.tsx'
import { PairedPanes } from './pairedPanes.ts'
import css from './CompareView.module.css'

export type RenderPane = (side: Side, props: PaneProps) => ReactNode

export interface CompareViewProps {
  readonly load: Load<Output<'documents.compare'>>
  readonly onAgain: () => void
  readonly before: PaneDocument
  readonly after: PaneDocument
  /** Whose each is, above its pages. */
  readonly heads: Readonly<Record<Side, ReactNode>>
  /** What the new check says otherwise, in terms of criteria. */
  readonly verdicts: ReactNode
  /** The other papers that have an earlier version; nothing where there is none. */
  readonly chooser: ReactNode
  readonly renderPane: RenderPane
  readonly onClose: () => void
}

/** What a resubmission says otherwise: verdicts first, then every change, beside the pages of both versions. */
export function CompareView(props: CompareViewProps) {
  const { load, onAgain, onClose } = props
  const say = useCompareText()
  const section = useRef<HTMLElement>(null)
  useCommand('compare.close', onClose)
  useEffect(() => section.current?.focus({ preventScroll: true }), [])
  return (
    <section className={css.view} ref={section} tabIndex={-1} aria-label={say('compare.label')}>
      <div className={css.head}>
        <CommandButton command="compare.close" appearance="subtle" icon={<ArrowLeft20Regular />}>
          {say('compare.back')}
        </CommandButton>
        <h2>{say('compare.title')}</h2>
        {props.chooser}
      </div>
      {load.status === 'loading' && <LoadingRows label={say('compare.loading')} />}
      {load.status === 'failed' && (
        <FailedState title={say('compare.failed')} error={load.error} onAgain={onAgain} />
      )}
      {load.status === 'ready' &&
        (load.value.outcome === 'missing' ? (
          <EmptyState title={say('compare.missing')} text={say('compare.missing.text')} />
        ) : (
          <Compared {...props} comparison={load.value.comparison} />
        ))}
    </section>
  )
}

function Compared(props: CompareViewProps & { readonly comparison: VersionComparison }) {
  const { comparison, verdicts } = props
  const say = useCompareText()
  const changes = useMemo(() => comparison.changes ?? [], [comparison])
  const [panes] = useState(() => new PairedPanes(comparison.before.inAll || null))
  const { isLocked, overlay } = useSyncExternalStore(panes.subscribe, panes.snapshot)
  const papers = useRef<HTMLDivElement>(null)
  const { current, shownSide, setShownSide, show } = useWalk(changes, panes)
  const isStacked = useMedia('(max-width: 900px)')
  useCommand('compare.lock', () => panes.toggleLock())
  useCommand('compare.overlay', () => panes.toggleOverlay())
  useEffect(() => {
    // The list stands above the pages there, and would leave them out of sight.
    if (isStacked && current !== null) papers.current?.scrollIntoView({ block: 'start' })
  }, [isStacked, current])
  const isOver = overlay.status !== 'off'
  const isOtherFile = comparison.likeness !== 'same_file'
  return (
    <div className={css.body} data-overlay={isOver || undefined} data-shown={isOver ? 'after' : shownSide}>
      <div className={css.side} data-pane="changes">
        <CompareSummary comparison={comparison} />
        {verdicts}
        <UnreadPages comparison={comparison} />
        <ChangeList changes={changes} current={current} onShow={show} />
        {isOtherFile && <p className={css.wordsOnly}>{say('compare.wordsOnly')}</p>}
      </div>
      <div className={css.papers} ref={papers}>
        <CompareTools {...{ isLocked, isOver, changes, current }} onZoom={(order) => panes.zoom(order)} />
        {isOver && <OverlayLine overlay={overlay} />}
        <SideSwitch shown={shownSide} onShow={setShownSide} />
        <BothPanes {...props} changes={changes} panes={panes} onShow={show} />
      </div>
    </div>
  )
}

/** Which change is current, and the way to the next: on the pages, in words, and in a narrow window on the version that has it. */
function useWalk(changes: readonly TextChange[], panes: PairedPanes) {
  const say = useCompareText()
  const { announce } = useAnnounce()
  const [current, setCurrent] = useState<number | null>(null)
  const [shownSide, setShownSide] = useState<Side>('after')
  const show = (at: number | null) => {
    const change = at === null ? undefined : changes[at]
    if (at === null || change === undefined) return
    setCurrent(at)
    setShownSide(change.after === null ? 'before' : 'after')
    panes.show(at, change)
    announce(`${whereOfChange(change, at, changes.length, say)}. ${changeWords(change, say)}`)
  }
  const step = (by: 1 | -1) => show(stepChange(changes.length, current, by))
  useCommand('compare.next', () => step(1), changes.length > 0)
  useCommand('compare.previous', () => step(-1), changes.length > 0)
  return { current, shownSide, setShownSide, show }
}

interface BothPanesProps extends Pick<CompareViewProps, 'before' | 'after' | 'heads' | 'renderPane'> {
  readonly changes: readonly TextChange[]
  readonly panes: PairedPanes
  readonly onShow: (at: number) => void
}

function BothPanes({ changes, panes, onShow, heads, renderPane, ...documents }: BothPanesProps) {
  const say = useCompareText()
  const ofParties = usePartyLetters() !== null
  const marks = useMemo(() => {
    const wordsOf = (change: TextChange) => changeWords(change, say)
    return {
      before: changeMarks(changes, 'before', wordsOf, ofParties),
      after: changeMarks(changes, 'after', wordsOf, ofParties),
    }
  }, [changes, say, ofParties])
  return (
    <div className={css.panes}>
      {SIDES.map((side) => (
        <div key={side} className={css.pane} data-side={side} data-pane={`version ${side}`}>
          {heads[side]}
          {renderPane(side, {
            ref: panes.attach[side],
            document: documents[side],
            marks: marks[side],
            onMarkActivated: (markId) => onShow(changeOfMark(markId)),
            onPage: side === 'after' ? panes.turnTo : ignorePage,
            onNews: (news) => panes.hear(side, news),
          })}
        </div>
      ))}
    </div>
  )
}

const ignorePage = () => undefined

/** Shown where two versions have no room beside each other. */
function SideSwitch({ shown, onShow }: { readonly shown: Side; readonly onShow: (side: Side) => void }) {
  const say = useCompareText()
  return (
    <div className={css.switch} role="group" aria-label={say('compare.version')}>
      {SIDES.map((side) => (
        <button key={side} type="button" aria-pressed={side === shown} onClick={() => onShow(side)}>
          {say(`compare.${side}`)}
        </button>
      ))}
    </div>
  )
}
