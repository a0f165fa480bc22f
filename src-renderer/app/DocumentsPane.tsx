import { lazy, type RefObject, Suspense, useCallback, useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type { VersionPair } from '../../src-preload/contract/vocabulary/versionShape.ts'
import { VersionsBar } from '../features/compare/VersionsBar.tsx'
import { flagWords } from '../features/checks/findingWords.ts'
import { mayJudge } from '../features/checks/mayJudge.ts'
import type { DocumentViewerHandle, PickedPlace, ShownDocument } from '../features/viewer/viewerProps.ts'
import { useText } from '../format/useText.ts'
import { type EvidenceIndex, numberOfMark } from '../stores/evidence.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { EmptyState, LoadingRows } from '../ui/states.tsx'
import { marksOf } from './documentMarks.ts'
import { pressKey } from './pressKey.ts'
import { pageCountsOf, shownDocuments } from './shownDocuments.ts'
import { useCommand } from './useCommand.ts'
import { useNextDocument } from './useNextDocument.ts'
import { useTakeAway } from './useTakeAway.ts'
import { useThemeName } from './useThemeName.ts'
import css from './ClaimPage.module.css'

const DocumentViewer = lazy(async () => ({
  default: (await import('../features/viewer/DocumentViewer.tsx')).DocumentViewer,
}))

interface DocumentsPaneProps {
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly viewer: RefObject<DocumentViewerHandle | null>
}

/** The proof. The viewer knows nothing of claims: it gets documents and marks, and tells what was looked at. */
export function DocumentsPane({ detail, index, viewer }: DocumentsPaneProps) {
  const say = useText()
  const intl = useIntl()
  const { claimView } = useStores()
  const viewerUrl = useShared('session', ({ host }) => valueOf(host)?.viewerUrl ?? null)
  const active = useShared('claimView', (state) => state.active)
  const theme = useThemeName()
  const marks = useMemo(
    () => marksOf(detail, index, { say, flagWords: (kind) => flagWords(kind, intl) }),
    [detail, index, say, intl],
  )
  const documents = useMemo(() => shownDocuments(detail), [detail])
  const pageCounts = useMemo(() => pageCountsOf(detail), [detail])
  const onTake = useTakeAway(detail.claim.form.claimId)
  const next = useNextDocument()
  const ahead = useShared('claimView', (state) => state.ahead)
  const maySay = mayJudge(detail)
  const onPicked = useCallback(
    (place: PickedPlace | null) => {
      if (place === null) return
      const { document, page, quads, text } = place
      const { documentId, fileName, sha256 } = document
      claimView.getState().setFound({ documentId, fileName, sha256, page, quads, text })
    },
    [claimView],
  )
  useCommand('evidence.add', () => viewer.current?.pick(), maySay)
  useCommand('document.find', () => viewer.current?.find())
  useCommand('document.next', () =>
    viewer.current?.openDocument(documentAfter(documents, claimView.getState().active?.documentId)),
  )
  const pair = pairAtHand(detail, active?.documentId)
  useCommand('compare.open', () => pair && claimView.getState().compare(pair), pair !== undefined)
  return (
    <div className={css.documents} data-pane="documents">
      {pair && <VersionsBar detail={detail} pair={pair} />}
      {detail.documents.length === 0 ? (
        <EmptyState title={say('documents.none')} text={say('documents.none.text')} />
      ) : viewerUrl === null ? (
        <EmptyState title={say('documents.viewerAway')} text={say('documents.viewerAway.text')} />
      ) : (
        <Suspense fallback={<LoadingRows label={say('claim.loading')} />}>
          <DocumentViewer
            ref={viewer}
            viewerUrl={viewerUrl}
            documents={documents}
            marks={marks}
            activeMark={active}
            theme={theme}
            pageCounts={pageCounts}
            onMarkActivated={(place) => claimView.getState().activate(numberOfMark(place.markId), place)}
            onPageSeen={({ documentId, page, share }) => claimView.getState().see(documentId, page, share)}
            next={next}
            ahead={ahead}
            onAhead={claimView.getState().setAhead}
            onTake={onTake}
            onPicked={maySay ? onPicked : undefined}
            onKey={pressKey}
          />
        </Suspense>
      )}
    </div>
  )
}

/** The document after the one that is looked at, around the end. */
function documentAfter(documents: readonly ShownDocument[], documentId: string | undefined): string {
  const at = documents.findIndex((each) => each.documentId === documentId)
  return documents[(Math.max(at, 0) + 1) % documents.length]?.documentId ?? ''
}

/** Of the paper that is looked at, else of the one that came last. */
function pairAtHand({ versions }: ClaimDetail, documentId: string | undefined): VersionPair | undefined {
  return (
    versions.find(({ before, after }) => before === documentId || after === documentId) ?? versions.at(-1)
  )
}
