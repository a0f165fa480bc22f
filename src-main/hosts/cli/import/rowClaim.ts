import type { ColumnMap } from './mapColumns.ts'
import { type DayOrder, instantIn, listIn, type Read, textIn, yesOrNo } from './cellValues.ts'
import type { ImportField } from './importFields.ts'
import { productNamed } from './productIndex.ts'
import type { CsvRow } from './readCsv.ts'
import { type ImportRow, standingOf, type WantedClaim } from './wantedClaim.ts'

/** Reads one row of a table as a claim that a partner states. */
export function rowClaim(row: CsvRow, { columns }: ColumnMap, order: DayOrder): ImportRow {
  const cell = (field: ImportField): string => row.cells[columns.get(field) ?? -1] ?? ''
  const claimId = textIn(cell('claimId'))
  const whole = { place: row.line, claimId, cells: row.cells }
  if (row.problem !== null) return { ...whole, wanted: null, problems: [row.problem] }
  const problems: string[] = []
  const read = <Value>(one: Read<Value>): Value | null => {
    if ('value' in one) return one.value
    problems.push(one.problem)
    return null
  }
  if (claimId === null) problems.push('The claim has no id; give it one, so that the import can be repeated.')
  const status = standingOf(textIn(cell('status')))
  if (status.problem !== null) problems.push(status.problem)
  const wanted: WantedClaim = {
    claimId,
    claim: statedClaim(cell, read),
    papers: listIn(cell('documents'), 'belong').map((file) => ({ file, kind: null })),
    isMigrated: textIn(cell('submittedAt')) !== null && !status.staysDraft,
    submittedAt: read(instantIn(cell('submittedAt'), order)),
    staysDraft: status.staysDraft,
    remarks: status.remark === null ? [] : [status.remark],
  }
  return { ...whole, wanted, problems }
}

type Cell = (field: ImportField) => string
/** Null = it could not be read, which was noted. */
type Reader = <Value>(one: Read<Value>) => Value | null

function statedClaim(cell: Cell, read: Reader): WantedClaim['claim'] {
  const text = (field: ImportField) => textIn(cell(field))
  const language = text('partnerLanguage')
  const createdBy = text('createdBy.name')
  return {
    claimName: text('claimName'),
    program: text('program'),
    solutionArea: text('solutionArea'),
    activities: listIn(cell('activities'), 'part'),
    mpnId: text('mpnId'),
    partnerCompanyName: text('partnerCompanyName'),
    partnerDomains: listIn(cell('partnerDomains'), 'part'),
    purchaseChannel: text('purchaseChannel'),
    customer: {
      companyName: text('customer.companyName'),
      tenantId: text('customer.tenantId'),
      domains: listIn(cell('customer.domains'), 'part'),
      country: text('customer.country'),
      isPublicSector: read(yesOrNo(cell('customer.isPublicSector'), 'customer.isPublicSector')) ?? false,
    },
    customerContact: contact(text, 'customerContact'),
    technicalContact: contact(text, 'technicalContact'),
    partnerContact: contact(text, 'partnerContact'),
    items: itemsOf(cell, read),
    revenue: unlessEmpty({
      dynamicsSolutionSellerName: text('revenue.dynamicsSolutionSellerName'),
      customerName: text('revenue.customerName'),
      isvProductName: text('revenue.isvProductName'),
    }),
    laterFlow: laterFlow(cell, read),
    // `it-IT` is Italian.
    ...(language === null ? {} : { partnerLanguage: language.replace(/[-_].*$/, '') }),
    createdBy: createdBy === null ? null : { name: createdBy, role: text('createdBy.role') },
    replaces: text('replaces'),
    comment: text('comment'),
  }
}

function contact(
  text: (field: ImportField) => string | null,
  whose: 'customerContact' | 'technicalContact' | 'partnerContact',
) {
  const title = whose === 'partnerContact' ? null : text(`${whose}.title`)
  return unlessEmpty({ name: text(`${whose}.name`), title, email: text(`${whose}.email`) })
}

function unlessEmpty<Parts extends Readonly<Record<string, string | null>>>(parts: Parts): Parts | null {
  return Object.values(parts).every((part) => part === null) ? null : parts
}

/** Subscriptions stand in the order of the products; a single one is that of all of them. */
function itemsOf(cell: Cell, read: Reader): { productId: string; subscriptionId: string | null }[] {
  const products = listIn(cell('products'), 'part')
  const subscriptions = cell('subscriptionIds')
    .split(/[|;,\n]/)
    .map((one) => textIn(one))
  const given = subscriptions.filter((one) => one !== null)
  if (given.length > 1 && subscriptions.length !== products.length) {
    const problem = `There are ${products.length} products and ${subscriptions.length} subscriptions; give one for each, in the same order.`
    read({ problem })
  }
  return products.map((said, index) => ({
    productId: read(productNamed(said)) ?? said.slice(0, 64),
    subscriptionId:
      (given.length === 1 && subscriptions.length === 1 ? given[0] : subscriptions[index]) ?? null,
  }))
}

function laterFlow(cell: Cell, read: Reader) {
  const said = (field: 'laterFlow.optOutOfIncentivePayment' | 'laterFlow.acknowledged') =>
    read(yesOrNo(cell(field), field))
  const optOut = said('laterFlow.optOutOfIncentivePayment')
  const acknowledged = said('laterFlow.acknowledged')
  if (optOut === null && acknowledged === null) return null
  return { optOutOfIncentivePayment: optOut ?? false, acknowledged: acknowledged ?? false }
}
