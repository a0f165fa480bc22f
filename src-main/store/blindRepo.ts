import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Which share of claims the profile of each wants judged before the machine is seen; open claims whose profile wants any alone. */
export function listBlindShares(
  store: ReadStore,
  claimIds: readonly ClaimId[],
): { readonly claimId: ClaimId; readonly percent: number }[] {
  const any = statement(
    store,
    `select 1 from policies where profile ->> '$.blindFirstPercent' > 0 limit 1`,
  ).get()
  if (any === undefined) return []
  return statement(
    store,
    `select claims.claim_id as claimId, policies.profile ->> '$.blindFirstPercent' as percent
     from json_each(?) as wanted join claims on claims.claim_id = wanted.value
     join policies on policies.id = claims.policy_id and policies.version = claims.policy_version
     where policies.profile ->> '$.blindFirstPercent' > 0 and claims.state not in ('approved', 'rejected')`,
  ).all(JSON.stringify(claimIds)) as { claimId: ClaimId; percent: number }[]
}
