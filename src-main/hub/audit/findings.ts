import type { AuditSubject } from './auditSubjects.ts'

/** What can be wrong with a log, in the order in which it is looked for. */
export const FINDING_KINDS = [
  'entry_missing',
  'entry_changed',
  'entry_foreign',
  'row_changed',
  'row_missing',
  'row_unknown',
  'standing_changed',
  'chain_missing',
  'tail_cut',
  'chain_replaced',
  'anchor_missing',
  'anchor_changed',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export interface Finding {
  readonly kind: FindingKind
  readonly tenantId: string | null
  /** Null = it is about an anchor. */
  readonly subject: AuditSubject | null
  readonly subjectId: string | null
  /** Number of the entry or of the anchor; null = of the whole chain. */
  readonly entry: number | null
  /** Kind and id of the row that it is about. */
  readonly row: string | null
}

const SAID: Readonly<Record<FindingKind, string>> = {
  entry_missing: 'this entry is missing',
  entry_changed: 'this entry, or the one before it, was changed or moved',
  entry_foreign: 'this entry is of another chain',
  row_changed: 'the row that this entry is about was changed',
  row_missing: 'the row that this entry is about is gone',
  row_unknown: 'there is a row that no entry is about',
  standing_changed: 'it stands otherwise than its last entry says',
  chain_missing: 'it has no chain',
  tail_cut: 'an anchor saw this entry; the chain ends before it',
  chain_replaced: 'an anchor saw another entry here: the chain was replaced',
  anchor_missing: 'this anchor is missing',
  anchor_changed: 'this anchor was changed or does not follow from the one before',
}

/** A line for people. */
export function sayFinding({ kind, subject, subjectId, entry, row }: Finding): string {
  const about =
    subject === null ? 'anchor' : `${subject === 'reads' ? 'reads of claim' : subject} ${subjectId ?? ''}`
  const number = entry === null ? '' : subject === null ? ` ${entry}` : `, entry ${entry}`
  return `${about}${number}: ${SAID[kind]}${row === null ? '' : ` (${row})`}`
}
