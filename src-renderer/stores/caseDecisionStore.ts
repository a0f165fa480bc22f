import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OutcomeView } from '../../src-preload/contract/arbitration.ts'
import type { CaseDraft, LetterName } from '../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type {
  CaseId,
  ClaimId,
  Instant,
  OperationId,
  UserId,
} from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { attemptIds } from './attemptIds.ts'
import { latest } from './latest.ts'

/** How long the typing must rest before it is kept. */
const REST_MS = 700

/** What a lead has chosen and written about a case, and has not sent. */
export interface CaseChoicesDraft {
  /** By case; one that is not there was not chosen. Null = nobody. */
  readonly winners: Readonly<Record<string, ClaimId | null>>
  /** Null = as the ladder gives it. */
  readonly reason: string | null
  /** By `nameOfLetter`: those that were written anew. */
  readonly letters: Readonly<Record<string, string>>
}

const NOTHING: CaseChoicesDraft = { winners: {}, reason: null, letters: {} }

export type DecisionProblem = 'blocked' | 'stale' | BridgeError

export interface AcceptedDecision {
  readonly operationId: OperationId
  readonly holdUntil: Instant | null
}

export interface CaseDecisionState {
  readonly caseId: CaseId | null
  readonly draft: CaseChoicesDraft
  /** What the choices would mean; null = nothing is chosen, or it is not known yet. What was shown stays until it is known anew. */
  readonly plan: OutcomeView | null
  readonly isSending: boolean
  readonly problem: DecisionProblem | null
  readonly areLettersOpen: boolean
  /** A second opinion is asked for that nobody demands. */
  readonly isAsking: boolean
  /** Of which cases the choices are a vote and no decision; null = they are decided. */
  readonly votesOn: readonly CaseId[] | null
  /** Whom a vote names to decide where another lead votes otherwise. */
  readonly resolver: UserId | null
  /** The case as it came: what was begun about it is there again. What this window said since goes before that. */
  show(caseId: CaseId, kept: CaseDraft | null): void
  choose(caseId: CaseId, winner: ClaimId | null): void
  write(change: Partial<Pick<CaseChoicesDraft, 'reason' | 'letters'>>): void
  openLetters(areOpen: boolean): void
  askForOpinion(isAsking: boolean): void
  vote(on: readonly CaseId[] | null): void
  nameResolver(resolver: UserId): void
  /** Asks anew what the choices mean, unless nothing that they rest on is other than `seen` said before. */
  replan(seen: string): void
  /**
   * Decides or votes. Gives what was accepted; null = it was refused, and `problem` says why. What was chosen stays until `reread` has
   * brought the case as it is then: a bar without it would ask for it again.
   */
  send(reason: string, reread: () => Promise<void>): Promise<AcceptedDecision | null>
  /** Writes what has not been written yet. Resolves when it is, or could not be. */
  flush(): Promise<unknown>
}
export type CaseDecisionStore = StoreApi<CaseDecisionState>

export const nameOfLetter = ({ claimId, act, isLater }: LetterName): string =>
  `${claimId} ${act} ${String(isLater)}`

/** `newId`: a random version 4 UUID. */
export function createCaseDecisionStore(client: Client, newId?: () => string): CaseDecisionStore {
  const attempts = attemptIds(newId)
  /** Writes follow each other: a slow one must not overtake. */
  let line: Promise<unknown> = Promise.resolve()
  let planned = ''
  let resting: ReturnType<typeof setTimeout> | null = null
  return createStore<CaseDecisionState>((set, get) => {
    const keep = () => {
      if (resting !== null) clearTimeout(resting)
      resting = null
      const { caseId, draft } = get()
      if (caseId === null) return
      // What fails to be kept stays in the window, and is kept with the next word.
      const write = () => client.call('arbitration.keepDraft', { caseId, draft: keptOf(draft) })
      line = line.then(write).catch(() => undefined)
    }
    const say = (draft: CaseChoicesDraft) => {
      set({ draft, problem: null })
      if (resting !== null) clearTimeout(resting)
      resting = setTimeout(() => {
        keep()
        // What is written may say what its partner may not learn.
        void plan()
      }, REST_MS)
    }
    const plan = latest(async () => {
      const { caseId, draft, votesOn, resolver } = get()
      const said = keptOf(draft)
      const choices = (said?.choices ?? []).filter((one) => votesOn?.includes(one.caseId) ?? true)
      if (said === null || choices.length === 0) return set({ plan: null })
      try {
        const isVote = votesOn !== null
        const found = await client.call('arbitration.plan', { ...said, choices, isVote, resolver })
        if (get().caseId === caseId) set({ plan: found })
      } catch (thrown) {
        if (get().caseId === caseId) set({ problem: failureOf(thrown) })
      }
    })
    return {
      caseId: null,
      draft: NOTHING,
      plan: null,
      isSending: false,
      problem: null,
      areLettersOpen: false,
      isAsking: false,
      votesOn: null,
      resolver: null,
      show: (caseId, kept) => {
        const isSame = get().caseId === caseId
        if (isSame && (kept === null || keptOf(get().draft) !== null)) return
        if (!isSame) void get().flush()
        const draft = kept === null ? NOTHING : draftOf(kept)
        set({ caseId, draft, plan: null, problem: null, areLettersOpen: false })
        if (!isSame) set({ isAsking: false, votesOn: null, resolver: null })
        void plan()
      },
      choose: (caseId, winner) => {
        const { draft } = get()
        say({ ...draft, winners: { ...draft.winners, [caseId]: winner } })
        void plan()
      },
      write: (change) => say({ ...get().draft, ...change }),
      openLetters: (areLettersOpen) => set({ areLettersOpen }),
      askForOpinion: (isAsking) => set({ isAsking }),
      vote: (votesOn) => {
        if (votesOn?.join() === get().votesOn?.join()) return
        set({ votesOn, plan: null, problem: null, areLettersOpen: false })
        void plan()
      },
      nameResolver: (resolver) => {
        set({ resolver, problem: null })
        void plan()
      },
      replan: (seen) => {
        if (seen === planned) return
        planned = seen
        void plan()
      },
      send: async (reason, reread) => {
        const { plan: planned, draft, votesOn, resolver } = get()
        if (planned === null || get().isSending) return null
        const said = saidBy(planned, draft, reason)
        const attempt = attempts.of({ ...said, votesOn, resolver })
        set({ isSending: true, problem: null })
        try {
          const { letters, ...vote } = said
          const decided =
            votesOn === null
              ? await client.call('arbitration.decide', { commandId: attempt.id, ...vote, letters })
              : await client.call('arbitration.vote', { commandId: attempt.id, ...vote, resolver })
          attempts.forget(attempt)
          if (decided.outcome === 'accepted') {
            if (resting !== null) clearTimeout(resting)
            resting = null
            await reread()
            set({
              draft: NOTHING,
              plan: null,
              problem: null,
              areLettersOpen: false,
              isAsking: false,
              votesOn: null,
              resolver: null,
            })
            return { operationId: decided.operationId, holdUntil: decided.holdUntil }
          }
          set({ problem: decided.outcome })
          void plan()
        } catch (thrown) {
          set({ problem: failureOf(thrown) })
        } finally {
          set({ isSending: false })
        }
        return null
      },
      flush: () => {
        if (resting !== null) keep()
        return line
      },
    }
  })
}

/** The letter as it would leave: as it was written, else as the template has it. */
export const textOfLetter = (draft: CaseChoicesDraft, letter: OutcomeView['letters'][number]): string =>
  draft.letters[nameOfLetter(letter)] ?? letter.text

function saidBy({ cases, claims, letters }: OutcomeView, draft: CaseChoicesDraft, reason: string) {
  return {
    cases: cases.map(({ caseId, winner, revision }) => ({ caseId, winner, revision })),
    reason,
    claims: claims.map(({ claimId, revision }) => ({ claimId, revision })),
    letters: letters.map((letter) => {
      const { claimId, act, isLater } = letter
      return { claimId, act, isLater, comment: textOfLetter(draft, letter) }
    }),
  }
}

// The keys are the ids of cases that were shown.
const choicesOf = ({ winners }: CaseChoicesDraft): CaseDraft['choices'] =>
  Object.entries(winners).map(([caseId, winner]) => ({ caseId: caseId as CaseId, winner }))

function keptOf(draft: CaseChoicesDraft): CaseDraft | null {
  const { reason, letters } = draft
  const choices = choicesOf(draft)
  if (choices.length === 0 && (reason ?? '') === '' && Object.keys(letters).length === 0) return null
  return {
    choices,
    reason: reason ?? '',
    letters: Object.entries(letters).map(([name, comment]) => {
      const [claimId = '', act = '', isLater] = name.split(' ')
      // `nameOfLetter` made the name of these three.
      return { claimId, act, isLater: isLater === 'true', comment } as CaseDraft['letters'][number]
    }),
  }
}

const draftOf = ({ choices, reason, letters }: CaseDraft): CaseChoicesDraft => ({
  winners: Object.fromEntries(choices.map(({ caseId, winner }) => [caseId, winner])),
  reason: reason === '' ? null : reason,
  letters: Object.fromEntries(letters.map((letter) => [nameOfLetter(letter), letter.comment])),
})
