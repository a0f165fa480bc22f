import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { Conflict, ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { wordsOfBlocks } from '../../format/blockWords.ts'
import { useText } from '../../format/useText.ts'
import { useRead } from '../../stores/useRead.ts'
import { Notice } from '../../ui/Notice.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { ConflictChoices } from './ConflictChoices.tsx'
import { ConflictSides } from './ConflictSides.tsx'
import { ConflictSince } from './ConflictSince.tsx'
import { DecidedSides } from './DecidedSides.tsx'
import type { TraysStore } from './traysStore.ts'
import css from './ConflictPanel.module.css'

interface ConflictPanelProps {
  readonly store: TraysStore
  readonly conflict: Conflict
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** One conflict: what I asked for, how the claim stood, how it stands, what happened since, and what can be done. */
export function ConflictPanel({ store, conflict, onOpenClaim }: ConflictPanelProps) {
  const say = useText()
  const reads = useStore(store, (state) => state.reads)
  const [read, again] = useRead('sync.conflict', { operationId: conflict.operationId }, reads)
  if (read.status === 'failed')
    return <FailedState title={say('conflict.failed')} error={read.error} onAgain={again} />
  if (read.status !== 'ready') return <LoadingRows label={say('conflict.loading')} />
  const { detail } = read.value
  if (detail === null) return <p className={css.gone}>{say('conflict.gone')}</p>
  return <Panel store={store} detail={detail} onOpenClaim={onOpenClaim} />
}

interface PanelProps extends Omit<ConflictPanelProps, 'conflict'> {
  readonly detail: ConflictDetail
}

function Panel({ store, detail, onOpenClaim }: PanelProps) {
  const say = useText()
  const [isHandingOver, setHandingOver] = useState(false)
  return (
    <div
      className={css.panel}
      role="group"
      aria-label={say('conflict.label', { name: detail.conflict.claimName })}
    >
      {detail.decided === null ? (
        <>
          <ConflictSides detail={detail} />
          <ConflictSince detail={detail} />
        </>
      ) : (
        <DecidedSides decided={detail.decided} madeAt={detail.conflict.madeAt} />
      )}
      <Problem store={store} detail={detail} />
      <ConflictChoices {...{ store, detail, onOpenClaim, isHandingOver }} onHandOver={setHandingOver} />
    </div>
  )
}

function Problem({ store, detail }: Omit<PanelProps, 'onOpenClaim'>) {
  const say = useText()
  const { locale } = useIntl()
  const problem = useStore(store, (state) => state.problem)
  if (problem === null) return null
  return (
    <Notice tone={problem.kind === 'error' ? 'danger' : 'warning'}>
      {problem.kind === 'error'
        ? say(`error.${problem.error.code}`)
        : say('refusal.blocked', {
            blocks: wordsOfBlocks(problem.blocks, detail.theirs?.items ?? [], locale, say),
          })}
    </Notice>
  )
}
