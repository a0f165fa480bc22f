import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Client } from '../bridge/client.ts'

/** A sign of work at most this often: it renews a lease of half an hour, so seconds do not matter. */
const EVERY_MS = 60_000

export interface WorkSigns {
  /** The reviewer did something on a claim that they hold. */
  worked(claimId: ClaimId): void
}

/** `now`: epoch milliseconds. */
export function createWorkSigns(client: Client, now: () => number = () => Date.now()): WorkSigns {
  const sentAt = new Map<ClaimId, number>()
  return {
    worked: (claimId) => {
      const at = now()
      if (at - (sentAt.get(claimId) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return
      sentAt.set(claimId, at)
      // One that was lost is made good by the next: nothing on the screen depends on it.
      client.call('claims.working', { claimId }).catch(() => sentAt.delete(claimId))
    },
  }
}
