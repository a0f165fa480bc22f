import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isStorable } from '../operations/storableText.ts'

const Xid = z.string().regex(/^\d{1,19}$/)

/** Where a reader of the feed stands. */
const FeedPosition = z.strictObject({
  /** The life of the database that the numbers belong to. */
  epoch: z.uuid(),
  /** Changes of earlier transactions have been read. */
  from: Xid,
  /** Names what is hidden from the reader; '' = nothing. Links of another scope lead nowhere: what came into sight has not changed. */
  scope: z
    .string()
    .regex(/^[\w-]{0,22}$/)
    .default(''),
  /** Inside a round: its upper end, fixed when the round began, and the last item read. Null between rounds. */
  round: z
    .strictObject({ upTo: Xid, xid: Xid, tenantId: z.guid(), claimId: ClaimId.refine(isStorable) })
    .nullable(),
})
export type FeedPosition = z.infer<typeof FeedPosition>

const PATH = '/v1.0/claims/delta'

/**
 * The link of a position: opaque to readers, without the host, so that it outlives a change of port. A checksum tells a mangled
 * link from a good one; it is no secret, as a link gives nobody more than the whole feed would.
 */
export function linkOf(position: FeedPosition, top: number): string {
  const name = position.round === null ? '$deltatoken' : '$skiptoken'
  const body = Buffer.from(JSON.stringify(position)).toString('base64url')
  return `${PATH}?${name}=${body}.${checksumOf(body)}&$top=${top}`
}

/** Null for anything that this function's counterpart did not write. */
export function positionOf(token: string): FeedPosition | null {
  const [body = '', checksum = '', ...rest] = token.split('.')
  if (rest.length > 0 || checksum !== checksumOf(body)) return null
  try {
    const parsed = FeedPosition.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The scope of a reader from whom the claims of these partners are hidden. */
export function scopeOf(hidden: readonly string[]): string {
  if (hidden.length === 0) return ''
  return createHash('sha256')
    .update([...hidden].sort().join())
    .digest('base64url')
    .slice(0, 22)
}

function checksumOf(body: string): string {
  return createHash('sha256').update(`proofdesk claims feed 1 ${body}`).digest('base64url').slice(0, 22)
}
