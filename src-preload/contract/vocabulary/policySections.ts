import { z } from 'zod'
import { EDITABLE_FIELDS } from './actWords.ts'
import { COMPARED_RUNGS, SUGGESTIONS } from './ladderWords.ts'
import { NEED_INFO_REASONS, PROGRAMS } from './words.ts'

/**
 * The sections of a policy profile. The texts are for the team lead who edits one: the reference in `resources/policy/README.md`
 * is made from them. C-numbers name contradictions of the sources, S-numbers their statements, T-numbers moves of a claim.
 */

const Days = z.int().min(1).max(400)
const KnownProgram = z.enum(PROGRAMS).exclude(['UNKNOWN'])

/** A list in which the order says nothing, so that naming one twice is a slip. */
const setOf = <Word extends z.ZodType>(word: Word) =>
  z.array(word).refine((words) => new Set(words).size === words.length, 'names something twice')

/** A length in whole days with its unit: how S-21 and S-65 name the same window differently (C-1). */
const lengthOf = (settles: string) => ({
  length: Days.describe(`How many days (${settles}).`),
  unit: z
    .enum(['calendar_days', 'business_days'])
    .describe(
      `How the days are counted: calendar_days = by date; business_days = without weekends and holidays (${settles}).`,
    ),
})

export const PolicyClocks = z
  .strictObject({
    pickupBusinessDays: Days.describe(
      'From a submission or resubmission until the review begins. A clock of its own: the review does not count from the submission (C-6, S-16).',
    ),
    reviewBusinessDays: Days.describe(
      'From the begin of the review until a decision. Stands still while the partner is asked, not while an arbitration is open (C-5, C-6, C-21, S-17, S-26, S-46).',
    ),
    decisionTargetBusinessDays: Days.describe(
      'From the first submission until a decision, both clocks together, without the time of the partner. The sources say “days” and name no unit; here they are business days (C-5, C-6, S-19).',
    ),
    partnerResponseBusinessDays: Days.describe(
      'From a request for information until the partner has to resubmit; a comment alone answers nothing (S-18, S-29).',
    ),
    disputeReviewBusinessDays: Days.describe('From a dispute until its decision (S-40).'),
    arbitrationFirstReviewBusinessDays: Days.describe(
      'From the begin of the review until a contested claim was reviewed once. The claim may stay under review for longer (C-21, S-129).',
    ),
    arbitrationBusinessDays: Days.describe(
      'From the day on which a claim is held until the outcome of its arbitration. No source gives a length; this is a target of ours (C-21, S-130).',
    ),
    disputeWindow: z
      .strictObject(lengthOf('C-19, S-36'))
      .describe('From a rejection until the partner can no longer dispute it.'),
  })
  .meta({ title: 'Clocks', description: 'How long each clock of a claim runs.' })

export const PolicyConsent = z
  .strictObject({
    ...lengthOf('C-1, S-21, S-65'),
    startEvent: z
      .enum(['approval', 'submission'])
      .describe('When the customer is told, and from when the window counts (C-2, S-20, S-64, S-99).'),
    model: z
      .literal('opt_out')
      .describe(
        'opt_out = silence is consent; an acceptance that comes is kept and changes nothing. The one model there is: asking for an acceptance belongs to another process (C-3, S-59, S-99).',
      ),
    mayDeclineEarlier: z
      .boolean()
      .describe('Whether a denial counts that comes before the window opens (C-2, S-64).'),
    mayDeclineLater: z
      .boolean()
      .describe('Whether a denial counts that comes after the window has closed (C-1, S-44).'),
  })
  .meta({
    title: 'Consent of the customer',
    description: 'The window in which the customer may deny the association.',
  })

export const PolicyEdit = z
  .strictObject({
    states: setOf(z.enum(['submitted', 'partner_action_required'])).describe(
      'In which statuses the partner may change the claim. None = not at all, and then no field may be listed either (C-4, S-54, S-100).',
    ),
    fields: setOf(z.enum(EDITABLE_FIELDS)).describe(
      'What the partner may change there; everything else needs a new claim (C-4, S-55, S-56, S-57).',
    ),
  })
  .refine(({ states, fields }) => states.length > 0 || fields.length === 0, {
    path: ['states'],
    error: 'is empty although fields may be edited; for no edits at all, empty both lists',
  })
  .refine(({ states, fields }) => fields.length > 0 || states.length === 0, {
    path: ['fields'],
    error: 'is empty although there are statuses for editing; for no edits at all, empty both lists',
  })
  .meta({
    title: 'Editing after the submission',
    description: 'What the partner may change in a claim that it has submitted.',
  })

export const PolicyDraft = z
  .strictObject({
    mayCancel: z
      .boolean()
      .describe(
        'Whether the partner may cancel a draft before the first submission. Known from a sister process only (T17, S-24).',
      ),
  })
  .meta({ title: 'Drafts', description: 'Before the first submission.' })

export const PolicyResubmission = z
  .strictObject({
    returnsTo: z
      .enum(['under_review', 'submitted'])
      .describe(
        'Where a resubmitted claim goes: under_review = straight back to its reviewer; submitted = to the queue, with a new pickup clock. The articles do not say; the value of 2023 follows the sister process on the same claims page (T5, S-29).',
      ),
  })
  .meta({ title: 'Resubmission', description: 'The partner’s answer to a request for information.' })

const rejections = z.enum([
  'REJ_INSUFFICIENT_POE',
  'REJ_MISSING_CONSENT_ON_POE',
  'REJ_MISSING_PRODUCTS',
  'REJ_POE_UNAVAILABLE',
])

export const PolicyRejection = z
  .strictObject({
    directNeedsNote: z
      .boolean()
      .describe(
        'Whether a rejection for insufficient proof, when the partner was never asked, needs a note for the lead. The sources know the way by a request only (S-46, S-47).',
      ),
    reasonsFor: z
      .record(z.enum(NEED_INFO_REASONS), rejections)
      .describe(
        'The sources name the same fault differently when they ask and when they reject. Both lists are kept; this says which rejection an unanswered request becomes (C-9, S-31 to S-35, S-45, S-48 to S-51).',
      ),
  })
  .meta({ title: 'Rejection', description: 'What a rejection must say.' })

export const PolicyDispute = z
  .strictObject({
    max: z
      .int()
      .min(1)
      .max(20)
      .nullable()
      .describe('How often one claim may be disputed; null = as often as the window is open (C-18, S-36).'),
    finalAfterMax: z
      .boolean()
      .describe(
        'Whether a rejection after the last dispute is final, so that no new window opens. Says nothing while the number is not limited (C-18, S-38).',
      ),
    afterPartnerRequest: z
      .boolean()
      .describe(
        'Whether a rejection may be disputed that the partner itself asked for. No source says; a new claim is the way (S-42, S-43).',
      ),
    mayRequestInfo: z
      .boolean()
      .describe('Whether information may be asked for while a dispute is reviewed (T13, S-40).'),
    fourEyes: z
      .boolean()
      .describe(
        'Whether somebody else than the one who rejected must decide the dispute. A rule of ours (S-40).',
      ),
    datesOfNewPapersFrom: z
      .enum(['submission', 'dispute'])
      .describe(
        'From which day the age of papers is counted that came with the dispute; older papers always count from the submission. A rule of ours (S-33, S-39).',
      ),
  })
  .meta({ title: 'Disputes', description: 'A partner asks to have a rejection looked at again.' })

export const PolicyDisassociate = z
  .strictObject({
    isAllowed: z
      .boolean()
      .describe(
        'Whether the partner may end an approved association itself, with a reason; the claim is then rejected for good. Not in the articles of 2020 (T16, S-43).',
      ),
  })
  .meta({
    title: 'Ending an association',
    description: 'The partner no longer works with a customer of an approved claim.',
  })

export const PolicyForm = z
  .strictObject({
    domainRequired: z
      .boolean()
      .describe(
        'Whether the form asks for a domain of the customer. Domain and subdomain are both taken; a bare name is completed (C-10, S-69, S-101).',
      ),
    technicalContact: z
      .enum(['dynamics', 'never'])
      .describe(
        'When a technical contact is asked for: dynamics = with Dynamics 365 products; never = not at all (S-74).',
      ),
    acknowledgementRequired: z
      .boolean()
      .describe(
        'Whether the partner must tick acknowledgements before it submits. In the articles of 2023 alone; the form of 2020 is S-63 to S-98.',
      ),
    mayCombineActivities: z
      .boolean()
      .describe(
        'Whether pre-sales and usage may stand in one claim; each is then judged by itself. A revenue association always stands alone (C-11, S-91).',
      ),
  })
  .meta({ title: 'The form', description: 'What the partner is asked when it makes a claim.' })

export const PolicyConflict = z
  .strictObject({
    alreadyClaimedByOther: z
      .enum(['arbitration', 'refuse'])
      .describe(
        'What happens to a claim for something that another partner holds: arbitration = both are reviewed; refuse = it counts as a mistake in the form (C-12, S-108, S-125).',
      ),
    alreadyClaimedBySame: z
      .enum(['duplicate', 'allow'])
      .describe(
        'What happens to a claim for something that the same partner holds: duplicate = it is refused; allow = it is taken. Renewing an association from before CPOR is no duplicate (C-12, S-83, S-108).',
      ),
  })
  .meta({
    title: 'Claims for what somebody holds',
    description: 'The product or subscription of a claim has a partner already.',
  })

export const PolicySubscription = z
  .strictObject({
    required: z
      .enum(['when_several', 'always'])
      .describe(
        'When a product of Business Applications must name its subscription: when_several = if the customer has more than one for it; always = every time (C-13, S-96, S-102).',
      ),
    staleAfterHours: z
      .int()
      .min(1)
      .max(8784)
      .describe('After how many hours a look-up is shown as out of date. A figure of ours (S-102, S-103).'),
  })
  .meta({ title: 'Subscriptions', description: 'Subscriptions of Business Applications.' })

export const PolicyExclusivity = z
  .strictObject({
    OSA_SELL: z
      .enum(['workload', 'subscription', 'none'])
      .describe(
        'Among claims for pre-sales of Business Applications. One article says subscription, others tenant and workload (C-14, S-65, S-87).',
      ),
    OSU_M365: z
      .enum(['workload', 'none'])
      .describe('Among claims for usage of Microsoft 365, where no subscription is named (C-14, S-86).'),
    OSU_BIZAPPS: z
      .enum(['workload', 'subscription', 'none'])
      .describe(
        'Among claims for usage of Business Applications. One article says subscription, others tenant and workload (C-14, S-65, S-87).',
      ),
    REVENUE_ASSOCIATION: z
      .enum(['workload', 'subscription', 'none'])
      .describe(
        'Among revenue associations, never against other claims. The articles of 2020 do not name it, those of 2023 say subscription (C-14, C-15, S-87, S-116).',
      ),
  })
  .meta({
    title: 'One partner only',
    description:
      'What only one partner of a customer may hold, by programme: workload = each product or workload; subscription = each subscription; none = nothing.',
  })

export const PolicyPoe = z
  .strictObject({
    requiredFor: setOf(KnownProgram).describe(
      'Programmes whose claims need a proof of execution. One article asks for it in every association, another wants “slightly different information” for a revenue association (C-16, S-45, S-92).',
    ),
    templateRequiredFor: setOf(KnownProgram).describe(
      'Programmes in which only Microsoft’s own form counts as proof. No source asks for it; partners report it (S-78, S-79).',
    ),
    maxAgeMonths: z
      .int()
      .min(1)
      .max(120)
      .describe(
        'How many months before the submission the customer’s acknowledgment may be dated at most. Twelve is the figure on Microsoft’s form (S-33).',
      ),
    mayAddWhileApproved: z
      .boolean()
      .describe(
        'Whether papers may be added to an approved claim, against later competing ones. Announced in mid-2020 (S-58, S-127).',
      ),
  })
  .refine(
    ({ requiredFor, templateRequiredFor }) => templateRequiredFor.every((one) => requiredFor.includes(one)),
    { path: ['templateRequiredFor'], error: 'names a programme that needs no proof at all' },
  )
  .meta({ title: 'Proof of execution', description: 'Which claims need papers, and how old these may be.' })

const placesDiffer = (places: Readonly<Record<string, number | null>>): boolean => {
  const taken = Object.values(places).filter((place) => place !== null)
  return new Set(taken).size === taken.length
}

export const PolicyArbitration = z
  .strictObject({
    rungs: z
      .record(z.enum(COMPARED_RUNGS), z.int().min(1).max(COMPARED_RUNGS.length).nullable())
      .refine(placesDiffer, 'puts two rungs on one place')
      .describe(
        'On which place each comparison stands; null = it is not made. The first that tells the parties apart decides what is suggested: validity = whose claim meets all criteria; customer_statement = whom the customer named last for the item, in writing; recency = the latest acknowledgment of the customer, which is how the most recent proof counts since July 2020; specificity = how exactly the papers name item, work and tenant or subscription; currency = whose engagement still runs; activity_fit = whose work is of the claimed kind. The sources ask to look at both proofs and no further; the order is ours (S-126, S-127).',
      ),
    statementTieDays: z
      .int()
      .min(1)
      .max(400)
      .describe('Statements of the customer that are fewer days apart than this are a tie (S-127).'),
    recencyTieDays: z
      .int()
      .min(1)
      .max(400)
      .describe('Acknowledgments of the customer that are fewer days apart than this are a tie (S-127).'),
    suggestion: z
      .enum(SUGGESTIONS)
      .describe(
        'What is suggested when nothing told the parties apart; the lead decides and says why. incumbent = who holds the item keeps it, and where nobody does, who submitted first; earlier_submission = who submitted first; none = nobody (S-127).',
      ),
    fourEyes: z
      .boolean()
      .describe(
        'Whether somebody else must decide the arbitration than who reviewed one of its claims first. A rule of ours (S-127).',
      ),
    secondOpinion: z
      .boolean()
      .optional()
      .describe(
        'Whether two leads vote, each without seeing what the other one said, before an arbitration is decided; where they differ, a person decides whom the first one named. Left out = only where a lead asks for it by voting. A rule of ours (S-127).',
      ),
  })
  .meta({
    title: 'Arbitration',
    description:
      'How claims of several partners for one item are compared. What comes of it is a suggestion: a lead decides. Left out = in the order validity, customer_statement, recency, specificity, currency, activity_fit; ties under 1 day and under 7 days; the incumbent is suggested; the lead may have been a first reviewer.',
  })

export const PolicyCheckPrecision = z
  .strictObject({
    levelPercent: z
      .int()
      .min(0)
      .max(100)
      .describe(
        'Of how many findings in a hundred a check has to be right. One that is right less often is advisory: a person confirms what it finds, until it is right often enough again. A rule of ours.',
      ),
    least: z
      .int()
      .min(1)
      .max(10_000)
      .describe(
        'Of how many findings somebody has to have decided before a check may turn advisory: fewer say too little. A rule of ours.',
      ),
  })
  .meta({
    title: 'Precision of checks',
    description:
      'How often each check has to be right for its finding to count by itself. Counted are the findings of the last 90 days on which a person decided. Left out = 90 in a hundred, of 20 findings at least.',
  })
