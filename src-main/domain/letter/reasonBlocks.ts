import { Temporal } from 'temporal-polyfill'
import {
  CRITERIA,
  type Criterion,
  type DecisionReason,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { criteriaOf } from '../reasons/reasonMapping.ts'
import type { LetterItem, ReminderFacts, RejectionFacts, RequestFacts } from './letterFacts.ts'
import { type LetterBlock, type LetterLine, type Sentence, sentence } from './letterPlan.ts'
import { type LetterRoom, plainLine } from './letterRoom.ts'
import type { Place, Shortfall, Subject } from './shortfalls.ts'

/** A letter that gives reasons. Its claim is plain already. */
type ReasonedFacts = RequestFacts | ReminderFacts | RejectionFacts

/** One block for each reason, each once. A rejection says what was missing; a request also says what would do. */
export function reasonBlocks(facts: ReasonedFacts, room: LetterRoom): LetterBlock[] {
  return reasonsOf(facts).map((reason) => ({
    kind: 'reason',
    lines: [
      [sentence(`label.${reason}`)],
      ...statementOf(reason, facts, room),
      ...(facts.decision === 'reject' ? [] : remedyOf(reason, facts)),
    ],
  }))
}

/** The reasons, each once, in the order given. */
export function reasonsOf({ reasons }: Pick<ReasonedFacts, 'reasons'>): DecisionReason[] {
  return [...new Set(reasons)]
}

/** The items that the letter is about: those named, else all. Ids that are not on the claim are passed over. */
export function itemsOf({ claim, items }: Pick<ReasonedFacts, 'claim' | 'items'>): readonly LetterItem[] {
  const named = claim.items.filter(({ id }) => items.includes(id))
  return named.length > 0 ? named : claim.items
}

/** The items whose proof is missing: those named, else those that were found wanting, else all. */
export function unprovedItems(facts: ReasonedFacts): readonly LetterItem[] {
  if (facts.items.length > 0) return itemsOf(facts)
  const found = facts.shortfalls.filter(({ about }) => about === 'products').map(({ item }) => item)
  const wanting = facts.claim.items.filter(({ id }) => found.includes(id))
  return wanting.length > 0 ? wanting : facts.claim.items
}

/** Names one by one, as many as there is room for, and how many more there are. */
export function itemLines<Item extends { readonly name: string }>(
  items: readonly Item[],
  room: LetterRoom,
  detailOf: (item: Item) => readonly Sentence[] = () => [],
): LetterLine[] {
  const lines = items.slice(0, room.items).map((each): LetterLine => {
    const detail = detailOf(each)
    return [sentence(detail.length > 0 ? 'item.with' : 'item', { item: each.name }), ...detail]
  })
  const more = items.length - lines.length
  return more > 0 ? [...lines, [sentence('items.more', { count: more })]] : lines
}

function statementOf(reason: DecisionReason, facts: ReasonedFacts, room: LetterRoom): LetterLine[] {
  const { customer, partner } = facts.claim
  switch (reason) {
    case 'REJ_PARTNER_REQUEST':
      return [[sentence(`partnerRequest.${partnerRequestOf(facts)}`, { customer })]]
    case 'REJ_CUSTOMER_DECLINE':
      return [[sentence('stated.REJ_CUSTOMER_DECLINE', { customer, partner })]]
    case 'REJ_NO_PARTNER_RESPONSE':
      return noResponse(facts)
    case 'REJ_INSUFFICIENT_POE':
      return [
        [sentence('stated.REJ_INSUFFICIENT_POE')],
        ...unsaidCriteria(facts).flatMap((criterion) => criterionLines(criterion, facts, room)),
      ]
    case 'REJ_COMPETING_CLAIM':
      return [[sentence('stated.REJ_COMPETING_CLAIM')]]
    case 'REJ_OUT_OF_PROGRAM':
      return [[sentence('stated.REJ_OUT_OF_PROGRAM')]]
    case 'REJ_DETAILS_MISMATCH':
      return [[sentence('stated.REJ_DETAILS_MISMATCH')], ...causeLines('details', facts, room)]
    case 'REJ_SUBSCRIPTION_INELIGIBLE':
      return [[sentence('stated.REJ_SUBSCRIPTION_INELIGIBLE')], ...subscriptionLines(facts, room)]
    case 'POE_MISSING_ALL':
    case 'POE_MISSING_CUSTOMER_ACK':
    case 'POE_MISSING_OR_OLD_DATES':
    case 'POE_MISSING_PRODUCTS':
    case 'POE_MISSING_PARTNER_SERVICE':
    case 'REJ_MISSING_CONSENT_ON_POE':
    case 'REJ_MISSING_PRODUCTS':
    case 'REJ_POE_UNAVAILABLE':
      return criteriaOf(reason).flatMap((criterion) => criterionLines(criterion, facts, room))
  }
}

export function partnerRequestOf(facts: ReasonedFacts) {
  return (facts.decision === 'reject' ? facts.partnerRequest : null) ?? 'UNSAID'
}

function noResponse(facts: ReasonedFacts): LetterLine[] {
  const unanswered = facts.decision === 'reject' ? facts.unanswered : null
  if (unanswered === null) return [[sentence('stated.noResponse')]]
  const { askedOn, dueAt, hasCommented } = unanswered
  const said =
    dueAt === null
      ? sentence('stated.noResponse')
      : sentence('stated.noResponse.dated', { askedOn: { day: askedOn }, dueAt: { until: dueAt } })
  return [hasCommented ? [said, sentence('stated.noResponse.commented')] : [said]]
}

/** Unmet criteria of which no other reason of this rejection speaks. */
function unsaidCriteria(facts: ReasonedFacts): Criterion[] {
  const others = facts.reasons.filter((reason) => reason !== 'REJ_INSUFFICIENT_POE').flatMap(criteriaOf)
  return CRITERIA.filter(
    (criterion) =>
      !others.includes(criterion) &&
      facts.shortfalls.some(({ about, isUnmet }) => about === criterion && isUnmet),
  )
}

/** What is said of a criterion that falls short: why, where that is known, else that it does. */
export function criterionLines(criterion: Criterion, facts: ReasonedFacts, room: LetterRoom): LetterLine[] {
  if (criterion === 'products') {
    return [
      [unmet('products', facts)],
      ...itemLines(unprovedItems(facts), room, ({ id }) =>
        facts.shortfalls
          .filter(({ about, item }) => about === 'products' && item === id)
          .slice(0, room.causes)
          .flatMap((shortfall) =>
            // What the reviewer alone found has places and no cause.
            shortfall.cause === null ? seeAt(shortfall.places, room) : causeSentences(shortfall, facts, room),
          ),
      ),
    ]
  }
  const told = causeLines(criterion, facts, room)
  if (told.length > 0) return told
  const places = facts.shortfalls.flatMap((one) => (one.about === criterion ? one.places : []))
  return [[unmet(criterion, facts), ...seeAt(places, room)]]
}

function unmet(criterion: Criterion, { claim, maxAgeMonths }: ReasonedFacts): Sentence {
  const { customer, partner, submittedOn } = claim
  switch (criterion) {
    case 'usablePoe':
      return sentence('unmet.usablePoe', { customer, partner })
    case 'customerAcknowledgment':
      return sentence('unmet.customerAcknowledgment', { customer })
    case 'dates':
      return sentence('unmet.dates', { months: maxAgeMonths, submittedOn: { day: submittedOn } })
    case 'serviceDescription':
      return sentence('unmet.serviceDescription', { partner })
    case 'products':
      return sentence('unmet.products')
  }
}

function causeLines(subject: Subject, facts: ReasonedFacts, room: LetterRoom): LetterLine[] {
  return facts.shortfalls
    .filter(({ about }) => about === subject)
    .map((shortfall) => causeSentences(shortfall, facts, room))
    .filter((sentences) => sentences.length > 0)
    .slice(0, room.causes)
}

/** One line for each thing that is wrong with an item's subscription. */
function subscriptionLines(facts: ReasonedFacts, room: LetterRoom): LetterLine[] {
  const wrong = itemsOf(facts).flatMap(({ id, name }) =>
    facts.shortfalls
      .filter(({ about, item }) => about === 'subscription' && item === id)
      .map((shortfall) => ({ name, shortfall })),
  )
  return itemLines(wrong, room, ({ shortfall }) => causeSentences(shortfall, facts, room))
}

/** Why, and where to see it; empty = nothing that a partner is told. */
function causeSentences(shortfall: Shortfall, facts: ReasonedFacts, room: LetterRoom): Sentence[] {
  const { cause, places } = shortfall
  if (cause === null) return []
  return [sentence(`cause.${cause}`, causeValues(shortfall, facts, room)), ...seeAt(places, room)]
}

function seeAt(places: readonly Place[], room: LetterRoom): Sentence[] {
  const shown = places.slice(0, room.places).map(({ document, page }) => ({
    document: plainLine(document, room.name),
    page,
  }))
  return shown.length === 0 ? [] : [sentence('see', { places: { places: shown } })]
}

function causeValues(
  { days, domain }: Shortfall,
  { claim, maxAgeMonths }: ReasonedFacts,
  room: LetterRoom,
): Sentence['values'] {
  const { customer, partner, tenantId, submittedOn } = claim
  const [first, second] = days
  return {
    customer,
    partner,
    tenantId,
    domain: plainLine(domain ?? '', room.name),
    months: maxAgeMonths,
    submittedOn: { day: submittedOn },
    ...(first === undefined ? {} : { date: { day: first } }),
    ...(second === undefined ? {} : { otherDate: { day: second } }),
  }
}

function remedyOf(reason: DecisionReason, facts: RequestFacts | ReminderFacts): LetterLine[] {
  const { claim, maxAgeMonths } = facts
  const { customer, partner } = claim
  if (reason === 'REJ_COMPETING_CLAIM') return [[sentence('remedy.competing')]]
  if (reason === 'REJ_DETAILS_MISMATCH') return [[sentence('remedy.details')]]
  if (reason === 'REJ_SUBSCRIPTION_INELIGIBLE') return [[sentence('remedy.subscription')]]
  const mayRemove = facts.mayRemoveItems ? [sentence('items.mayRemove')] : []
  return criteriaOf(reason).map((criterion): LetterLine => {
    switch (criterion) {
      case 'usablePoe':
        return [sentence('remedy.usablePoe', { customer, partner })]
      case 'customerAcknowledgment':
        return [sentence('remedy.customerAcknowledgment', { customer })]
      case 'dates':
        return [
          sentence('remedy.dates', {
            customer,
            earliest: { day: earliestDay(claim.submittedOn, maxAgeMonths) },
          }),
        ]
      case 'serviceDescription':
        return [
          sentence('remedy.serviceDescription'),
          ...claim.activities.map((activity) => sentence(`describe.${activity}`)),
        ]
      case 'products':
        return [sentence('remedy.products'), ...mayRemove]
    }
  })
}

/** The first day that still counts; a day that the month lacks (29 February) becomes its last one. */
function earliestDay(submittedOn: string, months: number): string {
  return Temporal.PlainDate.from(submittedOn).subtract({ months }).toString()
}
