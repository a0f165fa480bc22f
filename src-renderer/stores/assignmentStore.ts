import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandOutcome } from '../../src-preload/contract/claims.ts'
import type { Block } from '../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { inTurn } from './inTurn.ts'
import { type Attempt, type AttemptIds, attemptIds } from './attemptIds.ts'

/** A claim as it was shown when somebody took it or gave it up. */
export interface ClaimRef {
  readonly claimId: ClaimId
  readonly revision: number
  readonly name: string
}

export interface HandOverDraft {
  /** Null = nobody chosen yet. */
  readonly toUserId: UserId | null
  readonly note: string
}
export const NO_HAND_OVER: HandOverDraft = { toUserId: null, note: '' }

/** How the last act about who works on a claim went; shown until the next one or until it is dismissed. */
export type AssignmentNotice =
  | { readonly kind: 'taken' | 'released'; readonly name: string }
  | { readonly kind: 'takenMore'; readonly claims: number }
  | { readonly kind: 'handedOver'; readonly name: string; readonly toName: string }
  | { readonly kind: 'next'; readonly outcome: 'none' | 'offline' }
  | { readonly kind: 'refused'; readonly name: string | null; readonly blocks: readonly Block[] }
  | { readonly kind: 'stale'; readonly name: string }
  | { readonly kind: 'error'; readonly error: BridgeError }

export interface AssignmentState {
  readonly notice: AssignmentNotice | null
  /** The claim that was taken last from this window: its customer's other claims are offered; null = nothing is offered. */
  readonly offerFor: ClaimId | null
  /** The claim that the hub gave out and whose name nobody has heard yet; null = none. */
  readonly untold: ClaimId | null
  /** What was begun to be said to a colleague, by claim. */
  readonly handOvers: Readonly<Record<string, HandOverDraft>>
  take(claim: ClaimRef): Promise<boolean>
  /** Takes several, one after the other, and goes on when one is refused. */
  takeAll(claims: readonly ClaimRef[]): Promise<void>
  release(claim: ClaimRef): Promise<boolean>
  handOver(claim: ClaimRef, to: { readonly userId: UserId; readonly name: string }): Promise<boolean>
  /** The claim that was taken; null = none, and the notice says why. */
  takeNext(): Promise<ClaimId | null>
  setHandOver(claimId: ClaimId, draft: HandOverDraft): void
  dismiss(): void
  dismissOffer(): void
  /** The claim given out is open, and was said to be theirs. */
  told(): void
}
export type AssignmentStore = StoreApi<AssignmentState>

type Send = (commandId: OperationId) => Promise<CommandOutcome>

/** Who works on what. The claims themselves are read again by the events that the core sends. */
export function createAssignmentStore(client: Client, newId?: () => string): AssignmentStore {
  const attempts = attemptIds(newId)
  const turn = inTurn()
  return createStore<AssignmentState>((set, get) => {
    /** Null = done; otherwise why not. */
    const ask = async (
      words: readonly unknown[],
      name: string,
      send: Send,
    ): Promise<AssignmentNotice | null> => {
      const attempt = attempts.of(...words)
      try {
        const outcome = await send(attempt.id)
        attempts.forget(attempt)
        if (outcome.outcome === 'accepted') return null
        return outcome.outcome === 'stale'
          ? { kind: 'stale', name }
          : { kind: 'refused', name, blocks: outcome.blocks }
      } catch (thrown) {
        return { kind: 'error', error: failureOf(thrown) }
      }
    }
    /** `otherwise` when the same act is on its way already. */
    const next = async <T>(act: readonly unknown[], otherwise: T, run: () => Promise<T>): Promise<T> => {
      const begun = turn(JSON.stringify(act), () => {
        set({ notice: null })
        return run()
      })
      return begun ?? otherwise
    }
    const takeOne = ({ claimId, revision, name }: ClaimRef) =>
      ask(['take', claimId, revision], name, (commandId) =>
        client.call('claims.take', { claimId, revision, commandId }),
      )
    const finish = (problem: AssignmentNotice | null, done: AssignmentNotice): boolean => {
      set({ notice: problem ?? done })
      return problem === null
    }
    return {
      notice: null,
      offerFor: null,
      untold: null,
      handOvers: {},
      take: (claim) =>
        next(['take', claim], false, async () => {
          const isTaken = finish(await takeOne(claim), { kind: 'taken', name: claim.name })
          if (isTaken) set({ offerFor: claim.claimId })
          return isTaken
        }),
      takeAll: (claims) =>
        next(['takeAll', claims], undefined, async () => {
          let taken = 0
          let problem: AssignmentNotice | null = null
          for (const claim of claims) {
            // One after the other: each is an operation of its own, in this order.
            const why = await takeOne(claim)
            if (why === null) taken += 1
            else problem = why
          }
          finish(problem, { kind: 'takenMore', claims: taken })
        }),
      release: ({ claimId, revision, name }) =>
        next(['release', claimId], false, async () => {
          const problem = await ask(['release', claimId, revision], name, (commandId) =>
            client.call('claims.release', { claimId, revision, commandId }),
          )
          return finish(problem, { kind: 'released', name })
        }),
      handOver: ({ claimId, revision, name }, to) =>
        next(['handOver', claimId, to], false, async () => {
          const { note } = get().handOvers[claimId] ?? NO_HAND_OVER
          const said = { claimId, revision, toUserId: to.userId, note: note.trim() }
          const problem = await ask(['hand_over', said], name, (commandId) =>
            client.call('claims.handOver', { ...said, commandId }),
          )
          if (problem === null) get().setHandOver(claimId, NO_HAND_OVER)
          return finish(problem, { kind: 'handedOver', name, toName: to.name })
        }),
      takeNext: () =>
        next(['takeNext'], null, () => nextOf(client, attempts.of('next'), attempts.forget, set)),
      setHandOver: (claimId, draft) =>
        set(({ handOvers }) => ({ handOvers: { ...handOvers, [claimId]: draft } })),
      dismiss: () => set({ notice: null }),
      dismissOffer: () => set({ offerFor: null }),
      told: () => set({ untold: null }),
    }
  })
}

async function nextOf(
  client: Client,
  attempt: Attempt,
  forget: AttemptIds['forget'],
  set: (patch: Partial<AssignmentState>) => void,
): Promise<ClaimId | null> {
  try {
    const answer = await client.call('claims.takeNext', { commandId: attempt.id })
    forget(attempt)
    if (answer.outcome === 'taken') {
      set({ offerFor: answer.claimId, untold: answer.claimId })
      return answer.claimId
    }
    set({
      notice:
        answer.outcome === 'blocked'
          ? { kind: 'refused', name: null, blocks: answer.blocks }
          : { kind: 'next', outcome: answer.outcome },
    })
  } catch (thrown) {
    set({ notice: { kind: 'error', error: failureOf(thrown) } })
  }
  return null
}
