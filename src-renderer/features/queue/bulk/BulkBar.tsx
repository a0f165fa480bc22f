import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ClaimCount } from '../../../../src-preload/contract/vocabulary/queueShape.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { countWords } from '../../../format/claimCount.ts'
import { useText } from '../../../format/useText.ts'
import type { ClaimRef } from '../../../stores/assignmentStore.ts'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import type { BulkStore } from './bulkStore.ts'
import css from './bulk.module.css'

export type BulkPlan = Output<'claims.bulkPlan'>

interface BulkBarProps {
  readonly store: BulkStore
  readonly picked: readonly ClaimRef[]
  /** Claims that the filter shows. */
  readonly shown: ClaimCount
  /** What approving them would come to; null = not known yet. */
  readonly plan: BulkPlan | null
}

/** What can be done with the picked claims, and what approving leaves out. */
export function BulkBar({ store, picked, shown, plan }: BulkBarProps) {
  const say = useText()
  const intl = useIntl()
  const isBusy = useStore(store, (state) => state.isBusy)
  const [first] = plan?.leftOut ?? []
  const why =
    first === undefined
      ? null
      : first.blocks.length === 0
        ? say('bulk.gone')
        : wordsOfBlocks(first.blocks, [], intl.locale, say)
  return (
    <div role="toolbar" aria-label={say('bulk.label')} className={css.bar} data-pane="bulk">
      <span className={css.count} role="status">
        <b>{say('bulk.picked', { count: picked.length, shown: countWords(shown, say) })}</b>
        {why !== null && (
          <span className={css.left}>
            {say('bulk.leftOfApprove', { count: plan?.leftOut.length ?? 0, why })}
          </span>
        )}
      </span>
      <CommandButton command="queue.take" withKey isBlocked={isBusy}>
        {say('command.take')}
      </CommandButton>
      <CommandButton command="queue.release" withKey isBlocked={isBusy}>
        {say('command.release')}
      </CommandButton>
      <CommandButton command="queue.snooze" withKey>
        {say('command.snooze')}
      </CommandButton>
      <CommandButton command="queue.approve" withKey isBlocked={isBusy || plan?.able.length === 0}>
        {say('bulk.approve', { count: plan?.able.length ?? 0 })}
      </CommandButton>
      <CommandButton command="grid.drop" withKey>
        {say('command.dropPicked')}
      </CommandButton>
    </div>
  )
}
