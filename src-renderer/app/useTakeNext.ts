import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { useStores } from '../stores/Stores.tsx'
import { useCommand } from './useCommand.ts'

/** Takes the free claim that is due first and goes there; a notice says why nothing was taken. */
export function useTakeNext(onOpenClaim: (claimId: ClaimId) => void): void {
  const { assignment } = useStores()
  useCommand('takeNext', () => {
    void assignment
      .getState()
      .takeNext()
      .then((claimId) => claimId !== null && onOpenClaim(claimId))
  })
}
