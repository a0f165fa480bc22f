import { CLAIM_STATES, CLAIM_SUB_STATES, type ClaimState, PROGRAMS } from '../words.ts'

/** The closed lists of the filter language. Plain values, in lower case as they are written. */

/** Longest filter. */
export const FILTER_LIMIT = 500

/** Fields whose value is looked for in text: every word must begin a word there. */
export const TEXT_FIELDS = ['claim', 'id', 'customer', 'partner', 'product', 'comment', 'document'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

export const DAY_FIELDS = ['due', 'submitted'] as const
export type DayField = (typeof DAY_FIELDS)[number]

/** Words that stand for several statuses. */
export const STATUS_GROUPS = {
  open: ['submitted', 'under_review', 'partner_action_required'],
  decided: ['approved', 'rejected'],
} as const satisfies Readonly<Record<string, readonly ClaimState[]>>

/** Sub-states are statuses too; `open` is taken by the group, and its own claims are those of `partner_action_required`. */
const SUB_STATES = CLAIM_SUB_STATES.filter((word) => word !== 'open')

export const WORD_FIELDS = {
  status: [...Object.keys(STATUS_GROUPS), ...CLAIM_STATES, ...SUB_STATES],
  program: PROGRAMS.map((word) => word.toLowerCase()),
  has: ['conflict', 'pending', 'draft', 'comment', 'document'],
  is: ['competing', 'snoozed', 'woken', 'raised', 'reminded'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type WordField = keyof typeof WORD_FIELDS

export const FILTER_FIELDS = [
  'status',
  'sla',
  'due',
  'partner',
  'customer',
  'product',
  'claim',
  'id',
  'check',
  'assignee',
  'has',
  'is',
  'program',
  'submitted',
  'comment',
  'document',
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** What people write from habit, and what it means here. */
export const FIELD_ALIASES: Readonly<Record<string, FilterField>> = {
  item: 'product',
  state: 'status',
  name: 'claim',
  doc: 'document',
  checks: 'check',
  held: 'assignee',
}

export const VERDICT_WORDS = {
  met: 'met',
  passed: 'met',
  failed: 'not_met',
  not_met: 'not_met',
  unclear: 'cannot_tell',
  cannot_tell: 'cannot_tell',
  not_applicable: 'not_applicable',
  none: 'none',
} as const

/** Short names of the criteria, in the order of the chips. */
export const CRITERION_WORDS = {
  poe: 'usablePoe',
  signature: 'customerAcknowledgment',
  dates: 'dates',
  products: 'products',
  service: 'serviceDescription',
} as const

export const DURATION_UNITS = ['m', 'h', 'd', 'w'] as const
export type DurationUnit = (typeof DURATION_UNITS)[number]

export const DAY_WORDS = ['yesterday', 'today', 'tomorrow'] as const
