/** What a chain is about. `workstation`: orders to wipe it. `reads`: who looked at a claim and its papers; apart from the claim, so that nobody who reads holds up a decision. */
export const AUDIT_SUBJECTS = ['claim', 'case', 'reads', 'workstation', 'hub'] as const
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]
