import type { ContestedThing } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { exclusiveThingsOf, type ExclusiveUnits, withSubscription } from '../../domain/intake/exclusivity.ts'
import type { HubClaim } from './hubClaim.ts'

export { CONTENDING_STATES, isContending } from '../../domain/intake/exclusivity.ts'

/** What both profiles of `resources/policy` say, and what every stored key was made by. */
export const USUAL_UNITS: ExclusiveUnits = {
  OSA_SELL: 'subscription',
  OSU_M365: 'workload',
  OSU_BIZAPPS: 'subscription',
  REVENUE_ASSOCIATION: 'subscription',
}

/** What an item of a claim is of the things that one partner of the customer may hold alone. */
export interface NamedThing {
  readonly itemId: string
  readonly contested: ContestedThing
}

/**
 * Everything that a claim names and only one partner may hold: by each of its programmes, and with the subscriptions that were looked up
 * for it. Two claims compete where keys are equal, so one hub keys by one set of units.
 */
export function namedThings({
  form,
  lookups,
}: Pick<HubClaim, 'lookups'> & { readonly form: ClaimForm }): NamedThing[] {
  return form.items.flatMap((item) =>
    exclusiveThingsOf(form, withSubscription(item, lookups), USUAL_UNITS).map((contested) => ({
      itemId: item.id,
      contested,
    })),
  )
}

/** Their keys, each once. */
export const keysNamedBy = (claim: Parameters<typeof namedThings>[0]): string[] => [
  ...new Set(namedThings(claim).map(({ contested }) => contested.key)),
]
