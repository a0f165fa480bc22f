import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { isLocal } from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'
import { documentPath } from './serveDocument.ts'

/** What the viewer would begin with, so that it can be drawn before the claim is opened. */
export function firstDocument({ store }: Core, claimId: ClaimId): Output<'documents.first'> {
  return store.read((s) => {
    const first = findClaim(s, claimId)?.record.documents[0]
    if (first === undefined || !isLocal(s, first.sha256)) return { document: null }
    const { sha256, mediaType } = first
    return { document: { sha256, mediaType, url: documentPath(claimId, sha256) } }
  })
}
