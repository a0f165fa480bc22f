import type { MessageId, Say } from '../../../../src-preload/words/say.ts'

/**
 * Every field of a profile that a lead may change. Each has a name and an explanation in the catalogues, `policyField.…`: one without does
 * not compile, and a test holds the list to the schema.
 */
export const PROFILE_FIELDS = [
  'title',
  'basis',
  'displayName',
  'submitterRoles',
  'associationHeldFrom',
  'dataAccess',
  'catalogueFlags',
  'statusNames',
  'blindFirstPercent',
  'closedClaimDays',
  'clocks.pickupBusinessDays',
  'clocks.reviewBusinessDays',
  'clocks.decisionTargetBusinessDays',
  'clocks.partnerResponseBusinessDays',
  'clocks.disputeReviewBusinessDays',
  'clocks.arbitrationFirstReviewBusinessDays',
  'clocks.arbitrationBusinessDays',
  'clocks.disputeWindow.length',
  'clocks.disputeWindow.unit',
  'consent.length',
  'consent.unit',
  'consent.startEvent',
  'consent.model',
  'consent.mayDeclineEarlier',
  'consent.mayDeclineLater',
  'edit.states',
  'edit.fields',
  'draft.mayCancel',
  'resubmission.returnsTo',
  'rejection.directNeedsNote',
  'rejection.reasonsFor',
  'dispute.max',
  'dispute.finalAfterMax',
  'dispute.afterPartnerRequest',
  'dispute.mayRequestInfo',
  'dispute.fourEyes',
  'dispute.datesOfNewPapersFrom',
  'disassociate.isAllowed',
  'form.domainRequired',
  'form.technicalContact',
  'form.acknowledgementRequired',
  'form.mayCombineActivities',
  'conflict.alreadyClaimedByOther',
  'conflict.alreadyClaimedBySame',
  'subscription.required',
  'subscription.staleAfterHours',
  'exclusivity.OSA_SELL',
  'exclusivity.OSU_M365',
  'exclusivity.OSU_BIZAPPS',
  'exclusivity.REVENUE_ASSOCIATION',
  'poe.requiredFor',
  'poe.templateRequiredFor',
  'poe.maxAgeMonths',
  'poe.mayAddWhileApproved',
  'arbitration.rungs',
  'arbitration.statementTieDays',
  'arbitration.recencyTieDays',
  'arbitration.suggestion',
  'arbitration.fourEyes',
  'arbitration.secondOpinion',
  'checkPrecision.levelPercent',
  'checkPrecision.least',
] as const
export type ProfileFieldId = (typeof PROFILE_FIELDS)[number]

/** The groups of fields, with their names in the catalogues, `policySection.…`. */
export const PROFILE_SECTIONS = [
  'clocks',
  'consent',
  'edit',
  'draft',
  'resubmission',
  'rejection',
  'dispute',
  'disassociate',
  'form',
  'conflict',
  'subscription',
  'exclusivity',
  'poe',
  'arbitration',
  'checkPrecision',
] as const
export type ProfileSectionId = (typeof PROFILE_SECTIONS)[number]

const program = (word: string) => `program.short.${word}`
const unit = (word: string) => `policyWord.unit.${word}`
const event = (word: string) => `policyWord.event.${word}`
const exclusive = (word: string) => `policyWord.exclusive.${word}`
const status = (word: string) => `state.${word}`
const reason = (word: string) => `reason.${word}`

/** What the words of a field, or of the rows of its table, are called. */
const WORDS: Partial<Record<ProfileFieldId, (word: string) => string>> = {
  submitterRoles: (word) => `policyWord.submitterRole.${word}`,
  associationHeldFrom: (word) => `policyWord.heldFrom.${word}`,
  dataAccess: (word) => `policyWord.dataAccess.${word}`,
  catalogueFlags: (word) => `policyWord.flag.${word}`,
  'clocks.disputeWindow.unit': unit,
  'consent.unit': unit,
  'consent.startEvent': event,
  'consent.model': (word) => `policyWord.model.${word}`,
  'edit.states': status,
  'edit.fields': (word) => `field.${word}`,
  'resubmission.returnsTo': status,
  'rejection.reasonsFor': reason,
  'dispute.datesOfNewPapersFrom': event,
  'form.technicalContact': (word) => `policyWord.contact.${word}`,
  'conflict.alreadyClaimedByOther': (word) => `policyWord.conflict.${word}`,
  'conflict.alreadyClaimedBySame': (word) => `policyWord.conflict.${word}`,
  'subscription.required': (word) => `policyWord.named.${word}`,
  'exclusivity.OSA_SELL': exclusive,
  'exclusivity.OSU_M365': exclusive,
  'exclusivity.OSU_BIZAPPS': exclusive,
  'exclusivity.REVENUE_ASSOCIATION': exclusive,
  'poe.requiredFor': program,
  'poe.templateRequiredFor': program,
  'arbitration.suggestion': (word) => `policyWord.suggestion.${word}`,
}

/** What the rows of a table are called; those of one that is not here go by data, which have no other name. */
const ROWS: Partial<Record<ProfileFieldId, (word: string) => string>> = {
  statusNames: (word) => `policyWord.status.${word}`,
  'rejection.reasonsFor': reason,
  'arbitration.rungs': (word) => `rung.name.${word}`,
}

// Words come out of the schema; a test asks every one of them for its message.
const messageOf = (of: typeof WORDS, id: ProfileFieldId, word: string) =>
  of[id]?.(word) as MessageId | undefined

export const wordMessage = (id: ProfileFieldId, word: string) => messageOf(WORDS, id, word)
export const rowMessage = (id: ProfileFieldId, word: string) => messageOf(ROWS, id, word)

export const fieldName = (say: Say, id: ProfileFieldId): string => say(`policyField.${id}`)

export function wordName(say: Say, id: ProfileFieldId, word: string): string {
  const message = wordMessage(id, word)
  return message === undefined ? word : say(message)
}

export function rowName(say: Say, id: ProfileFieldId, word: string): string {
  const message = rowMessage(id, word)
  return message === undefined ? word : say(message)
}
