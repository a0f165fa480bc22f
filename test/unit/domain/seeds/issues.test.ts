import { describe, expect, it } from 'vitest'
import { conflictNotes } from '../../../../src-main/domain/intake/conflictRules.ts'
import { exclusivityKeyOf, standingOf } from '../../../../src-main/domain/intake/exclusivity.ts'
import { lookupNotes } from '../../../../src-main/domain/intake/lookupRules.ts'
import { MATRIX } from '../../../../src-main/domain/intake/matrix.ts'
import { sentenceOfNote } from '../../../../src-main/domain/intake/noteSentences.ts'
import { timelineOf } from '../../../../src-main/domain/claim/timeline.ts'
import { timersOf } from '../../../../src-main/domain/clocks/claimTimers.ts'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import type { SnippetId } from '../../../../src-main/domain/letter/letterKeys.ts'
import { PartnerRequestBody } from '../../../../src-main/hub/api/intake.ts'
import { demoLookup, LookupBook } from '../../../../src-main/hub/lookup/demoLookup.ts'
import { lookUp } from '../../../../src-main/hub/lookup/lookUp.ts'
import { judge } from '../../../../src-main/poe/judge.ts'
import type { Activity } from '../../../../src-preload/contract/vocabulary/words.ts'
import { instant, partner, reviewer } from '../../../builders/domain/situation.ts'
import {
  aContender,
  aDynamicsForm,
  aTeamsForm,
  dynamicsClaim,
  m365Claim,
  notesOf,
  OTHER_SUBSCRIPTION,
  OTHER_TENANT,
  revenueClaim,
  shortNotes,
  SUBSCRIPTION,
  TENANT,
} from '../../../builders/intake.ts'
import { aHold, aRejection, aRequest } from '../../../builders/letters.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../builders/poe/factsOf.ts'
import { aPolicy, SEED_2020 } from '../../../builders/policy.ts'
import {
  aLife,
  dueAt,
  endOf,
  expectSaid,
  FRIDAY,
  go,
  letter,
  request,
  say,
  snippet,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

/** A subscription as the book has it, where it differs from a faultless one. */
type Booked = Readonly<Record<string, unknown>>
const aBook = (subscriptions: readonly Booked[], known: object = {}) =>
  LookupBook.parse({
    source: 'test',
    partners: [
      {
        mpnId: '4471902',
        companyName: 'Fernhill Consulting Ltd',
        isOrganisation: false,
        enrollments: [{ program: 'OSU_BIZAPPS', enrolled: true }],
        partnerType: null,
        ...known,
      },
    ],
    domains: [
      { domain: 'northgate.example', tenantId: TENANT },
      { domain: 'elsewhere.example', tenantId: OTHER_TENANT },
    ],
    subscriptions: subscriptions.map((change) => ({
      subscriptionId: SUBSCRIPTION,
      tenantId: TENANT,
      productId: 'ba.sales',
      productName: 'Dynamics 365 Sales',
      status: 'active',
      provisioning: 'success',
      channel: 'WEB_DIRECT',
      endsInDays: 200,
      heldBy: null,
      ...change,
    })),
  })

/** Looks a Dynamics claim up in such a book: the facts, and what the rules say of them. */
async function lookedUp(
  { subscriptions = [{}], known = {} }: { subscriptions?: readonly Booked[]; known?: object },
  form = aDynamicsForm(),
  policy = SEED_2020,
) {
  const book = demoLookup(aBook(subscriptions, known), () => FRIDAY)
  const lookups = await lookUp(form, book, FRIDAY)
  const notes = lookupNotes({ form, lookups, isMigrated: false }, { policy, nowMs: FRIDAY })
  return { ...lookups, notes: shortNotes(notes), sentences: notes.map(sentenceOfNote) }
}
const ofSubscription = async (change: Booked) => (await lookedUp({ subscriptions: [change] })).notes
const refusal = (code: string) => [`refuse ${code} items[0].subscriptionId`]

/** In English so, and there in every language. */
function expectSnippet(id: SnippetId, words: RegExp): void {
  expect(snippet(id)).toMatch(words)
  const texts = LETTER_LANGUAGES.map((language) => snippet(id, language))
  expect(new Set(texts).size).toBe(LETTER_LANGUAGES.length)
}

/** The activity is one of the area's, and only some ways of buying count; null = all do. */
function expectWay(claim: object, activity: Activity, channels: readonly string[] | null): void {
  const ways = ['Volume Licensing', 'Web-Direct', 'CSP']
  expect(ways.filter((purchaseChannel) => notesOf({ ...claim, purchaseChannel }).length === 0)).toEqual(
    channels ?? ways,
  )
  expect(
    MATRIX.some((row) => row.activity === activity && (row.channels === null) === (channels === null)),
  ).toBe(true)
}
const FROM_MICROSOFT = ['Volume Licensing', 'Web-Direct']

describe('the tenant and its subscriptions', () => {
  it('S-101: a domain of another tenant is refused, and the partner is told to ask its customer', async () => {
    const customer = { ...aDynamicsForm().customer, domains: ['mail.elsewhere.example'] }
    const { notes } = await lookedUp({}, aDynamicsForm({ customer }))
    expect(notes).toEqual(['refuse domain_not_of_tenant customer.domains[0]'])
    expect((await lookedUp({})).notes).toEqual([])
    expectSnippet('domain_tenant_mismatch', /do not match.*contact your customer/)
  })

  it('S-102: a subscription is looked up: it belongs to the tenant and carries the product', async () => {
    const { subscriptions, notes } = await lookedUp({})
    expect(notes).toEqual([])
    expect(subscriptions).toMatchObject([
      { codes: [], productName: 'Dynamics 365 Sales', status: 'active', source: 'test' },
    ])
    expect(await ofSubscription({ tenantId: OTHER_TENANT })).toEqual(refusal('SUB_NOT_IN_TENANT'))
  })

  it('S-103: a subscription counts while it is active or in grace', async () => {
    expect(await ofSubscription({ status: 'in_grace' })).toEqual([])
    for (const status of ['suspended', 'expired', 'disabled', 'deleted'] as const)
      expect(await ofSubscription({ status })).toEqual(refusal('SUB_NOT_ACTIVE'))
  })

  it('S-104: a product that the tenant does not have is an error', async () => {
    expect(await ofSubscription({ productId: 'ba.finance' })).toEqual(refusal('SUB_PRODUCT_NOT_IN_TENANT'))
  })

  it('S-105: a subscription of something else than Dynamics is an error', async () => {
    expect(await ofSubscription({ productId: 'm365.teams' })).toEqual(refusal('SUB_NOT_DYNAMICS'))
  })

  it('S-106: a subscription that was bought through CSP is an error', async () => {
    expect(await ofSubscription({ channel: 'CSP' })).toEqual(refusal('SUB_IS_CSP'))
  })

  it('S-107: a subscription that is not provisioned has a code of its own', async () => {
    for (const change of [{ provisioning: 'pending' }, { status: 'pending' }] as const)
      expect((await lookedUp({ subscriptions: [change] })).subscriptions).toMatchObject([
        { codes: ['SUB_NOT_PROVISIONED'] },
      ])
  })

  it('S-108: a subscription of another partner leads to arbitration or is an error, as the profile says', async () => {
    const taken = { heldBy: '9999999' }
    expect(await ofSubscription(taken)).toEqual(['warn SUB_ALREADY_CLAIMED items[0].subscriptionId'])
    const strict = aPolicy('seed-2020', { conflict: { alreadyClaimedByOther: 'refuse' } })
    const { notes } = await lookedUp({ subscriptions: [taken] }, aDynamicsForm(), strict)
    expect(notes).toEqual(refusal('SUB_ALREADY_CLAIMED'))
    expect(await ofSubscription({ heldBy: '4471902' })).toEqual([])
  })

  it('S-109: an id that no subscription has is an error, as is the tenant’s', async () => {
    expect(await ofSubscription({ subscriptionId: OTHER_SUBSCRIPTION })).toEqual(refusal('SUB_NOT_AN_ID'))
    for (const subscriptionId of [TENANT, 'an offer'])
      expect(notesOf({ ...dynamicsClaim, items: [{ productId: 'ba.sales', subscriptionId }] })).toEqual(
        refusal('SUB_NOT_AN_ID'),
      )
  })

  it('S-110: a partner in doubt is sent to its customer first and to support then', () => {
    const words = /work with your customer.*contact support: https:\/\/partner\.microsoft\.com\//
    expectSnippet('subscription_accuracy', words)
  })

  it('S-111: a subscription that is not provisioned yet is for later, not refused', async () => {
    expect(await ofSubscription({ provisioning: 'pending' })).toEqual([
      'warn SUB_NOT_PROVISIONED items[0].subscriptionId',
    ])
    expectSnippet('subscription_not_provisioned', /several steps.*try again after that/)
    expect(snippet('subscription_not_provisioned')).not.toMatch(/reject/i)
  })

  it('S-112: a partner that has checked everything is sent to support', () => {
    expectSnippet('subscription_not_visible', /has confirmed.*contact support: https:\/\//)
  })
})

describe('the right activity', () => {
  it('S-113: papers that tell of another activity are said to, with the way to a new claim', () => {
    const lines = [
      ['Between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80],
      ['Larkfield made an assessment and a demonstration of Microsoft Teams for the board.', 40, 140],
      ['Larkfield gave a recommendation which plan of Microsoft Teams to buy.', 40, 180],
    ] as const
    const judged = (activity: Activity) =>
      judge({
        caseId: null,
        form: { ...aClaimForm(), activities: [activity] },
        policy: { id: 'seed-2020', version: 1 },
        documents: [documentOf([{ lines }])],
      }).findings.find(({ criterion }) => criterion === 'serviceDescription')
    expect(judged('USAGE')).toMatchObject({ verdict: 'cannot_tell', say: { code: 'service_other_kind' } })
    expect(judged('PRESALES')?.verdict).toBe('met')
    expectSnippet('wrong_activity', /another activity.*create a new claim.*may not be eligible/)
  })

  it('S-114: pre-sales of Business Applications counts through Volume Licensing or Web-Direct', () => {
    expectWay({ ...dynamicsClaim, activities: ['Pre-sales'] }, 'PRESALES', FROM_MICROSOFT)
  })

  it('S-115: usage of Business Applications counts through Volume Licensing or Web-Direct', () => {
    expectWay({ ...dynamicsClaim, activities: ['Usage'] }, 'USAGE', FROM_MICROSOFT)
  })

  it('S-116: a revenue association counts through the same, and never pays', () => {
    expectWay(revenueClaim, 'REVENUE_ASSOCIATION', FROM_MICROSOFT)
    expect(MATRIX.filter(({ neverPays }) => neverPays).map(({ activity }) => activity)).toEqual([
      'REVENUE_ASSOCIATION',
    ])
  })

  it('S-117: usage of Microsoft 365 counts however it was bought', () => {
    expectWay(m365Claim, 'USAGE', null)
  })
})

describe('the right partner', () => {
  it('S-118: its enrolment is looked up, and its partner type where one is told', async () => {
    const { partner: found } = await lookedUp({ known: { partnerType: 'FRP_FASTTRACK' } })
    expect(found).toMatchObject({
      companyName: 'Fernhill Consulting Ltd',
      enrollments: [{ program: 'OSU_BIZAPPS', enrolled: true }],
      partnerType: 'FRP_FASTTRACK',
    })
  })

  it('S-119: its partner type is never concluded from anything', async () => {
    const enrollments = [{ program: 'OSU_M365', enrolled: true }]
    const { partner: found, notes } = await lookedUp({ known: { enrollments } })
    expect(found?.partnerType).toBeNull()
    expect(notes).toEqual((await lookedUp({ known: { enrollments, partnerType: 'FRP_FASTTRACK' } })).notes)
  })

  it('S-120: a wrong MPN ID is a reason to ask for rejection, and wants a new claim', () => {
    const body = { claimRevision: 1, reason: 'WRONG_MPN', comment: 'Please reject.' }
    expect(PartnerRequestBody.parse(body).reason).toBe('WRONG_MPN')
    expect(letter(aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest: 'WRONG_MPN' }))).toContain(
      'create a new claim with the correct MPN ID',
    )
    expectSnippet('wrong_mpn', /create a new claim with the correct MPN ID.*may not be eligible/)
  })

  it('S-121: an MPN ID that nobody knows is one to ask the global admin for', async () => {
    const { notes, sentences } = await lookedUp({}, aDynamicsForm({ mpnId: '5550000' }))
    expect(notes).toEqual(['refuse mpn_unknown mpnId'])
    expect(sentences).toEqual([expect.stringContaining('global admin')])
    expectSnippet('unknown_mpn', /contact the global admin/)
  })

  it('S-122: a missing enrolment is managed in the incentives overview and is no failure of the proof', async () => {
    const enrollments = [{ program: 'OSU_BIZAPPS', enrolled: false }]
    const { notes, sentences } = await lookedUp({ known: { enrollments } })
    expect(notes).toEqual(['warn mpn_not_enrolled mpnId'])
    expect(sentences).toEqual([expect.stringContaining('incentives overview')])
    expectSnippet('mpn_not_enrolled', /not a question of your proof of execution.*Incentives overview/)
  })
})

describe('associations that exist', () => {
  const mine = aContender(aTeamsForm({ claimId: 'mine' }))
  const theirs = aContender(
    aTeamsForm({ claimId: 'theirs', mpnId: '9999999', partnerCompanyName: 'Rival Ltd' }),
    { state: 'approved', subState: 'consent_closed' },
  )

  it('S-124: an association ends with its subscription; the renewed one wants a claim of its own', async () => {
    const form = aDynamicsForm()
    const [item] = form.items
    if (item === undefined) throw new Error('The form has no item.')
    const { subscriptions } = await lookedUp({ subscriptions: [{ endsInDays: 10 }] })
    expect(subscriptions).toMatchObject([{ endsOn: '2026-11-23' }])
    const lookups = { subscriptions, partner: null, domains: [] }
    const holder = aContender(form, { state: 'approved', subState: 'consent_closed', lookups })
    const standing = (today: string) => standingOf(holder, item, SEED_2020, today)
    expect([standing('2026-11-23'), standing('2026-11-24')]).toEqual(['holds', 'none'])
    const keyOf = (subscriptionId: string) =>
      exclusivityKeyOf(form, { ...item, subscriptionId }, SEED_2020.exclusivity)
    expect(keyOf(OTHER_SUBSCRIPTION)).not.toBe(keyOf(SUBSCRIPTION))
  })

  it('S-125: a claim for what another partner has is seen, goes to arbitration and is told no name', () => {
    const rules = { policy: SEED_2020, today: '2026-11-19' }
    const notes = conflictNotes(mine, [theirs], rules)
    expect(shortNotes(notes)).toEqual(['warn SUB_ALREADY_CLAIMED items[0]'])
    expect(JSON.stringify(notes)).not.toMatch(/9999999|Rival|theirs/)
    expect(whyNot(reviewer(), { act: 'hold_for_arbitration', comment: 'Somebody holds it.' })).toEqual([])
  })

  it('S-129: its first review is done in five business days, and its arbitration has a clock of its own', () => {
    const life = aLife([submit, start])
    const contested = () => {
      if (life.claim === null) throw new Error('The claim is gone.')
      const timeline = timelineOf(instant(FRIDAY), life.history)
      return timersOf({ ...life.claim, timeline, isContested: true }, SEED_2020).map(
        ({ timer, length }) => `${timer} ${length}`,
      )
    }
    expect(contested()).toEqual(['arbitration_first_review 5', 'review 5', 'decision_target 10'])
    go(life, { act: 'hold_for_arbitration', comment: 'Somebody holds it.' })
    expect(contested()).toEqual(['arbitration 10', 'decision_target 10'])
    expect(statusOf(life)).toEqual(['under_review', 'awaiting_arbitration'])
  })

  it('S-130: the claimant is told in a comment before its claim is held', () => {
    expect(whyNot(reviewer(), { act: 'hold_for_arbitration', comment: ' ' })).toEqual(['comment_missing'])
    expect(letter(aHold())).toMatch(/already associated with another partner/)
    expectSaid(aHold(), {
      en: 'its status may stay “Under review” for longer',
      it: 'lo stato può restare più a lungo',
      de: 'sein Status kann aber länger',
      fr: 'elle peut rester plus longtemps',
      es: 'su estado puede seguir más tiempo',
      pt: 'o status pode permanecer',
    })
    expectSnippet('competing_claim', /“Under review” for longer/)
  })

  it('S-131: more is asked for in the comments, and answered there with a resubmission', () => {
    expectSaid(aRequest(['POE_MISSING_ALL']), 'Comments')
    expectSaid(aRequest(['POE_MISSING_ALL']), 'Submit')
    expect(snippet('competing_claim')).toMatch(/ask for it here in the Comments section/)
    const life = aLife([submit, start, request])
    expect(whyNot(partner, say(''), life.claim ?? {})).toEqual(['comment_missing'])
    go(life, say('The signed page follows.'))
    expect(statusOf(life)).toEqual(['partner_action_required', 'commented_not_resubmitted'])
    expect(dueAt(life, 'partner_response')).toBe(endOf(20))
  })
})
