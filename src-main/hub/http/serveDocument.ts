import type { Context } from 'hono'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type ByteRange, byteRangeOf } from '../documents/byteRange.ts'
import { DocumentDamaged } from '../documents/documentStore.ts'
import type { Log } from '../log.ts'
import { noteServed } from '../reads/noteReads.ts'
import { findDocument, findTenant } from '../store/claimsRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'

/**
 * `GET /v1.0/claims/{id}/documents/{sha256}`: bytes of a document of this claim. The hash is the entity tag; the bytes are never
 * anything but bytes to whoever shows them.
 */
export const serveDocument =
  ({ db, documents, log, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    const sha256 = Sha256.safeParse(context.req.param('sha256'))
    if (!claimId.success || !sha256.success) return problem('not_found')
    const tenantId = await findTenant(db, claimId.data)
    const document = tenantId && (await findDocument(db, { tenantId, claimId: claimId.data }, sha256.data))
    if (tenantId === undefined || document === undefined) return problem('not_found')
    const etag = `"${sha256.data}"`
    if (listsTag(context.req.header('if-none-match'), etag)) {
      return new Response(null, { status: 304, headers: { etag } })
    }
    const sizeBytes = await documents.size(sha256.data)
    if (sizeBytes === undefined) return missing(log, sha256.data)
    if (sizeBytes !== document.sizeBytes)
      throw new DocumentDamaged('The stored bytes are not as many as the claim says')
    const headers = { ...HEADERS, etag, 'content-length': `${sizeBytes}` }
    // Ranges are for GET alone (RFC 9110, 14.2), and who asks for the headers needs no bytes read.
    if (context.req.method === 'HEAD') return new Response(null, { headers })
    const reader = { userId: context.var.user.userId, sha256: sha256.data }
    await noteServed({ db, now }, { tenantId, claimId: claimId.data }, reader)
    const range = byteRangeOf(rangeHeader(context, etag), sizeBytes)
    if (range === 'unsatisfiable') return outside(sizeBytes)
    if (range !== 'whole') {
      const breakOff = (error: unknown): void => {
        log({ level: 'error', event: 'document bytes broke off', facts: { sha256: sha256.data }, error })
        context.env.outgoing.destroy()
      }
      return partial(documents.read(sha256.data, range), { range, sizeBytes, headers, breakOff })
    }
    const bytes = await documents.find(sha256.data)
    return bytes === undefined ? missing(log, sha256.data) : new Response(bytes, { headers })
  }

const HEADERS = {
  'accept-ranges': 'bytes',
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-disposition': 'attachment',
  'cache-control': 'private, no-transform',
}

function missing(log: Log, sha256: Sha256): Response {
  log({ level: 'error', event: 'document bytes were missing', facts: { sha256 } })
  return problem('not_found', { detail: 'The hub does not have the bytes of this document.' })
}

const outside = (sizeBytes: number): Response =>
  problem('range_not_satisfiable', {
    headers: { 'content-range': `bytes */${sizeBytes}` },
  })

interface Part {
  readonly range: ByteRange
  readonly sizeBytes: number
  readonly headers: Readonly<Record<string, string>>
  /** Ends an answer whose status has been sent already. */
  readonly breakOff: (error: unknown) => void
}

/** Bytes go out as they are read, unverified but for their number: the caller checks the whole against its name. */
function partial(parts: AsyncIterable<Uint8Array>, { range, sizeBytes, headers, breakOff }: Part): Response {
  const { first, last } = range
  return new Response(streamOf(parts, breakOff), {
    status: 206,
    headers: {
      ...headers,
      'content-length': `${last - first + 1}`,
      'content-range': `bytes ${first}-${last}/${sizeBytes}`,
    },
  })
}

/** Reads as fast as the caller takes. */
function streamOf(
  bytes: AsyncIterable<Uint8Array>,
  breakOff: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const part = await parts.next()
          if (part.done === true) controller.close()
          else controller.enqueue(part.value)
        } catch (error) {
          breakOff(error)
          controller.close()
        }
      },
      async cancel() {
        await parts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A range of other bytes than the caller has begun to read would be no use: then all is sent. */
function rangeHeader(context: Context<HubEnv>, etag: string): string | undefined {
  const ifRange = context.req.header('if-range')
  return ifRange === undefined || ifRange === etag ? context.req.header('range') : undefined
}
