import { z } from 'zod'

/** What the hub's process says. */
export const HubNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), url: z.url() }),
  /** A partner's act, in epoch milliseconds. */
  z.object({ type: z.literal('committed'), claimId: z.string(), revision: z.int(), at: z.number() }),
  /** The partners have stopped. */
  z.object({ type: z.literal('resting') }),
])
export type HubNews = z.infer<typeof HubNews>
