import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Client } from '../bridge/client.ts'
import type { StripAct } from './claimViewStore.ts'

/** How long the typing must rest before it is kept. */
const REST_MS = 700
/** After a write that failed. */
const AGAIN_MS = 5000

export interface Kept {
  readonly act: StripAct
  /** Epoch milliseconds. */
  readonly at: number
  /** Came from the core and not from this window's typing. */
  readonly isRestored: boolean
}

export interface KeptDraftState {
  /** What the core keeps, or is about to, by claim: one draft for each. */
  readonly kept: Readonly<Record<string, Kept>>
  /** The last write failed: the words are in this window only. */
  readonly isUnsafe: boolean
  /** The claim has come with this draft: it counts as kept until something else is said. `at`: epoch milliseconds. */
  restored(claimId: ClaimId, draft: DecisionDraft, at: number): void
  /** Whether a draft of that time says more than this window does: not one that was sent or thrown away since. */
  isNews(claimId: ClaimId, at: number): boolean
  /** What stands in the strip now; null = nothing of the reviewer's own. Written once the typing rests. */
  say(claimId: ClaimId, act: StripAct, draft: DecisionDraft | null): void
  /** It was sent or thrown away: nothing is kept any more, at once. */
  forget(claimId: ClaimId): void
  /** Writes what has not been written yet. Resolves when it is, or could not be. */
  flush(): Promise<void>
}
export type KeptDraftStore = StoreApi<KeptDraftState>

interface Pending {
  readonly draft: DecisionDraft | null
  readonly timer: ReturnType<typeof setTimeout>
}

/** A drafted letter is drafted again: it is not what the reviewer said. */
const saidIn = (draft: DecisionDraft | null): string | undefined =>
  draft === null ? undefined : JSON.stringify({ ...draft, comment: draft.isCommentOwn ? draft.comment : '' })

/** Keeps what a reviewer types with the core, so that it outlives the window, the lease and the machine's sleep. */
export function createKeptDraftStore(client: Client, now: () => number = () => Date.now()): KeptDraftStore {
  /** What was said last, as text; absent = nothing, as far as this window knows. */
  const known = new Map<ClaimId, string>()
  const pending = new Map<ClaimId, Pending>()
  /** Writes of one claim follow each other: a slow one must not overtake. */
  const lines = new Map<ClaimId, Promise<void>>()
  const forgottenAt = new Map<ClaimId, number>()
  return createStore<KeptDraftState>((set, get) => {
    const show = (claimId: ClaimId, kept: Kept | null) =>
      set(({ kept: all }) => {
        const { [claimId]: _, ...rest } = all
        return { kept: kept === null ? rest : { ...rest, [claimId]: kept } }
      })
    const putOff = (claimId: ClaimId, draft: DecisionDraft | null, ms: number) => {
      clearTimeout(pending.get(claimId)?.timer)
      pending.set(claimId, { draft, timer: setTimeout(() => write(claimId, draft), ms) })
    }
    const write = (claimId: ClaimId, draft: DecisionDraft | null) => {
      clearTimeout(pending.get(claimId)?.timer)
      pending.delete(claimId)
      const before = lines.get(claimId) ?? Promise.resolve()
      const line = before
        .then(() => client.call('claims.keepDraft', { claimId, draft }))
        .then(
          () => set({ isUnsafe: false }),
          () => {
            set({ isUnsafe: draft !== null })
            if (!pending.has(claimId)) putOff(claimId, draft, AGAIN_MS)
          },
        )
      lines.set(claimId, line)
    }
    return {
      kept: {},
      isUnsafe: false,
      restored: (claimId, draft, at) => {
        known.set(claimId, saidIn(draft) ?? '')
        show(claimId, { act: draft.act, at, isRestored: true })
      },
      isNews: (claimId, at) => {
        const mine = get().kept[claimId]?.at ?? forgottenAt.get(claimId)
        return mine === undefined || at > mine
      },
      say: (claimId, act, draft) => {
        const text = saidIn(draft)
        // A strip that only opened says nothing, and must not take the draft of another act away.
        const isOther = draft === null && get().kept[claimId]?.act !== act
        if (text === known.get(claimId) || isOther) return
        if (text === undefined) known.delete(claimId)
        else known.set(claimId, text)
        putOff(claimId, draft, REST_MS)
        show(claimId, draft === null ? null : { act, at: now(), isRestored: false })
      },
      forget: (claimId) => {
        const isKept = known.delete(claimId) || pending.has(claimId) || get().kept[claimId] !== undefined
        forgottenAt.set(claimId, now())
        show(claimId, null)
        if (isKept) write(claimId, null)
      },
      flush: async () => {
        for (const [claimId, { draft }] of pending) write(claimId, draft)
        await Promise.all(lines.values())
      },
    }
  })
}

interface Flushable {
  getState(): { flush(): unknown }
}

/** Leaving the window in any way writes what is still on its way. Gives back the function that ends it. */
export function flushOnLeaving(target: Window, stores: readonly Flushable[]): () => void {
  const flush = () => {
    for (const store of stores) store.getState().flush()
  }
  const events = ['blur', 'pagehide', 'beforeunload'] as const
  for (const event of events) target.addEventListener(event, flush)
  target.document.addEventListener('visibilitychange', flush)
  return () => {
    for (const event of events) target.removeEventListener(event, flush)
    target.document.removeEventListener('visibilitychange', flush)
  }
}
