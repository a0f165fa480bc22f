import { OwnRuleDraft } from '../../../src-preload/contract/policyDesk.ts'
import type { RuleContent, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { isOfRule } from '../../domain/policy/ruleDraft.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue, type ProfileValue, putValue, removeValue } from '../../store/profileRepo.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import { knownBook } from './ruleBook.ts'

/** By person: whoever sits down here next does not go on with somebody else's words. */
const nameOf = (core: Core, { kind, id }: RuleName): ProfileValue =>
  `rule_draft ${core.session.user().userId} ${kind} ${id}`

export const findOwn = (core: Core, store: ReadStore, rule: RuleName): OwnRuleDraft | null =>
  findValue(store, nameOf(core, rule), OwnRuleDraft)

/** Keeps what was typed; null = lets go of it. */
export function keepOwn(core: Core, rule: RuleName, own: OwnRuleDraft | null): void {
  if (own !== null && !isOfRule(own.content, rule))
    throw new AppError('bad_request', 'The draft is of another rule.')
  core.store.write((s) =>
    own === null ? removeValue(s, nameOf(core, rule)) : putValue(s, nameOf(core, rule), own),
  )
}

/** What there is to preview: what was typed here, else what stands at the hub. */
export function draftedContent(core: Core, store: ReadStore, rule: RuleName): RuleContent | null {
  const own = findOwn(core, store, rule)
  if (own !== null) return own.content
  return knownBook(store)?.drafts.find((draft) => isOfRule(draft.content, rule))?.content ?? null
}
