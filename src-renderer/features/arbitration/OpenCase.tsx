import { useEffect } from 'react'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Route } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { Board } from './Board.tsx'
import type { PapersPort } from './panes/panePort.ts'
import css from './OpenCase.module.css'

interface OpenCaseProps {
  readonly caseId: CaseId
  readonly go: (route: Route) => void
  readonly port: PapersPort
}

/** One case, read again whenever it or one of its claims changes. */
export function OpenCase({ caseId, go, port }: OpenCaseProps) {
  const say = useText()
  const { client, arbitration } = useStores()
  const shown = useShared('arbitration', (state) => (state.caseId === caseId ? state.shown : null))
  const again = () => void arbitration.getState().openCase(caseId)
  useCommand('board.back', () => go({ page: 'arbitration' }))
  useEffect(() => {
    const read = () => void arbitration.getState().openCase(caseId)
    read()
    const ends = [client.events.on('arbitration.changed', read), client.events.on('claims.changed', read)]
    return () => ends.forEach((end) => end())
  }, [client, arbitration, caseId])
  if (shown?.status === 'ready') return <Board {...shown.value} port={port} />
  return (
    <div className={css.page}>
      {shown?.status === 'failed' ? (
        <FailedState title={say('case.failed')} error={shown.error} onAgain={again} />
      ) : (
        <LoadingRows label={say('case.loading')} />
      )}
    </div>
  )
}
