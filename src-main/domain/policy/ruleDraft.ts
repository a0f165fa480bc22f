import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type {
  RuleContent,
  RuleDraft,
  RuleName,
  RulePerson,
  RuleProblem,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { canonicalJson } from '../canonicalJson.ts'

/** What a content names itself: the rule and the version of it. */
export const versionOf = (content: RuleContent): PolicyVersion =>
  content.kind === 'calendar' ? content.calendar : content.profile

export const isOfRule = (content: RuleContent, { kind, id }: RuleName): boolean =>
  content.kind === kind && versionOf(content).id === id

/** The same content under another number. */
export function asVersion(content: RuleContent, version: number): RuleContent {
  return content.kind === 'calendar'
    ? { kind: 'calendar', calendar: { ...content.calendar, version } }
    : { kind: 'profile', profile: { ...content.profile, version } }
}

/** Whether two versions say the same; the order of holidays and of days off says nothing. */
export function saysTheSame(one: RuleContent, other: RuleContent): boolean {
  return textOf(one) === textOf(other)
}

function textOf(content: RuleContent): string {
  if (content.kind === 'profile') return canonicalJson({ ...content.profile, version: 0 })
  const { holidays, weekend, ...rest } = content.calendar
  return canonicalJson({
    ...rest,
    version: 0,
    weekend: weekend.toSorted((a, b) => a - b),
    holidays: holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  })
}

/** What is known of a rule when somebody wants to do something to its draft. */
export interface RuleStanding {
  /** Null = there is none. */
  readonly draft: RuleDraft | null
  /** The version that came out last. */
  readonly newest: RuleContent
  /** ISO day, UTC. */
  readonly today: string
}

/** Why a draft may not be written over: somebody else wrote after what this lead has seen. `revision` null = begins a new one. */
export function writeProblem(draft: RuleDraft | null, revision: number | null): RuleProblem | null {
  if (revision === null) return draft === null ? null : 'draft_there'
  if (draft === null) return 'no_draft'
  return draft.revision === revision ? null : 'changed_meanwhile'
}

/** Why a draft may not be proposed, in the order in which a person mends it; null = it may. */
export function proposeProblem({ draft, newest, today }: RuleStanding): RuleProblem | null {
  if (draft === null) return 'no_draft'
  if (versionOf(newest).version !== draft.basedOn) return 'newer_version'
  if (saysTheSame(draft.content, newest)) return 'nothing_changed'
  if (draft.because === '') return 'reason_missing'
  if (draft.content.kind === 'calendar') return null
  if (draft.fromDay === null) return 'day_missing'
  // Claims may have been submitted today: they keep what they were submitted under.
  return draft.fromDay > today ? null : 'day_not_ahead'
}

/** Nobody puts in force alone what they wrote or proposed themselves. */
export const secondPersonProblem = (
  first: Pick<RulePerson, 'userId'>,
  by: Pick<RulePerson, 'userId'>,
): 'second_person' | null => (first.userId === by.userId ? 'second_person' : null)

/** Why this person may not publish. */
export function publishProblem(standing: RuleStanding, by: Pick<RulePerson, 'userId'>): RuleProblem | null {
  const problem = proposeProblem(standing)
  if (problem !== null) return problem
  if (standing.draft?.state !== 'proposed') return 'not_proposed'
  return secondPersonProblem(standing.draft.writtenBy, by)
}
