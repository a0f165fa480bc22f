import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listRecords } from '../../../src-main/hub/store/claimRecords.ts'
import { claims } from '../../../src-main/hub/store/schema.ts'
import { allCases } from '../../builders/hub/caseDecisions.ts'
import type { TestHub } from '../../builders/hub/testHub.ts'

/** All that there is at one moment: what people look at before they act, and the oracle afterwards. */
export interface View {
  /** By id. */
  readonly claims: readonly ClaimRecord[]
  /** The first opened first. */
  readonly cases: readonly ArbitrationCase[]
}

export async function viewOf(hub: TestHub): Promise<View> {
  const { db } = hub.ports
  const keys = await db.select({ tenantId: claims.tenantId, claimId: claims.claimId }).from(claims)
  // Ids are written from parsed forms.
  const records = await listRecords(db, keys as { tenantId: TenantId; claimId: ClaimId }[])
  return {
    claims: records
      .map((record) => ClaimRecord.parse(record))
      .sort((a, b) => (a.form.claimId < b.form.claimId ? -1 : 1)),
    cases: await allCases(hub),
  }
}

export const keyOfProduct = (productId: string): string => `workload ${productId}`

/** What a claim names. */
export const keysOf = ({ form }: ClaimRecord): string[] =>
  form.items.map(({ productId }) => keyOfProduct(productId))

export const itemFor = ({ form }: ClaimRecord, key: string): string | undefined =>
  form.items.find(({ productId }) => keyOfProduct(productId) === key)?.id

export const isLiving = ({ state }: ArbitrationCase): boolean => state !== 'decided' && state !== 'dissolved'

export const livingPartiesOf = ({ parties }: ArbitrationCase): CaseParty[] =>
  parties.filter(({ left }) => left === null)

/** Whether a claim is approved for a thing, and nobody has taken that from it. */
export function holds(claim: ClaimRecord, key: string): boolean {
  const item = itemFor(claim, key)
  if (claim.state !== 'approved' || item === undefined) return false
  return claim.matters.endedItems?.some((ended) => ended.item === item) !== true
}

/** As text without what changes by time alone. */
export const frozen = (view: View): string =>
  JSON.stringify(view, (name, value: unknown) => (name === 'clocks' ? undefined : value))

/** Whether a case can be decided at all: everybody was told and looked at, and nobody has to answer. */
export function isDecidable(one: ArbitrationCase, { claims: all }: View): boolean {
  return livingPartiesOf(one).every(({ claimId, role, toldAt }) => {
    const { state, subState } = all.find(({ form }) => form.claimId === claimId) ?? {}
    const isPending = state === 'partner_action_required' && subState !== 'overdue'
    return role === 'incumbent' || (toldAt !== null && state !== 'submitted' && !isPending)
  })
}
