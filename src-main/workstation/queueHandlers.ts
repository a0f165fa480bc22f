import type { Handlers } from '../../src-preload/contract/index.ts'
import { queue } from '../../src-preload/contract/queue.ts'
import { countByState, listClaims, positionOf } from '../store/queueRepo.ts'
import type { Core } from './core.ts'
import type { Desk } from './router.ts'

/** What every window asks first: answered without anything that only an open claim needs. */
export function createQueueDesk(core: Core): Desk {
  return { methods: queue, handlers: createQueueHandlers(core) }
}

export function createQueueHandlers({ store }: Core): Pick<Handlers, keyof typeof queue> {
  return {
    'claims.list': ({ filter, offset, limit }) => store.read((s) => listClaims(s, filter, offset, limit)),
    'claims.counts': () => ({ states: store.read(countByState) }),
    'claims.position': ({ filter, claimId }) => store.read((s) => positionOf(s, filter, claimId)),
  }
}
