import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { twins } from '../../../src-preload/contract/twins.ts'
import type { Core } from '../core.ts'
import { fetchTwins } from '../sync/hubQuality.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { sendDismissal } from './sayOfDecision.ts'

/** Near-identical claims with opposite outcomes: found at the hub, which has the decisions of everybody. */
export function createTwinHandlers(core: Core, sync: SyncLoop): Pick<Handlers, keyof typeof twins> {
  return {
    'twins.list': async () => {
      const told = await fetchTwins(core)
      return told.outcome === 'ok' ? { outcome: 'ok', ...told.said } : { outcome: told.outcome }
    },
    'twins.dismiss': (input) => {
      const outcome = sendDismissal(core, input)
      sync.kick()
      return outcome
    },
  }
}
