import type { ClaimForm, ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'

/**
 * What only one partner may hold of a customer (S-86, S-87; domain.md section 4.1): the workload for Microsoft 365, the
 * subscription within its program for Business Applications, provisionally the product while no subscription is named.
 * Within one tenant, so the tenant is not part of it.
 */
export function exclusivityKeyOf(form: Pick<ClaimForm, 'solutionArea' | 'program'>, item: ClaimItem): string {
  if (form.solutionArea === 'MICROSOFT_365') return `workload ${item.productId}`
  return item.subscriptionId === null
    ? `${form.program} product ${item.productId}`
    : `${form.program} subscription ${item.subscriptionId}`
}

/** A claim in one of these states holds or asks for what it names, so others on it compete with it (S-125). */
export const CONTENDING_STATES = [
  'submitted',
  'under_review',
  'partner_action_required',
  'approved',
] as const satisfies readonly ClaimState[]

export function isContending(state: ClaimState): boolean {
  return CONTENDING_STATES.some((one) => one === state)
}
