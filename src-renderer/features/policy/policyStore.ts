import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { OwnRuleDraft, RuleOutcome, RuleView } from '../../../src-preload/contract/policyDesk.ts'
import type { PreviewCounts } from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleContent, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { latest } from '../../stores/latest.ts'
import { type Load, LOADING, ready, valueOf } from '../../stores/load.ts'

export interface PolicyState {
  readonly desk: Load<Output<'policy.book'>>
  /** Which rule is looked at; null = the first. */
  readonly chosen: RuleName | null
  /** What the newest version of it says; null = not read yet. */
  readonly base: RuleContent | null
  /** What was typed of it and is not with the hub; null = nothing. */
  readonly own: OwnRuleDraft | null
  /** What came of the last step; null = nothing was tried since something was typed. */
  readonly outcome: RuleOutcome | null
  /** What was worked out of what is drafted just now; null = not yet. Nothing is proposed or published unseen. */
  readonly looked: PreviewCounts | null
  /** Goes up when what is drafted is another: the preview is asked anew by it. */
  readonly edition: number
  load(): Promise<void>
  choose(rule: RuleName): Promise<void>
  /** Changes parts of what is typed. It is kept on this machine at once. */
  type(part: Partial<Pick<OwnRuleDraft, 'content' | 'because' | 'fromDay'>>): void
  /** Says what was worked out of an edition. */
  look(edition: number, counts: PreviewCounts | null): void
  /** Goes on from the hub's draft as it is now, with one's own words over it. */
  takeOver(): void
  /** Lets go of what was typed. */
  drop(): void
  share(): Promise<void>
  act(act: 'propose' | 'discard' | 'publish'): Promise<void>
  restore(version: number): Promise<void>
}
export type PolicyStore = StoreApi<PolicyState>

export const isSameRule = (a: RuleName, b: RuleName): boolean => a.kind === b.kind && a.id === b.id

/** The rule that is looked at. */
export function chosenView({ desk, chosen }: Pick<PolicyState, 'desk' | 'chosen'>): RuleView | null {
  const rules = valueOf(desk)?.rules ?? []
  return rules.find(({ rule }) => chosen !== null && isSameRule(rule, chosen)) ?? rules[0] ?? null
}

/** Whether the hub's draft of what is looked at is still the same. */
const isSameDraft = (was: RuleView | null, is: RuleView | null): boolean =>
  was !== null &&
  is !== null &&
  isSameRule(was.rule, is.rule) &&
  was.draft?.revision === is.draft?.revision &&
  was.versions[0]?.version === is.versions[0]?.version

/** What is drafted just now: one's own words, else the hub's draft, else the newest version as it is. */
export function draftNow(state: Pick<PolicyState, 'desk' | 'chosen' | 'base' | 'own'>): OwnRuleDraft | null {
  const view = chosenView(state)
  if (state.own !== null) return state.own
  if (view === null) return null
  if (view.draft !== null) {
    const { content, basedOn, revision, because, fromDay } = view.draft
    return { content, basedOn, seen: revision, because, fromDay }
  }
  const basedOn = view.versions[0]?.version
  return state.base === null || basedOn === undefined
    ? null
    : { content: state.base, basedOn, seen: null, because: '', fromDay: null }
}

export function createPolicyStore(client: Client): PolicyStore {
  return createStore<PolicyState>((set, get) => {
    const readBase = async (view: RuleView | null) => {
      const version = view?.versions[0]?.version
      if (view === null || version === undefined) return
      const { content } = await client.call('policy.content', { rule: view.rule, version })
      const shown = chosenView(get())
      if (shown !== null && isSameRule(shown.rule, view.rule)) set({ base: content })
    }
    const load = latest(async () => {
      try {
        const desk = await client.call('policy.book', {})
        set((state) => {
          const next = { ...state, desk: ready(desk) }
          // Letters that were typed while it was read are younger than what it says.
          return {
            desk: ready(desk),
            own: state.own ?? chosenView(next)?.own ?? null,
            edition: state.edition + 1,
            looked: isSameDraft(chosenView(state), chosenView(next)) ? state.looked : null,
          }
        })
        await readBase(chosenView(get()))
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set(({ desk }) => (desk.status === 'ready' ? {} : { desk: failed }))
      }
    })
    let keeping: Promise<unknown> = Promise.resolve()
    let toKeep = 0
    const keep = (own: OwnRuleDraft | null) => {
      const view = chosenView(get())
      if (view === null) return
      const { rule } = view
      toKeep += 1
      // One after the other: the last letter must be the last that is kept.
      keeping = keeping
        .then(() => client.call('policy.keepDraft', { rule, own }))
        .catch(() => undefined)
        .then(() => {
          toKeep -= 1
          set(({ edition }) => ({ edition: edition + 1 }))
        })
    }
    /** A step at the hub; whatever came of it, the desk is read anew. */
    const step = async (run: (view: RuleView) => Promise<RuleOutcome>) => {
      const view = chosenView(get())
      if (view === null) return
      await keeping
      const outcome = await run(view)
      if (outcome.outcome === 'done') set({ own: null })
      set({ outcome })
      await load()
    }
    return {
      desk: LOADING,
      chosen: null,
      base: null,
      own: null,
      outcome: null,
      looked: null,
      edition: 0,
      load,
      async choose(rule) {
        await keeping
        set({ chosen: rule, base: null, own: null, outcome: null, looked: null })
        await load()
      },
      type(part) {
        const draft = draftNow(get())
        if (draft === null) return
        const own = { ...draft, ...part }
        set({ own, outcome: null, ...(part.content !== undefined && { looked: null }) })
        keep(own)
      },
      look(edition, counts) {
        // What is still being kept has not been looked at, whatever comes back meanwhile.
        if (toKeep === 0 && edition === get().edition) set({ looked: counts })
      },
      takeOver() {
        const { own } = get()
        const draft = chosenView(get())?.draft ?? null
        if (own === null) return
        const next = {
          ...own,
          seen: draft?.revision ?? null,
          basedOn: chosenView(get())?.versions[0]?.version ?? own.basedOn,
        }
        set({ own: next, outcome: null, looked: null })
        keep(next)
      },
      drop() {
        set({ own: null, outcome: null, looked: null })
        keep(null)
      },
      share: () => step(({ rule }) => client.call('policy.share', { rule })),
      act: (act) =>
        step(async ({ rule, draft }) => {
          let revision = draft?.revision ?? 0
          if (get().own !== null && act === 'propose') {
            const shared = await client.call('policy.share', { rule })
            if (shared.outcome !== 'done') return shared
            revision = shared.draft?.revision ?? revision
          }
          return client.call('policy.act', { rule, act, revision })
        }),
      restore: (version) =>
        step(({ rule }) => {
          const { because = '', fromDay = null } = draftNow(get()) ?? {}
          return client.call('policy.restore', { rule, version, because, fromDay })
        }),
    }
  })
}
