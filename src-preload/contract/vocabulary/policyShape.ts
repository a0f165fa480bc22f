import { z } from 'zod'
import { SUBMITTER_ROLES } from './intakeWords.ts'
import {
  PolicyArbitration,
  PolicyCheckPrecision,
  PolicyClocks,
  PolicyConflict,
  PolicyConsent,
  PolicyDisassociate,
  PolicyDispute,
  PolicyDraft,
  PolicyEdit,
  PolicyExclusivity,
  PolicyForm,
  PolicyPoe,
  PolicyRejection,
  PolicyResubmission,
  PolicySubscription,
} from './policySections.ts'
import { PolicyVersion } from './policyVersion.ts'

/**
 * A policy profile: one reading of the rules, where the sources contradict each other or change over time. What a version says
 * never changes: decisions name the version that they were made under.
 */
export const PolicyProfile = z.strictObject({
  id: PolicyVersion.shape.id
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold small letters, digits and single hyphens only')
    .describe('The name of the profile, the same in all its versions.'),
  version: PolicyVersion.shape.version.describe('Counts up with every change.'),
  title: z.string().min(1).max(120).describe('The name that people see.'),
  basis: z.string().min(1).max(500).describe('Which texts it follows.'),
  displayName: z
    .string()
    .min(1)
    .max(80)
    .describe('How CPOR is spelled out. “Claimed” and “Claiming” mean the same (C-7).'),
  submitterRoles: z
    .array(z.enum(SUBMITTER_ROLES))
    .refine((roles) => new Set(roles).size === roles.length, 'names something twice')
    .describe(
      'Who makes claims in Partner Center. Shown to reviewers, never enforced (C-8, S-10, S-11, S-12).',
    ),
  associationHeldFrom: z
    .enum(['approval', 'consent_closed'])
    .describe(
      'From when the partner of an approved claim counts as the holder, against whom a new claim competes: the approval, or the end of the consent window (C-20, S-13, S-28, S-65).',
    ),
  dataAccess: z
    .enum(['usage', 'usage_and_seats', 'management'])
    .describe(
      'Which data of the customer the partner gets to see: its usage; usage and sold seats; or some data for managing services. A text for the reviewer, it opens nothing (C-17, S-66, S-67).',
    ),
  catalogueFlags: z
    .record(z.string().min(1).max(64), z.enum(['check_program_guide']))
    .describe(
      'Products whose place in the programmes is not settled, by their id in the catalogue: the reviewer is told to look into the program guide (C-22, S-84).',
    ),
  statusNames: z
    .partialRecord(z.enum(['editing', 'disputed', 'rejected_final']), z.string().min(1).max(40))
    .describe('Statuses that carry another name in this reading; the others keep theirs (S-24, S-27, S-38).'),
  blindFirstPercent: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe(
      'Of how many claims in a hundred the reviewer judges every criterion before the findings of the machine are shown: a sample that says how far people follow it. Which claims is settled by claim and reviewer. Left out = none. A rule of ours.',
    ),
  closedClaimDays: z
    .int()
    .min(1)
    .max(3_650)
    .optional()
    .describe(
      'How many days after its decision a claim stays on the machines of reviewers, with its papers; the hub keeps it. What was not sent yet stays until it is. Left out = 120. A rule of ours.',
    ),
  clocks: PolicyClocks,
  consent: PolicyConsent,
  edit: PolicyEdit,
  draft: PolicyDraft,
  resubmission: PolicyResubmission,
  rejection: PolicyRejection,
  dispute: PolicyDispute,
  disassociate: PolicyDisassociate,
  form: PolicyForm,
  conflict: PolicyConflict,
  subscription: PolicySubscription,
  exclusivity: PolicyExclusivity,
  poe: PolicyPoe,
  /** Released versions leave these out: what they say never changes. */
  arbitration: PolicyArbitration.optional(),
  checkPrecision: PolicyCheckPrecision.optional(),
})
export type PolicyProfile = z.infer<typeof PolicyProfile>

/** Which profile judges the claims of which submission days: ISO days in UTC, the last one included, null = without end. */
export const PolicyAssignment = z.strictObject({
  profile: z.strictObject(PolicyVersion.shape),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
})
export type PolicyAssignment = z.infer<typeof PolicyAssignment>

/** All of them, in any order. What else must hold is a rule: `assignmentProblems` in `src-main/domain/policy`. */
export const PolicyAssignments = z.array(PolicyAssignment).min(1)
export type PolicyAssignments = z.infer<typeof PolicyAssignments>
