import type { DocumentKind } from '../../viewer-frame/messages.ts'

export type BytesOutcome =
  | { readonly outcome: 'read'; readonly bytes: ArrayBuffer }
  /** The document has not arrived on this machine. */
  | { readonly outcome: 'missing' }
  /** The app's own origin did not answer, or not with the document. */
  | { readonly outcome: 'unreachable' }

const NOT_FOUND = 404

/** Fetches a document from the app's own origin. Rejects only when `signal` was aborted. */
export async function readDocumentBytes(url: string, signal: AbortSignal): Promise<BytesOutcome> {
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin' })
    if (response.status === NOT_FOUND) return { outcome: 'missing' }
    if (!response.ok) return { outcome: 'unreachable' }
    return { outcome: 'read', bytes: await response.arrayBuffer() }
  } catch (error) {
    signal.throwIfAborted()
    // fetch rejects with a TypeError for everything that is wrong with the wire.
    if (error instanceof TypeError) return { outcome: 'unreachable' }
    throw error
  }
}

/** What the partner's media type promises; the frame looks at the content. */
export function promisedKind(mediaType: string): DocumentKind {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType.startsWith('image/') ? 'image' : 'unknown'
}
