import type { desk } from '../../src-preload/contract/desk.ts'
import type { Handlers } from '../../src-preload/contract/index.ts'
import { toInstantOrNull } from '../store/instants.ts'
import { rankOf } from '../store/rankRepo.ts'
import { bulk, bulkPlan } from './claims/bulk.ts'
import { snooze } from './claims/snooze.ts'
import type { Core } from './core.ts'
import { keepDesk, readDesk } from './desk/keptDesk.ts'
import { dropView, exportViews, importViews, savedViews, saveView } from './desk/views.ts'
import { askerOf } from './queueHandlers.ts'
import type { SyncLoop } from './sync/syncLoop.ts'

/** How a reviewer arranges and works through the queue. */
export function createDeskHandlers(core: Core, sync: SyncLoop): Pick<Handlers, keyof typeof desk> {
  return {
    'desk.read': () => readDesk(core),
    'desk.keep': (part) => {
      keepDesk(core, part)
      return {}
    },
    'views.list': () => savedViews(core),
    'views.save': (view) => saveView(core, view),
    'views.remove': ({ viewId }) => {
      dropView(core, viewId)
      return {}
    },
    'views.export': () => ({ text: exportViews(core) }),
    'views.import': ({ text }) => importViews(core, text),
    'claims.snooze': (input) => snooze(core, input),
    'claims.bulkPlan': (input) => bulkPlan(core, input),
    'claims.bulk': (input) => {
      const done = bulk(core, input)
      sync.kick()
      return done
    },
    'claims.whyNext': ({ filter, claimId }) => {
      const rank = core.store.read((s) => rankOf(s, filter, askerOf(core), claimId))
      return {
        why: rank === null ? null : { ...rank, parts: [...rank.parts], dueAt: toInstantOrNull(rank.dueAt) },
      }
    },
  }
}
