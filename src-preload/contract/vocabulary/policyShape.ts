import { z } from 'zod'
import { EDITABLE_FIELDS } from './actWords.ts'
import { SUBMITTER_ROLES } from './intakeWords.ts'
import { PolicyVersion } from './policyVersion.ts'
import { PROGRAMS } from './words.ts'

/**
 * A policy profile: what may differ between readings of the rules (domain.md section 2.5). The description of a field names the
 * contradiction that it settles; the reference in `resources/policy` is made from these texts.
 */

const Days = z.int().min(1).max(400)
const KnownProgram = z.enum(PROGRAMS).exclude(['UNKNOWN'])
const byProgram = <Value extends z.ZodType>(value: Value) => z.record(KnownProgram, value)

const Length = z.strictObject({
  length: Days.describe('How many days.'),
  unit: z
    .enum(['calendar_days', 'business_days'])
    .describe('Calendar days count by date; business days leave out weekends and holidays.'),
})

const Clocks = z.strictObject({
  pickupBusinessDays: Days.describe(
    'From a submission until the review begins. A clock of its own beside the review (C-6, S-16).',
  ),
  reviewBusinessDays: Days.describe(
    'From the begin of the review until a decision; stands still while the partner is asked (C-6, C-21, S-17).',
  ),
  decisionTargetBusinessDays: Days.describe(
    'From the first submission until a decision, without the time of the partner. The sources say “days” without a unit: business days (C-5, S-19).',
  ),
  partnerResponseBusinessDays: Days.describe('From a request until the partner resubmits (S-18).'),
  disputeReviewBusinessDays: Days.describe('From a dispute until its decision (S-40).'),
  arbitrationFirstReviewBusinessDays: Days.describe(
    'From the begin of the review until the first review of a contested claim (C-21, S-129).',
  ),
  arbitrationBusinessDays: Days.describe(
    'From the hold until the outcome of an arbitration. No length is published: a target of ours (C-21).',
  ),
  disputeWindow: Length.describe('From a rejection until the partner may no longer dispute it (C-19, S-36).'),
})

const Consent = z.strictObject({
  ...Length.shape,
  startEvent: z
    .enum(['approval', 'submission'])
    .describe('When the customer is told, and from when the window counts (C-2, S-64, S-99).'),
  model: z
    .literal('opt_out')
    .describe('Silence is consent; an acceptance is not asked for and is kept where it comes (C-3).'),
  mayDeclineEarlier: z.boolean().describe('A denial that comes before the approval counts too (C-2).'),
  mayDeclineLater: z.boolean().describe('The customer may deny after the window as well (C-1).'),
})

const Edit = z.strictObject({
  states: z
    .array(z.enum(['submitted', 'partner_action_required']))
    .describe('Where the partner may change the claim after submitting it (C-4, S-54, S-100).'),
  fields: z.array(z.enum(EDITABLE_FIELDS)).describe('What it may change there (S-55 to S-57).'),
})

const Dispute = z.strictObject({
  max: z
    .int()
    .min(1)
    .nullable()
    .describe('How often a claim may be disputed; null = as often as the window is open (C-18).'),
  finalAfterMax: z.boolean().describe('A rejection after the last dispute is final: no window opens (C-18).'),
  afterPartnerRequest: z
    .boolean()
    .describe('A rejection that the partner asked for may be disputed (domain.md section 6.3).'),
  mayRequestInfo: z.boolean().describe('Information may be asked for while a dispute is reviewed (T13).'),
  fourEyes: z
    .boolean()
    .describe('Somebody else than the one who rejected decides the dispute (domain.md section 6.1).'),
  datesOfNewPapersFrom: z
    .enum(['submission', 'dispute'])
    .describe('Which day the twelve months count from for papers that came with the dispute.'),
})

const Rejection = z.strictObject({
  directNeedsNote: z
    .boolean()
    .describe(
      'Rejecting for insufficient proof without having asked first needs a note for the lead (S-47).',
    ),
})

const Conflict = z.strictObject({
  alreadyClaimedByOther: z
    .enum(['arbitration', 'refuse'])
    .describe('Another partner holds the subscription or workload (C-12, S-108, S-125).'),
  alreadyClaimedBySame: z
    .enum(['duplicate', 'allow'])
    .describe('The same partner holds it: a duplicate is refused (C-12); re-association is none (S-83).'),
})

const Subscription = z.strictObject({
  required: z
    .enum(['when_several', 'always'])
    .describe('When a Dynamics item must name its subscription (C-13, S-96).'),
  staleAfterHours: z
    .int()
    .min(1)
    .max(8784)
    .describe('After how many hours a look-up is shown as stale (domain.md section 1.5).'),
})

const Poe = z.strictObject({
  requiredFor: z
    .array(KnownProgram)
    .describe('Programmes whose claims need a proof of execution (C-16, S-45).'),
  templateRequiredFor: z
    .array(KnownProgram)
    .describe('Programmes in which only the form of Microsoft counts (domain.md section 3.7).'),
  maxAgeMonths: z
    .int()
    .min(1)
    .max(120)
    .describe('How old an acknowledgment may be at the submission (S-33).'),
  mayAddWhileApproved: z
    .boolean()
    .describe('Papers may be added to an approved claim, against later competing ones.'),
})

/** Everything that a policy profile says. */
export const PolicyProfile = z.strictObject({
  ...PolicyVersion.shape,
  title: z.string().min(1).max(120).describe('For people.'),
  basis: z.string().min(1).max(500).describe('Which texts it follows.'),
  displayName: z
    .string()
    .min(1)
    .max(80)
    .describe('How CPOR is spelled out; older spellings are still matched (C-7).'),
  clocks: Clocks.describe('Lengths of the clocks.'),
  consent: Consent.describe('The opt-out window of the customer (C-1, S-21, S-65).'),
  edit: Edit.describe('Changes by the partner after the submission.'),
  draft: z
    .strictObject({ mayCancel: z.boolean().describe('A draft may be cancelled (T17).') })
    .describe('Before the first submission.'),
  resubmission: z
    .strictObject({
      returnsTo: z
        .enum(['under_review', 'submitted'])
        .describe('Where a resubmitted claim goes: straight back to its reviewer, or to the pickup (T5).'),
    })
    .describe('The answer of the partner.'),
  rejection: Rejection.describe('Rejections.'),
  dispute: Dispute.describe('Disputes.'),
  disassociate: z
    .strictObject({ isAllowed: z.boolean().describe('A partner may end an approved association (T16).') })
    .describe('The end of an association by its partner.'),
  submitterRoles: z
    .array(z.enum(SUBMITTER_ROLES))
    .describe('Who makes claims in Partner Center. Shown, never enforced (C-8, S-10 to S-12).'),
  form: z
    .strictObject({
      domainRequired: z
        .boolean()
        .describe('The domain of the customer is asked for; a bare name is completed (C-10, S-69).'),
      technicalContact: z
        .enum(['dynamics', 'never'])
        .describe('When a technical contact is asked for (S-74).'),
      acknowledgementRequired: z.boolean().describe('The acknowledgements must be ticked before submitting.'),
      mayCombineActivities: z.boolean().describe('Presales and usage may stand in one claim (C-11, S-91).'),
    })
    .describe('What the form of the claim asks for.'),
  conflict: Conflict.describe('Claims for what somebody holds.'),
  subscription: Subscription.describe('Subscriptions of Business Applications.'),
  exclusivity: byProgram(z.enum(['workload', 'subscription', 'none'])).describe(
    'What only one partner of a customer may hold, by programme (C-14, S-86, S-87). Revenue association: within its own programme (C-15).',
  ),
  poe: Poe.describe('Proof of execution.'),
  associationHeldFrom: z
    .enum(['approval', 'consent_closed'])
    .describe('From when an approved claim counts as the holder (C-20).'),
  dataAccess: z
    .enum(['usage', 'management'])
    .describe('Which data of the customer the partner gets to see: a text, nothing more (C-17, S-66, S-67).'),
  catalogueFlags: z
    .record(z.string().min(1).max(64), z.enum(['check_program_guide']))
    .describe('Products whose eligibility is not settled, by id (C-22).'),
  statusNames: z
    .partialRecord(z.enum(['editing', 'disputed', 'rejected_final']), z.string().min(1).max(40))
    .describe('Statuses that carry another name in this reading (domain.md section 2.3).'),
})
export type PolicyProfile = z.infer<typeof PolicyProfile>

/** From which submission day on a profile is in force; ISO days, the last one included, null = without end. */
export const PolicyAssignment = z.strictObject({
  profile: PolicyVersion,
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
})
export type PolicyAssignment = z.infer<typeof PolicyAssignment>
