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
 * The proposals on which somebody else may put a version in force. Whatever was put in force since, of any profile, ends one: who proposed
 * had seen other days assigned.
 */
export function standingProposals<Act extends ActOfRule>(acts: readonly Act[]): Act[] {
  const ofProfiles = acts.filter(({ rule }) => rule.kind === 'profile')
  const standing = ofProfiles.filter((one) => one.act === 'assignment_proposed' && !isEnded(one, ofProfiles))
  // Who proposes a thing again says it anew.
  return standing.filter((one, at) => standing.findIndex((other) => isSameWish(one, other)) === at)
}

function isEnded(proposal: ActOfRule, ofProfiles: readonly ActOfRule[]): boolean {
  const own = ofProfiles.filter(({ rule }) => rule.id === proposal.rule.id)
  const later = ofProfiles.filter(
    ({ rule, at }) => rule.id !== proposal.rule.id && Date.parse(at) >= Date.parse(proposal.at),
  )
  const since = [...own.slice(0, own.indexOf(proposal)), ...later]
  return since.some(({ act }) => PUTS_IN_FORCE.includes(act))
}

const isSameWish = (a: ActOfRule, b: ActOfRule): boolean =>
  a.rule.id === b.rule.id && a.version === b.version && a.fromDay === b.fromDay

/** That of this version and this day; null = there is none. */
export const standingProposal = (
  acts: readonly ActOfRule[],
  { profile, fromDay }: AssignmentWish,
): RuleAct | null =>
  standingProposals(acts).find(
    (one) => one.rule.id === profile.id && one.version === profile.version && one.fromDay === fromDay,
  ) ?? null

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
