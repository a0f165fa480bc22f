import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { Conflict, QuarantinedItem } from '../../../src-preload/contract/sync.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictChoice } from '../../../src-preload/contract/vocabulary/words.ts'
import { type BridgeError, failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { attemptIds } from '../../stores/attemptIds.ts'
import { inTurn } from '../../stores/inTurn.ts'
import { latest } from '../../stores/latest.ts'
import { type Load, LOADING, ready, valueOf } from '../../stores/load.ts'

export interface Trays {
  /** Oldest first: the order of sending. */
  readonly outbox: readonly PendingOperation[]
  readonly conflicts: readonly Conflict[]
  readonly quarantine: readonly QuarantinedItem[]
}

/** Why a conflict could not be dealt with just now. */
export type SettleProblem =
  | { readonly kind: 'blocked'; readonly blocks: readonly Block[] }
  | { readonly kind: 'error'; readonly error: BridgeError }

export interface TraysState {
  readonly trays: Load<Trays>
  /** Goes up with every read: what belongs to a conflict is read again then. */
  readonly reads: number
  /** The conflict that keys act on; null = none. It may be gone from the list. */
  readonly current: OperationId | null
  /** The current conflict shows its three sides. */
  readonly isOpen: boolean
  /** The conflict that is being dealt with; null = none. */
  readonly settling: OperationId | null
  readonly problem: SettleProblem | null
  load(): Promise<void>
  /** Takes a held operation back; what could not be taken back shows by still being there. */
  undo(operationId: OperationId): Promise<void>
  /** The next (1) or previous (-1) conflict; stops at both ends. */
  step(by: 1 | -1): void
  /** Opens one conflict and closes any other; the open one is closed. */
  toggle(operationId: OperationId): void
  /** True once it is dealt with, by this person or somebody else; the next conflict is then the current one. */
  settle(operationId: OperationId, choice: ConflictChoice, toUserId?: UserId): Promise<boolean>
}
export type TraysStore = StoreApi<TraysState>

export function createTraysStore(client: Client, newId?: () => string): TraysStore {
  const attempts = attemptIds(newId)
  const turn = inTurn()
  return createStore<TraysState>((set, get) => {
    const conflicts = () => valueOf(get().trays)?.conflicts ?? []
    const load = latest(async () => {
      try {
        const [{ operations }, { conflicts: met }, { items }] = await Promise.all([
          client.call('sync.outbox', {}),
          client.call('sync.conflicts', {}),
          client.call('sync.quarantine', {}),
        ])
        const trays = ready({ outbox: operations, conflicts: met, quarantine: items })
        set(({ reads }) => ({ trays, reads: reads + 1 }))
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set(({ trays }) => (trays.status === 'ready' ? {} : { trays: failed }))
      }
    })
    const ask = async (
      operationId: OperationId,
      choice: ConflictChoice,
      toUserId: UserId | null,
    ): Promise<SettleProblem | null> => {
      const attempt = attempts.of(operationId, choice, toUserId)
      try {
        const said = { operationId, commandId: attempt.id, choice, toUserId }
        const answer = await client.call('sync.settleConflict', said)
        attempts.forget(attempt)
        return answer.outcome === 'blocked' ? { kind: 'blocked', blocks: answer.blocks } : null
      } catch (thrown) {
        return { kind: 'error', error: failureOf(thrown) }
      }
    }
    return {
      trays: LOADING,
      reads: 0,
      current: null,
      isOpen: false,
      settling: null,
      problem: null,
      load,
      undo: async (operationId) => {
        try {
          await client.call('sync.undo', { operationId })
        } catch {
          // The list is read again below and says what became of it.
        }
        await load()
      },
      step: (by) => {
        const all = conflicts()
        const at = all.findIndex(({ operationId }) => operationId === get().current)
        const next = all[at < 0 ? 0 : Math.max(0, Math.min(at + by, all.length - 1))]
        if (next !== undefined && next.operationId !== get().current)
          set({ current: next.operationId, problem: null })
      },
      toggle: (operationId) =>
        set(({ current, isOpen }) => ({
          current: operationId,
          isOpen: current !== operationId || !isOpen,
          problem: null,
        })),
      settle: async (operationId, choice, toUserId) => {
        // Another conflict's choice waits for this one; a second choice for the same conflict has nothing left to decide.
        const settled = turn(operationId, async () => {
          set({ settling: operationId, problem: null })
          const neighbour = neighbourOf(conflicts(), operationId)
          const problem = await ask(operationId, choice, toUserId ?? null)
          await load()
          const isLeft = problem === null && [null, operationId].includes(get().current)
          set({ settling: null, problem, ...(isLeft && { current: neighbour }) })
          return problem === null
        })
        return settled ?? false
      },
    }
  })
}

/** Who comes after a conflict that leaves the list: the next, else the one before; null = it was the last. */
function neighbourOf(all: readonly Conflict[], operationId: OperationId): OperationId | null {
  const at = all.findIndex((each) => each.operationId === operationId)
  return (all[at + 1] ?? all[at - 1])?.operationId ?? null
}
