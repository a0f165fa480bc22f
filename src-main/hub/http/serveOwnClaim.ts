import type { Context } from 'hono'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'
import type { OwnClaim } from '../api/ownClaim.ts'
import type { IntakePorts } from '../intake/intakeAct.ts'
import { seenRecord } from '../store/claimRecords.ts'
import type { HubEnv } from './hubPorts.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'

/** `GET /v1.0/intake/claims/{id}`: the claim as its partner may see it. */
export const serveOwnClaim =
  ({ db }: Pick<IntakePorts, 'db'>) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
    if (!claimId.success) return problem('not_found')
    const record = await seenRecord(db, claimId.data, context.var.eyes)
    if (record === undefined) return problem('not_found')
    context.header('etag', `"${record.revision}"`)
    return context.json(ownSideOf(record))
  }

/** Without what reviewers say among themselves, who of them holds it, and whether others compete. */
function ownSideOf(record: ClaimRecord): OwnClaim {
  const { assignedTo: _holder, competingClaims: _rivals, ...own } = record
  const { escalation: _raised, nudge: _reminded, ...matters } = record.matters
  return {
    ...own,
    matters,
    comments: record.comments.filter(({ visibility }) => visibility === 'partner_visible'),
    clocks: record.clocks.filter(({ timer }) => SHOWN.includes(timer)),
    history: record.history.filter(({ kind }) => !INTERNAL.includes(kind)),
  }
}

/** What the team does among itself. */
const INTERNAL: readonly HistoryKind[] = [
  'held_for_arbitration',
  'arbitration_ended',
  'rejection_proposed',
  'taken',
  'released',
  'handed_over',
  'lease_ended',
  // The partner sees its own clocks as they run now; of those of the team it knows nothing.
  'clocks_moved',
  'escalated',
  'escalation_settled',
  'nudged',
]

const SHOWN: readonly string[] = ['partner_response', 'consent', 'dispute_window']
