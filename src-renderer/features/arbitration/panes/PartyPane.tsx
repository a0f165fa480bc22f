import { useCallback, useMemo, useState } from 'react'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { useText } from '../../../format/useText.ts'
import type { PaneNews } from '../../../stores/panes.ts'
import { EmptyState, LoadingRows } from '../../../ui/states.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { numberOfSharedMark, sharedMarks } from '../shared/sharedPlaces.ts'
import type { SharedModel } from '../shared/useSharedEvidence.ts'
import { type CasePanes, type CasePanesView, numberOfPlaceMark } from './casePanes.ts'
import type { PaneSide } from './linkedScroll.ts'
import { PaneHead } from './PaneHead.tsx'
import type { PapersPort } from './panePort.ts'
import type { PartyPaper } from './partyPapers.ts'
import { placeMarks } from './placeMarks.ts'
import { placeWords } from './placeWords.ts'
import type { PlacesByParty } from './useCasePanes.ts'
import css from './PartyPanes.module.css'

export interface PartyPaneProps {
  readonly side: PaneSide
  readonly party: BoardParty
  readonly parties: readonly BoardParty[]
  readonly papers: readonly PartyPaper[]
  readonly places: PlacesByParty
  readonly panes: CasePanes
  readonly view: CasePanesView
  readonly shared: SharedModel
  /** Null = not yet: the board is painted first. */
  readonly renderPages: PapersPort['renderPages'] | null
}

/** One party's paper: whose it is, which page of which document, its places, and the pages themselves. */
export function PartyPane(props: PartyPaneProps) {
  const { side, party, parties, papers, panes, view } = props
  const say = useText()
  const letter = letterIn(parties, party.claimId)
  const paper = papers.find(({ documentId }) => documentId === view[side].documentId)
  const [sight, setSight] = useState(NOTHING_SEEN)
  const documentId = paper?.documentId ?? ''
  const onPage = useCallback(
    (page: number, pages: number) => setSight({ documentId, page, pages }),
    [documentId],
  )
  const name = say('arbitration.panes.pane', { letter, partner: party.partnerName })
  return (
    <section
      className={css.pane}
      aria-label={name}
      data-side={side}
      data-pane={`papers ${side}`}
      data-active={view.active === side || undefined}
      onFocus={() => panes.touch(side)}
    >
      <PaneHead
        {...props}
        paper={paper}
        letter={letter}
        sight={sight.documentId === documentId ? sight : null}
      />
      {paper === undefined ? (
        <EmptyState
          title={say('arbitration.panes.none')}
          text={say('arbitration.panes.none.text', { letter })}
        />
      ) : (
        <Pages {...props} paper={paper} letter={letter} onPage={onPage} />
      )}
    </section>
  )
}

const NOTHING_SEEN = { documentId: '', page: 0, pages: 0 }

interface PagesProps extends PartyPaneProps {
  readonly paper: PartyPaper
  readonly letter: string
  readonly onPage: (page: number, pages: number) => void
}

function Pages({ side, party, paper, letter, places, panes, shared, onPage, renderPages }: PagesProps) {
  const say = useText()
  const { claimId } = party
  const own = places.get(claimId)
  const { all, percent, open } = shared
  const { documentId } = paper
  const marks = useMemo(
    () => [
      ...placeMarks(own?.all ?? [], documentId, { letter, wordsOf: (place) => placeWords(place, say) }),
      ...sharedMarks(all, documentId, { say, percent }),
    ],
    [own, documentId, letter, say, all, percent],
  )
  const onMarkActivated = useCallback(
    (markId: string) => {
      const place = own?.all.find(({ number }) => number === numberOfPlaceMark(markId))
      if (place !== undefined) panes.show(claimId, place)
      const both = all.find(({ number }) => number === numberOfSharedMark(markId))
      if (both !== undefined) open(both)
    },
    [own, panes, claimId, all, open],
  )
  const onNews = useCallback((news: PaneNews) => panes.hear(side, news), [panes, side])
  if (renderPages === null) return <LoadingRows label={say('case.loading')} />
  return renderPages({
    ref: panes.attach[side],
    document: paper,
    marks,
    title: say('arbitration.panes.frame', { letter, partner: party.partnerName }),
    onMarkActivated,
    onPage,
    onNews,
    onTouched: () => panes.touch(side),
  })
}
