import type { PendingOperation } from '../../src-preload/contract/claims.ts'
import type { OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../format/useText.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Button } from './Button.tsx'

/** How long an act of one's own still waits on this machine, and the way to take it back; nothing once that is over. */
export function HeldTime({ operation }: { readonly operation: PendingOperation }) {
  const say = useText()
  const { undo } = useStores()
  const nowMs = useShared('now', (state) => state.secondMs)
  const { operationId, state, holdUntil } = operation
  const leftMs = state === 'held' && holdUntil !== null ? Date.parse(holdUntil) - nowMs : 0
  if (leftMs <= 0) return null
  const takeBack = (id: OperationId) => void undo.getState().takeBack(id)
  return (
    <>
      <span className="pd-num">{say('pending.sendingIn', { seconds: Math.ceil(leftMs / 1000) })}</span>{' '}
      <Button density="small" onClick={() => takeBack(operationId)}>
        {say('command.undo')}
      </Button>
    </>
  )
}
