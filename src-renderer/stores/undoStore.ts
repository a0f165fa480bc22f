import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimId, Instant, OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { DECISIONS, TEAM_ACTS, type TeamAct } from '../../src-preload/contract/vocabulary/words.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import type { StripAct } from './claimViewStore.ts'

/** What the toast tells of: a strip's act, or letters to the parties of a case. */
export type HeldAct = StripAct | TeamAct | 'case_ask' | 'case_tell' | 'case_decide' | 'case_vote'

/** A decision or another act that was just made and is kept on this machine for a while. */
export interface HeldDecision {
  readonly operationId: OperationId
  /** Others that were made in the same act, and are taken back with it. */
  readonly also?: readonly OperationId[]
  readonly claimId: ClaimId
  readonly claimName: string
  readonly act: HeldAct
  /** Null = it leaves at once and cannot be taken back. */
  readonly holdUntil: Instant | null
}

export type UndoResult = 'undone' | 'too_late' | { readonly error: BridgeError }

export interface UndoState {
  readonly held: HeldDecision | null
  /** How the last undo went; null = not tried. */
  readonly result: UndoResult | null
  show(held: HeldDecision): void
  /** After a reload or a crash: shows what was decided before and is still kept here, so that it can be taken back. */
  resume(nowMs: number): Promise<void>
  dismiss(): void
  /** Takes any held act back; what it was is shown again as it was. Of the one in the toast the toast says how it went. */
  takeBack(operationId: OperationId): Promise<void>
  /** Begins the undo time anew, because somebody is at the toast; what has left has left. */
  keep(): Promise<void>
  /** Takes the held decision back; without one it does nothing. */
  undo(): Promise<void>
}
export type UndoStore = StoreApi<UndoState>

export function createUndoStore(client: Client): UndoStore {
  return createStore<UndoState>((set, get) => ({
    held: null,
    result: null,
    show: (held) => set({ held, result: null }),
    resume: async (nowMs) => {
      // Not reached: the outbox still shows what is held, and takes it back.
      const found = await newestHeld(client, nowMs).catch(() => null)
      // What was decided meanwhile is newer.
      if (found !== null && get().held === null) set({ held: found, result: null })
    },
    dismiss: () => set({ held: null, result: null }),
    takeBack: async (operationId) => {
      if (get().held?.operationId === operationId) return get().undo()
      // A refusal shows by itself: the act stays in the list, as being sent.
      await client.call('sync.undo', { operationId }).catch(() => undefined)
    },
    keep: async () => {
      const { held, result } = get()
      if (held === null || held.holdUntil === null || result !== null) return
      const ends: Instant[] = []
      for (const operationId of [held.operationId, ...(held.also ?? [])]) {
        // Not reached: the time that the core said before still counts.
        const answer = await client.call('sync.holdLonger', { operationId }).catch(() => null)
        if (answer?.holdUntil) ends.push(answer.holdUntil)
      }
      const first = ends.toSorted()[0]
      if (first === undefined) return
      set(({ held: now }) =>
        now?.operationId === held.operationId ? { held: { ...now, holdUntil: first } } : {},
      )
    },
    undo: async () => {
      const { held, result } = get()
      if (held === null || result === 'undone' || result === 'too_late') return
      let next: UndoResult = 'undone'
      try {
        for (const operationId of [held.operationId, ...(held.also ?? [])]) {
          const { outcome } = await client.call('sync.undo', { operationId })
          if (outcome === 'too_late') next = outcome
        }
      } catch (thrown) {
        next = { error: failureOf(thrown) }
      }
      set((state) => (state.held?.operationId === held.operationId ? { result: next } : state))
    },
  }))
}

const HELD_ACTS = [
  ...DECISIONS,
  'hold_for_arbitration',
  'reopen',
  'case_ask',
  'case_decide',
  'case_vote',
  ...TEAM_ACTS,
] as const satisfies readonly HeldAct[]

async function newestHeld(client: Client, nowMs: number): Promise<HeldDecision | null> {
  const { operations } = await client.call('sync.outbox', {})
  const newest = operations
    .filter(({ state, holdUntil }) => state === 'held' && holdUntil !== null && Date.parse(holdUntil) > nowMs)
    .toSorted((a, b) => a.madeAt.localeCompare(b.madeAt))
    .at(-1)
  const act = HELD_ACTS.find((each) => each === newest?.kind)
  if (newest === undefined || act === undefined) return null
  const { claimId, operationId, holdUntil } = newest
  const { claim } = await client.call('claims.open', { claimId })
  return { operationId, claimId, claimName: claim.form.claimName, act, holdUntil }
}
