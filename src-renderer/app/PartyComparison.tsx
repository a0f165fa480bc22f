import type { ComparedPaper, ComparisonProps } from '../features/arbitration/panes/panePort.ts'
import { PartyLettersContext } from '../features/compare/compareText.ts'
import { CompareView, type RenderPane } from '../features/compare/CompareView.tsx'
import { PartyHead } from '../features/compare/PaneHead.tsx'
import { PaperPane } from '../features/viewer/PaperPane.tsx'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared } from '../stores/Stores.tsx'
import { useRead } from '../stores/useRead.ts'
import { pressKey } from './pressKey.ts'
import { useThemeName } from './useThemeName.ts'

/** The papers of two parties, the comparison and the viewer's frames meet here. */
export function PartyComparison({ caseId, before, after, onClose }: ComparisonProps) {
  const say = useText()
  const viewerUrl = useShared('session', ({ host }) => valueOf(host)?.viewerUrl ?? null)
  const theme = useThemeName()
  const named = ({ claimId, paper: { sha256 } }: ComparedPaper) => ({ claimId, sha256 })
  const [load, again] = useRead('arbitration.compare', {
    caseId,
    before: named(before),
    after: named(after),
  })
  if (viewerUrl === null) return null
  const sides = { before, after }
  const renderPane: RenderPane = (side, props) => {
    const { letter, partnerName: partner } = sides[side]
    return (
      <PaperPane
        {...props}
        ofParties
        viewerUrl={viewerUrl}
        theme={theme}
        title={say('arbitration.panes.frame', { letter, partner })}
        onPageSeen={ignoreSight}
        onKey={pressKey}
      />
    )
  }
  return (
    <PartyLettersContext value={{ before: before.letter, after: after.letter }}>
      <CompareView
        load={load}
        onAgain={again}
        before={before.paper}
        after={after.paper}
        heads={{
          before: (
            <PartyHead side="before" partnerName={before.partnerName} fileName={before.paper.fileName} />
          ),
          after: <PartyHead side="after" partnerName={after.partnerName} fileName={after.paper.fileName} />,
        }}
        verdicts={null}
        chooser={null}
        renderPane={renderPane}
        onClose={onClose}
      />
    </PartyLettersContext>
  )
}

const ignoreSight = () => undefined
