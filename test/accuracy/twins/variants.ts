import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { OTHER_TENANT } from '../../builders/poe/claimForm.ts'
import type { Paper } from './papers.ts'

export interface Variant {
  readonly name: string
  /** Null = the change means nothing on such a paper. */
  readonly change: (paper: Paper) => Paper | null
  /** What must never be said, as a wrong "met" is the worst error. */
  readonly never: readonly Criterion[]
  /** What should be said; a "cannot tell" there is a miss, not an error. */
  readonly should: Partial<Record<Criterion, Verdict>>
}

const isAlone = ({ layout }: Paper): boolean => layout === 'certificate'
const EMPTY = { signed: null, day: null } as const

/** Ways in which a paper stops proving something. */
export const NEGATIVES: readonly Variant[] = [
  {
    name: 'the customer’s place is empty',
    change: (paper) => ({ ...paper, customerPlace: EMPTY }),
    never: ['customerAcknowledgment', 'dates'],
    should: { customerAcknowledgment: 'not_met' },
  },
  {
    name: 'a date stands in the customer’s place and nobody signed',
    change: (paper) => ({ ...paper, customerPlace: { ...paper.customerPlace, signed: null } }),
    never: ['customerAcknowledgment'],
    should: { customerAcknowledgment: 'not_met' },
  },
  {
    name: 'nobody signed',
    change: (paper) => ({ ...paper, customerPlace: EMPTY, partnerPlace: EMPTY }),
    never: ['customerAcknowledgment', 'dates'],
    should: { customerAcknowledgment: 'not_met', dates: 'not_met' },
  },
  {
    name: 'the customer’s name is only typed',
    change: (paper) => ({ ...paper, customerPlace: { ...paper.customerPlace, signed: 'typed' } }),
    never: ['customerAcknowledgment'],
    should: { customerAcknowledgment: 'cannot_tell' },
  },
  {
    name: 'the customer signed eighteen months before the claim',
    change: (paper) => ({ ...paper, customerPlace: { ...paper.customerPlace, day: '2024-12-03' } }),
    never: ['dates'],
    should: { dates: 'not_met' },
  },
  {
    name: 'both signed before the window',
    change: (paper) => ({
      ...paper,
      customerPlace: { ...paper.customerPlace, day: '2025-05-02' },
      partnerPlace: { ...paper.partnerPlace, day: '2025-04-28' },
    }),
    never: ['dates'],
    should: { dates: 'not_met' },
  },
  {
    name: 'the customer signed after the claim',
    change: (paper) => ({ ...paper, customerPlace: { ...paper.customerPlace, day: '2026-07-02' } }),
    never: ['dates'],
    should: { dates: 'not_met' },
  },
  {
    name: 'the customer signed without a date',
    change: (paper) => ({ ...paper, customerPlace: { ...paper.customerPlace, day: null } }),
    never: ['dates'],
    should: { customerAcknowledgment: 'met' },
  },
  {
    name: 'the work is about something else',
    change: (paper) => ({ ...paper, work: paper.pack.otherWork }),
    never: ['products', 'serviceDescription'],
    should: { products: 'not_met' },
  },
  {
    name: 'the product is excluded',
    change: (paper) => ({ ...paper, work: [...paper.pack.otherWork, paper.pack.excluded] }),
    never: ['products', 'serviceDescription'],
    should: { products: 'not_met' },
  },
  {
    name: 'no work is told',
    change: (paper) => ({ ...paper, work: [paper.product] }),
    never: ['serviceDescription'],
    should: { serviceDescription: 'not_met' },
  },
  {
    name: 'another customer’s paper',
    change: (paper) => ({ ...paper, customer: paper.pack.other, tenant: null }),
    never: ['usablePoe', 'customerAcknowledgment', 'serviceDescription'],
    should: { usablePoe: 'not_met', customerAcknowledgment: 'not_met' },
  },
  {
    name: 'another partner’s paper',
    change: (paper) => ({ ...paper, partner: paper.pack.other }),
    never: ['usablePoe'],
    should: { usablePoe: 'not_met' },
  },
  {
    name: 'another tenant',
    change: (paper) => ({ ...paper, tenant: OTHER_TENANT }),
    never: ['usablePoe'],
    should: { usablePoe: 'not_met' },
  },
  {
    name: 'the partner alone signed and dated',
    change: (paper) => (isAlone(paper) ? null : { ...paper, customerPlace: EMPTY, tenant: null }),
    never: ['customerAcknowledgment', 'dates'],
    should: { customerAcknowledgment: 'not_met' },
  },
]

export const HONEST_VERDICTS: Readonly<Record<Criterion, Verdict>> = {
  usablePoe: 'met',
  customerAcknowledgment: 'met',
  dates: 'met',
  products: 'met',
  serviceDescription: 'met',
}
