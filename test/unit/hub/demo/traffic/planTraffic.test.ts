import { describe, expect, it } from 'vitest'
import { NO_MATTERS } from '../../../../../src-main/hub/claims/emptyParts.ts'
import type { HubClaim } from '../../../../../src-main/hub/claims/hubClaim.ts'
import {
  MOST_WAITING,
  planTraffic,
  type TrafficSetting,
  type TrafficView,
} from '../../../../../src-main/hub/demo/traffic/planTraffic.ts'
import { eventKey } from '../../../../../src-main/hub/demo/traffic/trafficEvent.ts'
import { readTraffic } from '../../../../builders/demo/traffic.ts'
import { aHubClaim, at, type ClaimWish, NOW } from '../../../../builders/hub/hubClaim.ts'

const setting: TrafficSetting = {
  seed: 1,
  book: readTraffic(),
  products: new Map([
    ['m365.teams', 'Microsoft Teams'],
    ['m365.intune', 'Microsoft Intune'],
  ]),
  demoIds: new Set(['D-1']),
  startedAt: NOW,
}

/** Claims of the traffic under many ids, since what happens to one hangs on its id. */
const many = (wish: ClaimWish, count = 40): HubClaim[] =>
  Array.from({ length: count }, (_, index) => aHubClaim({ ...wish, claimId: `CPR-T1-${1000 + index}` }))

/** All that is planned over many turns for claims that stay as they are; nothing new is begun. */
function eventsFor(
  claims: readonly HubClaim[],
  view: Partial<TrafficView> = {},
  change: Partial<TrafficSetting> = {},
) {
  const full = [...claims, ...many({ state: 'under_review', matters: REQUESTED }, MOST_WAITING)]
  return Array.from({ length: 60 }, (_, turn) =>
    planTraffic(
      { ...setting, ...change },
      { claims: full, lastNumber: 0, refused: new Set(), ...view, turn },
    ),
  ).flatMap((event) => event ?? [])
}
/** Of claims to which nothing happens any more: the partner has asked for a rejection. */
const REQUESTED = { partnerRequest: { askedAt: at(-1), reason: 'WRONG_MPN' as const, commentId: 'c' } }
const actsFor = (...given: Parameters<typeof eventsFor>) => new Set(eventsFor(...given).map(({ act }) => act))

const asked = (mayRemoveItems: boolean): ClaimWish => ({
  state: 'partner_action_required',
  subState: 'open',
  products: ['m365.teams', 'm365.intune'],
  matters: {
    ...NO_MATTERS,
    infoRounds: 1,
    infoRequest: {
      requestedAt: at(-1),
      reasons: ['POE_MISSING_PRODUCTS'],
      items: ['i2'],
      mayRemoveItems,
      commentedAt: null,
      answeredAt: null,
    },
  },
})

describe('the traffic', () => {
  it('begins claims where there is nothing else to do, under a number of its own', () => {
    const view = { claims: [], lastNumber: 41, turn: 0, refused: new Set<string>() }
    expect(planTraffic(setting, view)).toMatchObject({ act: 'create', claimId: 'CPR-T1-0042' })
    expect(planTraffic({ ...setting, seed: 9 }, view)).toMatchObject({ claimId: 'CPR-T9-0042' })
  })

  it('stops beginning claims while many of its own wait, and rests when there is nothing to do', () => {
    expect(eventsFor([])).toEqual([])
  })

  it.each([
    ['a draft without a paper', { state: 'editing', documents: [] }, ['add_document']],
    ['a draft with one', { state: 'editing' }, ['submit']],
    [
      'a claim in the queue',
      { state: 'submitted', subState: 'queued' },
      ['ask_rejection', 'edit', 'partner_comment'],
    ],
    ['a claim that is asked about', asked(false), ['add_document', 'edit', 'partner_comment', 'resubmit']],
    ['a claim that is rejected', { state: 'rejected', subState: 'disputable' }, ['dispute']],
    ['a claim that is approved', { state: 'approved', subState: 'consent_open' }, ['decline']],
    ['a claim that is settled', { state: 'approved', subState: 'consent_closed' }, []],
    ['a claim that is rejected for good', { state: 'rejected', subState: 'final' }, []],
  ] as const)('does to %s what its people would', (_, wish, acts) => {
    expect([...actsFor(many(wish as ClaimWish))].sort()).toEqual(acts)
  })

  it('resubmits what has its new paper, and takes off what may be taken off', () => {
    const claims = many(asked(true)).map((claim) => ({
      ...claim,
      documents: claim.documents.map((one) => ({ ...one, addedAt: at(0) })),
    }))
    const events = eventsFor(claims)
    expect(events.some(({ act }) => act === 'add_document')).toBe(false)
    expect(events.some(({ act }) => act === 'resubmit')).toBe(true)
    const edits = events.flatMap((event) => (event.act === 'edit' ? [event.changes] : []))
    expect(edits.length).toBeGreaterThan(0)
    for (const { items } of edits as { items: { id: string }[] }[])
      expect(items.map(({ id }) => id)).toEqual(['i1'])
  })

  it('leaves some people what they are: not every claim is disputed or declined', () => {
    const claims = many({ state: 'rejected', subState: 'disputable' })
    const disputed = new Set(eventsFor(claims).map(({ claimId }) => claimId))
    expect(disputed.size).toBeGreaterThan(5)
    expect(disputed.size).toBeLessThan(35)
  })

  it('touches no claim but its own, and those of the demo queue that have moved since it began', () => {
    const strangers = many({ state: 'editing' }).map((claim, index) => ({
      ...claim,
      form: { ...claim.form, claimId: `X-${index}` as typeof claim.form.claimId },
    }))
    expect(eventsFor(strangers)).toEqual([])
    const demo = { ...aHubClaim({ claimId: 'D-1', state: 'editing' }), stateChangedAt: at(-1) }
    expect(eventsFor([demo])).toEqual([])
    expect(actsFor([{ ...demo, stateChangedAt: at(1) }])).toEqual(new Set(['submit']))
  })

  it('does not try again what was refused, until the claim changes', () => {
    const [claim] = many({ state: 'editing' }, 1)
    if (claim === undefined) throw new Error('There is one claim.')
    const { revision, form } = claim
    const refused = new Set([eventKey({ act: 'submit', claimId: form.claimId, revision })])
    expect(eventsFor([claim], { refused })).toEqual([])
    expect(actsFor([{ ...claim, revision: revision + 1 }], { refused })).toEqual(new Set(['submit']))
  })

  it('plans the same for the same seed, turn and claims, whatever order they come in', () => {
    const claims = many(asked(false))
    expect(eventsFor(claims.toReversed())).toEqual(eventsFor(claims))
    expect(eventsFor(claims, {}, { seed: 2 })).not.toEqual(eventsFor(claims))
  })
})
