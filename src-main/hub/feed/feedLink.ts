import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isStorable } from '../operations/storableText.ts'
import type { Reader } from './reader.ts'
import { openToken, sealedToken } from './sealedToken.ts'

const Xid = z.string().regex(/^\d{1,19}$/)

/** Where a reader of the feed stands. */
const FeedPosition = z.strictObject({
  /** The life of the database that the numbers belong to. */
  epoch: z.uuid(),
  /** Changes of earlier transactions have been read. */
  from: Xid,
  /** Names what the reader sees. Links of another scope lead nowhere: what came into sight has not changed. */
  scope: z
    .string()
    .regex(/^[\w-]{0,22}$/)
    .default(''),
  /** Inside a round: its upper end, fixed when the round began, and the last item read, a claim or a case. Null between rounds. */
  round: z
    .strictObject({
      upTo: Xid,
      xid: Xid,
      tenantId: z.guid(),
      itemId: z.string().min(1).max(64).refine(isStorable),
    })
    .nullable(),
})
export type FeedPosition = z.infer<typeof FeedPosition>

const PATH = '/v1.0/claims/delta'
const PURPOSE = 'proofdesk claims feed 1'

/**
 * The link of a position: opaque to readers, without the host, so that it outlives a change of port. A checksum tells a mangled
 * link from a good one; it is no secret, as a link gives nobody more than the whole feed would.
 */
export function linkOf(position: FeedPosition, top: number): string {
  const name = position.round === null ? '$deltatoken' : '$skiptoken'
  return `${PATH}?${name}=${sealedToken(PURPOSE, position)}&$top=${top}`
}

/** Null for anything that this function's counterpart did not write. */
export const positionOf = (token: string): FeedPosition | null => openToken(PURPOSE, token, FeedPosition)

/** What this reader sees of everything; '' = what every reviewer sees. */
export function scopeOf({ hidden, seesWholeCases }: Reader): string {
  if (hidden.length === 0 && !seesWholeCases) return ''
  return createHash('sha256')
    .update([...[...hidden].sort(), ...(seesWholeCases ? ['whole cases'] : [])].join())
    .digest('base64url')
    .slice(0, 22)
}
