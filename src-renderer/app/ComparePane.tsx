import { useCallback } from 'react'
import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import { RecheckNotice } from '../features/checks/RecheckNotice.tsx'
import { CompareView, type RenderPane } from '../features/compare/CompareView.tsx'
import { VersionChooser } from '../features/compare/VersionChooser.tsx'
import type { PageSight } from '../features/viewer/viewerProps.ts'
import { PaperPane } from '../features/viewer/PaperPane.tsx'
import { useText } from '../format/useText.ts'
import type { Versions } from '../stores/claimViewStore.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { pressKey } from './pressKey.ts'
import { useThemeName } from './useThemeName.ts'

interface ComparePaneProps {
  readonly detail: ClaimDetail
  readonly versions: Versions
}

/** The comparison and the viewer's frames meet here. Pages that are seen beside the other version are seen. */
export function ComparePane({ detail, versions }: ComparePaneProps) {
  const say = useText()
  const { claimView } = useStores()
  const viewerUrl = useShared('session', ({ host }) => valueOf(host)?.viewerUrl ?? null)
  const theme = useThemeName()
  const onPageSeen = useCallback(
    ({ documentId, page, share }: PageSight) => claimView.getState().see(documentId, page, share),
    [claimView],
  )
  const { compare } = claimView.getState()
  const documentOf = (id: string) => detail.documents.find(({ documentId }) => documentId === id)
  const [before, after] = [documentOf(versions.before), documentOf(versions.after)]
  if (viewerUrl === null || before === undefined || after === undefined) return null
  const renderPane: RenderPane = (side, props) => (
    <PaperPane
      {...props}
      viewerUrl={viewerUrl}
      theme={theme}
      title={say(`compare.${side}Frame`)}
      onPageSeen={onPageSeen}
      onKey={pressKey}
    />
  )
  return (
    <CompareView
      // Another pair is another comparison: nothing of the one before stays.
      key={`${before.sha256} ${after.sha256}`}
      detail={detail}
      before={before}
      after={after}
      verdicts={<RecheckNotice detail={detail} />}
      chooser={<VersionChooser detail={detail} shown={versions} onChoose={compare} />}
      renderPane={renderPane}
      onClose={() => compare(null)}
    />
  )
}
