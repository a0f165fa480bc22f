import { useEffect } from 'react'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { ListPage } from '../../ui/ListPage.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { TableMenu } from '../../ui/TableMenu.tsx'
import { CaseList } from './CaseList.tsx'
import { OpenCase } from './OpenCase.tsx'
import type { PapersPort } from './panes/panePort.ts'
import css from './ArbitrationPage.module.css'

interface ArbitrationPageProps {
  /** Null = the list of all. */
  readonly caseId: CaseId | null
  readonly go: (route: Route) => void
  readonly port: PapersPort
}

/** Every thing of a customer that several partners hold or claim; one of them laid open is its board. */
export function ArbitrationPage({ caseId, ...rest }: ArbitrationPageProps) {
  return caseId === null ? <Cases go={rest.go} /> : <OpenCase key={caseId} caseId={caseId} {...rest} />
}

function Cases({ go }: Pick<ArbitrationPageProps, 'go'>) {
  const say = useText()
  const { client, arbitration } = useStores()
  const read = useShared('arbitration', (state) => state.cases)
  useEffect(() => {
    const again = () => void arbitration.getState().load()
    again()
    const ends = [client.events.on('arbitration.changed', again), client.events.on('session.changed', again)]
    return () => ends.forEach((end) => end())
  }, [client, arbitration])
  return (
    <ListPage
      title={say('page.arbitration')}
      beside={
        <>
          <p className={css.second}>{say('cases.what')}</p>
          <TableMenu />
        </>
      }
      notices={<TableExport wish={{ table: 'cases', view: 'open' }} />}
      read={read}
      words={{ loading: say('cases.loading'), failed: say('cases.failed') }}
      onAgain={() => void arbitration.getState().load()}
    >
      {({ rows, total }) => <CaseList rows={rows} total={total} go={go} />}
    </ListPage>
  )
}
