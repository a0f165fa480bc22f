import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommentVisibility, DecisionReason } from '../../src-preload/contract/vocabulary/words.ts'

/** The decisions that say something to the partner and therefore open the strip. */
export type StripDecision = 'request_info' | 'reject'

export interface DecisionDraft {
  readonly reasons: readonly DecisionReason[]
  readonly comment: string
}

/** The place that is looked at just now: evidence by its number, a flag by its mark. */
export interface ActivePlace {
  readonly documentId: string
  readonly markId: string
}

/** What the reviewer is doing with the open claim. Drafts survive a refusal, a restart of the core and a look at another claim. */
export interface ClaimViewState {
  readonly active: ActivePlace | null
  /** Number of the evidence that is walked to; null = none. It may stand in no document. */
  readonly activeNumber: number | null
  readonly strip: StripDecision | null
  readonly isTalkOpen: boolean
  /** By claim and decision, see draftKey. */
  readonly drafts: Readonly<Record<string, DecisionDraft>>
  readonly notes: Readonly<Record<string, string>>
  /** Share of each page that was in sight, by `document id + page`. */
  readonly seen: Readonly<Record<string, number>>
  activate(number: number | null, place: ActivePlace | null): void
  openStrip(decision: StripDecision | null): void
  toggleTalk(): void
  setDraft(key: string, draft: DecisionDraft | null): void
  setNote(key: string, text: string): void
  see(documentId: string, page: number, share: number): void
  /** Another claim: nothing is active, no strip is open. */
  reset(): void
}
export type ClaimViewStore = StoreApi<ClaimViewState>

export function createClaimViewStore(): ClaimViewStore {
  return createStore<ClaimViewState>((set) => ({
    active: null,
    activeNumber: null,
    strip: null,
    isTalkOpen: false,
    drafts: {},
    notes: {},
    seen: {},
    activate: (activeNumber, active) => set({ activeNumber, active }),
    openStrip: (strip) => set({ strip }),
    toggleTalk: () => set(({ isTalkOpen }) => ({ isTalkOpen: !isTalkOpen })),
    setDraft: (key, draft) =>
      set(({ drafts }) => {
        const { [key]: _, ...rest } = drafts
        return { drafts: draft === null ? rest : { ...rest, [key]: draft } }
      }),
    setNote: (key, text) => set(({ notes }) => ({ notes: { ...notes, [key]: text } })),
    see: (documentId, page, share) =>
      set(({ seen }) => {
        const key = pageKey(documentId, page)
        return (seen[key] ?? 0) >= share ? {} : { seen: { ...seen, [key]: share } }
      }),
    reset: () => set({ active: null, activeNumber: null, strip: null, seen: {} }),
  }))
}

export function draftKey(claimId: string, decision: StripDecision): string {
  return `${decision} ${claimId}`
}

export function noteKey(claimId: string, visibility: CommentVisibility): string {
  return `${visibility} ${claimId}`
}

export function pageKey(documentId: string, page: number): string {
  return `${documentId} ${page}`
}
