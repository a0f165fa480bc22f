import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandOutcome } from '../../src-preload/contract/claims.ts'
import {
  type CaseAsk,
  type OutreachKind,
  type PartyRole,
  USUAL_ASKS,
} from '../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Output } from '../../src-preload/contract/index.ts'
import type { CaseId, ClaimId, Instant, OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { type Attempt, attemptIds } from './attemptIds.ts'

/** What is to be asked or told, and has not left. */
export interface ApproachDraft {
  readonly picked: readonly ClaimId[]
  /** Holders and challengers are asked different things. */
  readonly asks: Readonly<Record<PartyRole, readonly CaseAsk[]>>
  /** Null = as the profile has it. */
  readonly businessDays: number | null
  /** Letters by claim that were changed by hand: nothing drafts over them. */
  readonly own: Readonly<Record<string, string>>
}

/** A letter as it stands on the screen. */
export interface ReadyLetter {
  readonly claimId: ClaimId
  readonly revision: number
  readonly comment: string
  readonly asks: readonly CaseAsk[]
}

export interface SentLetter {
  readonly claimId: ClaimId
  readonly operationId: OperationId
  readonly holdUntil: Instant | null
}

type Refused = Exclude<CommandOutcome, { outcome: 'accepted' }>

export interface ApproachState {
  /** The case whose parties are being written to; null = nothing is open. */
  readonly caseId: CaseId | null
  readonly kind: OutreachKind
  readonly drafts: Readonly<Record<string, ApproachDraft>>
  /** Why a letter did not leave, by claim; null = its claim is not here. Of the last sending. */
  readonly refused: Readonly<Record<string, Refused | null>>
  readonly error: BridgeError | null
  readonly isSending: boolean
  /** What was written before is there again, to the parties that are meant now. */
  open(caseId: CaseId, kind: OutreachKind, picked: readonly ClaimId[]): void
  close(): void
  change(draft: ApproachDraft): void
  /** Gives the letters that were accepted; the others stay as they were written, with why in `refused`. */
  send(letters: readonly ReadyLetter[]): Promise<readonly SentLetter[]>
}
export type ApproachStore = StoreApi<ApproachState>

const EMPTY: ApproachDraft = { picked: [], asks: USUAL_ASKS, businessDays: null, own: {} }

const keyOf = (caseId: CaseId, kind: OutreachKind): string => `${kind} ${caseId}`

/** What is chosen and written now; null = nothing is open. */
export const draftNow = ({
  caseId,
  kind,
  drafts,
}: Pick<ApproachState, 'caseId' | 'kind' | 'drafts'>): ApproachDraft | null =>
  caseId === null ? null : (drafts[keyOf(caseId, kind)] ?? EMPTY)

/** `newId`: a random version 4 UUID. */
export function createApproachStore(client: Client, newId?: () => string): ApproachStore {
  const attempts = attemptIds(newId)
  return createStore<ApproachState>((set, get) => {
    const put = (draft: ApproachDraft) =>
      set(({ caseId, kind, drafts }) =>
        caseId === null ? {} : { drafts: { ...drafts, [keyOf(caseId, kind)]: draft } },
      )
    const settle = (draft: ApproachDraft, sent: readonly ClaimId[]): void => {
      const own = Object.entries(draft.own).filter(([claimId]) => !sent.some((id) => id === claimId))
      const picked = draft.picked.filter((claimId) => !sent.includes(claimId))
      put({ ...draft, picked, own: Object.fromEntries(own) })
    }
    return {
      caseId: null,
      kind: 'ask',
      drafts: {},
      refused: {},
      error: null,
      isSending: false,
      open: (caseId, kind, picked) => {
        set({ caseId, kind, refused: {}, error: null })
        const kept = draftNow(get()) ?? EMPTY
        put({ ...kept, picked })
      },
      close: () => set({ caseId: null, refused: {}, error: null }),
      change: (draft) => {
        put(draft)
        set({ refused: {}, error: null })
      },
      send: async (ready) => {
        const { caseId, kind, isSending } = get()
        const draft = draftNow(get())
        if (caseId === null || draft === null || isSending) return []
        set({ isSending: true, refused: {}, error: null })
        const { businessDays } = draft
        const made = ready.map((letter) => ({
          letter,
          attempt: attempts.of(kind, caseId, letter, businessDays),
        }))
        try {
          const { outcomes } = await call(client, { caseId, kind, businessDays }, made)
          for (const { attempt } of made) attempts.forget(attempt)
          const sent = outcomes.flatMap(({ claimId, outcome }) =>
            outcome?.outcome === 'accepted' ? [{ ...outcome, claimId }] : [],
          )
          const refused = outcomes.flatMap(({ claimId, outcome }) =>
            outcome?.outcome === 'accepted' ? [] : [[claimId, outcome] as const],
          )
          set({ refused: Object.fromEntries(refused) })
          settle(
            draft,
            sent.map(({ claimId }) => claimId),
          )
          return sent
        } catch (thrown) {
          set({ error: failureOf(thrown) })
          return []
        } finally {
          set({ isSending: false })
        }
      },
    }
  })
}

interface Made {
  readonly letter: ReadyLetter
  readonly attempt: Attempt
}

function call(
  client: Client,
  {
    caseId,
    kind,
    businessDays,
  }: { readonly caseId: CaseId; readonly kind: OutreachKind } & Pick<ApproachDraft, 'businessDays'>,
  made: readonly Made[],
): Promise<Output<'arbitration.tell'>> {
  if (kind === 'tell') {
    const letters = made.map(({ letter: { asks: _asks, ...letter }, attempt }) => ({
      ...letter,
      commandId: attempt.id,
    }))
    return client.call('arbitration.tell', { caseId, letters })
  }
  const letters = made.map(({ letter, attempt }) => ({
    ...letter,
    asks: [...letter.asks],
    commandId: attempt.id,
  }))
  return client.call('arbitration.ask', { caseId, letters, businessDays })
}
