import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LookupBook } from '../../lookup/demoLookup.ts'
import { readJsonFile } from '../../policy/jsonFile.ts'

const Name = z.string().min(1).max(255)
const Language = z.string().length(2)
/** Kept for examples: mail to it goes nowhere. */
const Domain = z.string().regex(/^[a-z0-9-]+\.example$/)

/** One of the companies that make claims. */
const TrafficPartner = z.strictObject({
  mpnId: z.string().regex(/^\d{1,10}$/),
  companyName: Name,
  domain: Domain,
  language: Language,
  contact: z.strictObject({ name: Name, email: z.email() }),
})
export type TrafficPartner = z.infer<typeof TrafficPartner>

/** One of those whom claims are about. */
const TrafficCustomer = z.strictObject({
  companyName: Name,
  tenantId: TenantId,
  domain: Domain,
  country: z.string().length(3),
  language: Language,
  contact: z.strictObject({ name: Name, title: Name, email: z.email() }),
})
export type TrafficCustomer = z.infer<typeof TrafficCustomer>

const TrafficPaper = z.strictObject({
  /** File name inside `resources/demo/documents`. */
  file: z.string().regex(/^[\w.-]+$/),
  /** As the partner names it. */
  fileName: Name,
  mediaType: z.string(),
  language: Language,
})
export type TrafficPaper = z.infer<typeof TrafficPaper>

const Texts = z.array(z.string().min(1)).min(1)

const TrafficWords = z.strictObject({
  comment: Texts,
  resubmission: Texts,
  dispute: Texts,
  decline: Texts,
  request: z.record(z.enum(PARTNER_REQUEST_REASONS), z.string().min(1)),
})
export type TrafficWords = z.infer<typeof TrafficWords>

/** `resources/demo/traffic.json`: whom the traffic speaks for, with what papers and in what words. */
export const TrafficBook = z.strictObject({
  partners: z.array(TrafficPartner).min(1),
  customers: z.array(TrafficCustomer).min(1),
  papers: z.array(TrafficPaper).min(1),
  /** By language; English stands in for one that is not here. */
  words: z.record(Language, TrafficWords).refine((words) => words['en'] !== undefined, 'needs English words'),
})
export type TrafficBook = z.infer<typeof TrafficBook>

/** @param folder holds `traffic.json`. */
export function readTrafficBook(folder: string): Promise<TrafficBook> {
  return readJsonFile(join(folder, 'traffic.json'), TrafficBook)
}

/** What customers of the traffic have of Dynamics 365. */
export const TRAFFIC_SUBSCRIBED = [
  'ba.sales',
  'ba.custsvc',
  'ba.fieldservice',
  'ba.bc',
  'ba.finance',
  'ba.scm',
] as const

/** The subscription of a customer for a product: always the same one. */
export function subscriptionOf({ tenantId }: Pick<TrafficCustomer, 'tenantId'>, productId: string): string {
  const hex = createHash('sha256').update(`${tenantId} ${productId}`).digest('hex')
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `${a}-${b}-4${c}-8${d}-${e}`
}

/** What the demo look-up has to know, so that these companies are no strangers to it. */
export function withTraffic(book: LookupBook, { partners, customers }: TrafficBook): LookupBook {
  const enrollments = (['OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION'] as const).map(
    (program) => ({
      program,
      enrolled: true,
    }),
  )
  return {
    ...book,
    partners: [
      ...book.partners,
      ...partners.map(({ mpnId, companyName }) => ({
        mpnId,
        companyName,
        isOrganisation: false,
        enrollments,
        partnerType: null,
      })),
    ],
    domains: [...book.domains, ...customers.map(({ domain, tenantId }) => ({ domain, tenantId }))],
    subscriptions: [
      ...book.subscriptions,
      ...customers.flatMap((customer) =>
        TRAFFIC_SUBSCRIBED.map((productId) => ({
          subscriptionId: subscriptionOf(customer, productId),
          tenantId: customer.tenantId,
          productId,
          productName: productId,
          status: 'active' as const,
          provisioning: 'success' as const,
          channel: 'VOLUME_LICENSING' as const,
          endsInDays: 210,
          heldBy: null,
        })),
      ),
    ],
  }
}
