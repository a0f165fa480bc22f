import { lazy, Suspense, useCallback } from 'react'
import type { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { ArbitrationPage } from '../features/arbitration/ArbitrationPage.tsx'
import type { PartyPagesProps } from '../features/arbitration/panes/panePort.ts'
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

interface CasePageProps {
  /** Null = the list of all. */
  readonly caseId: CaseId | null
  readonly go: (route: Route) => void
}

/** The cases, and the papers of one: its board and the viewer's frames meet here. */
export function CasePage(props: CasePageProps) {
  const renderPages = useCallback((pages: PartyPagesProps) => <PartyPages {...pages} />, [])
  return <ArbitrationPage {...props} renderPages={renderPages} />
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
