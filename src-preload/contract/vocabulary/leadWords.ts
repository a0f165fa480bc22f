/** What a team lead counts. Plain values: the pure domain may use them at run time. */

/** Each counts claims. `breach_waiting`: over, and this workstation's decision of it has not reached the hub. */
export const LEAD_TILES = [
  'open',
  'due_today',
  'at_risk_50',
  'at_risk_75',
  'at_risk_90',
  'breached',
  'breach_waiting',
  'paused',
  'waiting_for_partner',
  'in_arbitration',
] as const
export type LeadTile = (typeof LEAD_TILES)[number]

/** By what a figure is broken down. */
export const LEAD_PARTS = ['timer', 'program', 'country', 'reviewer'] as const
export type LeadPart = (typeof LEAD_PARTS)[number]

/** Why a claim is not decided yet. */
export const WHY_OPEN = [
  'decision_waits',
  'decided',
  'partner_overdue',
  'partner_asked',
  'arbitration',
  'not_begun',
  'taken_not_begun',
  'answer_unread',
  'dispute',
  'in_review',
  'contested',
  'nobody_works',
] as const
export type WhyOpen = (typeof WHY_OPEN)[number]
