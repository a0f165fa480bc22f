import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type {
  Because,
  RuleAct,
  RuleName,
  RulePerson,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { secondPersonProblem } from './ruleDraft.ts'

/** From which submission day on which version is to judge. */
export interface AssignmentWish {
  readonly profile: PolicyVersion
  readonly fromDay: string
}

/** What was done to a rule, the newest of each rule first. */
export type ActOfRule = RuleAct & { readonly rule: RuleName }

const PUTS_IN_FORCE: readonly RuleAct['act'][] = ['published', 'assigned']

/**
 * The proposal on which somebody else may put a version in force; null = there is none. Whatever was put in force since, of any profile,
 * ends it: who proposed had seen other days assigned.
 */
export function standingProposal(acts: readonly ActOfRule[], wish: AssignmentWish): RuleAct | null {
  const ofProfiles = acts.filter(({ rule }) => rule.kind === 'profile')
  const own = ofProfiles.filter(({ rule }) => rule.id === wish.profile.id)
  const since = own.findIndex(
    ({ act, version, fromDay }) =>
      act === 'assignment_proposed' && version === wish.profile.version && fromDay === wish.fromDay,
  )
  const proposal = own[since]
  if (proposal === undefined) return null
  const isEnded =
    own.slice(0, since).some(({ act }) => PUTS_IN_FORCE.includes(act)) ||
    ofProfiles.some(
      ({ rule, act, at }) =>
        rule.id !== wish.profile.id &&
        PUTS_IN_FORCE.includes(act) &&
        Date.parse(at) >= Date.parse(proposal.at),
    )
  return isEnded ? null : proposal
}

/** Why this person may not put it in force: it takes two, as to publish does. */
export function assignProblem(
  proposal: RuleAct | null,
  by: Pick<RulePerson, 'userId'>,
): 'not_proposed' | 'second_person' | null {
  return proposal === null ? 'not_proposed' : secondPersonProblem(proposal.by, by)
}

/** A reason is asked of whoever proposes. */
export const assignProposeProblem = (because: Because): 'reason_missing' | null =>
  because === '' ? 'reason_missing' : null
