import type { audit } from '../../../src-preload/contract/audit.ts'
import type { Handlers } from '../../../src-preload/contract/index.ts'
import { block } from '../../domain/claim/block.ts'
import { mayReadLog } from '../../domain/claim/roles.ts'
import type { Core } from '../core.ts'
import { countLog, pageOfLog, peopleOfLog } from './logRows.ts'

/** Who did, saw and took what. For those whose task it is; a reviewer's own acts stand on the claim. */
export function createAuditHandlers(core: Core): Pick<Handlers, keyof typeof audit> {
  const may = () => mayReadLog(core.session.user().role)
  return {
    'audit.list': ({ filter, ...page }) =>
      may()
        ? { outcome: 'listed', total: countLog(core, filter), rows: pageOfLog(core, filter, page) }
        : { outcome: 'blocked', blocks: [block('role_may_not')] },
    'audit.people': () => ({ people: may() ? peopleOfLog(core) : [] }),
  }
}
