import type { ClaimForm, ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Lookups, SubscriptionFact } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import { checkSubscription } from '../../domain/intake/subscriptionChecks.ts'
import type { Found, ReferenceLookup } from './referenceLookup.ts'

type LookedUpForm = Pick<ClaimForm, 'mpnId' | 'solutionArea' | 'customer' | 'items'>

/**
 * Looks up what a form states. Never rejects: what could not be asked is left out, and `lookupNotes` says so. An answer that says
 * to be from later than now counts as from now, so that a clock elsewhere can't keep it fresh.
 * @param now epoch milliseconds.
 */
export async function lookUp(form: LookedUpForm, port: ReferenceLookup, now: number): Promise<Lookups> {
  const asks = form.solutionArea === 'BUSINESS_APPLICATIONS' ? form.items : []
  const [subscriptions, partner, domains] = await Promise.all([
    Promise.all(asks.map((item) => answerOf(() => subscriptionFact(form, item, port)))),
    answerOf(() => port.partner(form.mpnId)),
    Promise.all(form.customer.domains.map((domain) => answerOf(() => port.domain(domain)))),
  ])
  const given = <Fact extends { checkedAt: Instant }>(facts: readonly (Fact | null)[]): Fact[] =>
    facts.flatMap((fact) => (fact === null ? [] : [notLater(fact, now)]))
  return {
    subscriptions: given(subscriptions),
    partner: given([partner])[0] ?? null,
    domains: given(domains),
  }
}

/** Null = it could not be asked, whatever the reason. */
async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}

function notLater<Fact extends { checkedAt: Instant }>(fact: Fact, now: number): Fact {
  return Date.parse(fact.checkedAt) <= now
    ? fact
    : { ...fact, checkedAt: Instant.parse(new Date(now).toISOString()) }
}

async function subscriptionFact(
  form: LookedUpForm,
  item: ClaimItem,
  port: ReferenceLookup,
): Promise<SubscriptionFact> {
  const { subscriptionId } = item
  const [ofProduct, named] = await Promise.all([
    port.subscriptions(form.customer.tenantId, item.productId),
    subscriptionId === null ? null : port.subscription(subscriptionId),
  ])
  const search = { ofProduct: ofProduct.value, named: named?.value ?? null }
  return { ...checkSubscription(item, form, search), ...older(ofProduct, named) }
}

/** A fact is as old as the older of the answers that it rests on. */
function older(
  one: Found<unknown>,
  other: Found<unknown> | null,
): Pick<SubscriptionFact, 'checkedAt' | 'source'> {
  const { checkedAt, source } =
    other !== null && Date.parse(other.checkedAt) < Date.parse(one.checkedAt) ? other : one
  return { checkedAt, source }
}
