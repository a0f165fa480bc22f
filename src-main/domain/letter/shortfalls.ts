import type { ClaimCheck, Finding, FindingCode } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Lookups } from '../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Cause, causeOfSentence } from './causes.ts'

/** What falls short: a criterion, a detail of the claim, or a subscription. */
export type Subject = Criterion | 'details' | 'subscription'

/** Where it can be seen, as a partner names it. */
export interface Place {
  /** File name. */
  readonly document: string
  /** From 1; null where the file has no pages. */
  readonly page: number | null
}

/** One thing that falls short, with what is known of why. */
export interface Shortfall {
  readonly about: Subject
  /** The item's id; null = the whole claim. */
  readonly item: string | null
  /** A criterion that is not met, and not merely open: a rejection speaks of it even where its own reason was not chosen. */
  readonly isUnmet: boolean
  /** Null = nothing that a partner is told; the letter then says in general what is missing. */
  readonly cause: Cause | null
  readonly places: readonly Place[]
  /** ISO days or months that the cause speaks of; two where it can be read in two ways. */
  readonly days: readonly string[]
  /** The domain that the cause speaks of; null where it speaks of none. */
  readonly domain: string | null
}

/** A criterion as it stands: what the machine found and what the reviewer said. */
export interface StandingCriterion {
  readonly criterion: Criterion
  /** The item's id for products; null = the whole claim. */
  readonly item: string | null
  /** Null = not checked. */
  readonly machine: Finding | null
  /** Null = the reviewer said nothing. */
  readonly reviewer: { readonly verdict: Verdict } | null
  /** Places that a reviewer found for it; left out = none. */
  readonly own?: readonly Place[]
}

const FALLS_SHORT: readonly Verdict[] = ['not_met', 'cannot_tell']

/**
 * The criteria that fall short: by the reviewer's word, else by the machine's. What the machine saw is told only where it found
 * a shortfall too; the reviewer's own reason is an internal note and is not even read here.
 */
export function shortfallsOf(criteria: readonly StandingCriterion[]): Shortfall[] {
  return criteria.flatMap(({ criterion, item, machine, reviewer, own = [] }) => {
    const verdict = reviewer?.verdict ?? machine?.verdict
    if (verdict === undefined || !FALLS_SHORT.includes(verdict)) return []
    const seen = machine !== null && FALLS_SHORT.includes(machine.verdict) ? machine : null
    const told = toldOf(seen)
    const places = eachOnce([...told.places, ...own])
    return [{ about: criterion, item, isUnmet: verdict === 'not_met', ...told, places }]
  })
}

type Told = Pick<Shortfall, 'cause' | 'places' | 'days' | 'domain'>
const UNTOLD: Told = { cause: null, places: [], days: [], domain: null }

/** How many days the sentence of a cause needs. */
const DAYS_NEEDED: Partial<Readonly<Record<Cause, number>>> = {
  date_too_old: 1,
  date_too_late: 1,
  date_ambiguous: 2,
}

function toldOf(seen: Pick<Finding, 'say' | 'evidence'> | null): Told {
  if (seen === null) return UNTOLD
  const { code, values } = seen.say
  const cause = causeOfSentence(code, values['reason'])
  const days = daysIn(values)
  if (cause === null || days.length < (DAYS_NEEDED[cause] ?? 0)) return UNTOLD
  return { cause, places: placesOf(seen, values['document']), days, domain: null }
}

const ISO_DAY_OR_MONTH = /^\d{4}-\d{2}(?:-\d{2})?$/

/** The day itself, or its two readings. The ends of the accepted window are the letter's own business. */
function daysIn(values: FindingCode['values']): string[] {
  return [values['date'], values['first'], values['second']].filter(
    (value): value is string => typeof value === 'string' && ISO_DAY_OR_MONTH.test(value),
  )
}

/** Each page once, in the order of the evidence; the document that the sentence names where there is no evidence. */
function placesOf({ evidence }: Pick<Finding, 'evidence'>, named: string | number | undefined): Place[] {
  const places = eachOnce(evidence.map(({ document, page }) => ({ document, page })))
  return places.length > 0 || typeof named !== 'string' ? places : [{ document: named, page: null }]
}

const eachOnce = (all: readonly Place[]): Place[] =>
  all.filter(
    ({ document, page }, at) =>
      all.findIndex((other) => other.document === document && other.page === page) === at,
  )

/** Checks of the claim that a letter can speak of: the disclosure to the public sector belongs to the acknowledgment. */
const SUBJECT_OF_CHECK: Partial<Readonly<Record<ClaimCheck['check'], Subject>>> = {
  psd: 'customerAcknowledgment',
  domain_tenant: 'details',
}

/** What the checks of the claim itself found wrong. */
export function shortfallsOfChecks(checks: readonly ClaimCheck[]): Shortfall[] {
  return checks.flatMap((check) => {
    const about = SUBJECT_OF_CHECK[check.check]
    if (about === undefined || check.verdict !== 'not_met') return []
    return [{ about, item: null, isUnmet: false, ...toldOf(check) }]
  })
}

/** What the look-ups found wrong: domains of other tenants (S-101) and subscriptions, item by item (S-102 to S-109). */
export function shortfallsOfLookups({ domains, subscriptions }: Lookups, tenantId: string): Shortfall[] {
  const of = (about: Subject, item: string | null, cause: Cause, domain: string | null): Shortfall => ({
    about,
    item,
    isUnmet: false,
    cause,
    places: [],
    days: [],
    domain,
  })
  return [
    ...domains
      .filter((fact) => fact.tenantId !== tenantId)
      .map(({ domain }) => of('details', null, 'domain_of_other_tenant', domain)),
    ...subscriptions.flatMap(({ itemId, codes }) =>
      codes.map((code) => of('subscription', itemId, code, null)),
    ),
  ]
}
