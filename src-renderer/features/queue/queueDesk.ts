import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Client } from '../../bridge/client.ts'
import { type BulkStore, createBulkStore } from './bulk/bulkStore.ts'
import { createQueueViewStore, type QueueViewStore } from './queueViewStore.ts'
import { createSelectionStore, type SelectionStore } from './selectionStore.ts'
import { createViewsStore, type ViewsStore } from './views/viewsStore.ts'

/** What a reviewer has in the queue besides its rows. Outlives the screen: a claim is opened and left in between. */
export interface QueueDesk {
  readonly view: QueueViewStore
  readonly views: ViewsStore
  readonly selection: SelectionStore
  readonly bulk: BulkStore
}

/** `claimId`: where the cursor stood at the end of the last run; null = nowhere. */
export function createQueueDesk(client: Client, claimId: ClaimId | null): QueueDesk {
  const view = createQueueViewStore()
  view.getState().waitFor(claimId)
  return {
    view,
    views: createViewsStore(client),
    selection: createSelectionStore(),
    bulk: createBulkStore(client),
  }
}
