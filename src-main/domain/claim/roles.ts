import type { OperationKind, Role } from '../../../src-preload/contract/vocabulary/words.ts'

/** Leads are reviewers with more rights; an auditor reads and changes nothing. */
const MAY: Readonly<Record<Role, readonly OperationKind[]>> = {
  reviewer: ['start_review', 'approve', 'request_info', 'reject', 'comment'],
  arbitration_lead: ['start_review', 'approve', 'request_info', 'reject', 'comment'],
  team_lead: ['start_review', 'approve', 'request_info', 'reject', 'comment'],
  auditor: [],
}

export function roleMay(role: Role, kind: OperationKind): boolean {
  return MAY[role].includes(kind)
}
