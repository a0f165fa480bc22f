import { useStore } from 'zustand'
import type { OwnRuleDraft, RuleView } from '../../../src-preload/contract/policyDesk.ts'
import type { RuleContent } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { countChanges } from './calendar/monthGrid.ts'
import { chosenView, draftNow, type PolicyStore } from './policyStore.ts'
import { profileSections } from './profile/profileFields.ts'
import { isSameValue, valueAt } from './profile/profileValues.ts'

export interface DraftFacts {
  readonly view: RuleView | null
  readonly draft: OwnRuleDraft | null
  /** The version that it would become. */
  readonly next: number | null
  /** In how much it differs from the newest version. */
  readonly changes: number
}

/** What the page says of the draft in several places. */
export function useDraftFacts(store: PolicyStore): DraftFacts {
  const state = useStore(store)
  const view = chosenView(state)
  const draft = draftNow(state)
  const newest = view?.versions[0]?.version
  return {
    view,
    draft,
    next: newest === undefined ? null : newest + 1,
    changes: draft === null || state.base === null ? 0 : changesBetween(draft.content, state.base),
  }
}

export function changesBetween(draft: RuleContent, base: RuleContent): number {
  if (draft.kind === 'calendar')
    return base.kind === 'calendar' ? countChanges(draft.calendar, base.calendar) : 0
  if (base.kind !== 'profile') return 0
  return profileSections()
    .flatMap(({ fields }) => fields)
    .filter(({ path }) => !isSameValue(valueAt(draft.profile, path), valueAt(base.profile, path))).length
}
