import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import english from '../../../../resources/locales/viewer.en.json'
import italian from '../../../../resources/locales/viewer.it.json'
import {
  DocumentViewer,
  type DocumentViewerHandle,
  type MarkPlace,
} from '../../../../src-renderer/features/viewer/DocumentViewer.tsx'
import type { PageAhead } from '../../../../src-renderer/features/viewer/viewerProps.ts'
import type { PageUnderTest, Scenario } from './scenario.ts'

const THEMES = { light: webLightTheme, dark: webDarkTheme }
const CATALOGUES = { en: english, it: italian }
const records: Pick<PageUnderTest, 'activated' | 'seen' | 'keys' | 'taken' | 'picked' | 'ahead'> = {
  activated: [],
  seen: [],
  keys: [],
  taken: [],
  picked: [],
  ahead: [],
}

function Page({ scenario }: { readonly scenario: Scenario }) {
  const handle = useRef<DocumentViewerHandle>(null)
  const [active, setActive] = useState<MarkPlace | null>(null)
  const [ahead, setAhead] = useState<PageAhead | null>(null)
  const [documents, setDocuments] = useState(scenario.documents)
  useEffect(() => {
    window.underTest = {
      ...records,
      activate: setActive,
      zoom: (scale) => handle.current?.zoom({ to: 'value', scale }),
      rotate: () => handle.current?.rotate(),
      setDocuments,
    }
  }, [])
  return (
    <IntlProvider locale={scenario.language} messages={CATALOGUES[scenario.language]}>
      <FluentProvider theme={THEMES[scenario.theme]}>
        <DocumentViewer
          ref={handle}
          viewerUrl={scenario.viewerUrl}
          documents={documents}
          marks={scenario.marks}
          activeMark={active}
          theme={scenario.theme}
          onMarkActivated={(place) => {
            records.activated.push(place)
            setActive(place)
          }}
          onPageSeen={(sight) => records.seen.push(sight)}
          next={scenario.next ?? null}
          ahead={ahead}
          onAhead={(drawn) => {
            records.ahead.push(drawn.sha256)
            setAhead(drawn)
          }}
          onPicked={(place) =>
            records.picked.push(place && { ...place, document: place.document.documentId })
          }
          onTake={(document, taking) => {
            records.taken.push([document.documentId, taking])
            return Promise.resolve({ may: true, text: taking === 'copy' ? 'Saved as /home/x.pdf' : null })
          }}
          onKey={(press) => records.keys.push(press)}
        />
      </FluentProvider>
    </IntlProvider>
  )
}

window.bridge = { secret: 'only for the app' }
const answer = await fetch('/scenario.json')
// The spec's own server answers with the spec's own scenario.
const scenario = (await answer.json()) as Scenario
const root = document.getElementById('root')
if (root) createRoot(root).render(<Page scenario={scenario} />)
