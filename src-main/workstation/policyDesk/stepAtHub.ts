import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import type { Core } from '../core.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import { renewBook } from './ruleBook.ts'

export interface RuleStep {
  readonly rule: RuleName
  /** What the log calls it. */
  readonly act: AuditActName
}

/**
 * Does something to a rule at the hub. Whatever came of it, the book is read anew: a refusal says that somebody else did something.
 * @param published the version that is in force by it; null = none.
 */
export async function stepAtHub<Answer extends { readonly outcome: string }>(
  core: Core,
  { rule, act }: RuleStep,
  send: () => Promise<Answer>,
  published: (answer: Answer) => number | null,
): Promise<Answer | { readonly outcome: 'unreachable' }> {
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
        facts: { kind: rule.kind, id: rule.id, published: published(answer) },
      }),
    )
    return answer
  } catch (error) {
    if (error instanceof HubUnavailable) return { outcome: 'unreachable' }
    throw error
  }
}
