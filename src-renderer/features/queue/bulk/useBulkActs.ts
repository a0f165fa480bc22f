import { useStores } from '../../../stores/Stores.tsx'
import type { ClaimRef } from '../../../stores/assignmentStore.ts'
import type { QueueDesk } from '../queueDesk.ts'

/** Acts on picked claims. What was approved is no longer picked; who takes claims goes on with them. */
export function useBulkActs({ bulk, selection }: QueueDesk) {
  const { undo } = useStores()
  return {
    run: (act: 'take' | 'release', claims: readonly ClaimRef[]) => bulk.getState().run(act, claims),
    approve: async (claims: readonly ClaimRef[]): Promise<void> => {
      const accepted = await bulk.getState().run('approve', claims)
      const [first, ...rest] = accepted
      if (first === undefined) return
      selection.getState().drop(accepted.map(({ claim }) => claim.claimId))
      undo.getState().show({
        operationId: first.operationId,
        also: rest.map(({ operationId }) => operationId),
        claimId: first.claim.claimId,
        claimName: first.claim.name,
        act: 'approve',
        holdUntil: first.holdUntil,
      })
    },
  }
}
