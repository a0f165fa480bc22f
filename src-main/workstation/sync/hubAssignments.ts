import type { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { TakeNextResult, RenewResult } from '../../hub/api/assignments.ts'
import { ask, asJson, type Asking, json } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** Asks for the free claim that is due first. The same request id gets the same claim. Null = this person may not take any. */
export async function askForNext(asking: Asking, requestId: OperationId): Promise<TakeNextResult | null> {
  const response = await ask(asking, '/v1.0/assignments/next', asJson('POST', { requestId }))
  if (response.status === 403) return null
  if (!response.ok) throw new HubUnavailable(`The next claim was answered ${response.status}.`)
  const answer = TakeNextResult.safeParse(await json(response))
  if (!answer.success) throw new HubUnavailable('The next claim does not have the form of one.')
  return answer.data
}

/** Null = the hub renews none of this person's leases. */
export async function askToRenew(asking: Asking, claimIds: readonly ClaimId[]): Promise<RenewResult | null> {
  const response = await ask(asking, '/v1.0/assignments/renew', asJson('POST', { claimIds }))
  if (!response.ok) return null
  return RenewResult.safeParse(await json(response)).data ?? null
}
