import type { ContestedThing } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type {
  ClaimForm,
  ClaimItem,
  ClaimRecord,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Lookups, SubscriptionFact } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'
import type { KnownProgram } from './fieldWords.ts'
import { programsOf } from './matrix.ts'

/** What one partner of a customer may hold alone, by programme (C-14, C-15). */
export type ExclusiveUnits = PolicyProfile['exclusivity']

type KeyedForm = Pick<ClaimForm, 'claimId' | 'solutionArea' | 'program'>

/**
 * What only one partner may hold of a customer (S-86, S-87; domain.md section 4.1): by the units of the policy the workload, or
 * the subscription within its programme, provisionally the product while no subscription is named. Within one tenant, so the
 * tenant is not part of it; what nobody holds alone gets a key of its own. Hubs store these texts: they never change.
 */
export function exclusivityKeyOf(form: KeyedForm, item: ClaimItem, units: ExclusiveUnits): string {
  return exclusiveThingOf(form, item, units)?.key ?? `alone ${form.claimId} ${item.id}`
}

/** The same with what the key is made of; null = nobody holds such an item alone. */
export function exclusiveThingOf(
  form: Pick<KeyedForm, 'solutionArea' | 'program'>,
  { productId, name, subscriptionId }: ClaimItem,
  units: ExclusiveUnits,
): ContestedThing | null {
  const isMicrosoft365 = form.solutionArea === 'MICROSOFT_365'
  const program = isMicrosoft365 ? 'OSU_M365' : form.program
  const exclusive = program === 'UNKNOWN' ? 'none' : units[program]
  if (exclusive === 'none') return null
  const ofProduct = { program, productId, name, subscriptionId: null, isProvisional: false }
  if (exclusive === 'workload' && isMicrosoft365)
    return { ...ofProduct, key: `workload ${productId}`, unit: 'workload' }
  if (exclusive === 'subscription' && subscriptionId !== null) {
    const key = `${program} subscription ${subscriptionId}`
    return { ...ofProduct, key, unit: 'subscription', subscriptionId }
  }
  const isProvisional = exclusive === 'subscription'
  return { ...ofProduct, key: `${program} product ${productId}`, unit: 'product', isProvisional }
}

/**
 * The keys of an item under every programme that its claim asks for, the claim's own first: presales and usage in one claim contend
 * with claims for either (C-11).
 */
export function exclusivityKeysOf(
  form: KeyedForm & Pick<ClaimForm, 'activities'>,
  item: ClaimItem,
  units: ExclusiveUnits,
): string[] {
  const keys = programsAsked(form).map((program) => exclusivityKeyOf({ ...form, program }, item, units))
  return [...new Set(keys)]
}

/** The same as things, for what somebody can hold alone. */
export function exclusiveThingsOf(
  form: Pick<ClaimForm, 'solutionArea' | 'program' | 'activities'>,
  item: ClaimItem,
  units: ExclusiveUnits,
): ContestedThing[] {
  const things = programsAsked(form).flatMap(
    (program) => exclusiveThingOf({ ...form, program }, item, units) ?? [],
  )
  return things.filter(({ key }, at) => things.findIndex((other) => other.key === key) === at)
}

function programsAsked({
  program,
  solutionArea,
  activities,
}: Pick<ClaimForm, 'solutionArea' | 'program' | 'activities'>): ClaimForm['program'][] {
  const asked: readonly KnownProgram[] = programsOf(solutionArea, activities)
  return [program, ...asked]
}

/** The item with the subscription that it means: the one it gives, else the only one of its product that can be claimed. */
export function withSubscription(item: ClaimItem, { subscriptions }: Lookups): ClaimItem {
  if (item.subscriptionId !== null) return item
  const fact = subscriptions.find(({ itemId }) => itemId === item.id)
  const isOne = fact !== undefined && (fact.status === 'active' || fact.status === 'in_grace')
  return isOne ? { ...item, subscriptionId: fact.subscriptionId } : item
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

/** Who it is that claims: a partner's location. One never competes with itself (S-83). */
export const isSamePartner = (mine: Pick<ClaimForm, 'mpnId'>, theirs: Pick<ClaimForm, 'mpnId'>): boolean =>
  mine.mpnId === theirs.mpnId

/** What must be known of a claim to say whether it stands in the way of another. Every `ClaimRecord` is one. */
export type Contender = Pick<ClaimRecord, 'form' | 'state' | 'subState' | 'lookups' | 'isMigrated'> & {
  /** Left out = no arbitration went against it. */
  readonly matters?: Pick<ClaimMatters, 'endedItems'>
}

/** What a claim means for one of its items: it is the holder, it would like to be, or neither. */
export type Standing = 'holds' | 'asks' | 'none'

/**
 * An approved claim holds its items from approval, or only once the customer's window is over (C-20), until their subscription
 * ends: a renewed one wants a new claim (S-124), and what was migrated lasts no longer either (S-84). What an arbitration gave to
 * another partner it holds no more, and does not get back by itself.
 * @param today ISO day.
 */
export function standingOf(
  claim: Pick<Contender, 'state' | 'subState' | 'matters'> & {
    readonly lookups: Pick<Lookups, 'subscriptions'>
  },
  item: Pick<ClaimItem, 'id'>,
  policy: Pick<PolicyProfile, 'associationHeldFrom'>,
  today: string,
): Standing {
  if (!isContending(claim.state)) return 'none'
  if (claim.state !== 'approved') return 'asks'
  if (claim.matters?.endedItems?.some((ended) => ended.item === item.id) === true) return 'none'
  const fact = claim.lookups.subscriptions.find(({ itemId }) => itemId === item.id)
  if (fact !== undefined && hasEnded(fact, today)) return 'none'
  return claim.subState === 'consent_open' && policy.associationHeldFrom === 'consent_closed'
    ? 'asks'
    : 'holds'
}

function hasEnded({ status, endsOn }: SubscriptionFact, today: string): boolean {
  if (status === 'in_grace') return false
  return status === 'expired' || status === 'deleted' || (endsOn !== null && endsOn < today)
}

/**
 * The items of a claim that another one names too. Only these are contested: a customer may have many partners, and nothing
 * is exclusive of the tenant as a whole (S-85).
 */
export function sharedItems(mine: Contender, theirs: Contender, units: ExclusiveUnits): SharedItem[] {
  if (mine.form.claimId === theirs.form.claimId) return []
  if (mine.form.customer.tenantId !== theirs.form.customer.tenantId) return []
  const keysOf = (claim: Contender, item: ClaimItem) =>
    exclusivityKeysOf(claim.form, withSubscription(item, claim.lookups), units)
  return mine.form.items.flatMap((item) => {
    const keys = keysOf(mine, item)
    return theirs.form.items
      .filter((other) => keysOf(theirs, other).some((key) => keys.includes(key)))
      .map((other) => ({ mine: item, theirs: other }))
  })
}

export interface SharedItem {
  readonly mine: ClaimItem
  readonly theirs: ClaimItem
}
