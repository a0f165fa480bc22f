import { isIP } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateClass } from '../api/routeShape.ts'
import type { HubEnv } from './hubPorts.ts'
import { problem } from './problem.ts'

/** How many requests of each class one caller may send in a minute. */
export type RateLimits = Readonly<Record<RateClass | 'wrongCode', number>>

/**
 * Far above what people and their workstations do: a first sync of 100,000 claims in pages of 200 is 500 requests of the feed,
 * its documents come within a budget. A loop without a pause is stopped within seconds. `intake`: one service speaks for all
 * partners, imports included. `signIn` leaves room for many workstations behind one address; wrong codes have a limit of their own.
 */
export const DEFAULT_LIMITS: RateLimits = {
  open: 600,
  signIn: 600,
  read: 3_000,
  feed: 3_000,
  document: 12_000,
  write: 3_000,
  intake: 12_000,
  wrongCode: 10,
}

/** Every class with so many times as much room, for tests and measurements. Wrong codes keep their limit. */
export const limitsTimes = (factor: number): RateLimits => ({
  ...DEFAULT_LIMITS,
  ...Object.fromEntries(
    Object.entries(DEFAULT_LIMITS).map(([name, points]) => [
      name,
      name === 'wrongCode' ? points : points * factor,
    ]),
  ),
})

export interface Limiter {
  /** Counts one more. Null = there is room; else the answer that says how long to wait. */
  take(key: string): Promise<Response | null>
  /** Takes one back. */
  giveBack(key: string): Promise<void>
}

/** Counts in the memory of this process: several hubs on one database count each for themselves. @param points a minute. */
export function createLimiter(points: number): Limiter {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return null
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        return problem('too_many_requests', { headers: { 'retry-after': `${seconds}` } })
      }
    },
    giveBack: async (key) => void (await limiter.reward(key)),
  }
}

/**
 * Who asks: whose socket it is, and behind a proxy that is trusted the last address in its list that is none of these. What others say
 * of themselves there counts for nothing; behind a proxy that is not named all are counted together.
 */
export function addressOf({ incoming }: HttpBindings, trusted: readonly string[] = []): string {
  const said = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const hops = [
    ...said.map((hop) => hop.trim()).filter((hop) => isIP(hop) !== 0),
    incoming.socket.remoteAddress,
  ]
  return (
    hops.findLast((hop, at) => at === 0 || hop === undefined || !trusted.includes(plain(hop))) ?? 'unknown'
  )
}

/** A server of both families writes addresses of the older one in a longer way. */
const plain = (address: string): string => address.replace(/^::ffff:/, '')

/** Limits a class: by person where one has signed in before, else by address. */
export const limitedBy = (limiter: Limiter, trusted: readonly string[] = []) =>
  createMiddleware<HubEnv>(async (context, next) => {
    const caller: HubEnv['Variables']['caller'] | undefined = context.get('caller')
    const key =
      caller === undefined ? `address ${addressOf(context.env, trusted)}` : `person ${caller.userId}`
    return (await limiter.take(key)) ?? next()
  })
