import { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { belongsToClaim, markMissing } from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'

const PREFIX = '/documents/'

/** Path of a document on the app's own origin. */
export function documentPath(claimId: ClaimId, sha256: Sha256): string {
  return `${PREFIX}${encodeURIComponent(claimId)}/${sha256}`
}

export const isDocumentPath = (path: string): boolean => path.startsWith(PREFIX)

/** The bytes of one document of one claim. Never sniffed, never run: the viewer frame alone makes something of them. */
export async function serveDocument(core: Core, path: string): Promise<Response> {
  const named = parsePath(path)
  if (named === null || !core.store.read((s) => belongsToClaim(s, named.claimId, named.sha256)))
    return new Response('There is no such document.', { status: 404 })
  const bytes = await core.files.read(named.sha256)
  if (bytes === null) {
    core.store.write((s) => markMissing(s, named.sha256))
    core.emit('sync.changed', {})
    return new Response('This document is not on this machine.', { status: 404 })
  }
  // A copy of its own buffer: the type says that a Uint8Array may lie over shared memory, which a body may not.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })
}

function parsePath(path: string): { claimId: ClaimId; sha256: Sha256 } | null {
  const [claim, hash, ...rest] = path.slice(PREFIX.length).split('/')
  const claimId = ClaimId.safeParse(decoded(claim ?? ''))
  const sha256 = Sha256.safeParse(hash)
  return claimId.success && sha256.success && rest.length === 0
    ? { claimId: claimId.data, sha256: sha256.data }
    : null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
