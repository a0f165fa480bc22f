import type { Context } from 'hono'
import { eventStream } from '../live/eventStream.ts'
import { feedWatchOf } from '../live/watchFeed.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'

const PING_MS = 20_000
/** Open at once for one person. */
const MAX_CONNECTIONS = 10

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // Proxies that gather answers would hold events back.
  'x-accel-buffering': 'no',
}

/** `GET /v1.0/claims/events`: server-sent events that say that the feed may have something new, and nothing else. */
export const serveEvents = ({ db, log }: HubPorts) => {
  const open = new Map<string, number>()
  const count = (userId: string, by: 1 | -1): void => {
    const now = (open.get(userId) ?? 0) + by
    if (now === 0) open.delete(userId)
    else open.set(userId, now)
  }
  return (context: Context<HubEnv>): Response => {
    const { userId } = context.var.user
    if ((open.get(userId) ?? 0) >= MAX_CONNECTIONS)
      return problem('too_many_requests', { headers: { 'retry-after': '30' } })
    // Nobody would read, nor end, the stream of a HEAD.
    if (context.req.method === 'HEAD') return new Response(null, { headers: HEADERS })
    count(userId, 1)
    const stream = eventStream(feedWatchOf(db, log), PING_MS, () => count(userId, -1))
    return new Response(stream, { headers: HEADERS })
  }
}
