import type { Context } from 'hono'
import { z } from 'zod'
import { positionOf } from '../feed/feedLink.ts'
import { readFeedPage } from '../feed/readFeedPage.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { problem } from './problem.ts'

const Query = z.strictObject({
  $top: z.coerce.number().int().min(1).max(1000).default(200),
  $deltatoken: z.string().max(2000).optional(),
  $skiptoken: z.string().max(2000).optional(),
})

/** `GET /v1.0/claims/delta`: a page of what changed. */
export const serveDelta =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const query = Query.safeParse(context.req.query())
    if (!query.success) return problem('bad_request')
    const { $top, $deltatoken, $skiptoken } = query.data
    if ($deltatoken !== undefined && $skiptoken !== undefined) return problem('bad_request')
    const token = $deltatoken ?? $skiptoken
    const position = token === undefined ? null : positionOf(token)
    if (token !== undefined && position === null) return problem('bad_request')
    const page = await readFeedPage(db, position, $top, await linkedPartners(db, context.var.user.userId))
    if (page === null) {
      return problem('sync_state_not_found', { headers: { location: '/v1.0/claims/delta' } })
    }
    context.header('cache-control', 'no-store')
    return context.json(page)
  }
