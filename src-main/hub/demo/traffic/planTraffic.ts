import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ProductNames } from '../../../domain/intake/itemRules.ts'
import type { HubClaim } from '../../claims/hubClaim.ts'
import { type Chances, chancesOf } from './chances.ts'
import { isInclined } from './inclinations.ts'
import { newTrafficClaim } from './newTrafficClaim.ts'
import type { TrafficBook, TrafficPaper, TrafficWords } from './trafficBook.ts'
import { type ActOnClaim, eventKey, type TrafficAct, type TrafficEvent } from './trafficEvent.ts'

/** Claims of the traffic have ids that begin so. */
export const TRAFFIC_PREFIX = 'CPR-T'

export interface TrafficSetting {
  readonly seed: number
  readonly book: TrafficBook
  readonly products: ProductNames
  /** Ids of the demo queue. */
  readonly demoIds: ReadonlySet<string>
  /** Epoch milliseconds; from then on the traffic answers what happens to the demo queue. */
  readonly startedAt: number
}

/** What the traffic goes by. */
export interface TrafficView {
  /** Claims that something may still happen to. */
  readonly claims: readonly HubClaim[]
  /** The highest number that a claim of this seed has had; 0 = there was none. */
  readonly lastNumber: number
  /** How many events there were. */
  readonly turn: number
  /** Events that the rules refused, by `eventKey`. */
  readonly refused: ReadonlySet<string>
}

/** A queue that nobody works down does not grow without end. */
export const MOST_WAITING = 80
/** What is begun is finished before much more is begun. */
const MOST_DRAFTS = 5

/** How often each kind of event comes when there is room for all of them. */
const WEIGHTS: Readonly<Record<TrafficAct, number>> = {
  create: 5,
  add_document: 6,
  submit: 6,
  resubmit: 5,
  partner_comment: 3,
  edit: 2,
  dispute: 3,
  ask_rejection: 4,
  decline: 3,
}

/**
 * The next thing that partners and customers do: the same seed, turn and claims give the same. Null = there is nothing to do until
 * a reviewer acts. Only claims that the traffic made are touched, and those of the demo queue whose state has changed since the
 * traffic began: what nobody has looked at there stays as it is told.
 */
export function planTraffic(setting: TrafficSetting, view: TrafficView): TrafficEvent | null {
  const chances = chancesOf(setting.seed)
  const planning = { setting, view, chances }
  const claims = view.claims.filter((claim) => isOurs(claim, setting)).toSorted(byId)
  const begin = { weight: WEIGHTS.create, plan: () => creation(planning, claims) }
  const options = ACTS_ON_CLAIMS.flatMap((act) => {
    const among = claims.filter((claim) => mayHappen(act, claim, planning))
    const plan = () => eventOn(act, chances.pick(among, view.turn, 'claim'), planning)
    return among.length === 0 ? [] : [{ weight: WEIGHTS[act], plan }]
  }).concat(mayCreate(claims, planning) ? [begin] : [])
  const total = options.reduce((sum, { weight }) => sum + weight, 0)
  let left = chances.share(view.turn, 'act') * total
  return options.find(({ weight }) => (left -= weight) < 0)?.plan() ?? null
}

const ACTS_ON_CLAIMS = (Object.keys(WEIGHTS) as TrafficAct[]).filter((act) => act !== 'create')

interface Planning {
  readonly setting: TrafficSetting
  readonly view: TrafficView
  readonly chances: Chances
}

const byId = (a: HubClaim, b: HubClaim): number => (a.form.claimId < b.form.claimId ? -1 : 1)

function isOurs({ form, stateChangedAt }: HubClaim, { demoIds, startedAt }: TrafficSetting): boolean {
  if (form.claimId.startsWith(TRAFFIC_PREFIX)) return true
  return demoIds.has(form.claimId) && Date.parse(stateChangedAt) >= startedAt
}

const WAITING: readonly string[] = ['editing', 'submitted', 'under_review', 'partner_action_required']

function mayCreate(claims: readonly HubClaim[], { setting, view }: Planning): boolean {
  const waiting = claims.filter(({ state }) => WAITING.includes(state))
  const drafts = waiting.filter(({ form, state, revision }) => {
    const given = eventKey({ act: 'submit', claimId: form.claimId, revision })
    return state === 'editing' && !view.refused.has(given)
  })
  const next = eventKey({ act: 'create', claimId: nextId(setting, view), revision: 0 })
  return waiting.length < MOST_WAITING && drafts.length < MOST_DRAFTS && !view.refused.has(next)
}

const nextId = ({ seed }: TrafficSetting, { lastNumber }: TrafficView): ClaimId =>
  ClaimId.parse(`${prefixOf(seed)}${String(lastNumber + 1).padStart(4, '0')}`)

/** What ids of one seed begin with; a number of at least four digits follows. */
export const prefixOf = (seed: number): string => `${TRAFFIC_PREFIX}${seed}-`

/** What was refused on a claim is not tried again before the claim has changed. */
function mayHappen(act: ActOnClaim, claim: HubClaim, { view, chances }: Planning): boolean {
  const { form, revision } = claim
  return (
    !view.refused.has(eventKey({ act, claimId: form.claimId, revision })) && isInclined(act, claim, chances)
  )
}

function creation({ setting, view, chances }: Planning, claims: readonly HubClaim[]): TrafficEvent {
  const { book, products } = setting
  // The number goes on where the seed's last run ended, and so do the choices that hang on it.
  const claim = newTrafficClaim({ book, products, chances, claims }, view.lastNumber + 1)
  return { act: 'create', claimId: nextId(setting, view), revision: 0, claim }
}

function eventOn(act: ActOnClaim, claim: HubClaim, planning: Planning): TrafficEvent {
  const { chances, view, setting } = planning
  const { claimId } = claim.form
  const on = { claimId, revision: claim.revision }
  const words = wordsOf(claim, setting)
  const text = (all: readonly string[]): string => chances.pick(all, view.turn, 'text')
  switch (act) {
    case 'add_document':
      return { act, ...on, paper: paperFor(claim, planning) }
    case 'submit':
      return { act, ...on }
    case 'resubmit':
      return { act, ...on, text: text(words.resubmission) }
    case 'partner_comment':
      return { act, ...on, text: text(words.comment) }
    case 'edit':
      return { act, ...on, changes: changesOf(claim) }
    case 'ask_rejection': {
      const reason = chances.pick(PARTNER_REQUEST_REASONS, view.turn, 'reason')
      return { act, ...on, reason, text: words.request[reason] }
    }
    case 'dispute': {
      const paper = chances.share(view.turn, 'with paper') < 0.5 ? paperFor(claim, planning) : null
      return { act, ...on, text: text(words.dispute), paper }
    }
    case 'decline':
      return { act, ...on, text: text(words.decline) }
  }
}

function wordsOf({ partnerLanguage }: HubClaim, { book }: TrafficSetting): TrafficWords {
  const words = book.words[partnerLanguage] ?? book.words['en']
  if (words === undefined) throw new Error('The traffic has no words')
  return words
}

function paperFor({ partnerLanguage }: HubClaim, { setting, view, chances }: Planning): TrafficPaper {
  const { papers } = setting.book
  const near = papers.filter(({ language }) => language === partnerLanguage)
  return chances.pick(near.length > 0 ? near : papers, view.turn, 'paper')
}

/** Takes off what cannot be proved, where the request lets the partner; else names its contact anew, with a title. */
function changesOf({ form, matters }: HubClaim): Readonly<Record<string, unknown>> {
  const request = matters.infoRequest
  const left = form.items.filter(({ id }) => request?.items.includes(id) !== true)
  if (request?.mayRemoveItems === true && left.length > 0 && left.length < form.items.length)
    return { items: left }
  const { name, email } = form.partnerContact
  return { partnerContact: { name, email, title: 'CPOR' } }
}
