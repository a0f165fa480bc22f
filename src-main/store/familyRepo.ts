import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimItem,
  ClaimRecord,
  PolicyVersion,
} from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState, ClaimSubState } from '../../src-preload/contract/vocabulary/words.ts'
import { shownState } from '../domain/claim/shownState.ts'
import type { Relative } from '../domain/intake/kinship.ts'
import { SAID_ACTS } from './answeredRepo.ts'
import { toInstant } from './instants.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

type Dates = Pick<ClaimRecord, 'stateChangedAt'> & Pick<ClaimRecord['form'], 'submittedAt'>

/** One claim of a customer as its relatives are shown: without papers, talk and history. */
export interface StoredRelative extends Relative, Dates {
  readonly claimName: string
  readonly subState: ClaimSubState | null
  readonly policy: PolicyVersion
}

interface RelativeRow {
  readonly policyId: string
  readonly policyVersion: number
  readonly claimKey: number
  readonly claimId: ClaimId
  readonly claimName: string
  readonly program: Relative['program']
  readonly solutionArea: Relative['solutionArea']
  readonly activities: string
  readonly mpnId: string
  readonly partnerName: string
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly submittedAt: number
  readonly stateChangedAt: number
  readonly replaces: ClaimId | null
  readonly lookups: string
  readonly waiting: string | null
}

/** More claims than this of one customer are counted, not shown. */
export const MOST_RELATIVES = 200

/** Every claim of the customer of this one, itself among them and first; then the youngest. Drafts are the partner's alone. */
export function listRelatives(store: ReadStore, claimId: ClaimId): StoredRelative[] {
  const rows = statement(
    store,
    `select claims.claim_key as claimKey, claims.claim_id as claimId, claims.claim_name as claimName, claims.program,
       claims.solution_area as solutionArea, claims.activities, claims.mpn_id as mpnId, claims.partner_name as partnerName,
       claims.state, claims.sub_state as subState, claims.submitted_at as submittedAt,
       claims.state_changed_at as stateChangedAt, claims.replaces, claims.lookups, claims.policy_id as policyId, claims.policy_version as policyVersion,
       (select group_concat(kind) from ${SAID_ACTS}) as waiting
     from claims where claims.tenant_id = (select tenant_id from claims where claim_id = @claimId)
       and (claims.state <> 'editing' or claims.claim_id = @claimId)
     order by claims.claim_id <> @claimId, claims.submitted_at desc, claims.claim_id limit ${MOST_RELATIVES + 1}`,
  ).all({ claimId }) as RelativeRow[]
  return rows.map((row) => relativeFromRow(store, row))
}

/** How many other claims the customer has here. */
export function countRelatives(store: ReadStore, claimId: ClaimId): number {
  return Number(
    statement(
      store,
      `select count(*) from claims where tenant_id = (select tenant_id from claims where claim_id = @claimId)
         and claim_id <> @claimId and state <> 'editing'`,
    )
      .pluck()
      .get({ claimId }),
  )
}

function relativeFromRow(store: ReadStore, row: RelativeRow): StoredRelative {
  const { claimKey, partnerName, waiting, policyId, policyVersion, ...same } = row
  const items = statement(
    store,
    `select item_id as id, product_id as productId, name, subscription_id as subscriptionId
     from items where claim_key = ? order by position`,
  ).all(claimKey) as ClaimItem[]
  return {
    ...same,
    ...shownState(row, waiting?.split(',') ?? []),
    policy: { id: policyId, version: policyVersion },
    partnerCompanyName: partnerName,
    activities: JSON.parse(row.activities) as Relative['activities'],
    lookups: JSON.parse(row.lookups) as Relative['lookups'],
    submittedAt: toInstant(row.submittedAt),
    stateChangedAt: toInstant(row.stateChangedAt),
    items,
  }
}

interface StandingRow {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
  readonly waiting: string | null
}

/** Where claims stand as this workstation shows them, in no order; those that are not here are left out. */
export function listStandings(store: ReadStore, claimIds: readonly ClaimId[]) {
  const rows = statement(
    store,
    `select claims.claim_id as claimId, claim_name as claimName, state, sub_state as subState,
       (select group_concat(kind) from ${SAID_ACTS}) as waiting
     from claims where claims.claim_id in (select value from json_each(?))`,
  ).all(JSON.stringify(claimIds)) as StandingRow[]
  return rows.map(({ waiting, ...row }) => ({ ...row, ...shownState(row, waiting?.split(',') ?? []) }))
}
