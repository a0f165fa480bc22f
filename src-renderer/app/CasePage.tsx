import { lazy, Suspense } from 'react'
import type { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { ArbitrationPage } from '../features/arbitration/ArbitrationPage.tsx'
import type { ComparisonProps, PapersPort, PartyPagesProps } from '../features/arbitration/panes/panePort.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared } from '../stores/Stores.tsx'
import { EmptyState, LoadingRows } from '../ui/states.tsx'
import { pressKey } from './pressKey.ts'
import type { Route } from './routes.ts'
import { useThemeName } from './useThemeName.ts'

const PaperPane = lazy(async () => ({
  default: (await import('../features/viewer/PaperPane.tsx')).PaperPane,
}))

const PartyComparison = lazy(async () => ({
  default: (await import('./PartyComparison.tsx')).PartyComparison,
}))

interface CasePageProps {
  /** Null = the list of all. */
  readonly caseId: CaseId | null
  readonly go: (route: Route) => void
}

/** The cases, and the papers of one: its board, the viewer's frames and the comparison meet here. */
export function CasePage(props: CasePageProps) {
  return <ArbitrationPage {...props} port={PORT} />
}

const PORT: PapersPort = {
  renderPages: (pages) => <PartyPages {...pages} />,
  renderComparison: (compared) => <Comparison {...compared} />,
}

function Comparison(props: ComparisonProps) {
  const say = useText()
  return (
    <Suspense fallback={<LoadingRows label={say('compare.parties.loading')} />}>
      <PartyComparison {...props} />
    </Suspense>
  )
}

/** What is seen of a paper here is not what its claim's reviewer has seen, and is not counted for the claim. */
function PartyPages({ onTouched, ...props }: PartyPagesProps) {
  const say = useText()
  const viewerUrl = useShared('session', ({ host }) => valueOf(host)?.viewerUrl ?? null)
  const theme = useThemeName()
  if (viewerUrl === null)
    return <EmptyState title={say('documents.viewerAway')} text={say('documents.viewerAway.text')} />
  return (
    <Suspense fallback={<LoadingRows label={say('case.loading')} />}>
      <PaperPane
        {...props}
        viewerUrl={viewerUrl}
        theme={theme}
        onPageSeen={ignoreSight}
        onKey={(press) => {
          onTouched()
          pressKey(press)
        }}
      />
    </Suspense>
  )
}

const ignoreSight = () => undefined
