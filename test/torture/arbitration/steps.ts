import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  approve,
  comment,
  hold,
  reject,
  reopen,
  startReview,
  askParty,
  tellParty,
} from '../../builders/hub/hubClaim.ts'
import type { OperationAction } from '../../../src-main/hub/api/operations.ts'
import { mpnOf, PARTNERS, PRODUCTS } from './cast.ts'
import { type Did, LEADS, type LeadsDecision } from './did.ts'
import type { Deed, Step } from './history.ts'
import { decisionOf, type IsDropping, type Say } from './leads.ts'
import type { Stage } from './stage.ts'
import { isLiving, itemFor, keyOfProduct, keysOf, livingPartiesOf, type View } from './view.ts'

/** What a step is done with: what everybody sees, and what leads have made offline. */
export interface Playing {
  readonly stage: Stage
  readonly view: View
  readonly isDropping: IsDropping
  readonly say: Say
  /** Made, and not sent yet or sent before. */
  readonly bag: LeadsDecision[]
}

type Play = (playing: Playing, step: Step) => Promise<readonly Did[]>

const inState =
  (...states: readonly string[]) =>
  ({ state, subState }: ClaimRecord): boolean =>
    states.includes(state) || states.includes(`${state} ${subState}`)

/** One of those to whom it can be done; one of all where it can be done to nobody. */
function pick({ view }: Playing, { whom }: Step, fits: (claim: ClaimRecord) => boolean): ClaimRecord | null {
  const fitting = view.claims.filter(fits)
  const among = fitting.length > 0 ? fitting : view.claims
  return among[whom % among.length] ?? null
}

type ActionFor = (claim: ClaimRecord, playing: Playing, how: number) => OperationAction | null

/** An act of a reviewer, or of a lead where it is a lead's to do. */
const team =
  (
    who: 'reviewer' | 'reviewer-2' | 'team_lead',
    fits: (claim: ClaimRecord) => boolean,
    actionFor: ActionFor,
  ): Play =>
  async (playing, step) => {
    const claim = pick(playing, step, fits)
    const action = claim === null ? null : actionFor(claim, playing, step.how)
    return claim === null || action === null ? [] : [await playing.stage.operate(who, claim, action)]
  }

/** An act of the other sides, on the revision that they see. */
const others =
  (
    act: string,
    fits: (claim: ClaimRecord) => boolean,
    bodyFor: (claim: ClaimRecord, step: Step) => object | null,
  ): Play =>
  async (playing, step) => {
    const claim = pick(playing, step, fits)
    const body = claim === null ? null : bodyFor(claim, step)
    return claim === null || body === null ? [] : [await playing.stage.others(act, claim.form.claimId, body)]
  }

const revised = ({ revision }: ClaimRecord, more: object = {}): object => ({
  claimRevision: revision,
  ...more,
})

const caseWith = ({ view }: Playing, { form }: ClaimRecord, how: number): string | null => {
  const own = view.cases.filter(
    (one) => isLiving(one) && livingPartiesOf(one).some(({ claimId }) => claimId === form.claimId),
  )
  return own[how % own.length]?.caseId ?? null
}

/** Lost items are asked off, as the product asks; else a page is missing, or proof of an item. */
const question: ActionFor = ({ form }, { isDropping, say }, how) => {
  const lost = form.items.filter(({ productId }) => isDropping(form.claimId, keyOfProduct(productId)))
  const asked = form.items[how % form.items.length]
  const isOff = lost.length > 0 || how % 3 === 0
  const off = lost.length > 0 ? lost : asked === undefined ? [] : [asked]
  return {
    kind: 'request_info',
    verdicts: [],
    reasons: [
      lost.length > 0 ? 'REJ_COMPETING_CLAIM' : isOff ? 'POE_MISSING_PRODUCTS' : 'POE_MISSING_CUSTOMER_ACK',
    ],
    items: isOff ? off.map(({ id }) => id) : [],
    mayRemoveItems: isOff,
    comment: say(form.claimId, how),
  }
}

const rejection = (claim: ClaimRecord, { say }: Playing, how: number, isDue: boolean): OperationAction => {
  const asked = claim.matters.partnerRequest
  const plain = reject(
    isDue && asked !== null
      ? ['REJ_PARTNER_REQUEST']
      : isDue
        ? ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE']
        : undefined,
  )
  return {
    ...plain,
    partnerRequestReason: isDue ? (asked?.reason ?? null) : null,
    comment: say(claim.form.claimId, how),
  } as OperationAction // what `reject` gives
}

const items = (claim: ClaimRecord, change: (products: readonly string[]) => readonly string[]): object => {
  const products = change(claim.form.items.map(({ productId }) => productId))
  const known = (productId: string) => claim.form.items.find((one) => one.productId === productId)
  return revised(claim, {
    changes: { items: products.map((productId) => known(productId) ?? { productId }) },
  })
}

/** Everybody of a case is looked at and told why they wait, one after the other. */
async function prepare({ stage, view, say }: Playing, { whom, how }: Step): Promise<Did[]> {
  const living = view.cases.filter(isLiving)
  const one = living[whom % living.length]
  const dids: Did[] = []
  for (const { claimId, toldAt } of one === undefined ? [] : livingPartiesOf(one)) {
    const read = () => stage.hub.record(claimId)
    const claim = await read()
    if (claim.state === 'submitted') dids.push(await stage.operate('reviewer', claim, startReview))
    const isWaiting = claim.subState === 'awaiting_arbitration'
    if (claim.state === 'approved' || claim.state === 'partner_action_required') continue
    if (isWaiting && toldAt !== null) continue
    const action =
      isWaiting && one !== undefined ? tellParty(one.caseId, say(claimId, how)) : hold(say(claimId, how))
    dids.push(await stage.operate('reviewer', await read(), action))
  }
  return dids
}

/** A lead decides on what they see; the one keeps it, the other sends it at once. */
const decide =
  (isOffline: boolean): Play =>
  async (playing, step) => {
    const { stage, view, bag } = playing
    const decision = decisionOf(view, step, playing)
    const lead = LEADS[step.how % LEADS.length] ?? LEADS[0]
    const made = decision === null ? null : stage.made(lead, decision, view)
    if (made === null) return []
    bag.push(made)
    return isOffline ? [] : [await stage.send(made)]
  }

/** In any order. */
const send =
  (isAgain: boolean): Play =>
  async ({ stage, bag }, { whom }) => {
    const waiting = bag.filter(({ answers }) => answers.length > 0 === isAgain)
    const one = waiting[whom % waiting.length]
    return one === undefined ? [] : [await stage.send(one)]
  }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WAITS = [HOUR, 3 * DAY, 8 * DAY, 16 * DAY, 31 * DAY] as const

const TO_ANSWER = inState('partner_action_required')
const OPEN = inState('submitted', 'under_review', 'partner_action_required')
const REVIEWED = inState('under_review')

const PLAYS: Readonly<Record<Deed, Play>> = {
  start_review: team('reviewer', inState('submitted', 'under_review resubmitted'), () => startReview),
  request_info: team('reviewer', REVIEWED, question),
  hold: team(
    'reviewer',
    inState('under_review in_review', 'under_review resubmitted', 'under_review dispute_review'),
    (claim, { say }, how) => hold(how % 9 === 0 ? '' : say(claim.form.claimId, how)),
  ),
  note: team(
    'reviewer-2',
    () => true,
    (claim, { say }) => comment(say(claim.form.claimId, 1)),
  ),
  write: team(
    'reviewer-2',
    () => true,
    (claim, { say }, how) => ({
      kind: 'comment',
      text: say(claim.form.claimId, how),
      visibility: 'partner_visible',
      inReplyTo: null,
    }),
  ),
  approve: team('reviewer', REVIEWED, (claim) => approve(claim)),
  reject: team('reviewer', REVIEWED, (claim, playing, how) => rejection(claim, playing, how, false)),
  reject_as_due: team(
    'reviewer',
    (claim) => claim.matters.partnerRequest !== null || claim.subState === 'overdue',
    (claim, playing, how) => rejection(claim, playing, how, true),
  ),
  reopen: team('team_lead', inState('rejected disputable', 'approved consent_open'), () => reopen()),
  case_ask: team(
    'team_lead',
    (claim) => claim.competingClaims > 0,
    (claim, playing, how) => {
      const caseId = caseWith(playing, claim, how)
      const asks = how % 2 === 0 ? ['newest_poe'] : ['still_engaged']
      const businessDays = how % 3 === 0 ? 2 : null
      return caseId === null
        ? null
        : askParty(caseId, { asks, businessDays, comment: playing.say(claim.form.claimId, how) })
    },
  ),
  case_tell: team(
    'reviewer',
    (claim) => claim.competingClaims > 0,
    (claim, playing, how) => {
      const caseId = caseWith(playing, claim, how)
      return caseId === null ? null : tellParty(caseId, playing.say(claim.form.claimId, how))
    },
  ),
  prepare,
  resubmit: others('resubmit', TO_ANSWER, (claim) => revised(claim)),
  drop_item: others(
    'edit',
    (claim) => TO_ANSWER(claim) && claim.form.items.length > 1,
    (claim, { how }) =>
      claim.form.items.length < 2
        ? null
        : items(claim, (products) => products.toSpliced(how % products.length, 1)),
  ),
  take_item_back: others('edit', inState('submitted', 'partner_action_required'), (claim, { how }) => {
    const more = PRODUCTS[how % PRODUCTS.length] ?? PRODUCTS[0]
    return itemFor(claim, keyOfProduct(more)) === undefined
      ? items(claim, (products) => [...products, more])
      : null
  }),
  change_partner: others('edit', inState('submitted', 'partner_action_required'), (claim, { how }) =>
    revised(claim, { changes: { mpnId: mpnOf(how % PARTNERS) } }),
  ),
  paper: others(
    'documents?fileName=more.pdf&mediaType=application%2Fpdf',
    inState('partner_action_required', 'approved', 'submitted'),
    (_, { whom, how }) => new TextEncoder().encode(`proof ${whom} ${how}`),
  ),
  say: others(
    'comments',
    () => true,
    (_, { how }) => ({ text: `We say ${how}.` }),
  ),
  ask_rejection: others('rejection-request', OPEN, (claim) =>
    revised(claim, { reason: 'NO_LONGER_ENGAGED', comment: 'Please reject it.' }),
  ),
  disassociate: others(
    'disassociate',
    (claim) => claim.state === 'approved' && claim.policy.id === 'docs-2023',
    (claim) => revised(claim, { reason: 'We left.' }),
  ),
  dispute: async (playing, step) => {
    const claim = pick(playing, step, inState('rejected disputable'))
    return claim === null ? [] : [await playing.stage.dispute(claim)]
  },
  decline: others(
    'customer-answer',
    (claim) => OPEN(claim) || inState('approved consent_open')(claim),
    () => ({ decision: 'declined' }),
  ),
  accept: others('customer-answer', inState('approved consent_open'), () => ({ decision: 'accepted' })),
  come: async ({ stage, view }, { how }) => {
    const named = [...new Set(view.claims.flatMap(keysOf))]
    const shared = PRODUCTS.filter((product) => named.includes(keyOfProduct(product)))
    const first = shared[how % shared.length] ?? PRODUCTS[0]
    const second = PRODUCTS[Math.floor(how / 3) % PRODUCTS.length] ?? PRODUCTS[0]
    return stage.come([...new Set([first, second])])
  },
  time: async ({ stage }, { whom, how }) => {
    await stage.wait(WAITS[whom % WAITS.length] ?? HOUR, how % 4 > 0)
    return []
  },
  decide: decide(false),
  decide_offline: decide(true),
  send: send(false),
  send_again: send(true),
}

/** What a step comes to, on what its people saw. */
export const play = (playing: Playing, step: Step): Promise<readonly Did[]> => PLAYS[step.deed](playing, step)
