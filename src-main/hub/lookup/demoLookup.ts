import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Instant, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  PROVISIONING_STATES,
  SUBSCRIPTION_STATUSES,
} from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import { PROGRAMS, PURCHASE_CHANNELS } from '../../../src-preload/contract/vocabulary/words.ts'
import { isAtDomain } from '../../domain/intake/mailHosts.ts'
import type { FoundSubscription } from '../../domain/intake/subscriptionChecks.ts'
import type { Found, ReferenceLookup } from './referenceLookup.ts'

const DAY = 86_400_000

const BookedSubscription = z.strictObject({
  subscriptionId: z.guid().toLowerCase(),
  tenantId: TenantId,
  productId: z.string().min(1).max(64).nullable(),
  productName: z.string().min(1).max(255),
  status: z.enum(SUBSCRIPTION_STATUSES),
  provisioning: z.enum(PROVISIONING_STATES),
  channel: z.enum(PURCHASE_CHANNELS).nullable(),
  /** From the day of the look-up, negative when the term is over; null = without end. */
  endsInDays: z.int().min(-4000).max(4000).nullable(),
  /** PartnerID of the location that holds it; null = nobody. */
  heldBy: z.string().nullable(),
})

/** `resources/demo/lookup.json`: what the demo look-up knows. */
export const LookupBook = z.strictObject({
  source: z.string().min(1).max(64),
  partners: z.array(
    z.strictObject({
      mpnId: z.string().regex(/^\d{1,10}$/),
      companyName: z.string().min(1).max(255),
      isOrganisation: z.boolean(),
      enrollments: z.array(z.strictObject({ program: z.enum(PROGRAMS), enrolled: z.boolean() })),
      /** Null = not told. */
      partnerType: z.string().max(64).nullable(),
    }),
  ),
  domains: z.array(z.strictObject({ domain: z.string().min(1).max(253), tenantId: TenantId })),
  subscriptions: z.array(BookedSubscription),
})
export type LookupBook = z.infer<typeof LookupBook>

/** Rejects, naming the file, when it is missing or no such book. */
export async function readLookupBook(path: string): Promise<LookupBook> {
  try {
    return LookupBook.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} cannot be used`, { cause: error })
  }
}

/**
 * A look-up for demonstrations: the same book and the same moment give the same answers.
 * @param now epoch milliseconds.
 */
export function demoLookup(book: LookupBook, now: () => number): ReferenceLookup {
  const stamp = () => ({ checkedAt: Instant.parse(new Date(now()).toISOString()), source: book.source })
  const answer = <Value>(value: Value): Promise<Found<Value>> => Promise.resolve({ value, ...stamp() })
  const found = ({ endsInDays, ...booked }: LookupBook['subscriptions'][number]): FoundSubscription => ({
    ...booked,
    endsOn: endsInDays === null ? null : new Date(now() + endsInDays * DAY).toISOString().slice(0, 10),
  })
  return {
    partner: (mpnId) => {
      const known = book.partners.find((one) => one.mpnId === mpnId)
      const nobody = { mpnId, companyName: null, isOrganisation: false, enrollments: [], partnerType: null }
      return Promise.resolve({ ...(known ?? nobody), isKnown: known !== undefined, ...stamp() })
    },
    subscriptions: (tenantId, productId) =>
      answer(
        book.subscriptions
          .filter((one) => one.tenantId === tenantId && one.productId === productId)
          .map(found),
      ),
    subscription: (subscriptionId) => {
      const booked = book.subscriptions.find((one) => one.subscriptionId === subscriptionId.toLowerCase())
      return answer(booked === undefined ? null : found(booked))
    },
    domain: (domain) => {
      const booked = book.domains.find((one) => isAtDomain(domain.toLowerCase(), [one.domain]))
      return Promise.resolve({ domain, tenantId: booked?.tenantId ?? null, ...stamp() })
    },
  }
}
