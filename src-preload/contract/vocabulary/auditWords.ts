import { type Role, SENT_KINDS } from './words.ts'

/** What a person does to claims, cases and how they work here. */
const WORK_ACTS = [
  ...SENT_KINDS,
  'verdict',
  'blind vote',
  'detail',
  'read_days',
  'forget_days',
  'add_evidence',
  'remove_evidence',
  'undone',
  'next claim taken',
  'claim snoozed',
  'snooze ended',
  'conflict settled',
  'user switched',
  'settings changed',
  'rule draft written',
  'rule draft propose',
  'rule draft publish',
  'rule draft discard',
  'rule version restored',
  'assignment proposed',
  'assignment put in force',
  'capacity set',
] as const

/** What somebody looked at: once a person and day each, pages as they are seen. */
export const SEEN_ACTS = [
  'claim_opened',
  'document_opened',
  'pages_seen',
  'case_opened',
  'record_opened',
] as const
export type SeenAct = (typeof SEEN_ACTS)[number]

/** What left this workstation by somebody's hand; noted before the first byte. */
const TAKEN_ACTS = [
  'save_copy',
  'print',
  'copied',
  'case_file',
  'export_table',
  'decision_record',
  'weekly_report',
] as const

/** What this workstation did by itself. */
const SYSTEM_ACTS = [
  'operation applied',
  'operation met a conflict',
  'feed page applied',
  'bucket refetched',
  'everything is read anew',
  'claim let go',
  'client id renewed',
  'operation put back from the journal',
  'operation repaired from the journal',
] as const

export const AUDIT_GROUPS = ['work', 'seen', 'taken', 'system'] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

export const ACTS_OF: { readonly [G in AuditGroup]: readonly AuditActName[] } = {
  work: WORK_ACTS,
  seen: SEEN_ACTS,
  taken: TAKEN_ACTS,
  system: SYSTEM_ACTS,
}

/** Every act that the log of a workstation knows. Nothing else is written; each has its words in the catalogues. */
export const AUDIT_ACTS = [...WORK_ACTS, ...SEEN_ACTS, ...TAKEN_ACTS, ...SYSTEM_ACTS] as const
export type AuditActName = (typeof AUDIT_ACTS)[number]

/** What of a claim went to the clipboard. */
export const COPIED_PARTS = [
  'link',
  'claim_id',
  'tenant_id',
  'subscription_ids',
  'location_id',
  'summary',
] as const
export type CopiedPart = (typeof COPIED_PARTS)[number]

/** Who reads what others did, saw and took. */
export const LOG_READERS: readonly Role[] = ['team_lead', 'auditor']

/** `here`: the log of this workstation. `hub`: what the claims that are here went through, as the feed told it. */
export const LOG_SOURCES = ['here', 'hub'] as const
export type LogSource = (typeof LOG_SOURCES)[number]
