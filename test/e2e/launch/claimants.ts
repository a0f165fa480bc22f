import { drawnBytes } from '../../builders/poe/drawnPdf.ts'
import { paintWorkOrder } from '../../builders/poe/workOrder.ts'
import { TEAMS_CLAIM } from './teamsClaim.ts'

export const CUSTOMER = TEAMS_CLAIM.customer.companyName
const DAY = 86_400_000

export interface Claimant {
  readonly claimId: string
  readonly partner: string
  readonly mpnId: string
  readonly host: string
  /** How long ago the customer signed. */
  readonly days: number
}
export const CLAIMANTS: readonly Claimant[] = [
  {
    claimId: 'E2E-A',
    partner: TEAMS_CLAIM.partnerCompanyName,
    mpnId: TEAMS_CLAIM.mpnId,
    host: 'kestrelrowe',
    days: 200,
  },
  { claimId: 'E2E-B', partner: 'Liffeyside Systems Ltd', mpnId: '2968413', host: 'liffeyside', days: 40 },
  { claimId: 'E2E-C', partner: 'Orobica Software S.r.l.', mpnId: '2864001', host: 'orobica', days: 120 },
]

export const claimOf = ({ partner, mpnId, host }: Claimant) => ({
  ...TEAMS_CLAIM,
  claimName: `Teams by ${partner.split(' ')[0]}`,
  mpnId,
  partnerCompanyName: partner,
  partnerDomains: [`${host}.example`],
  partnerContact: { name: `Pat ${host}`, email: `pat@${host}.example` },
})

/** A work order that this partner's customer signed so many days ago. */
export async function paperOf({ partner }: Claimant, days: number): Promise<Buffer<ArrayBuffer>> {
  const short = partner.split(' ')[0]
  const signed = new Date(Date.now() - days * DAY)
  const customerDate = signed.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const work = [
    `${short} deploys Microsoft Teams for the 340 employees of the society,`,
    'migrates 41 distribution lists and trains 25 key users on site.',
    `${short} configures guest access, retention and meeting policies and hands over a manual.`,
  ]
  const order = { customer: CUSTOMER, partner, tenant: TEAMS_CLAIM.customer.tenantId, work }
  return Buffer.from(
    await drawnBytes([paintWorkOrder({ ...order, customerDate, partnerDate: customerDate })]),
  )
}
