import type { Clock, ClaimRecord, PolicyVersion } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimState, ClaimSubState } from '../../src-preload/contract/vocabulary/words.ts'
import { OWN_REVISION } from './answeredRepo.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** A claim with a dispute that nobody has answered, as its row has it. */
export interface StoredDispute {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly customerName: string
  readonly partnerName: string
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly revision: number
  readonly clocks: readonly Clock[]
  readonly matters: ClaimRecord['matters']
  readonly policy: PolicyVersion
  readonly assigned: { readonly userId: UserId; readonly name: string; readonly until: number | null } | null
  /** Who rejected, as the history names them; null = the history does not say. */
  readonly rejectedBy: string | null
  readonly newPapers: number
}

interface DisputeRow extends Omit<StoredDispute, 'clocks' | 'matters' | 'policy' | 'assigned'> {
  readonly clocks: string
  readonly matters: string
  readonly policyId: string
  readonly policyVersion: number
  readonly assignedUserId: UserId | null
  readonly assignedName: string | null
  readonly assignedUntil: number | null
}

const MOST_DISPUTES = 500

/**
 * Those under review first, which an index finds; then those in which the partner was asked for more, of which rows are read. A
 * paper is new when it came with the dispute or later than the rejection.
 */
export function listDisputes(store: ReadStore): StoredDispute[] {
  const rows = statement(
    store,
    `select claim_id as claimId, claim_name as claimName, customer_name as customerName, partner_name as partnerName, state,
       sub_state as subState, coalesce(${OWN_REVISION}, revision) as revision, clocks, matters, policy_id as policyId,
       policy_version as policyVersion, assigned_user_id as assignedUserId, assigned_name as assignedName,
       assigned_until as assignedUntil,
       (select actor_name from history where history.claim_key = claims.claim_key and kind = 'rejected'
         order by at desc limit 1) as rejectedBy,
       (select count(*) from documents where documents.claim_key = claims.claim_key and (
         document_id in (select value from json_each(claims.matters, '$.dispute.documentIds'))
         or added_at > unixepoch(claims.matters ->> '$.rejection.at', 'subsec') * 1000)) as newPapers
     from claims where claim_key in (
       select claim_key from claims where sub_state = 'dispute_review'
       union select claim_key from claims where state = 'partner_action_required'
         and json_type(matters, '$.dispute') = 'object' and json_type(matters, '$.dispute.decidedAt') = 'null')
     order by state = 'partner_action_required', due_sort, claim_id limit ${MOST_DISPUTES}`,
  ).all() as DisputeRow[]
  return rows.map(disputeFromRow)
}

function disputeFromRow(row: DisputeRow): StoredDispute {
  const { policyId, policyVersion, assignedUserId, assignedName, assignedUntil, ...same } = row
  return {
    ...same,
    // Written by this program from parsed records; the router checks the answer once more on its way out.
    clocks: JSON.parse(row.clocks) as Clock[],
    matters: JSON.parse(row.matters) as ClaimRecord['matters'],
    policy: { id: policyId, version: policyVersion },
    assigned:
      assignedUserId === null
        ? null
        : { userId: assignedUserId, name: assignedName ?? assignedUserId, until: assignedUntil },
  }
}
