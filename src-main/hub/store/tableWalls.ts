import { wallSql } from './wallSql.ts'

/**
 * What the role as which the hub works may do with each table, and whose rows the table shows to whom. Every table is named here, or a
 * test fails: a table that is not named is closed to the hub.
 */
export interface TableWall {
  /** Privileges of the working role. What is only ever added to has neither update nor delete. */
  readonly grants: readonly Grant[]
  /** Which policies keep its rows; null = rows are of no claim. */
  readonly rows: RowWall | null
}

export type Grant = 'select' | 'insert' | 'update' | 'delete'

/**
 * - `claim`: the claim itself. `ofClaim`: a part that its partner may see. `comment`: the same, without what the team says to itself.
 * - `teamOfClaim`: a part that only the team may see. `case`, `ofCase`: a dispute over claims; for no partner.
 * - `act`: what acts on one customer write for themselves. `gone`: claims that are no more. `locator`: where a claim lives.
 * - `ofHub`: rows under the hub's own tenant that name claims of many customers; read and written by acts and jobs, by no person.
 */
export type RowWall =
  | 'claim'
  | 'ofClaim'
  | 'comment'
  | 'teamOfClaim'
  | 'case'
  | 'ofCase'
  | 'act'
  | 'gone'
  | 'locator'
  | 'ofHub'

const ALL: readonly Grant[] = ['select', 'insert', 'update', 'delete']
const KEPT: readonly Grant[] = ['select', 'insert', 'update']
const ADDED: readonly Grant[] = ['select', 'insert']
/** Never changed; goes with its claim. */
const WRITTEN_ONCE: readonly Grant[] = ['select', 'insert', 'delete']

export const TABLE_WALLS: Readonly<Record<string, TableWall>> = {
  claims: { grants: ALL, rows: 'claim' },
  claim_items: { grants: ALL, rows: 'ofClaim' },
  claim_documents: { grants: ALL, rows: 'ofClaim' },
  claim_history: { grants: WRITTEN_ONCE, rows: 'ofClaim' },
  claim_comments: { grants: ALL, rows: 'comment' },
  claim_reads: { grants: ADDED, rows: 'teamOfClaim' },
  claim_keys: { grants: ALL, rows: 'teamOfClaim' },
  operations: { grants: ADDED, rows: 'teamOfClaim' },
  second_reviews: { grants: ADDED, rows: 'teamOfClaim' },
  coaching_notes: { grants: ADDED, rows: 'teamOfClaim' },
  arbitration_cases: { grants: KEPT, rows: 'case' },
  arbitration_parties: { grants: KEPT, rows: 'ofCase' },
  arbitration_outreach: { grants: KEPT, rows: 'ofCase' },
  exclusive_things: { grants: KEPT, rows: 'act' },
  audit_entries: { grants: ADDED, rows: 'act' },
  four_eyes: { grants: ADDED, rows: 'act' },
  intake_requests: { grants: ADDED, rows: 'act' },
  claim_tombstones: { grants: KEPT, rows: 'gone' },
  claim_locator: { grants: ADDED, rows: 'locator' },
  take_requests: { grants: KEPT, rows: 'ofHub' },
  sampled_decisions: { grants: KEPT, rows: 'ofHub' },
  judged_decisions: { grants: KEPT, rows: 'ofHub' },
  judged_papers: { grants: ADDED, rows: 'ofHub' },
  decision_twins: { grants: ALL, rows: 'ofHub' },
  quality_samples: { grants: ADDED, rows: null },
  check_standings: { grants: KEPT, rows: null },
  document_facts: { grants: ADDED, rows: null },
  evidence_prints: { grants: ADDED, rows: null },
  evidence_bands: { grants: ADDED, rows: null },
  evidence_places: { grants: ADDED, rows: null },
  policy_profiles: { grants: ADDED, rows: null },
  policy_assignments: { grants: ALL, rows: null },
  calendars: { grants: ADDED, rows: null },
  rule_drafts: { grants: ALL, rows: null },
  rule_acts: { grants: ADDED, rows: null },
  users: { grants: KEPT, rows: null },
  partner_links: { grants: ALL, rows: null },
  capacities: { grants: KEPT, rows: null },
  capacity_changes: { grants: ADDED, rows: null },
  workstations: { grants: KEPT, rows: null },
  wipe_acts: { grants: ADDED, rows: null },
  carried_operations: { grants: ADDED, rows: 'ofHub' },
  sign_in_codes: { grants: ALL, rows: null },
  signing_keys: { grants: ADDED, rows: null },
  clients: { grants: KEPT, rows: null },
  feed_epochs: { grants: KEPT, rows: null },
}

/** All that makes a table's wall anew, whatever stood before. */
export function statementsFor(table: string, { grants, rows }: TableWall, role: string): string[] {
  return [
    `revoke all on "${table}" from public, "${role}"`,
    `grant ${grants.join(', ')} on "${table}" to "${role}"`,
    ...(rows === null ? [] : wallSql(table, rows)),
  ]
}
