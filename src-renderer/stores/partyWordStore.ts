import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandOutcome } from '../../src-preload/contract/claims.ts'
import type { Input } from '../../src-preload/contract/index.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { attemptIds } from './attemptIds.ts'
import type { Refusal } from './openClaimStore.ts'

type WordMethod = 'claims.setDetail' | 'claims.readDays' | 'claims.forgetDays'
type Said<M extends WordMethod> = Omit<Input<M>, 'claimId' | 'revision' | 'commandId'>

/** What a lead says of the claims of a case, none of which is open. */
export interface PartyWordState {
  /** Why the last word was not accepted, and of which claim; null = it was. */
  readonly refused: { readonly claimId: ClaimId; readonly refusal: Refusal } | null
  /** @param revision of the claim as it is shown. False = it was not accepted. */
  say<M extends WordMethod>(
    method: M,
    on: { readonly claimId: ClaimId; readonly revision: number },
    said: Said<M>,
  ): Promise<boolean>
}
export type PartyWordStore = StoreApi<PartyWordState>

/** `newId`: a random version 4 UUID. */
export function createPartyWordStore(client: Client, newId?: () => string): PartyWordStore {
  const attempts = attemptIds(newId)
  return createStore<PartyWordState>((set) => ({
    refused: null,
    say: async (method, { claimId, revision }, said) => {
      const attempt = attempts.of(method, claimId, revision, said)
      // `said` is the method's input without these three; TypeScript does not add a spread back up to it.
      const input = { ...said, claimId, revision, commandId: attempt.id } as unknown as Input<typeof method>
      try {
        // All of these methods answer with a CommandOutcome: see the contract.
        const outcome = (await client.call(method, input)) as CommandOutcome
        attempts.forget(attempt)
        const isAccepted = outcome.outcome === 'accepted'
        set({ refused: isAccepted ? null : { claimId, refusal: { kind: 'outcome', outcome } } })
        return isAccepted
      } catch (thrown) {
        set({ refused: { claimId, refusal: { kind: 'error', error: failureOf(thrown) } } })
        return false
      }
    },
  }))
}
