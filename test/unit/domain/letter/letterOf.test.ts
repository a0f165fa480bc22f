import { describe, expect, it } from 'vitest'
import type { LetterFacts } from '../../../../src-main/domain/letter/letterFacts.ts'
import type { LetterBlock } from '../../../../src-main/domain/letter/letterPlan.ts'
import { letterOf } from '../../../../src-main/domain/letter/letterOf.ts'
import { LETTER_ROOMS } from '../../../../src-main/domain/letter/letterRoom.ts'
import { DECISION_REASONS, NEED_INFO_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  aHold,
  aLetterClaim,
  anApproval,
  aRejection,
  aReminder,
  aRequest,
  aShortfall,
  DISPUTE,
  DUE_AT,
} from '../../../builders/letters.ts'

const kinds = (facts: LetterFacts) => letterOf(facts).blocks.map(({ kind }) => kind)
const keysOf = (blocks: readonly LetterBlock[]) =>
  blocks.flatMap(({ lines }) => lines.flatMap((line) => line.map(({ key }) => key)))
const keys = (facts: LetterFacts) => keysOf(letterOf(facts).blocks)
const blocksOf = (facts: LetterFacts, kind: LetterBlock['kind']) =>
  letterOf(facts).blocks.filter((block) => block.kind === kind)
const itemsIn = (blocks: readonly LetterBlock[]) =>
  blocks.flatMap(({ lines }) => lines.flat().flatMap(({ values }) => values['item'] ?? []))

describe('the order of a letter', () => {
  it('S-29: a request goes from the reasons over the items and what to do to the due date and the claim', () => {
    expect(kinds(aRequest(['POE_MISSING_ALL', 'POE_MISSING_OR_OLD_DATES']))).toEqual([
      'opening',
      'reason',
      'reason',
      'items',
      'answer',
      'due',
      'claim',
    ])
  })

  it('S-37: a rejection goes from the reasons over where to read them to how to dispute', () => {
    expect(kinds(aRejection(['REJ_INSUFFICIENT_POE', 'REJ_MISSING_CONSENT_ON_POE']))).toEqual([
      'opening',
      'reason',
      'reason',
      'items',
      'where',
      'dispute',
      'claim',
    ])
  })

  it('S-13: an approval says at once what it is not', () => {
    expect(kinds(anApproval())).toEqual([
      'opening',
      'items',
      'consent',
      'not_payment',
      'data_access',
      'claim',
    ])
  })

  it('S-130: a hold says for which items and what is asked', () => {
    expect(kinds(aHold())).toEqual(['opening', 'items', 'arbitration', 'due', 'claim'])
    expect(kinds(aHold({ dueAt: null }))).toEqual(['opening', 'items', 'arbitration', 'claim'])
  })
})

describe('reasons', () => {
  it.each([
    ['a request', aRequest([], { reasons: DECISION_REASONS })],
    ['a reminder', aReminder({ reasons: DECISION_REASONS })],
    ['a rejection', aRejection(DECISION_REASONS)],
  ] as const)('each have a block of their own in %s, with their label on its first line', (_, facts) => {
    const labels = blocksOf(facts, 'reason').map(({ lines }) => lines[0]?.[0]?.key)
    expect(labels).toEqual(DECISION_REASONS.map((reason) => `label.${reason}`))
    expect(blocksOf(facts, 'reason').filter(({ lines }) => lines.length < 2)).toEqual([])
  })

  it('are said once, however often they are given', () => {
    const facts = aRequest(['POE_MISSING_ALL', 'POE_MISSING_ALL'])
    expect(blocksOf(facts, 'reason')).toHaveLength(1)
    expect(letterOf(facts).blocks[0]?.lines[0]?.[0]?.values['count']).toBe(1)
  })

  it.each(NEED_INFO_REASONS)('%s asks for what would do; a rejection does not', (reason) => {
    const remedies = (facts: LetterFacts) => keys(facts).filter((key) => key.startsWith('remedy.'))
    expect(remedies(aRequest([reason]))).toHaveLength(1)
    expect(remedies(aReminder({ reasons: [reason] }))).toHaveLength(1)
    expect(remedies(aRejection([reason]))).toEqual([])
  })

  it('say what was seen where it is known, and in general what is missing where it is not', () => {
    const known = aShortfall('dates', { cause: 'date_too_old', days: ['2025-08-01'] })
    const reasons = ['POE_MISSING_OR_OLD_DATES'] as const
    expect(keys(aRequest(reasons, { shortfalls: [known] }))).toContain('cause.date_too_old')
    expect(keys(aRequest(reasons, { shortfalls: [known] }))).not.toContain('unmet.dates')
    expect(keys(aRequest(reasons))).toContain('unmet.dates')
  })

  it('leave out what was seen of a criterion that was not chosen', () => {
    const shortfalls = [aShortfall('customerAcknowledgment', { cause: 'ack_empty' })]
    expect(keys(aRequest(['POE_MISSING_ALL'], { shortfalls }))).not.toContain('cause.ack_empty')
  })

  it('S-33: count the twelve months back from the submission, and a leap day to the end of February', () => {
    const earliest = (submittedOn: string) =>
      letterOf(aRequest(['POE_MISSING_OR_OLD_DATES'], { claim: aLetterClaim({ submittedOn }) }))
        .blocks.flatMap(({ lines }) => lines.flat())
        .find(({ key }) => key === 'remedy.dates')?.values['earliest']
    expect(earliest('2026-11-02')).toEqual({ day: '2025-11-02' })
    expect(earliest('2028-02-29')).toEqual({ day: '2027-02-28' })
  })

  it('S-34: ask for the activities that are claimed', () => {
    const claim = aLetterClaim({ activities: ['PRESALES', 'USAGE'] })
    const asked = keys(aRequest(['POE_MISSING_PARTNER_SERVICE'], { claim }))
    expect(asked.filter((key) => key.startsWith('describe.'))).toEqual([
      'describe.PRESALES',
      'describe.USAGE',
    ])
  })

  it('S-47: insufficient proof names the unmet criteria of which no other reason speaks', () => {
    const shortfalls = [
      aShortfall('dates', { cause: 'dates_none' }),
      aShortfall('customerAcknowledgment', { cause: 'ack_none' }),
      aShortfall('serviceDescription', { cause: 'service_vague', isUnmet: false }),
    ]
    const facts = aRejection(['REJ_INSUFFICIENT_POE', 'REJ_MISSING_CONSENT_ON_POE'], { shortfalls })
    const [insufficient, consent] = blocksOf(facts, 'reason').map((block) => keysOf([block]))
    expect(insufficient).toEqual([
      'label.REJ_INSUFFICIENT_POE',
      'stated.REJ_INSUFFICIENT_POE',
      'cause.dates_none',
    ])
    expect(consent).toEqual(['label.REJ_MISSING_CONSENT_ON_POE', 'cause.ack_none'])
  })

  it('S-106: say item by item what is wrong with its subscription', () => {
    const shortfalls = [
      aShortfall('subscription', { item: 'i2', cause: 'SUB_IS_CSP' }),
      aShortfall('subscription', { item: 'i2', cause: 'SUB_NOT_ACTIVE' }),
      aShortfall('subscription', { item: 'i3', cause: 'SUB_NOT_AN_ID' }),
    ]
    const facts = aRejection(['REJ_SUBSCRIPTION_INELIGIBLE'], { shortfalls, items: ['i2'] })
    const lines = blocksOf(facts, 'reason')[0]?.lines.slice(2)
    expect(lines?.map((line) => line.map(({ key }) => key))).toEqual([
      ['item.with', 'cause.SUB_IS_CSP'],
      ['item.with', 'cause.SUB_NOT_ACTIVE'],
    ])
  })
})

describe('items', () => {
  const reasons = ['POE_MISSING_ALL'] as const

  it('S-29: are those that were chosen, or all of them', () => {
    expect(itemsIn(blocksOf(aRequest(reasons, { items: ['i3'] }), 'items'))).toEqual(['Microsoft Intune'])
    expect(itemsIn(blocksOf(aRequest(reasons), 'items'))).toHaveLength(3)
  })

  it('that the claim does not have are passed over', () => {
    expect(itemsIn(blocksOf(aRequest(reasons, { items: ['nowhere'] }), 'items'))).toHaveLength(3)
  })

  it('S-35: are named in the reason where their own proof is missing, each with what was seen of it', () => {
    const shortfalls = [
      aShortfall('products', {
        item: 'i2',
        cause: 'product_unticked',
        places: [{ document: 'form.pdf', page: 2 }],
      }),
    ]
    const [reason] = blocksOf(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls }), 'reason')
    expect(itemsIn(reason === undefined ? [] : [reason])).toEqual(['Exchange Online'])
    expect(keysOf(reason === undefined ? [] : [reason])).toContain('see')
  })

  it('are not listed twice where a reason lists just these', () => {
    expect(kinds(aRequest(['POE_MISSING_PRODUCTS']))).not.toContain('items')
    const some = [aShortfall('products', { item: 'i2', cause: 'product_missing' })]
    expect(kinds(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls: some }))).toContain('items')
  })

  it('S-53: may be removed where the reviewer says so, and this is said once', () => {
    const said = (facts: LetterFacts) => keys(facts).filter((key) => key === 'items.mayRemove').length
    expect(said(aRequest(reasons, { mayRemoveItems: true }))).toBe(1)
    expect(said(aRequest(['POE_MISSING_PRODUCTS', ...reasons], { mayRemoveItems: true }))).toBe(1)
    expect(said(aRequest(['POE_MISSING_PRODUCTS', ...reasons]))).toBe(0)
    const shortfalls = [aShortfall('products', { item: 'i2', cause: 'product_missing' })]
    expect(said(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls, mayRemoveItems: true }))).toBe(1)
  })

  it('are counted where there is no room for them', () => {
    const items = Array.from({ length: 30 }, (_, at) => ({ id: `x${at}`, name: `Workload ${at}` }))
    const facts = aHold({ items: [], claim: aLetterClaim({ items }) })
    const [, items25] = letterOf(facts).blocks
    expect(items25?.lines).toHaveLength(1 + LETTER_ROOMS[0].items + 1)
    expect(items25?.lines.at(-1)?.[0]).toEqual({ key: 'items.more', values: { count: 5 } })
  })
})

describe('disputes', () => {
  const disputeKeys = (dispute: Partial<typeof DISPUTE>, reasons = ['REJ_INSUFFICIENT_POE'] as const) =>
    keysOf(blocksOf(aRejection(reasons, { dispute: { ...DISPUTE, ...dispute } }), 'dispute'))

  it('S-38: are open until a day, and then a new association is the way', () => {
    expect(disputeKeys({})).toEqual(['dispute.open', 'dispute.how', 'dispute.remaining', 'dispute.after'])
  })

  it('are not counted where there may be as many as one likes', () => {
    expect(disputeKeys({ max: null, remaining: null })).not.toContain('dispute.remaining')
  })

  it('are over where the rejection is final', () => {
    expect(disputeKeys({ isFinal: true })).toEqual(['dispute.final'])
  })

  it('are not offered where no window opens', () => {
    expect(disputeKeys({ until: null })).toEqual(['dispute.none'])
  })

  it('S-42: are not offered after a request of the partner’s own: a new claim is the remedy', () => {
    const facts = aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest: 'WRONG_ACTIVITY' })
    expect(kinds(facts)).not.toContain('dispute')
    expect(keysOf(blocksOf(facts, 'new_claim'))).toEqual(['newClaim.WRONG_ACTIVITY'])
  })

  it('are offered after a request of the partner’s own where the profile says so', () => {
    const dispute = { ...DISPUTE, afterPartnerRequest: true }
    expect(kinds(aRejection(['REJ_PARTNER_REQUEST'], { dispute }))).toEqual([
      'opening',
      'reason',
      'items',
      'where',
      'new_claim',
      'dispute',
      'claim',
    ])
  })
})

describe('consent', () => {
  const consentKeys = (consent: Parameters<typeof anApproval>[0]) =>
    keysOf(blocksOf(anApproval(consent), 'consent'))

  it.each([
    ['S-59: has a window', { until: DUE_AT, mayDeclineLater: false }, ['consent.window']],
    [
      'S-59: has a window and no end where the profile says so',
      { until: DUE_AT, mayDeclineLater: true },
      ['consent.window', 'consent.later'],
    ],
    ['may be refused at any time', { until: null, mayDeclineLater: true }, ['consent.anyTime']],
    ['is given when the window is over', { until: null, mayDeclineLater: false }, ['consent.over']],
  ] as const)('%s', (_, consent, expected) => {
    expect(consentKeys({ consent })).toEqual(expected)
  })
})

describe('arbitration', () => {
  it('S-128: asks each side for its own, and tells only the incumbent how to leave', () => {
    expect(keys(aHold())).toContain('hold.ask.challenger')
    expect(keys(aHold())).not.toContain('hold.disassociate')
    expect(keys(aHold({ party: 'incumbent' }))).toContain('hold.disassociate')
    expect(keys(aHold({ party: 'incumbent', mayDisassociate: false }))).not.toContain('hold.disassociate')
  })
})

describe('places that the reviewer alone found', () => {
  const places = [{ document: 'Incarico.pdf', page: 2 }]

  it('stand after what is missing, as those of the machine do', () => {
    const shortfalls = [aShortfall('dates', { places })]
    const [reason] = blocksOf(aRequest(['POE_MISSING_OR_OLD_DATES'], { shortfalls }), 'reason')
    expect(reason?.lines[1]?.map(({ key }) => key)).toEqual(['unmet.dates', 'see'])
    expect(reason?.lines[1]?.[1]?.values).toEqual({ places: { places } })
  })

  it('stand with their item, where it is one', () => {
    const shortfalls = [aShortfall('products', { item: 'i2', places })]
    const [reason] = blocksOf(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls, items: ['i2'] }), 'reason')
    expect(keysOf(reason === undefined ? [] : [reason])).toEqual(expect.arrayContaining(['item.with', 'see']))
  })
})
