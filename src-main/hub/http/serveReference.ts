import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Reference } from '../api/reference.ts'
import { listAssignments, listCalendars, listProfiles } from '../store/referenceRepo.ts'
import { advisoryNow } from '../quality/precisionNow.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'

/** `GET /v1.0/reference`: what claims are judged and timed by. Changes seldom, so it is asked for with its entity tag. */
export const serveReference =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const { db } = ports
    const reference: Reference = {
      policies: await listProfiles(db),
      assignments: await listAssignments(db),
      calendars: await listCalendars(db),
      advisoryChecks: await advisoryNow(ports),
    }
    const body = JSON.stringify(reference)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    if (listsTag(context.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers: { etag } })
    return new Response(body, {
      headers: { 'content-type': 'application/json', etag, 'cache-control': 'no-cache' },
    })
  }
