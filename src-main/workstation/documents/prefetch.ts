import { listMissingDocuments, markLocal } from '../../store/documentsRepo.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'
import { askingAs, fetchDocument } from '../sync/hubClient.ts'

/** How many are asked for at once. */
const BATCH = 20

/**
 * Brings the documents of the queue to this machine, due first at the front. A document that the hub refuses, or that comes with
 * other bytes than its name says, is passed over until the next start. Rejects with HubUnavailable.
 */
export async function prefetchDocuments(
  core: Core,
  refused: Set<Sha256>,
  onFetched: () => void,
  shouldStop: () => boolean,
): Promise<number> {
  let fetched = 0
  for (;;) {
    const missing = core.store
      .read((s) => listMissingDocuments(s, BATCH + refused.size))
      .filter(({ sha256 }) => !refused.has(sha256))
    if (missing.length === 0) return fetched
    for (const { claimId, sha256 } of missing) {
      if (shouldStop()) return fetched
      const bytes = await fetchDocument(askingAs(core), claimId, sha256)
      if (bytes === null || !core.files.keep(sha256, bytes)) {
        refused.add(sha256)
        core.ports.log({
          level: 'warn',
          event: 'a document could not be fetched',
          facts: { claimId, sha256 },
        })
        continue
      }
      core.store.write((s) => markLocal(s, sha256, bytes.byteLength, core.ports.clock.now()))
      fetched += 1
      core.emit('claims.changed', { ids: [claimId] })
    }
    core.emit('sync.changed', {})
    onFetched()
  }
}
