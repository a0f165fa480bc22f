import type { Context } from 'hono'
import { FeedQuery } from '../api/feed.ts'
import { positionOf } from '../feed/feedLink.ts'
import { readerFor } from '../feed/reader.ts'
import { readFeedPage } from '../feed/readFeedPage.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'

/** `GET /v1.0/claims/delta`: a page of what changed, without what is not for this person. */
export const serveDelta =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const query = FeedQuery.safeParse(context.req.query())
    if (!query.success) return problem('bad_request')
    const { $top, $deltatoken, $skiptoken } = query.data
    if ($deltatoken !== undefined && $skiptoken !== undefined) return problem('bad_request')
    const token = $deltatoken ?? $skiptoken
    const position = token === undefined ? null : positionOf(token)
    if (token !== undefined && position === null) return problem('bad_request')
    const page = await readFeedPage(db, position, {
      top: $top,
      reader: readerFor(context.var.user, context.var.eyes),
    })
    if (page === null) {
      return problem('sync_state_not_found', { headers: { location: '/v1.0/claims/delta' } })
    }
    context.header('cache-control', 'no-store')
    return context.json(page)
  }
