import { useAnnounce } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { useText } from '../../../format/useText.ts'
import type { ClaimRef } from '../../../stores/assignmentStore.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { blocksOfAction } from '../decide/decisionRules.ts'

/** Take, release and hand over by their keys. A blocked one says why instead of doing nothing. */
export function useAssignmentCommands(detail: ClaimDetail): void {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const { assignment, claimView } = useStores()
  const claim = claimRefOf(detail)
  const run = (action: OperationKind, act: () => void) => () => {
    const blocks = blocksOfAction(detail.actions, action)
    if (blocks.length > 0) announce(wordsOfBlocks(blocks, detail.claim.form.items, locale, say))
    else act()
  }
  const state = assignment.getState
  useCommand(
    'claim.take',
    run('take', () => void state().take(claim)),
  )
  useCommand(
    'claim.release',
    run('release', () => void state().release(claim)),
  )
  useCommand(
    'claim.handOver',
    run('hand_over', () => claimView.getState().openStrip('hand_over')),
  )
}

export function claimRefOf({ claim }: ClaimDetail): ClaimRef {
  return { claimId: claim.form.claimId, revision: claim.revision, name: claim.form.claimName }
}
