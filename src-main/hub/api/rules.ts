import { z } from 'zod'
import { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { PolicyAssignment } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { PREVIEW_LISTS, RulePreview } from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import {
  Because,
  RULE_PROBLEMS,
  RuleAct,
  RuleContent,
  RuleDraft,
  RuleName,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'

/**
 * `GET /v1.0/rules`: drafts of calendars and profiles, and who did what to them. What the versions themselves say is in
 * `GET /v1.0/reference`.
 */
export const RuleBook = z.object({
  /** Of each rule the newest version, and of the team's calendar the one in force. */
  rules: z.array(z.object({ rule: RuleName, newest: PolicyVersion.shape.version, isInForce: z.boolean() })),
  drafts: z.array(RuleDraft),
  /** Of each rule the newest first. */
  acts: z.array(RuleAct.extend({ rule: RuleName })),
  assignments: z.array(PolicyAssignment),
})
export type RuleBook = z.infer<typeof RuleBook>

/** `PUT /v1.0/rules/{ruleKind}/{ruleId}/draft`: what the draft is to say from now on, all of it. */
export const WriteRuleDraft = z.strictObject({
  /** The state of the draft that was seen; null = begins one. */
  revision: z.int().min(1).nullable(),
  /** The version that it changes: whoever writes has seen what that one says. */
  basedOn: PolicyVersion.shape.version,
  content: RuleContent,
  because: Because,
  fromDay: z.iso.date().nullable(),
})
export type WriteRuleDraft = z.infer<typeof WriteRuleDraft>

/** `POST /v1.0/rules/{ruleKind}/{ruleId}/acts`. To restore is to propose what an earlier version said, in one act. */
export const ActOnRule = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['propose', 'discard', 'publish']), revision: z.int().min(1) }),
  z.strictObject({
    act: z.literal('restore'),
    version: PolicyVersion.shape.version,
    because: Because,
    fromDay: z.iso.date().nullable(),
  }),
])
export type ActOnRule = z.infer<typeof ActOnRule>

/** The answer to both: the draft as it is now, also where nothing was done. */
export const RuleAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    draft: RuleDraft.nullable(),
    /** The version that was published; null = none was. */
    published: PolicyVersion.shape.version.nullable(),
  }),
  z.object({ outcome: z.literal('refused'), problem: z.enum(RULE_PROBLEMS), draft: RuleDraft.nullable() }),
])
export type RuleAnswer = z.infer<typeof RuleAnswer>

/** `GET /v1.0/rules/{ruleKind}/{ruleId}/preview`: what the draft as it stands at the hub would change. */
export const PreviewQuery = z.object({
  /** The first claim of the page. */
  $skip: z.coerce.number().int().min(0).default(0),
  $top: z.coerce.number().int().min(1).max(500).default(100),
  /** The claims behind one of the counts alone; left out = behind all of them. */
  list: z.enum(PREVIEW_LISTS).optional(),
})
export const RulePreviewAnswer = RulePreview.extend({
  /** Of the draft that was looked at: another one since is seen by it. */
  revision: z.int().min(1),
})
export type RulePreviewAnswer = z.infer<typeof RulePreviewAnswer>
