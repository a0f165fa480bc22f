import { describe, expect, it } from 'vitest'
import type { JudgedDocument } from '../../../../../src-main/poe/criteria/text/passages.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import type { ItemTold, PapersTold } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm, TENANT } from '../../../../builders/poe/claimForm.ts'
import { asRecognised, documentOf } from '../../../../builders/poe/factsOf.ts'
import { aMail, type MailParts } from '../../../../builders/poe/mails.ts'
import { factsOfBytes } from '../../../../builders/poe/pieces.ts'

type Line = readonly [string, number, number]

const HEAD: Line = ['Work order between Ottermill Paper GmbH and Larkfield Systems Ltd', 60, 80]
const WORK: Line = ['Larkfield deploys Microsoft Teams for both mills and trains 25 key users.', 60, 210]
const SIGNED = [[70, 595, 110, 26]] as const
const PLACE: readonly Line[] = [
  ['For Ottermill Paper GmbH', 60, 560],
  ['Signature', 60, 637],
]

function told(documents: readonly JudgedDocument[], form = aClaimForm()): PapersTold {
  const policy = { id: 'seed-2020', version: 1 }
  const report = judge({ caseId: null, form, policy, documents })
  if (report.told === null) throw new Error('The checker did not look.')
  return report.told
}

function ofItem(documents: readonly JudgedDocument[], form = aClaimForm()): ItemTold {
  const item = told(documents, form).items[0]
  if (item === undefined) throw new Error('The claim has no item.')
  return item
}

/** A work order that the customer signed, with more lines in its body or under the signature. */
const workOrder = (...lines: readonly Line[]) =>
  documentOf([{ lines: [HEAD, WORK, ...lines, ...PLACE], pen: SIGNED }])
const day = (date: string) => ({ from: date, to: date })

describe('the day of the acknowledgment, as claims are compared by it', () => {
  it('is the date by the customer’s signature', () => {
    const { acknowledged } = told([workOrder(['Date: 14 March 2026', 60, 655])])
    expect(acknowledged).toMatchObject({ told: 'yes', value: day('2026-03-14') })
    expect(acknowledged).toMatchObject({ evidence: [{ page: 1, text: '14 March 2026' }] })
  })

  it('is from the earliest to the latest reading where day and month cannot be told apart', () => {
    expect(told([workOrder(['Date: 03/04/2026', 60, 655])]).acknowledged).toMatchObject({
      value: { from: '2026-03-04', to: '2026-04-03' },
    })
  })

  it('is the newest of several papers', () => {
    const papers = [
      workOrder(['Date: 14 March 2026', 60, 655]),
      { ...workOrder(['Date: 2 May 2026', 60, 655]), file: 'order-2.pdf' },
    ]
    expect(told(papers).acknowledged).toMatchObject({
      value: day('2026-05-02'),
      evidence: [{ document: 'order-2.pdf' }],
    })
  })

  it('is none where the papers carry none, and open where they could not all be read', () => {
    expect(told([workOrder()]).acknowledged).toEqual({ told: 'no' })
    const unread = documentOf([], { status: 'could_not_check', reason: 'time' })
    expect(told([workOrder(), unread]).acknowledged).toMatchObject({ told: 'cannot_tell' })
  })

  it('is open where recognition was not sure of a figure', () => {
    const paper = workOrder(['Date: 14 March 2026', 60, 655])
    const scan = { ...paper, facts: asRecognised(paper.facts, 0.7) }
    expect(told([scan]).acknowledged).toMatchObject({ told: 'cannot_tell' })
  })
})

describe('the time of the engagement', () => {
  const engagement = (...lines: readonly Line[]) => told([workOrder(...lines)]).engagement

  it.for([
    'Project period: 1 March 2026 to 30 September 2026',
    'The services are performed from 1 March 2026 until 30 September 2026.',
    'Leistungszeitraum: 01.03.2026 bis 30.09.2026',
    'Durata del progetto: dal 1 marzo 2026 al 30 settembre 2026',
    'Durée de la mission : du 1er mars 2026 au 30 septembre 2026',
    'Duración de los trabajos: del 1 de marzo de 2026 al 30 de septiembre de 2026',
    'Período de execução: de 1 de março de 2026 a 30 de setembro de 2026',
    'Duration of the services: 1 March to 30 September 2026',
    '4. Durata. Dal 1 marzo al 30 settembre 2026',
    'Plazo de ejecución: del 1 de marzo al 30 de septiembre de 2026.',
  ])('is read off “%s”', (line) => {
    expect(engagement([line, 60, 300])).toMatchObject({
      told: 'yes',
      value: { start: day('2026-03-01'), end: day('2026-09-30') },
    })
  })

  it('has one end only where only one is stated', () => {
    expect(engagement(['The engagement starts on 1 March 2026.', 60, 300])).toMatchObject({
      value: { start: day('2026-03-01'), end: null },
    })
    expect(engagement(['Services are delivered until 30 September 2026.', 60, 300])).toMatchObject({
      value: { start: null, end: day('2026-09-30') },
    })
  })

  it('goes from the first day of the first phase to the last of the last one', () => {
    const value = { start: day('2026-01-10'), end: day('2026-06-30') }
    expect(
      engagement(
        ['Delivery of phase 1: 10 January 2026 to 31 March 2026', 60, 300],
        ['Delivery of phase 2: 1 April 2026 to 30 June 2026', 60, 340],
      ),
    ).toMatchObject({ value })
  })

  it.for([
    'This offer is valid from 1 March 2026 until 30 September 2026.',
    'Licence term: 1 March 2026 to 28 February 2027',
    'Warranty on the services from 1 March 2026 to 28 February 2027',
    'Invoices for services from 1 March 2026 to 30 June 2026 are payable in thirty days.',
    'Avenant au contrat de prestations du 1er mars 2026',
    'Work order for the services of the project, Kiel, 1 March 2026',
  ])('is not told by the period of something else: “%s”', (line) => {
    expect(engagement([line, 60, 300])).toEqual({ told: 'no' })
  })
})

describe('how an item is named', () => {
  const named = (line: string) => ofItem([documentOf([{ lines: [HEAD, [line, 60, 210]] }])])

  it('tells the item from the suite that it belongs to, and both from neither', () => {
    expect(named(WORK[0]).named).toMatchObject({ told: 'yes', value: 'item' })
    expect(named('Larkfield deploys Microsoft 365 E3 for both mills.').named).toMatchObject({
      value: 'suite',
    })
    expect(named('Larkfield deploys a new firewall for both mills.').named).toEqual({ told: 'no' })
  })

  it('leaves it open where the name stands in a list of licences only', () => {
    expect(named('25 x Microsoft Teams licences, 5,00 EUR per user').named.told).toBe('cannot_tell')
  })

  it('tells which kinds of work stand beside it', () => {
    expect(named(WORK[0]).work).toMatchObject({ told: 'yes', value: ['USAGE'] })
    expect(named('Larkfield gave a demonstration and an assessment of Microsoft Teams.').work).toMatchObject({
      // Words of pre-sales speak for a revenue association as well.
      value: ['PRESALES', 'REVENUE_ASSOCIATION'],
    })
  })

  it('takes work beside one item for no work on another', () => {
    const items = [
      { id: 'i1', productId: 'm365.exchange', name: 'Exchange Online', subscriptionId: null },
      { id: 'i2', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null },
    ]
    const paper = documentOf([{ lines: [HEAD, WORK] }])
    const [exchange, teams] = told([paper], aClaimForm({ items })).items
    expect([exchange?.work.told, teams?.work.told]).toEqual(['no', 'yes'])
  })

  it('tells whether the tenant’s or the subscription’s own id stands there', () => {
    const subscriptionId = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
    const items = [{ id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId }]
    const identified = (...lines: readonly Line[]) =>
      ofItem([workOrder(...lines)], aClaimForm({ items })).identified
    expect(identified()).toEqual({ told: 'no' })
    expect(identified([`Tenant ID: ${TENANT}`, 60, 300])).toMatchObject({ value: ['tenant'] })
    expect(
      identified([`Tenant ID: ${TENANT}`, 60, 300], [`Subscription: ${subscriptionId}`, 60, 340]),
    ).toMatchObject({ value: ['tenant', 'subscription'] })
  })
})

describe('the customer’s own statement', () => {
  const LETTER: readonly Line[] = [
    ['Ottermill Paper GmbH', 60, 60],
    ['14 April 2026', 60, 100],
    ['To whom it may concern', 60, 140],
    ['We confirm that Larkfield Systems Ltd deployed Microsoft Teams in both of our mills.', 60, 180],
    ['For Ottermill Paper GmbH', 60, 560],
    ['Signature', 60, 637],
  ]
  const letter = (lines = LETTER) => documentOf([{ lines, pen: SIGNED }])
  const without = (word: string) => letter(LETTER.map(([text, x, y]) => [text.replace(word, 'it'), x, y]))
  const mailed = async (parts: MailParts) => {
    const { facts } = await factsOfBytes(aMail(parts))
    return ofItem([{ file: 'mail.eml', addedAt: null, facts }]).statement
  }

  it('is a letter that the customer alone signed, of its day, and shows day, partner and item', () => {
    const { statement } = ofItem([letter()])
    expect(statement).toMatchObject({ told: 'yes', value: day('2026-04-14') })
    expect('evidence' in statement ? statement.evidence.map(({ text }) => text) : []).toEqual([
      '14 April 2026',
      LETTER[3]?.[0],
      'Larkfield Systems Ltd',
      'Microsoft Teams',
    ])
  })

  it('is none without the name of the partner, or of the item', () => {
    expect(ofItem([without('Larkfield Systems Ltd')]).statement).toEqual({ told: 'no' })
    expect(ofItem([without('Microsoft Teams')]).statement).toEqual({ told: 'no' })
  })

  it('is no order that the customer signed without a word of confirmation', () => {
    expect(ofItem([workOrder(['Date: 14 March 2026', 60, 655])]).statement).toEqual({ told: 'no' })
  })

  it('is no paper that the partner was to sign too', () => {
    const lines: readonly Line[] = [
      ...LETTER,
      ['For Larkfield Systems Ltd', 340, 560],
      ['Signature', 340, 637],
    ]
    expect(ofItem([letter(lines)]).statement).toEqual({ told: 'no' })
  })

  it('is open where such a letter carries no day', () => {
    const lines = LETTER.filter(([text]) => text !== '14 April 2026')
    expect(ofItem([letter(lines)]).statement).toMatchObject({ told: 'cannot_tell' })
  })

  it('is a message from the customer that names the item in its own words', async () => {
    expect(
      await mailed({ text: 'We confirm that Larkfield Systems Ltd migrated us to Microsoft Teams.' }),
    ).toMatchObject({ told: 'yes', value: day('2026-04-14') })
    expect(await mailed({ text: 'We confirm that Larkfield Systems Ltd migrated our mail boxes.' })).toEqual({
      told: 'no',
    })
  })

  it('is the newest of several', () => {
    const newer = LETTER.map(([text, x, y]): Line => [text.replace('14 April', '3 May'), x, y])
    const papers = [letter(), { ...letter(newer), file: 'newer.pdf' }]
    expect(ofItem(papers).statement).toMatchObject({ value: day('2026-05-03') })
  })
})
