import { describe, expect, it } from 'vitest'
import { heldCitations } from '../../../../../src-main/domain/letter/guards/heldCitations.ts'
import {
  mayRemoveItems,
  removableItems,
} from '../../../../../src-main/domain/letter/guards/removableItems.ts'
import { repeatedAsk } from '../../../../../src-main/domain/letter/guards/repeatedAsk.ts'
import { Instant } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CRITERIA,
  type Criterion,
  type Verdict,
} from '../../../../../src-preload/contract/vocabulary/words.ts'
import { aClaimRecord } from '../../../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../../../builders/policy.ts'

const PHRASES = {
  headings: [
    { reason: 'POE_MISSING_CUSTOMER_ACK', heading: 'Missing Customer Acknowledgment' },
    { reason: 'POE_MISSING_PRODUCTS', heading: 'Missing Products' },
    { reason: 'REJ_INSUFFICIENT_POE', heading: 'Insufficient proof' },
  ],
  lines: [
    { criterion: 'dates', item: null, line: 'The proof shows no date.' },
    { criterion: 'products', item: 'i1', line: '– Teams' },
    { criterion: 'products', item: 'i2', line: '– Teams Phone' },
  ],
} as const
const ACK = 'Missing Customer Acknowledgment\nThe signature of the customer is not there.'
const judged = (verdicts: Partial<Record<Criterion, Verdict | null>>, items: (Verdict | null)[] = []) => [
  ...Object.entries(verdicts).map(([criterion, verdict]) => ({
    criterion: criterion as Criterion,
    item: null,
    verdict,
  })),
  ...items.map((verdict, at) => ({ criterion: 'products' as const, item: `i${at + 1}`, verdict })),
]
const left = (text: string, ...args: Parameters<typeof judged>) => {
  const found = heldCitations(text, PHRASES, judged(...args))
  return {
    found: found.map(({ criterion, item, reason, sentence }) => ({ criterion, item, reason, sentence })),
    rest: found.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
  }
}

describe('a complaint about a criterion', () => {
  it('is found by the block of its reason once the criterion holds, and leaves the rest whole when it is taken out', () => {
    expect(left(`Hello.\n\n${ACK}\n\nBye.`, { customerAcknowledgment: 'met' })).toEqual({
      found: [
        {
          criterion: 'customerAcknowledgment',
          item: null,
          reason: 'POE_MISSING_CUSTOMER_ACK',
          sentence: 'The signature of the customer is not there.',
        },
      ],
      rest: 'Hello.\n\nBye.',
    })
  })

  it.each(['not_met', 'cannot_tell', null] as const)('stays while the criterion is %s', (verdict) => {
    expect(left(ACK, { customerAcknowledgment: verdict }).found).toEqual([])
  })

  it('is not guessed from words of the reviewer’s own', () => {
    const text = 'Thank you for the customer acknowledgment, the signature is fine.'
    expect(left(text, { customerAcknowledgment: 'met' }).found).toEqual([])
  })

  it('is found line by line in the block of insufficient proof, which stands for many criteria', () => {
    const text = 'Insufficient proof\nThe proof shows no date. See page 2.\nThe work is not described.'
    expect(left(text, { dates: 'met', serviceDescription: 'not_met' })).toMatchObject({
      found: [{ criterion: 'dates', reason: null, sentence: 'The proof shows no date. See page 2.' }],
      rest: 'Insufficient proof\nThe work is not described.',
    })
  })

  it('names only the item that is proved, also where one name begins as another', () => {
    const text = 'Missing Products\nNot covered:\n– Teams\n– Teams Phone: only a suite'
    expect(left(text, {}, ['not_met', 'met'])).toMatchObject({
      found: [{ criterion: 'products', item: 'i2' }],
      rest: 'Missing Products\nNot covered:\n– Teams\n',
    })
    expect(left('The claim is for:\n– Teams Phone', {}, ['not_met', 'met']).found).toEqual([])
  })
})

const at = (text: string) => Instant.parse(`2026-11-${text}:00:00Z`)
const asked = (
  wishes: Partial<NonNullable<ReturnType<typeof aClaimRecord>['matters']['infoRequest']>> = {},
) => {
  const record = aClaimRecord({
    documents: [
      { documentId: 'old', bytes: new Uint8Array([1]) },
      { documentId: 'new', bytes: new Uint8Array([2]), fileName: 'signed.pdf' },
    ],
    matters: {
      infoRequest: {
        requestedAt: at('05T09'),
        reasons: ['POE_MISSING_CUSTOMER_ACK', 'POE_MISSING_PRODUCTS'],
        items: ['i1'],
        mayRemoveItems: false,
        commentedAt: null,
        answeredAt: at('10T09'),
        ...wishes,
      },
    },
    comments: (['04T08', '09T08'] as const).map((day) => ({
      commentId: day,
      side: 'partner',
      authorName: 'P',
      at: at(day),
      text: `On ${day}`,
      visibility: 'partner_visible',
      inReplyTo: null,
    })),
  })
  const documents = record.documents.map((one) =>
    one.documentId === 'new' ? { ...one, addedAt: at('10T09') } : one,
  )
  return { ...record, documents }
}

describe('asking again', () => {
  it('tells what was asked and what came since', () => {
    expect(
      repeatedAsk({ reasons: ['POE_MISSING_CUSTOMER_ACK', 'POE_MISSING_ALL'], items: [] }, asked()),
    ).toEqual({
      reasons: ['POE_MISSING_CUSTOMER_ACK'],
      askedAt: at('05T09'),
      answeredAt: at('10T09'),
      papers: ['signed.pdf'],
      comments: [{ at: at('09T08'), text: 'On 09T08' }],
      fields: [],
    })
  })

  it('is no repetition for another reason, another item, or what was never answered', () => {
    expect(repeatedAsk({ reasons: ['POE_MISSING_ALL'], items: [] }, asked())).toBeNull()
    expect(repeatedAsk({ reasons: ['POE_MISSING_PRODUCTS'], items: ['i2'] }, asked())).toBeNull()
    expect(repeatedAsk({ reasons: ['POE_MISSING_PRODUCTS'], items: ['i1'] }, asked())).not.toBeNull()
    const open = asked({ answeredAt: null })
    expect(repeatedAsk({ reasons: ['POE_MISSING_CUSTOMER_ACK'], items: [] }, open)).toBeNull()
  })
})

describe('items that the partner may take off', () => {
  const found = (items: Verdict[], but: Partial<Record<Criterion, Verdict>> = {}) => [
    ...CRITERIA.filter((criterion) => criterion !== 'products').map((criterion) => ({
      criterion,
      item: null,
      machine: { verdict: but[criterion] ?? ('met' as const) },
      reviewer: null,
    })),
    ...items.map((verdict, n) => ({
      criterion: 'products' as const,
      item: `i${n + 1}`,
      machine: { verdict: 'met' as const },
      reviewer: { verdict },
    })),
  ]

  it('are those alone that are not proved, where everything else holds', () => {
    expect(removableItems(found(['met', 'not_met']), SEED_2020)).toEqual(['i2'])
    expect(removableItems(found(['met', 'not_met'], { dates: 'not_applicable' }), SEED_2020)).toEqual(['i2'])
  })

  it('are none while something else is open, nothing would be left, or the profile knows no such edit', () => {
    expect(removableItems(found(['met', 'not_met'], { dates: 'cannot_tell' }), SEED_2020)).toEqual([])
    expect(removableItems(found(['cannot_tell', 'not_met']), SEED_2020)).toEqual([])
    expect(removableItems(found(['not_met', 'not_met']), SEED_2020)).toEqual([])
    const strict = { edit: { states: [], fields: [] } }
    expect(removableItems(found(['met', 'not_met']), strict)).toEqual([])
    expect([SEED_2020, DOCS_2023].map(mayRemoveItems)).toEqual([true, true])
  })
})
