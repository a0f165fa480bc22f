import type { ArbitrationAct, ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { LOG_READERS } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { TableName } from '../../../src-preload/contract/vocabulary/tableWords.ts'
import type {
  CaseOperationKind,
  OperationKind,
  QualityOperationKind,
  Role,
} from '../../../src-preload/contract/vocabulary/words.ts'

const REVIEWS: readonly OperationKind[] = [
  'start_review',
  'approve',
  'request_info',
  'reject',
  'hold_for_arbitration',
  'comment',
  'take',
  'release',
  'hand_over',
  'case_tell',
  'escalate',
]

/** Leads are reviewers with more rights; an auditor reads and changes nothing. */
type SentAct = OperationKind | CaseOperationKind | QualityOperationKind

const MAY: Readonly<Record<Role, readonly (SentAct | ArbitrationAct)[]>> = {
  reviewer: [...REVIEWS, 'second_review'],
  arbitration_lead: [
    ...REVIEWS,
    'second_review',
    'reopen',
    'case_ask',
    'case_vote',
    'case_decide',
    'end_association',
  ],
  // Associations only end by what a case was decided: a team lead settles what two arbitration leads differ on.
  team_lead: [
    ...REVIEWS,
    'reopen',
    'case_ask',
    'end_association',
    'settle_escalation',
    'nudge',
    'second_review',
    'coaching_note',
    'dismiss_twins',
  ],
  auditor: [],
}

export function roleMay(role: Role, act: ClaimAct | SentAct): boolean {
  return MAY[role].some((kind) => kind === act)
}

/** Whether a person may print a document or save a copy: it leaves the house then. An auditor reads it here. */
export const mayTakeAway = (role: Role): boolean => role !== 'auditor'

/** Whether a person leads the team: sees how all of it stands, hands out its work, changes its rules and takes out what it did. */
export const mayLead = (role: Role): boolean => role === 'team_lead'

/** Whether a person may read what others did, saw and took on this workstation. */
export const mayReadLog = (role: Role): boolean => LOG_READERS.includes(role)

/** Whether a person may take a list out as a file. An auditor reads lists of work here, and takes the log along: it is what they came for. */
export const mayExportTable = (role: Role, table: TableName): boolean => {
  if (table === 'audit') return mayReadLog(role)
  return table === 'lead_claims' ? mayLead(role) : mayTakeAway(role)
}
