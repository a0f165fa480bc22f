import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { ChecksPanel } from '../features/checks/ChecksPanel.tsx'
import { ClaimHeader } from '../features/claim/ClaimHeader.tsx'
import { Coverage } from '../features/claim/Coverage.tsx'
import { LeaseWatch } from '../features/claim/assign/LeaseWatch.tsx'
import { SiblingsNotice } from '../features/claim/assign/SiblingsNotice.tsx'
import { AttentionActs } from '../features/claim/attention/AttentionActs.tsx'
import { AttentionNotice } from '../features/claim/attention/AttentionNotice.tsx'
import { leadingClock } from '../features/claim/clocks/claimClocks.ts'
import { DecisionBar } from '../features/claim/decide/DecisionBar.tsx'
import { DraftNotice } from '../features/claim/decide/DraftNotice.tsx'
import { EvidenceWalker } from '../features/claim/EvidenceWalker.tsx'
import { ClaimFacts } from '../features/claim/facts/ClaimFacts.tsx'
import { PendingNotice } from '../features/claim/PendingNotice.tsx'
import { ReadOnlyNotice } from '../features/claim/ReadOnlyNotice.tsx'
import { RefusalNotice } from '../features/claim/RefusalNotice.tsx'
import { SaveRecord } from '../features/record/SaveRecord.tsx'
import type { DocumentViewerHandle } from '../features/viewer/viewerProps.ts'
import { useText } from '../format/useText.ts'
import { indexEvidence, markIdOf } from '../stores/evidence.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { AssignmentNotice } from '../ui/AssignmentNotice.tsx'
import { FailedState, LoadingRows } from '../ui/states.tsx'
import { DocumentsPane } from './DocumentsPane.tsx'
import type { Route } from './routes.ts'
import { showFact } from './showFact.ts'
import { useCommand } from './useCommand.ts'
import { useTakeNext } from './useTakeNext.ts'
import css from './ClaimPage.module.css'

const SecondReviewPanel = lazy(async () => ({
  default: (await import('../features/quality/SecondReviewPanel.tsx')).SecondReviewPanel,
}))
const TalkDrawer = lazy(async () => ({
  default: (await import('../features/claim/talk/TalkDrawer.tsx')).TalkDrawer,
}))
const ComparePane = lazy(async () => ({ default: (await import('./ComparePane.tsx')).ComparePane }))
const ClockWhy = lazy(async () => ({
  default: (await import('../features/claim/clocks/ClockWhy.tsx')).ClockWhy,
}))

interface ClaimPageProps {
  readonly claimId: ClaimId
  readonly go: (route: Route) => void
}

/** One claim: what is stated, the proof, the checks, the decision. The features meet here and in the shared stores. */
export function ClaimPage({ claimId, go }: ClaimPageProps) {
  const say = useText()
  const { openClaim, claimView } = useStores()
  const filter = useShared('filter', (state) => state.filter)
  const shownId = useShared('openClaim', (state) => state.claimId)
  const detail = useShared('openClaim', (state) => state.detail)
  useEffect(() => {
    if (openClaim.getState().claimId !== claimId) claimView.getState().reset()
    void openClaim.getState().open(claimId, filter)
  }, [openClaim, claimView, claimId, filter])
  useWayCommands(go)
  useTakeNext((next) => go({ page: 'claim', claimId: next }))
  if (shownId === claimId && detail.status === 'ready')
    return <OpenClaim key={claimId} detail={detail.value} go={go} />
  return (
    <>
      {/* Until the claim is here its name is not known. */}
      <h1 className="pd-sr">{say('page.claim')}</h1>
      {shownId === claimId && detail.status === 'failed' ? (
        <FailedState
          title={say('claim.failed')}
          error={detail.error}
          onAgain={() => void openClaim.getState().open(claimId, filter)}
        />
      ) : (
        <LoadingRows label={say('claim.loading')} />
      )}
    </>
  )
}

/** Back, next and previous work in every state of the page. */
function useWayCommands(go: (route: Route) => void): void {
  const position = useShared('openClaim', (state) => state.position)
  const next = position?.next ?? null
  const previous = position?.previous ?? null
  useCommand('claim.back', () => go({ page: 'queue' }))
  useCommand('claim.next', () => next !== null && go({ page: 'claim', claimId: next }), next !== null)
  useCommand(
    'claim.previous',
    () => previous !== null && go({ page: 'claim', claimId: previous }),
    previous !== null,
  )
}

interface OpenClaimProps {
  readonly detail: ClaimDetail
  readonly go: ClaimPageProps['go']
}

function OpenClaim({ detail, go }: OpenClaimProps) {
  const say = useText()
  const { claimView } = useStores()
  const index = useMemo(() => indexEvidence(detail), [detail])
  const viewer = useRef<DocumentViewerHandle>(null)
  const page = useRef<HTMLDivElement>(null)
  const compared = useShared('claimView', (state) => state.compared)
  useDrawerCommands(detail)
  useEffect(() => {
    // Another claim has come, or a comparison is over: the reading position is its name.
    if (compared === null) page.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [compared])
  const onShow = (number: number) => {
    const found = index.all.find((each) => each.number === number)
    if (found === undefined) return
    const place =
      found.documentId === null ? null : { documentId: found.documentId, markId: markIdOf(number) }
    claimView.getState().activate(number, place)
    if (place !== null) viewer.current?.activate(place)
  }
  const onShowFlag = (documentId: string, markId: string) => {
    claimView.getState().activate(null, { documentId, markId })
    viewer.current?.activate({ documentId, markId })
  }
  return (
    <div className={css.claim} ref={page}>
      <ClaimHeader detail={detail} />
      <ReadOnlyNotice detail={detail} />
      <RefusalNotice detail={detail} />
      <PendingNotice detail={detail} />
      <AttentionNotice detail={detail} />
      <AttentionActs detail={detail} />
      <AssignmentNotice />
      <SiblingsNotice detail={detail} />
      <DraftNotice detail={detail} />
      <LeaseWatch detail={detail} />
      <SaveRecord claimId={detail.claim.form.claimId} />
      <div className={css.middle}>
        {compared === null ? (
          <div className={css.split}>
            <ClaimFacts
              detail={detail}
              onOpenDocument={(documentId) => viewer.current?.openDocument(documentId)}
            />
            <DocumentsPane detail={detail} index={index} viewer={viewer} />
            {detail.secondReview !== null ? (
              <Suspense fallback={<LoadingRows label={say('claim.loading')} />}>
                <SecondReviewPanel detail={detail} review={detail.secondReview} />
              </Suspense>
            ) : (
              <ChecksPanel
                detail={detail}
                index={index}
                onShow={onShow}
                onShowFlag={onShowFlag}
                onShowFact={(words) => page.current !== null && showFact(page.current, words)}
              />
            )}
          </div>
        ) : (
          <Suspense fallback={<LoadingRows label={say('compare.loading')} />}>
            <ComparePane detail={detail} versions={compared} />
          </Suspense>
        )}
        <OpenDrawer detail={detail} />
      </div>
      {detail.secondReview === null && (
        <DecisionBar
          detail={detail}
          onShowPage={(documentId, page) => viewer.current?.showPage(documentId, page)}
          onGo={(next) => go(next === null ? { page: 'queue' } : { page: 'claim', claimId: next })}
        >
          <EvidenceWalker detail={detail} index={index} onShow={onShow} />
          <Coverage detail={detail} />
        </DecisionBar>
      )}
    </div>
  )
}

/** The talk and the explanation of a clock: each key opens its own and closes it again. */
function useDrawerCommands({ claim }: ClaimDetail): void {
  const { claimView } = useStores()
  const drawer = useShared('claimView', (state) => state.drawer)
  const { openDrawer } = claimView.getState()
  const timer = leadingClock(claim.clocks)?.timer ?? null
  useCommand('claim.talk', () =>
    openDrawer(drawer?.kind === 'talk' ? null : { kind: 'talk', commentId: null }),
  )
  useCommand(
    'claim.why',
    () => timer !== null && openDrawer(drawer?.kind === 'clock' ? null : { kind: 'clock', timer }),
    timer !== null,
  )
}

function OpenDrawer({ detail }: { readonly detail: ClaimDetail }) {
  const drawer = useShared('claimView', (state) => state.drawer)
  if (drawer === null) return null
  return (
    <Suspense fallback={null}>
      {drawer.kind === 'talk' ? (
        <TalkDrawer detail={detail} commentId={drawer.commentId} />
      ) : (
        <ClockWhy key={drawer.timer} detail={detail} timer={drawer.timer} />
      )}
    </Suspense>
  )
}
