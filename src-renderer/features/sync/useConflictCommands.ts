import { useAnnounce } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import {
  type CaseState,
  LIVING_CASE_STATES,
} from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictChoice } from '../../../src-preload/contract/vocabulary/words.ts'
import type { CommandId } from '../../app/commands.ts'
import { hashOf } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { wordsOfBlocks } from '../../format/blockWords.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import type { TraysStore } from './traysStore.ts'

export const COMMAND_OF_CHOICE = {
  redo: 'trays.redo',
  take_and_redo: 'trays.takeAndRedo',
  send_again: 'trays.sendAgain',
  hand_over: 'trays.handOver',
  let_go: 'trays.letGo',
} as const satisfies Record<ConflictChoice, CommandId>

interface Settling {
  readonly store: TraysStore
  readonly detail: ConflictDetail
  readonly onOpenClaim: (claimId: ClaimId) => void
  /** A colleague is to be chosen first. */
  readonly onHandOver: () => void
}

/** What each choice does: `redo` and `take_and_redo` lead to the claim, with the words back in the strip. */
export function useSettle({ store, detail, onOpenClaim }: Omit<Settling, 'onHandOver'>) {
  const say = useText()
  const { announce } = useAnnounce()
  const { claimView, openClaim } = useStores()
  const { operationId, claimId, claimName } = detail.conflict
  return async (choice: ConflictChoice, toUserId?: UserId): Promise<void> => {
    if (!(await store.getState().settle(operationId, choice, toUserId))) return
    announce(say(`conflict.done.${choice}`, { name: claimName }))
    // A decision of cases is made again where they stand, with its words.
    const living = detail.decided?.cases.find(({ state }) => state !== null && isLiving(state))
    if (choice === 'redo' && living !== undefined) {
      location.hash = hashOf({ page: 'arbitration', caseId: living.caseId })
      return
    }
    if (choice === 'redo' || choice === 'take_and_redo') {
      // The page of the claim may still be here with what it read before.
      if (openClaim.getState().claimId === claimId) await openClaim.getState().reread()
      claimView.getState().resume(claimId)
      onOpenClaim(claimId)
    } else focusCurrent(store)
  }
}

const isLiving = (state: CaseState): boolean => LIVING_CASE_STATES.some((one) => one === state)

/** The next conflict, or the heading when none is left. */
export function focusCurrent(store: TraysStore): void {
  requestAnimationFrame(() => {
    const { current } = store.getState()
    const row = current === null ? null : document.getElementById(conflictRowId(current))
    ;(row ?? document.getElementById(CONFLICTS_HEAD))?.focus()
  })
}

export const CONFLICTS_HEAD = 'conflicts-head'
export const conflictRowId = (operationId: string) => `conflict-${operationId}`

/** Every choice by its key, as far as it is offered. A blocked one says why. */
export function useChoiceCommands({ store, detail, onOpenClaim, onHandOver }: Settling): void {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const settle = useSettle({ store, detail, onOpenClaim })
  const run = (choice: ConflictChoice) => () => {
    const blocks = detail.choices.find((each) => each.choice === choice)?.blocks ?? []
    if (blocks.length > 0) announce(wordsOfBlocks(blocks, detail.theirs?.items ?? [], locale, say))
    else if (choice === 'hand_over') onHandOver()
    else void settle(choice)
  }
  const isOffered = (choice: ConflictChoice) => detail.choices.some((each) => each.choice === choice)
  useCommand('trays.redo', run('redo'), isOffered('redo'))
  useCommand('trays.takeAndRedo', run('take_and_redo'), isOffered('take_and_redo'))
  useCommand('trays.sendAgain', run('send_again'), isOffered('send_again'))
  useCommand('trays.handOver', run('hand_over'), isOffered('hand_over'))
  useCommand('trays.letGo', run('let_go'), isOffered('let_go'))
}
