import type { WorkPaper } from '../workPaper.ts'

/** One side of an order. */
export interface OrderSide {
  readonly company: string
  readonly address: string
  readonly signer: string
  /** Where and when it signed; null = the lines stayed empty. */
  readonly signed: string | null
}

/** What one partner's paper of a case says; its form is the same for both sides, so that only what it says tells them apart. */
export interface CaseOrder {
  readonly file: string
  readonly number: string
  readonly partner: OrderSide
  readonly customer: OrderSide
  readonly title: string
  /** The customer's tenant id with its domain, or the domain alone. */
  readonly tenant: string
  readonly term: string
  readonly situation: string
  readonly work: readonly string[]
  readonly delivery: string
  readonly writtenAt: string
}

export interface OrderWords {
  readonly language: string
  readonly customer: string
  readonly partner: string
  readonly tenant: string
  readonly number: string
  readonly term: string
  readonly headings: readonly [situation: string, work: string, delivery: string, signatures: string]
  /** The sentence over the list of work, after the partner's name. */
  readonly does: string
  readonly signature: WorkPaper['signatureLabels']
  readonly forPartner: string
  readonly forCustomer: string
}

export function caseOrder(words: OrderWords, order: CaseOrder): WorkPaper {
  const { partner, customer, term } = order
  const [situation, work, delivery, signatures] = words.headings
  return {
    file: order.file,
    language: words.language,
    letterhead: partner.company,
    title: order.title,
    facts: [
      [words.customer, `${customer.company}, ${customer.address}`],
      [words.partner, `${partner.company}, ${partner.address}`],
      [words.tenant, order.tenant],
      [words.number, order.number],
    ],
    sections: [
      { heading: `1. ${situation}`, text: [order.situation] },
      { heading: `2. ${work}`, text: [`${partner.company} ${words.does}`], bullets: order.work },
      { heading: `3. ${delivery}`, text: [`${words.term}: ${term}.`, order.delivery] },
    ],
    signatureHeading: `4. ${signatures}`,
    signatureLabels: words.signature,
    signatures: [signatureOf(words.forPartner, partner), signatureOf(words.forCustomer, customer)],
    footer: `${partner.company} · ${order.number}`,
    writtenAt: order.writtenAt,
  }
}

const signatureOf = (heading: string, { company, signer, signed }: OrderSide) => ({
  heading,
  company,
  signer,
  placeAndDate: signed,
  strokes: signed === null ? null : strokesOf(signer),
})

/** A person always signs alike. */
const strokesOf = (signer: string): number =>
  Array.from(signer).reduce((seed, letter) => (seed * 37 + (letter.codePointAt(0) ?? 0)) % 99_991, 7)
