import { removeDocumentKey } from '../../store/documentKeysRepo.ts'
import { markMissing } from '../../store/documentsRepo.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'
import { tellOfClaims } from '../sync/tellOf.ts'

/**
 * Their bytes are not on this machine any more: their claims say so, windows are told, and what they took counts as room.
 * @param withKeys what is left of their files is never to be read again.
 */
export function noteMissing(
  core: Pick<Core, 'store' | 'emit'>,
  documents: readonly Sha256[],
  { withKeys = false }: { readonly withKeys?: boolean } = {},
): void {
  if (documents.length === 0) return
  const carriers = core.store.write((store) =>
    documents.flatMap((sha256) => {
      if (withKeys) removeDocumentKey(store, sha256)
      return markMissing(store, sha256)
    }),
  )
  tellOfClaims(core, [...new Set(carriers)])
  core.emit('sync.changed', {})
}
