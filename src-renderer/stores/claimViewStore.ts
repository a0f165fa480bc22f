import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PartnerRequestReason } from '../../src-preload/contract/vocabulary/actWords.ts'
import type { Input, Output } from '../../src-preload/contract/index.ts'
import type { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { CommentVisibility, DecisionReason, Timer } from '../../src-preload/contract/vocabulary/words.ts'

/** The acts that say something and therefore open the strip. An approval may, and needs not. */
export type StripAct = DecisionDraft['act']

/** What may stand above the decision bar: an act that says something, or to whom the claim is handed. */
export type Strip = StripAct | 'hand_over'

const STRIP_ACTS = [
  'approve',
  'request_info',
  'reject',
  'hold_for_arbitration',
  'reopen',
] as const satisfies readonly StripAct[]

/** Where the text of a strip comes from. Nothing drafts over what the reviewer wrote. */
export type TextOrigin =
  | { readonly kind: 'none' }
  | { readonly kind: 'own' }
  /** `draftedFor`: the choices that it fits; `language`: ISO 639-1. */
  | { readonly kind: 'drafted'; readonly draftedFor: string; readonly language: string }
  | { readonly kind: 'failed'; readonly draftedFor: string }

/** What a reviewer has chosen and written so far, and has not sent. */
export interface ActDraft {
  readonly reasons: readonly DecisionReason[]
  /** Ids of the items that the partner is asked to prove. */
  readonly items: readonly string[]
  readonly mayRemoveItems: boolean
  readonly partnerRequestReason: PartnerRequestReason | null
  /** For the lead, never for the partner. */
  readonly note: string
  /** The letter to the partner; of a reopening, why. */
  readonly text: string
  readonly origin: TextOrigin
}

/** The place that is looked at just now: evidence by its number, a flag by its mark. */
export interface ActivePlace {
  readonly documentId: string
  readonly markId: string
}

/** What the core said of a text to the partner. */
export interface TextGuard extends Output<'claims.guardText'> {
  readonly act: Input<'claims.guardText'>['act']
  /** Of which all places are. */
  readonly text: string
}

/** A place that the reviewer pointed at and has not attached to a criterion yet. */
export interface FoundPlace {
  readonly documentId: string
  readonly fileName: string
  readonly sha256: Sha256
  readonly page: number
  readonly quads: readonly (readonly number[])[]
  /** What stands there; null where nothing is written. */
  readonly text: string | null
}

/** The first page of a paper that was drawn before its claim was opened; `width` in CSS pixels. */
export interface PageAhead {
  readonly sha256: string
  readonly bitmap: ImageBitmap
  readonly width: number
}

/** What stands over the checks: at most one thing. */
export type Drawer =
  | {
      readonly kind: 'talk' /** The comment to look at; null = the newest. */
      readonly commentId: string | null
    }
  | { readonly kind: 'clock'; readonly timer: Timer }

/** Two versions of a paper that stand beside each other, by `documentId`. */
export interface Versions {
  readonly before: string
  readonly after: string
}

/** What the reviewer is doing with the open claim. Drafts survive a refusal, a restart of the core and a look at another claim. */
export interface ClaimViewState {
  readonly active: ActivePlace | null
  /** Number of the evidence that is walked to; null = none. It may stand in no document. */
  readonly activeNumber: number | null
  readonly strip: Strip | null
  readonly drawer: Drawer | null
  /** The claim whose draft is to be opened; null = none. */
  readonly toResume: ClaimId | null
  /** By claim and act, see draftKey. */
  readonly drafts: Readonly<Record<string, ActDraft>>
  readonly notes: Readonly<Record<string, string>>
  /** Share of each page that was in sight, by `document id + page`. */
  readonly seen: Readonly<Record<string, number>>
  /**
   * Whether the reviewer was asked about pages that nobody looked at, before an approval. `open`: the question stands there. It is
   * asked once while a claim is open.
   */
  readonly unseenQuestion: 'not_asked' | 'open' | 'answered'
  /** Outlives the claim: it is of the one that comes next. */
  readonly ahead: PageAhead | null
  /** Waits to be attached; null = nothing. */
  readonly found: FoundPlace | null
  /** Stand in the place of facts, papers and checks; null = nothing is compared. */
  readonly compared: Versions | null
  /** Null = no text was looked at. */
  readonly guard: TextGuard | null
  /** The repetition that the reviewer wants all the same (`repeatKey`); null = none. */
  readonly repeatConfirmed: string | null
  activate(number: number | null, place: ActivePlace | null): void
  openStrip(strip: Strip | null): void
  /** The claim's kept draft opens as soon as it is here: a conflict is dealt with anew. What this window holds of it goes. */
  resume(claimId: ClaimId): void
  /** The draft is open. */
  resumed(): void
  /** Null closes it. */
  openDrawer(drawer: Drawer | null): void
  setDraft(key: string, draft: ActDraft | null): void
  setNote(key: string, text: string): void
  setAhead(ahead: PageAhead): void
  setFound(found: FoundPlace | null): void
  compare(versions: Versions | null): void
  setGuard(guard: TextGuard): void
  confirmRepeat(key: string | null): void
  /** `open` asks, `answered` puts it away. */
  setUnseenQuestion(question: 'open' | 'answered'): void
  see(documentId: string, page: number, share: number): void
  /** Another claim: nothing is active, no strip is open; the talk stays open, a clock belongs to its claim. */
  reset(): void
}
export type ClaimViewStore = StoreApi<ClaimViewState>

export function createClaimViewStore(): ClaimViewStore {
  return createStore<ClaimViewState>((set) => ({
    active: null,
    activeNumber: null,
    strip: null,
    drawer: null,
    toResume: null,
    drafts: {},
    notes: {},
    seen: {},
    unseenQuestion: 'not_asked',
    found: null,
    guard: null,
    repeatConfirmed: null,
    ahead: null,
    compared: null,
    // A place is shown on the paper itself: whoever goes there leaves the comparison.
    activate: (activeNumber, active) => set({ activeNumber, active, compared: null }),
    openStrip: (strip) => set({ strip }),
    resume: (toResume) =>
      set(({ drafts }) => ({
        toResume,
        drafts: Object.fromEntries(
          Object.entries(drafts).filter(
            ([key]) => !STRIP_ACTS.some((act) => key === draftKey(toResume, act)),
          ),
        ),
      })),
    resumed: () => set({ toResume: null }),
    openDrawer: (drawer) => set({ drawer }),
    setDraft: (key, draft) =>
      set(({ drafts }) => {
        const { [key]: _, ...rest } = drafts
        return { drafts: draft === null ? rest : { ...rest, [key]: draft } }
      }),
    setNote: (key, text) => set(({ notes }) => ({ notes: { ...notes, [key]: text } })),
    setAhead: ({ sha256, bitmap, width }) => set({ ahead: { sha256, bitmap, width } }),
    setFound: (found) => set({ found }),
    compare: (compared) => set({ compared }),
    setGuard: (guard) => set({ guard }),
    confirmRepeat: (repeatConfirmed) => set({ repeatConfirmed }),
    setUnseenQuestion: (unseenQuestion) => set({ unseenQuestion }),
    see: (documentId, page, share) =>
      set(({ seen }) => {
        const key = pageKey(documentId, page)
        return (seen[key] ?? 0) >= share ? {} : { seen: { ...seen, [key]: share } }
      }),
    reset: () =>
      set(({ drawer }) => ({
        active: null,
        activeNumber: null,
        strip: null,
        drawer: drawer?.kind === 'talk' ? { kind: 'talk', commentId: null } : null,
        seen: {},
        unseenQuestion: 'not_asked',
        found: null,
        compared: null,
        guard: null,
        repeatConfirmed: null,
      })),
  }))
}

export function draftKey(claimId: string, act: StripAct): string {
  return `${act} ${claimId}`
}

export function noteKey(claimId: string, visibility: CommentVisibility): string {
  return `${visibility} ${claimId}`
}

/** A reply has a draft of its own: it cannot be sent to another thread by mistake. */
export function replyKey(claimId: string, commentId: string): string {
  return `reply ${claimId} ${commentId}`
}

export function pageKey(documentId: string, page: number): string {
  return `${documentId} ${page}`
}
