import { z } from 'zod'
import { Calendar } from './calendarShape.ts'
import { Instant, UserId } from './idShapes.ts'
import { PolicyProfile } from './policyShape.ts'
import { PolicyVersion } from './policyVersion.ts'

/** What claims are judged and timed by: a calendar of the team, or a policy profile. */
export const RULE_KINDS = ['calendar', 'profile'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** Which of them, in all its versions. */
export const RuleName = z.strictObject({ kind: z.enum(RULE_KINDS), id: PolicyVersion.shape.id })
export type RuleName = z.infer<typeof RuleName>

/** What one version says, or would. */
export const RuleContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar'), calendar: Calendar }),
  z.strictObject({ kind: z.literal('profile'), profile: PolicyProfile }),
])
export type RuleContent = z.infer<typeof RuleContent>

/** Who did something to a rule: the name beside the id, since people leave and what they did stays. */
export const RulePerson = z.object({ userId: UserId, name: z.string().min(1) })
export type RulePerson = z.infer<typeof RulePerson>

/** Why it is to be changed, in words of the lead. May be empty while it is written. */
export const Because = z.string().trim().max(2000)
export type Because = z.infer<typeof Because>

/** A change that nobody is judged by yet. There is one of each rule at most: two leads write in the same one. */
export const RuleDraft = z.object({
  /** With the version that it would be published as. */
  content: RuleContent,
  /** The version that it was begun from. */
  basedOn: z.int().min(1),
  /** Goes up with every change; whoever writes names the one that they have seen. */
  revision: z.int().min(1),
  /** Proposed = whoever wrote it is done, and another lead may publish it. */
  state: z.enum(['open', 'proposed']),
  because: Because,
  /** Of a profile: the first submission day (UTC) that it judges; null = not said yet, and of a calendar. */
  fromDay: z.iso.date().nullable(),
  /** Of an earlier version whose content this is; null = it says something of its own. */
  restores: z.int().min(1).nullable(),
  writtenBy: RulePerson,
  writtenAt: Instant,
})
export type RuleDraft = z.infer<typeof RuleDraft>

/** What was done to a rule; kept for good. */
export const RULE_ACTS = [
  'begun',
  'changed',
  'discarded',
  'proposed',
  'published',
  // A version that is there is to judge from another day on: the one lead proposes it, another puts it in force.
  'assignment_proposed',
  'assigned',
] as const
export type RuleActKind = (typeof RULE_ACTS)[number]

export const RuleAct = z.object({
  act: z.enum(RULE_ACTS),
  /** The version that the draft would become, or became. */
  version: z.int().min(1),
  by: RulePerson,
  at: Instant,
  because: Because,
  /** Who wrote what was published, or proposed what was assigned; null for every other act. */
  writtenBy: RulePerson.nullable(),
  fromDay: z.iso.date().nullable(),
  restores: z.int().min(1).nullable(),
})
export type RuleAct = z.infer<typeof RuleAct>

/** Why a version is not to judge from a day on. */
export const ASSIGN_PROBLEMS = [
  'nothing_assigned',
  'unknown_profile',
  'ends_before_it_begins',
  'overlap',
  'gap',
  'changes_the_past',
  'reason_missing',
  // Nobody did, or something was put in force since.
  'not_proposed',
  'second_person',
] as const
export type AssignProblem = (typeof ASSIGN_PROBLEMS)[number]

/** Why nothing was done to a draft. */
export const RULE_PROBLEMS = [
  // Somebody else wrote meanwhile: theirs comes with the answer.
  'changed_meanwhile',
  'draft_there',
  'no_draft',
  'unknown_version',
  // A version came out after the draft was begun: it would take back what that one changed.
  'newer_version',
  'nothing_changed',
  'reason_missing',
  'day_missing',
  'day_not_ahead',
  'not_proposed',
  // Who wrote the draft last may not publish it.
  'second_person',
] as const
export type RuleProblem = (typeof RULE_PROBLEMS)[number]
