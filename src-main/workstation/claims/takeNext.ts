import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { askForNext } from '../sync/hubAssignments.ts'
import { bringClaim } from '../sync/bringClaim.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'

const mayNot = { outcome: 'blocked' as const, blocks: [block('role_may_not')] }

/** Has the hub choose a claim, and answers once it is here and shows whose it is. */
export async function takeNext(
  core: Core,
  sync: Pick<SyncLoop, 'round'>,
  { commandId }: Input<'claims.takeNext'>,
): Promise<Output<'claims.takeNext'>> {
  const { userId, role } = core.session.user()
  if (!roleMay(role, 'take')) return mayNot
  if (core.ports.hub.state() !== 'ready') return { outcome: 'offline' }
  try {
    const answer = await askForNext(askingAs(core), commandId)
    if (answer === null) return mayNot
    if (answer.outcome === 'none') return answer
    const { claimId } = answer
    core.store.write((store) => {
      const at = core.ports.clock.now()
      appendAudit(store, {
        at,
        actor: userId,
        act: 'next claim taken',
        claimId,
        facts: { operationId: commandId },
      })
    })
    if (!isMine(core, claimId)) await sync.round()
    // A feed that waits for a writer who is late would keep a person waiting as well.
    if (!isMine(core, claimId)) await bringClaim(core, claimId)
    return answer
  } catch (error) {
    if (!(error instanceof HubUnavailable)) throw error
    return { outcome: 'offline' }
  }
}

function isMine(core: Core, claimId: ClaimId): boolean {
  const assigned = core.store.read((store) => findClaim(store, claimId))?.record.assignedTo
  return assigned?.userId === core.session.user().userId && assigned.until !== null
}
