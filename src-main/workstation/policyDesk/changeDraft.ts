import type { Input } from '../../../src-preload/contract/index.ts'
import type { RuleOutcome } from '../../../src-preload/contract/policyDesk.ts'
import type { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { type ActOnRule, type RuleAnswer, sendRuleAct, sendRuleDraft } from '../sync/hubRules.ts'
import { findOwn, keepOwn } from './ownDrafts.ts'
import { type RuleStep, stepAtHub } from './stepAtHub.ts'

/** Gives what was typed to the hub. It stays here until the hub has taken it. */
export async function shareDraft(core: Core, rule: RuleName): Promise<RuleOutcome> {
  const own = core.store.read((s) => findOwn(core, s, rule))
  if (own === null) return { outcome: 'refused', problem: 'no_draft', draft: null }
  const { seen, ...written } = own
  return asked(core, { rule, act: 'rule draft written' }, async () => {
    const answer = await sendRuleDraft(askingAs(core), rule, { ...written, revision: seen })
    if (answer.outcome === 'done') keepOwn(core, rule, null)
    return answer
  })
}

/** What is discarded is let go of here as well. */
export function actOnDraft(
  core: Core,
  rule: RuleName,
  wish: Extract<ActOnRule, { revision: number }>,
): Promise<RuleOutcome> {
  return asked(core, { rule, act: `rule draft ${wish.act}` }, async () => {
    const answer = await sendRuleAct(askingAs(core), rule, wish)
    if (answer.outcome === 'done' && wish.act === 'discard') keepOwn(core, rule, null)
    return answer
  })
}

export function restoreVersion(
  core: Core,
  rule: RuleName,
  wish: Omit<Input<'policy.restore'>, 'rule'>,
): Promise<RuleOutcome> {
  return asked(core, { rule, act: 'rule version restored' }, () =>
    sendRuleAct(askingAs(core), rule, { act: 'restore', ...wish }),
  )
}

const asked = (core: Core, step: RuleStep, send: () => Promise<RuleAnswer>): Promise<RuleOutcome> =>
  stepAtHub(core, step, send, (answer) => (answer.outcome === 'done' ? answer.published : null))
