import { useShallow } from 'zustand/react/shallow'
import type { Assignment } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { type Holding, holdingOf } from '../format/holding.ts'
import { valueOf } from '../stores/load.ts'
import { useShared } from '../stores/Stores.tsx'

const MINUTE_MS = 60_000

/** Who works on a claim just now. Moves when a whole minute of the lease is gone, and at its end. */
export function useHolding(assigned: Assignment | null): Holding {
  const myId = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  return useShared(
    'now',
    useShallow(({ secondMs }) => {
      const holding = holdingOf(assigned, myId, secondMs)
      if (holding.kind !== 'held' || holding.leftMs === null) return holding
      return { ...holding, leftMs: Math.floor(holding.leftMs / MINUTE_MS) * MINUTE_MS }
    }),
  )
}
