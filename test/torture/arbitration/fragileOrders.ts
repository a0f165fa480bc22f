import { z } from 'zod'

/** What the next operation of a fragile hub is to suffer. */
export const FragileOrder = z.object({
  /** At this statement of it, counted from one; null = at its commit. */
  statement: z.int().positive().nullable(),
  /** Before the statement goes to the database, or once it is on its way. */
  isSent: z.boolean(),
  /** The process is killed as by `kill -9`, or the connection that the statement goes over breaks. */
  mishap: z.enum(['kill', 'break']),
})
export type FragileOrder = z.infer<typeof FragileOrder>

export const FragileNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), url: z.url() }),
  /** The order is understood. */
  z.object({ type: z.literal('armed') }),
])
export type FragileNews = z.infer<typeof FragileNews>
