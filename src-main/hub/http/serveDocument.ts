import type { Context } from 'hono'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { byteRangeOf } from '../documents/byteRange.ts'
import { findDocument, findTenant } from '../store/claimsRepo.ts'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { listsTag } from './entityTag.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'

/**
 * `GET /v1.0/claims/{id}/documents/{sha256}`: bytes of a document of this claim. The hash is the entity tag; the bytes are never
 * anything but bytes to whoever shows them.
 */
export const serveDocument =
  ({ db, documents, log }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    const sha256 = Sha256.safeParse(context.req.param('sha256'))
    if (!claimId.success || !sha256.success) return problem('not_found')
    const tenantId = await findTenant(db, claimId.data)
    const document = tenantId && (await findDocument(db, { tenantId, claimId: claimId.data }, sha256.data))
    if (document === undefined) return problem('not_found')
    const etag = `"${sha256.data}"`
    if (listsTag(context.req.header('if-none-match'), etag)) {
      return new Response(null, { status: 304, headers: { etag } })
    }
    const bytes = await documents.find(sha256.data)
    if (bytes === undefined) {
      log({ level: 'error', event: 'document bytes were missing', facts: { sha256: sha256.data } })
      return problem('not_found', { detail: 'The hub does not have the bytes of this document.' })
    }
    return answer(bytes, etag, rangeHeader(context, etag))
  }

function answer(bytes: Uint8Array<ArrayBuffer>, etag: string, rangeWanted: string | undefined): Response {
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment',
    'cache-control': 'private, no-transform',
  }
  const range = byteRangeOf(rangeWanted, bytes.length)
  if (range === 'unsatisfiable') {
    return problem('range_not_satisfiable', {
      headers: { 'content-range': `bytes */${bytes.length}` },
    })
  }
  if (range === 'whole')
    return new Response(bytes, { headers: { ...headers, 'content-length': `${bytes.length}` } })
  const { first, last } = range
  return new Response(bytes.subarray(first, last + 1), {
    status: 206,
    headers: {
      ...headers,
      'content-length': `${last - first + 1}`,
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
    },
  })
}

/** A range of other bytes than the caller has begun to read would be no use: then all is sent. */
function rangeHeader(context: Context<HubEnv>, etag: string): string | undefined {
  const ifRange = context.req.header('if-range')
  return ifRange === undefined || ifRange === etag ? context.req.header('range') : undefined
}
