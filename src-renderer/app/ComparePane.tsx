import { useCallback } from 'react'
import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import { RecheckNotice } from '../features/checks/RecheckNotice.tsx'
import { CompareView, type RenderPane } from '../features/compare/CompareView.tsx'
import { PaneHead } from '../features/compare/PaneHead.tsx'
import { VersionChooser } from '../features/compare/VersionChooser.tsx'
import type { PageSight } from '../features/viewer/viewerProps.ts'
import { PaperPane } from '../features/viewer/PaperPane.tsx'
import { useText } from '../format/useText.ts'
import type { Versions } from '../stores/claimViewStore.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { useRead } from '../stores/useRead.ts'
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
  const question = questionOf(detail, versions)
  const [load, again] = useRead('documents.compare', question, detail.claim.revision)
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
      load={load}
      onAgain={again}
      before={before}
      after={after}
      heads={{
        before: <PaneHead side="before" document={before} />,
        after: <PaneHead side="after" document={after} />,
      }}
      verdicts={<RecheckNotice detail={detail} />}
      chooser={<VersionChooser detail={detail} shown={versions} onChoose={compare} />}
      renderPane={renderPane}
      onClose={() => compare(null)}
    />
  )
}

/** Null = one of the two left the claim. */
function questionOf({ claim, documents }: ClaimDetail, versions: Versions) {
  const shaOf = (id: string) => documents.find(({ documentId }) => documentId === id)?.sha256
  const [before, after] = [shaOf(versions.before), shaOf(versions.after)]
  if (before === undefined || after === undefined) return null
  return { claimId: claim.form.claimId, before, after }
}
