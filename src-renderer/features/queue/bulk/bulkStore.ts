import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandOutcome } from '../../../../src-preload/contract/claims.ts'
import type { ClaimId, Instant, OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { BulkAct } from '../../../../src-preload/contract/vocabulary/words.ts'
import { type BridgeError, failureOf } from '../../../bridge/bridgeError.ts'
import type { Client } from '../../../bridge/client.ts'
import type { ClaimRef } from '../../../stores/assignmentStore.ts'
import { attemptIds } from '../../../stores/attemptIds.ts'

/** A claim on which the act did nothing, and why; `outcome` null = it is no longer in the queue. */
export interface Refused {
  readonly claim: ClaimRef
  readonly outcome: Exclude<CommandOutcome, { outcome: 'accepted' }> | null
}

export type BulkNotice =
  | {
      readonly kind: 'done'
      readonly act: BulkAct
      readonly done: number
      readonly refused: readonly Refused[]
    }
  | { readonly kind: 'snoozed' | 'woken'; readonly done: number }
  | { readonly kind: 'no_such_time' }
  | { readonly kind: 'error'; readonly error: BridgeError }

export interface Accepted {
  readonly claim: ClaimRef
  readonly operationId: OperationId
  readonly holdUntil: Instant | null
}

export interface BulkState {
  readonly notice: BulkNotice | null
  /** An act is on its way. */
  readonly isBusy: boolean
  /** What was accepted, in the order asked; nothing else was touched. */
  run(act: BulkAct, claims: readonly ClaimRef[]): Promise<readonly Accepted[]>
  /** `until` null = back now. True when it was done. */
  snooze(claimIds: readonly ClaimId[], until: Instant | null): Promise<boolean>
  dismiss(): void
}
export type BulkStore = StoreApi<BulkState>

/** One act on many claims. The rows are read again by the events that the core sends. */
export function createBulkStore(client: Client, newId?: () => string): BulkStore {
  const attempts = attemptIds(newId)
  return createStore<BulkState>((set, get) => ({
    notice: null,
    isBusy: false,
    run: async (act, claims) => {
      if (get().isBusy || claims.length === 0) return []
      set({ notice: null, isBusy: true })
      const tried = claims.map((claim) => ({
        claim,
        attempt: attempts.of(act, claim.claimId, claim.revision),
      }))
      try {
        const { outcomes } = await client.call('claims.bulk', {
          act,
          claims: tried.map(({ claim: { claimId, revision }, attempt }) => ({
            claimId,
            revision,
            commandId: attempt.id,
          })),
        })
        for (const { attempt } of tried) attempts.forget(attempt)
        const answers = claims.map((claim, at) => ({ claim, outcome: outcomes[at]?.outcome ?? null }))
        const accepted = answers.flatMap(acceptedOf)
        set({ notice: { kind: 'done', act, done: accepted.length, refused: answers.flatMap(refusedOf) } })
        return accepted
      } catch (thrown) {
        set({ notice: { kind: 'error', error: failureOf(thrown) } })
        return []
      } finally {
        set({ isBusy: false })
      }
    },
    snooze: async (claimIds, until) => {
      set({ notice: null })
      try {
        const { outcome, claims } = await client.call('claims.snooze', { claimIds: [...claimIds], until })
        set({
          notice:
            outcome === 'done'
              ? { kind: until === null ? 'woken' : 'snoozed', done: claims }
              : { kind: 'no_such_time' },
        })
        return outcome === 'done'
      } catch (thrown) {
        set({ notice: { kind: 'error', error: failureOf(thrown) } })
        return false
      }
    },
    dismiss: () => set({ notice: null }),
  }))
}

interface Answer {
  readonly claim: ClaimRef
  readonly outcome: CommandOutcome | null
}

function acceptedOf({ claim, outcome }: Answer): Accepted[] {
  if (outcome?.outcome !== 'accepted') return []
  return [{ claim, operationId: outcome.operationId, holdUntil: outcome.holdUntil }]
}

function refusedOf({ claim, outcome }: Answer): Refused[] {
  return outcome?.outcome === 'accepted' ? [] : [{ claim, outcome }]
}
