import { OPERATION_KINDS } from './words.ts'

/** The closed word lists of what is done to a claim. Plain values, as `words.ts`. */

/** What a partner does to a claim (T1, T2, T5, T9, T12, T14, T16, T17). */
export const PARTNER_ACTS = [
  'create',
  'submit',
  'edit',
  'add_document',
  'partner_comment',
  'resubmit',
  'ask_rejection',
  'dispute',
  'disassociate',
  'cancel',
] as const
export type PartnerAct = (typeof PARTNER_ACTS)[number]

/** What a customer does: deny (T10), or accept, which nobody asks for and which is kept where it comes (C-3). */
export const CUSTOMER_ACTS = ['decline', 'accept'] as const
export type CustomerAct = (typeof CUSTOMER_ACTS)[number]

/** What happens by itself when a clock runs out (T6, T11, the end of the dispute window), or a lease does. */
export const CLOCK_ACTS = [
  'response_overdue',
  'consent_over',
  'hand_off',
  'dispute_window_over',
  'lease_over',
] as const
export type ClockAct = (typeof CLOCK_ACTS)[number]

/** What the outcome of an arbitration does that no decision on one claim does by itself. */
export const ARBITRATION_ACTS = ['end_association'] as const
export type ArbitrationAct = (typeof ARBITRATION_ACTS)[number]

/** What follows from an act on another claim: nothing is left to arbitrate, so a claim waits for it no longer. */
export const CASE_ACTS = ['arbitration_over'] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/** Everything that can be done to a claim, by whomever. */
export const CLAIM_ACTS = [
  ...PARTNER_ACTS,
  ...CUSTOMER_ACTS,
  ...OPERATION_KINDS,
  ...ARBITRATION_ACTS,
  ...CLOCK_ACTS,
  ...CASE_ACTS,
] as const
export type ClaimAct = (typeof CLAIM_ACTS)[number]

/** Fields that a partner may change after the submission (S-55 to S-57); the rest needs a new claim. */
export const EDITABLE_FIELDS = [
  'mpnId',
  'items',
  'customerContact',
  'technicalContact',
  'partnerContact',
] as const
export type EditableField = (typeof EDITABLE_FIELDS)[number]

/** Why a partner asks to have its claim rejected (S-43). */
export const PARTNER_REQUEST_REASONS = ['WRONG_MPN', 'WRONG_ACTIVITY', 'NO_LONGER_ENGAGED'] as const
export type PartnerRequestReason = (typeof PARTNER_REQUEST_REASONS)[number]
