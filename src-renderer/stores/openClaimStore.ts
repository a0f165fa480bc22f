import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimDetail, ClaimFilter, CommandOutcome } from '../../src-preload/contract/claims.ts'
import type { Input, Output } from '../../src-preload/contract/index.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { attemptIds } from './attemptIds.ts'
import { inTurn } from './inTurn.ts'
import { latest } from './latest.ts'
import { type Load, LOADING, ready } from './load.ts'

type CommandName =
  | 'claims.startReview'
  | 'claims.setVerdict'
  | 'claims.addEvidence'
  | 'claims.removeEvidence'
  | 'claims.setDetail'
  | 'claims.readDays'
  | 'claims.forgetDays'
  | 'claims.decide'
  | 'claims.comment'
  | 'claims.hold'
  | 'claims.reopen'
/** What the screen says; claim, revision and command id are the store's matter. */
type Said<M extends CommandName> = Omit<Input<M>, 'claimId' | 'revision' | 'commandId'>

/** Why the last command did nothing. The typed text is still in the window. */
export type Refusal =
  | { readonly kind: 'outcome'; readonly outcome: Exclude<CommandOutcome, { outcome: 'accepted' }> }
  | { readonly kind: 'error'; readonly error: BridgeError }

type Accepted = Extract<CommandOutcome, { outcome: 'accepted' }>

export interface OpenClaimState {
  readonly claimId: ClaimId | null
  readonly detail: Load<ClaimDetail>
  /** Where the claim stands in the filtered queue; null until told. */
  readonly position: Output<'claims.position'> | null
  readonly refusal: Refusal | null
  open(claimId: ClaimId, filter: ClaimFilter): Promise<void>
  reread(): Promise<void>
  /**
   * Commands go one after the other. Null when it was refused (`refusal` says why), when the same command is on its way already, or
   * when another claim was opened before its turn came.
   */
  send<M extends CommandName>(method: M, said: Said<M>): Promise<Accepted | null>
  dismissRefusal(): void
}
export type OpenClaimStore = StoreApi<OpenClaimState>

/** `newId`: a random version 4 UUID. */
export function createOpenClaimStore(client: Client, newId?: () => string): OpenClaimStore {
  let filter: ClaimFilter = { text: '' }
  const attempts = attemptIds(newId)
  const turn = inTurn()
  const store = createStore<OpenClaimState>((set, get) => {
    const isOpen = (claimId: ClaimId) => get().claimId === claimId
    const readOnce = latest(async () => {
      const { claimId } = get()
      if (claimId === null) return
      try {
        const [detail, position] = await Promise.all([
          client.call('claims.open', { claimId }),
          client.call('claims.position', { claimId, filter }),
        ])
        if (isOpen(claimId)) set({ detail: ready(detail), position })
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        if (isOpen(claimId)) set(({ detail }) => (detail.status === 'ready' ? {} : { detail: failed }))
      }
    })
    const command = async <M extends CommandName>(method: M, said: Said<M>): Promise<Accepted | null> => {
      const { detail } = get()
      if (detail.status !== 'ready') return null
      const { revision } = detail.value.claim
      const { claimId } = detail.value.claim.form
      const attempt = attempts.of(method, claimId, revision, said)
      // Said<M> is the method's input without these three; TypeScript does not add a spread back up to Input<M>.
      const input = { ...said, claimId, revision, commandId: attempt.id } as unknown as Input<M>
      try {
        // All of these methods answer with a CommandOutcome: see the contract.
        const outcome = (await client.call(method, input)) as CommandOutcome
        attempts.forget(attempt)
        await readOnce()
        if (outcome.outcome === 'accepted') return outcome
        if (isOpen(claimId)) set({ refusal: { kind: 'outcome', outcome } })
      } catch (thrown) {
        if (isOpen(claimId)) set({ refusal: { kind: 'error', error: failureOf(thrown) } })
      }
      return null
    }
    return {
      claimId: null,
      detail: LOADING,
      position: null,
      refusal: null,
      open: async (claimId, nextFilter) => {
        filter = nextFilter
        if (!isOpen(claimId)) set({ claimId, detail: LOADING, position: null, refusal: null })
        await readOnce()
      },
      reread: readOnce,
      send: async (method, said) => {
        const { claimId } = get()
        return turn(JSON.stringify([method, claimId, said]), async () => {
          if (claimId === null || !isOpen(claimId)) return null
          set({ refusal: null })
          return command(method, said)
        })
      },
      dismissRefusal: () => set({ refusal: null }),
    }
  })
  client.events.on('claims.changed', ({ ids }) => {
    const { claimId, reread } = store.getState()
    if (claimId !== null && (ids === null || ids.includes(claimId))) void reread()
  })
  client.events.on('session.changed', () => void store.getState().reread())
  return store
}
