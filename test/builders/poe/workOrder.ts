import type { PageArtist } from './drawnPdf.ts'

/** What a work order between the two companies of `aClaimForm` says and carries. */
export interface WorkOrder {
  readonly title: string
  readonly customer: string
  readonly partner: string
  readonly tenant: string | null
  /** Sentences about the work. */
  readonly work: readonly string[]
  readonly customerSigns: boolean
  readonly partnerSigns: boolean
  /** As printed beside the signature; null = none. */
  readonly customerDate: string | null
  readonly partnerDate: string | null
  readonly documentDate: string | null
  /** Customer's place on the left. */
  readonly customerLeft: boolean
  /** Drawn last, over everything. */
  readonly extra?: (page: PageArtist) => void
}

export const HONEST: WorkOrder = {
  title: 'Work order 17',
  customer: 'Ottermill Paper GmbH',
  partner: 'Larkfield Systems Ltd',
  tenant: '11111111-2222-4333-8444-555555555555',
  work: [
    'Larkfield deploys Microsoft Teams for the 340 employees of both mills,',
    'migrates 41 distribution lists and trains 25 key users on site.',
    'Larkfield configures guest access, retention and meeting policies and hands over a manual.',
  ],
  customerSigns: true,
  partnerSigns: true,
  customerDate: '14 April 2026',
  partnerDate: '10 April 2026',
  documentDate: null,
  customerLeft: true,
}

/** One page with heading, parties, work and two signature blocks side by side. */
export function paintWorkOrder(order: Partial<WorkOrder> = {}): (page: PageArtist) => void {
  const all = { ...HONEST, ...order }
  return (page) => {
    page.text(all.title, 60, 80, { size: 18, bold: true })
    if (all.documentDate) page.text(`Issued on ${all.documentDate}`, 60, 105)
    page.text(`Customer: ${all.customer}`, 60, 130)
    page.text(`Supplier: ${all.partner}`, 60, 146)
    if (all.tenant) page.text(`Tenant: ${all.tenant}`, 60, 162)
    all.work.forEach((line, i) => page.text(line, 60, 210 + i * 14))
    paintBlock(page, all.customerLeft ? 60 : 330, all.customer, all.customerSigns, all.customerDate)
    paintBlock(page, all.customerLeft ? 330 : 60, all.partner, all.partnerSigns, all.partnerDate)
    all.extra?.(page)
  }
}

function paintBlock(page: PageArtist, x: number, company: string, signs: boolean, date: string | null): void {
  page.text(`For ${company}`, x, 560)
  if (signs) page.pen(x + 10, 618)
  page.rule(x, 625, 190)
  page.text('Signature', x, 637, { size: 8 })
  page.text(date === null ? 'Date:' : `Date: ${date}`, x, 662)
}
