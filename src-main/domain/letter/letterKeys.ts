import { PARTNER_REQUEST_REASONS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { ACTIVITIES, CRITERIA, DECISION_REASONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { CAUSES } from './causes.ts'

/** What a letter and its snippets can say: every language has a template for each of these and for nothing else. */

const OPENINGS = [
  'opening.approve',
  'opening.request_info',
  'opening.ask_remaining',
  'opening.ask_remaining.commented',
  'opening.reject',
  'opening.hold.challenger',
  'opening.hold.incumbent',
  'opening.end_association',
] as const

/** Sentences of the reasons that are not read off a criterion. */
const STATEMENTS = [
  'stated.REJ_CUSTOMER_DECLINE',
  'stated.REJ_INSUFFICIENT_POE',
  'stated.REJ_COMPETING_CLAIM',
  'stated.REJ_DETAILS_MISMATCH',
  'stated.REJ_SUBSCRIPTION_INELIGIBLE',
  'stated.REJ_OUT_OF_PROGRAM',
  'stated.noResponse',
  'stated.noResponse.dated',
  'stated.noResponse.commented',
] as const

const REST = [
  'place.page',
  'see',
  'item',
  'item.with',
  'items.title',
  'items.more',
  'items.mayRemove',
  'remedy.competing',
  'remedy.details',
  'remedy.subscription',
  'answer',
  'due',
  'where',
  'dispute.open',
  'dispute.how',
  'dispute.remaining',
  'dispute.after',
  'dispute.final',
  'dispute.none',
  'consent.window',
  'consent.later',
  'consent.anyTime',
  'consent.over',
  'notPayment',
  'dataAccess.usage',
  'dataAccess.usage_and_seats',
  'dataAccess.management',
  'end.rest',
  'hold.process',
  'hold.status',
  'hold.ask.challenger',
  'hold.ask.incumbent',
  'hold.disassociate',
  'hold.noAnswer',
  'hold.confidential',
  'case.ask.title',
  'case.ask.newest_poe',
  'case.ask.engagement_dates',
  'case.ask.still_engaged',
  'case.ask.customer_statement',
  'case.answer',
  'case.due',
  'case.due.resubmit',
  'claim',
  'instant',
] as const

/** Texts that a reviewer puts into a comment (S-06, S-101, S-110 to S-113, S-120 to S-122, S-130). */
export const SNIPPETS = [
  'domain_tenant_mismatch',
  'subscription_accuracy',
  'subscription_not_provisioned',
  'subscription_not_visible',
  'wrong_activity',
  'wrong_mpn',
  'unknown_mpn',
  'mpn_not_enrolled',
  'competing_claim',
  'coop_claim',
  'press_submit',
] as const
export type SnippetId = (typeof SNIPPETS)[number]

const keysOf = <Prefix extends string, Word extends string>(prefix: Prefix, words: readonly Word[]) =>
  words.map((word): `${Prefix}.${Word}` => `${prefix}.${word}`)

export const LETTER_KEYS = [
  ...OPENINGS,
  ...keysOf('label', DECISION_REASONS),
  ...STATEMENTS,
  ...keysOf('partnerRequest', [...PARTNER_REQUEST_REASONS, 'UNSAID']),
  ...keysOf('newClaim', [...PARTNER_REQUEST_REASONS, 'UNSAID']),
  ...keysOf('unmet', CRITERIA),
  ...keysOf('cause', CAUSES),
  ...keysOf('remedy', CRITERIA),
  ...keysOf('describe', ACTIVITIES),
  ...REST,
  ...keysOf('snippet', SNIPPETS),
] as const
export type LetterKey = (typeof LETTER_KEYS)[number]
