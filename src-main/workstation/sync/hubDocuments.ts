import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ask, type Asking, claimPath } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

export interface GivenDocument {
  /** Where the bytes begin that come now: 0, or what was asked for. */
  readonly from: number
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * The bytes of a document, from a place on where a part of it is here already. Null = the hub does not give this document out: gone,
 * or not this person's claim. Rejects with HubUnavailable, also while the bytes are read.
 */
export async function fetchDocument(
  asking: Asking,
  claimId: ClaimId,
  sha256: Sha256,
  from: number,
): Promise<GivenDocument | null> {
  const headers: Readonly<Record<string, string>> =
    from === 0 ? {} : { range: `bytes=${from}-`, 'if-range': `"${sha256}"` }
  const response = await ask(asking, `${claimPath(claimId)}/documents/${sha256}`, { headers })
  if (response.status === 416) {
    // What is here is longer than the document: it is none of its parts.
    await response.body?.cancel()
    return fetchDocument(asking, claimId, sha256, 0)
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    return null
  }
  const isContinued = response.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true
  return { from: response.status === 206 && isContinued ? from : 0, bytes: chunksOf(response.body) }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw new HubUnavailable('The document was cut off.', { cause })
  }
}
