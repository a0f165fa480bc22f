import type { Input } from '../../../src-preload/contract/index.ts'
import type { AssignOutcome } from '../../../src-preload/contract/policyDesk.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { sendAssignment } from '../sync/hubRules.ts'
import { stepAtHub } from './stepAtHub.ts'

/** Proposes from which day a version judges, or puts in force what another lead proposed. */
export function assignVersion(
  core: Core,
  { rule, version, fromDay, act, because }: Input<'policy.assign'>,
): Promise<AssignOutcome> {
  const wish = { profile: { id: rule.id, version }, fromDay }
  const step = { rule, act: act === 'propose' ? 'assignment proposed' : 'assignment put in force' } as const
  const send = async (): Promise<AssignOutcome> => {
    const answer = await sendAssignment(
      askingAs(core),
      act === 'propose' ? { act, ...wish, because } : { act, ...wish },
    )
    return answer.outcome === 'refused' ? answer : { outcome: answer.outcome }
  }
  return stepAtHub(core, step, send, ({ outcome }) => (outcome === 'assigned' ? version : null))
}
