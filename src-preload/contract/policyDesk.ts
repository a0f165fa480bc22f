import { z } from 'zod'
import { command, query } from './method.ts'
import { ClaimId, Instant } from './vocabulary/idShapes.ts'
import { PolicyAssignment } from './vocabulary/policyShape.ts'
import { PolicyVersion } from './vocabulary/policyVersion.ts'
import { PREVIEW_LISTS, RulePreview } from './vocabulary/rulePreviewShape.ts'
import {
  ASSIGN_PROBLEMS,
  RULE_PROBLEMS,
  RuleAct,
  RuleContent,
  RuleDraft,
  RuleName,
} from './vocabulary/ruleShape.ts'
import { CRITERIA, VERDICTS } from './vocabulary/words.ts'

/** What a lead has typed and the hub has not got yet; kept on this workstation, for this person. */
export const OwnRuleDraft = z.strictObject({
  content: RuleContent,
  /** The version that it changes. */
  basedOn: PolicyVersion.shape.version,
  /** The state of the draft at the hub that was seen when it was begun; null = there was none. */
  seen: z.int().min(1).nullable(),
  because: z.string().max(2000),
  fromDay: z.iso.date().nullable(),
})
export type OwnRuleDraft = z.infer<typeof OwnRuleDraft>

export const RuleView = z.strictObject({
  rule: RuleName,
  /** The name that people see; of a calendar its id. */
  title: z.string(),
  /** Claims are timed, or those of today are judged, by it. */
  isInForce: z.boolean(),
  /** The newest first. */
  versions: z.array(
    z.strictObject({
      version: PolicyVersion.shape.version,
      /** Who published it and why; null = it came with the program. */
      published: RuleAct.nullable(),
      /** From which day leads propose that it judges, the newest proposal first. */
      proposed: z.array(RuleAct),
      /** The submission days that it judges; empty = none, and of a calendar. */
      days: z.array(PolicyAssignment.omit({ profile: true })),
    }),
  ),
  /** As it stands at the hub, as far as that was asked last. */
  draft: RuleDraft.nullable(),
  own: OwnRuleDraft.nullable(),
  /** Everything that was done to it, the newest first. */
  acts: z.array(RuleAct),
})
export type RuleView = z.infer<typeof RuleView>

export const RuleDesk = z.strictObject({
  rules: z.array(RuleView),
  /** Null = the hub is at hand. Otherwise what is shown is what was known last, and nothing but one's own words can be changed. */
  away: z.enum(['no_hub', 'unreachable']).nullable(),
  /** When the hub told it; null = it never did. */
  toldAt: Instant.nullable(),
})
export type RuleDesk = z.infer<typeof RuleDesk>

/** `unreachable`: nobody knows of it but this workstation, and what was typed stays here. */
export const RuleOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('done'),
    published: PolicyVersion.shape.version.nullable(),
    /** As it stands now; null = there is none any more. */
    draft: RuleDraft.nullable(),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    problem: z.enum(RULE_PROBLEMS),
    draft: RuleDraft.nullable(),
  }),
  z.strictObject({ outcome: z.literal('unreachable') }),
])
export type RuleOutcome = z.infer<typeof RuleOutcome>

/** `unreachable`: nobody knows of it. */
export const AssignOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['proposed', 'assigned']) }),
  z.strictObject({ outcome: z.literal('refused'), problems: z.array(z.enum(ASSIGN_PROBLEMS)) }),
  z.strictObject({ outcome: z.literal('unreachable') }),
])
export type AssignOutcome = z.infer<typeof AssignOutcome>

/** A verdict that a changed profile gives otherwise. */
export const VerdictFlip = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  criterion: z.enum(CRITERIA),
  item: z.string().nullable(),
  now: z.enum(VERDICTS),
  after: z.enum(VERDICTS),
  /** What people decided on the claim; null = nothing yet. */
  decided: z.enum(['approved', 'rejected']).nullable(),
})
export type VerdictFlip = z.infer<typeof VerdictFlip>

/** A run of the checks by the rules of a draft, over what is on this workstation. */
export const DryRun = z.strictObject({
  rule: RuleName,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** The fields that differ and that checks read; none = no verdict can differ. */
  fields: z.array(z.string()),
  claims: z.int().min(0),
  judged: z.int().min(0),
  /** Their papers were never read here, so that nothing can be said of them. */
  unread: z.int().min(0),
  flips: z.array(VerdictFlip),
})
export type DryRun = z.infer<typeof DryRun>

const ofRule = z.strictObject({ rule: RuleName })

/** Calendars and profiles as a team lead changes them. Nobody else is answered. */
export const policyDesk = {
  'policy.book': query(z.strictObject({}), RuleDesk),
  /** Null = this version has not come here. */
  'policy.content': query(
    z.strictObject({ rule: RuleName, version: PolicyVersion.shape.version }),
    z.strictObject({ content: RuleContent.nullable() }),
  ),
  /** What is typed, on this workstation alone; null = it is let go of. */
  'policy.keepDraft': command(
    z.strictObject({ rule: RuleName, own: OwnRuleDraft.nullable() }),
    z.strictObject({}),
  ),
  /** Gives what was typed to the hub, for all leads. */
  'policy.share': command(ofRule, RuleOutcome),
  'policy.act': command(
    z.strictObject({
      rule: RuleName,
      act: z.enum(['propose', 'discard', 'publish']),
      revision: z.int().min(1),
    }),
    RuleOutcome,
  ),
  'policy.restore': command(
    z.strictObject({
      rule: RuleName,
      version: PolicyVersion.shape.version,
      because: z.string().max(2000),
      fromDay: z.iso.date().nullable(),
    }),
    RuleOutcome,
  ),
  /** From which day a version that is there is to judge: one lead proposes it and says why, another puts it in force. */
  'policy.assign': command(
    z.strictObject({
      rule: RuleName,
      version: PolicyVersion.shape.version,
      fromDay: z.iso.date(),
      act: z.enum(['propose', 'put_in_force']),
      because: z.string().max(2000),
    }),
    AssignOutcome,
  ),
  /** Of what was typed, else of the hub's draft; null = there is neither. */
  'policy.preview': query(
    z.strictObject({
      rule: RuleName,
      /** The claims behind one of the counts alone; null = behind all of them. */
      list: z.enum(PREVIEW_LISTS).nullable(),
      skip: z.int().min(0),
      top: z.int().min(1).max(500),
    }),
    z.strictObject({
      preview: RulePreview.nullable(),
      /** Who looked: the hub at every claim of the team, or this workstation at those that it has. */
      by: z.enum(['hub', 'workstation']),
    }),
  ),
  'policy.startDryRun': command(ofRule, z.strictObject({ run: DryRun.nullable() })),
  'policy.dryRun': query(z.strictObject({}), z.strictObject({ run: DryRun.nullable() })),
  'policy.cancelDryRun': command(z.strictObject({}), z.strictObject({})),
} as const
