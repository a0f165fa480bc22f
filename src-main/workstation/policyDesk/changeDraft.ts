import type { Input } from '../../../src-preload/contract/index.ts'
import type { RuleOutcome } from '../../../src-preload/contract/policyDesk.ts'
import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { type ActOnRule, type RuleAnswer, sendRuleAct, sendRuleDraft } from '../sync/hubRules.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import { findOwn, keepOwn } from './ownDrafts.ts'
import { renewBook } from './ruleBook.ts'

/** Gives what was typed to the hub. It stays here until the hub has taken it. */
export async function shareDraft(core: Core, rule: RuleName): Promise<RuleOutcome> {
  const own = core.store.read((s) => findOwn(core, s, rule))
  if (own === null) return { outcome: 'refused', problem: 'no_draft', draft: null }
  const { seen, ...written } = own
  return asked(core, rule, 'rule draft written', async () => {
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
  return asked(core, rule, `rule draft ${wish.act}`, async () => {
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
  return asked(core, rule, 'rule version restored', () =>
    sendRuleAct(askingAs(core), rule, { act: 'restore', ...wish }),
  )
}

/** Whatever came of it, the book is read anew: a refusal says that somebody else did something. */
async function asked(
  core: Core,
  rule: RuleName,
  act: AuditActName,
  send: () => Promise<RuleAnswer>,
): Promise<RuleOutcome> {
  if (core.ports.hub.state() === 'none') return { outcome: 'unreachable' }
  try {
    const answer = await send()
    await renewBook(core)
    if (answer.outcome === 'refused') return answer
    core.store.write((s) =>
      appendAudit(s, {
        at: core.ports.clock.now(),
        actor: core.session.user().userId,
        act,
        claimId: null,
        facts: { kind: rule.kind, id: rule.id, published: answer.published },
      }),
    )
    return answer
  } catch (error) {
    if (error instanceof HubUnavailable) return { outcome: 'unreachable' }
    throw error
  }
}
