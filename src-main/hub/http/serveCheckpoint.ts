import type { Context } from 'hono'
import { z } from 'zod'
import type { Checkpoint } from '../api/checkpoint.ts'
import { readCheckpoint } from '../feed/checkpoint.ts'
import { positionOf } from '../feed/feedLink.ts'
import { readerFor } from '../feed/reader.ts'
import { afterOf, readBucketPage } from '../feed/readBucketPage.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'

/** `$top` comes along where somebody keeps the query of a delta link; it means nothing here. */
const CheckpointQuery = z.strictObject({ $deltatoken: z.string().max(2000), $top: z.string().optional() })

/** `GET /v1.0/claims/checkpoint?$deltatoken=…`: whether the reader of a round to its end has what the hub has. */
export const serveCheckpoint =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const query = CheckpointQuery.safeParse(context.req.query())
    const position = query.success ? positionOf(query.data.$deltatoken) : null
    if (position === null || position.round !== null) return problem('bad_request')
    const buckets = await readCheckpoint(db, position, readerFor(context.var.user, context.var.eyes))
    if (buckets === null)
      return problem('sync_state_not_found', { headers: { location: '/v1.0/claims/delta' } })
    context.header('cache-control', 'no-store')
    return context.json({ buckets: [...buckets] } satisfies Checkpoint)
  }

const Bucket = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})$/)
  .transform(Number)
  .refine((bucket) => bucket <= 255)

const BucketQuery = z.strictObject({
  $top: z.coerce.number().int().min(1).max(1000).default(200),
  $skiptoken: z.string().max(2000).optional(),
})

/** `GET /v1.0/claims/buckets/{n}`: the claims of a bucket that did not agree. */
export const serveBucket =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const bucket = Bucket.safeParse(context.req.param('bucket'))
    if (!bucket.success) return problem('not_found')
    const query = BucketQuery.safeParse(context.req.query())
    if (!query.success) return problem('bad_request')
    const { $top: top, $skiptoken: token } = query.data
    const after = token === undefined ? '' : afterOf(bucket.data, token)
    if (after === null) return problem('bad_request')
    const reader = readerFor(context.var.user, context.var.eyes)
    context.header('cache-control', 'no-store')
    return context.json(await readBucketPage(db, { bucket: bucket.data, after, top, reader }))
  }
