import type { Criterion, Verdict } from '../../src-preload/contract/vocabulary/words.ts'
import { aClaimForm, OTHER_TENANT } from '../builders/poe/claimForm.ts'
import { drawnBytes, drawnPdf, type PageArtist } from '../builders/poe/drawnPdf.ts'
import { paintWorkOrder, type WorkOrder } from '../builders/poe/workOrder.ts'

/** A made paper with what must be said of it. Criteria that are left out may come out either way. */
export interface MadeCase {
  readonly title: string
  readonly form?: ReturnType<typeof aClaimForm>
  readonly bytes: () => Promise<Uint8Array>
  readonly must: Partial<Record<Criterion, Verdict>>
  /** Kinds of flags that must be raised. */
  readonly flags?: readonly string[]
}

const order = (parts: Partial<WorkOrder>) => (): Promise<Uint8Array> => drawnBytes([paintWorkOrder(parts)])

const withoutTeams: readonly string[] = [
  'Larkfield deploys the new telephone exchange for the 340 employees of both mills,',
  'migrates 41 lists and trains 25 key users on site.',
]
const NAME = 'Microsoft Teams'

const ALL_MET = {
  usablePoe: 'met',
  customerAcknowledgment: 'met',
  dates: 'met',
  products: 'met',
  serviceDescription: 'met',
} as const

/** Paints the product's name in a way that nobody sees. */
const hidden = (paint: (page: PageArtist) => void): Partial<WorkOrder> => ({
  work: withoutTeams,
  extra: paint,
})

export const MADE_CASES: readonly MadeCase[] = [
  { title: 'an honest paper signed by both', bytes: order({}), must: ALL_MET, flags: [] },
  {
    title: 'the same with the blocks exchanged',
    bytes: order({ customerLeft: false }),
    must: ALL_MET,
    flags: [],
  },
  {
    title: 'signed by the customer alone',
    bytes: order({ partnerSigns: false, partnerDate: null }),
    must: ALL_MET,
  },
  {
    title: 'signed by the partner alone, whose date is no customer date',
    bytes: order({ customerSigns: false, customerDate: null }),
    must: { usablePoe: 'met', customerAcknowledgment: 'not_met', dates: 'not_met' },
  },
  {
    title: 'signed by the partner alone, blocks exchanged',
    bytes: order({ customerSigns: false, customerDate: null, customerLeft: false }),
    must: { customerAcknowledgment: 'not_met' },
  },
  {
    title: 'signed by nobody, with a date of issue in the window',
    bytes: order({
      customerSigns: false,
      partnerSigns: false,
      customerDate: null,
      partnerDate: null,
      documentDate: '2 March 2026',
    }),
    must: { customerAcknowledgment: 'not_met', dates: 'cannot_tell' },
  },
  {
    title: 'signed by the customer fourteen months before the claim',
    bytes: order({ customerDate: '3 April 2025', partnerDate: '2 April 2025' }),
    must: { customerAcknowledgment: 'met', dates: 'not_met' },
  },
  {
    title: 'an old customer date beside a young partner date',
    bytes: order({ customerDate: '3 April 2025', partnerDate: '2 April 2026' }),
    must: { dates: 'not_met' },
  },
  {
    title: 'signed by the customer after the claim',
    bytes: order({ customerDate: '1 July 2026' }),
    must: { dates: 'not_met' },
  },
  {
    title: 'a customer date of which one reading lies in the window',
    bytes: order({ customerDate: '07/05/2025', partnerDate: null }),
    must: { dates: 'cannot_tell' },
  },
  {
    title: 'a customer date of which both readings lie in the window',
    bytes: order({ customerDate: '03/04/2026', partnerDate: null }),
    must: { dates: 'met' },
  },
  {
    title: 'signed by the customer without a date',
    bytes: order({ customerDate: null, partnerDate: null }),
    must: { customerAcknowledgment: 'met', dates: 'not_met' },
  },
  {
    title: 'a paper of another customer',
    bytes: order({ customer: 'Hollowbrook Dairy GmbH', tenant: null }),
    must: { usablePoe: 'not_met', customerAcknowledgment: 'not_met', serviceDescription: 'not_met' },
  },
  {
    title: 'a paper that shows another tenant',
    bytes: order({ tenant: OTHER_TENANT }),
    must: { usablePoe: 'not_met' },
  },
  {
    title: 'a paper of a sister company of the customer',
    bytes: order({ customer: 'Ottermill Paper Holding GmbH', tenant: null }),
    must: { usablePoe: 'cannot_tell' },
  },
  {
    title: 'a paper of another partner',
    bytes: order({
      partner: 'Brindle Networks Ltd',
      work: ['Brindle deploys Microsoft Teams for both mills and trains 25 key users on site.'],
    }),
    must: { usablePoe: 'not_met' },
  },
  {
    title: 'a paper that calls the partner by the beginning of its name, with its domain',
    form: aClaimForm({ partnerCompanyName: 'Larkfield Systems Consulting Ltd' }),
    bytes: order({ extra: (page) => page.text('info@larkfield.example', 60, 180) }),
    must: { usablePoe: 'met' },
  },
  {
    title: 'the same without the domain',
    form: aClaimForm({ partnerCompanyName: 'Larkfield Systems Consulting Ltd' }),
    bytes: order({}),
    must: { usablePoe: 'cannot_tell' },
  },
  {
    title: 'an invoice',
    bytes: order({
      title: 'Invoice 2026-118',
      customerSigns: false,
      partnerSigns: false,
      customerDate: null,
      partnerDate: null,
      work: ['25 Microsoft Teams licences, EUR 100.00'],
    }),
    must: {
      usablePoe: 'not_met',
      customerAcknowledgment: 'not_met',
      serviceDescription: 'not_met',
      products: 'cannot_tell',
    },
  },
  {
    title: 'the product in render mode 3',
    bytes: order(hidden((page) => page.text(NAME, 60, 300, { invisible: true }))),
    must: { products: 'not_met' },
    flags: ['invisible_text'],
  },
  {
    title: 'the product in white',
    bytes: order(hidden((page) => page.text(NAME, 60, 300, { grey: 1 }))),
    must: { products: 'not_met' },
    flags: ['low_contrast_text'],
  },
  {
    title: 'the product in nearly white',
    bytes: order(hidden((page) => page.text(NAME, 60, 300, { grey: 0.93 }))),
    must: { products: 'not_met' },
    flags: ['low_contrast_text'],
  },
  {
    title: 'the product fully transparent',
    bytes: order(hidden((page) => page.text(NAME, 60, 300, { opacity: 0 }))),
    must: { products: 'not_met' },
    flags: ['invisible_text'],
  },
  {
    title: 'the product below the page',
    bytes: order(hidden((page) => page.text(NAME, 60, 880))),
    must: { products: 'not_met' },
    flags: ['off_page_text'],
  },
  {
    title: 'the product one point high',
    bytes: order(hidden((page) => page.text(NAME, 60, 300, { size: 1 }))),
    must: { products: 'not_met' },
    flags: ['tiny_text'],
  },
  {
    title: 'the product under a white sheet',
    bytes: order(
      hidden((page) => {
        page.text(NAME, 60, 300)
        page.block(50, 285, 200, 25, 1)
      }),
    ),
    must: { products: 'not_met' },
    flags: ['covered_text'],
  },
  {
    title: 'white type on a dark bar, which everybody sees',
    bytes: order({
      work: withoutTeams,
      extra: (page) => {
        page.block(50, 285, 400, 25, 0.1)
        page.text('Larkfield migrates the mills to Microsoft Teams', 60, 300, { grey: 1 })
      },
    }),
    must: { products: 'met' },
    flags: [],
  },
  {
    title: 'the product in an unticked line',
    bytes: order({
      work: withoutTeams,
      extra: (page) => {
        page.tickBox(60, 300, false)
        page.text(NAME, 78, 300)
        page.tickBox(60, 320, true)
        page.text('SharePoint Online', 78, 320)
      },
    }),
    must: { products: 'not_met' },
  },
  {
    title: 'the product in a ticked line',
    bytes: order({
      work: withoutTeams,
      extra: (page) => {
        page.tickBox(60, 300, true)
        page.text(NAME, 78, 300)
        page.tickBox(60, 320, false)
        page.text('SharePoint Online', 78, 320)
      },
    }),
    must: { products: 'met' },
  },
  {
    title: 'the product only as excluded',
    bytes: order({ work: [...withoutTeams, 'Microsoft Teams is not included in this order.'] }),
    must: { products: 'not_met' },
  },
  {
    title: 'a suite instead of the product',
    bytes: order({
      work: ['Larkfield deploys Microsoft 365 E3 for the 340 employees and trains 25 key users.'],
    }),
    must: { products: 'cannot_tell' },
  },
  {
    title: 'another product of the family, longer by a word',
    bytes: order({ work: ['Larkfield deploys Teams Phone for the 340 employees and trains 25 key users.'] }),
    must: { products: 'not_met' },
  },
  {
    title: 'no word about the work',
    bytes: order({ work: ['Microsoft Teams', 'Prices as agreed.'] }),
    must: { serviceDescription: 'not_met' },
  },
  {
    title: 'a customer block signed by the partner’s own contact',
    bytes: order({
      customerDate: '14 April 2026',
      extra: (page) => page.text('Owen Blake', 60, 650, { size: 9 }),
    }),
    must: { customerAcknowledgment: 'not_met' },
  },
  {
    title: 'a typed name in the customer’s block',
    bytes: order({ customerSigns: false, extra: (page) => page.text('/s/ Karin Vogt', 70, 615) }),
    must: { customerAcknowledgment: 'cannot_tell', dates: 'met' },
  },
  {
    title: 'initials in the customer’s block',
    bytes: order({ extra: (page) => page.text('(initials)', 110, 637, { size: 8 }) }),
    must: { customerAcknowledgment: 'cannot_tell' },
  },
  {
    title: 'a blank page',
    bytes: () => drawnBytes([() => undefined]),
    must: {
      usablePoe: 'not_met',
      customerAcknowledgment: 'not_met',
      dates: 'not_met',
      products: 'not_met',
      serviceDescription: 'not_met',
    },
  },
  {
    title: 'a locked file',
    bytes: lockedPdf,
    must: {
      usablePoe: 'not_met',
      customerAcknowledgment: 'cannot_tell',
      dates: 'cannot_tell',
      products: 'cannot_tell',
      serviceDescription: 'cannot_tell',
    },
  },
  {
    title: 'a corrupt file',
    bytes: () => Promise.resolve(Buffer.from('%PDF-1.7\nnothing that could be a page')),
    must: { usablePoe: 'not_met', customerAcknowledgment: 'cannot_tell', dates: 'cannot_tell' },
  },
]

export async function lockedPdf(): Promise<Uint8Array> {
  const document = await drawnPdf([paintWorkOrder()])
  document.encrypt({ userPassword: 'nobody knows', ownerPassword: 'nobody knows either' })
  return document.save()
}
