import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { conflictNotes } from '../../domain/intake/conflictRules.ts'
import { lookupNotes } from '../../domain/intake/lookupRules.ts'
import { isNewlyRefused } from '../../domain/intake/notes.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import type { ClaimEdit } from '../api/intake.ts'
import { lookUp } from '../lookup/lookUp.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { keysNamedBy } from '../claims/exclusivityKey.ts'
import { listNaming } from '../store/arbitrationRepo.ts'
import { findClaim, findTenant, listClaims } from '../store/claimsRepo.ts'
import {
  actOnClaim,
  type IntakeAnswer,
  type IntakeCall,
  type IntakePlan,
  type IntakePorts,
} from './intakeAct.ts'
import { readClaimEdit } from './readClaimEdit.ts'

/**
 * T14: the partner changes its claim. What was looked up is looked up anew for the form as it becomes; rivals are found anew; what
 * the criteria found is bound to the form, so that it falls with it.
 */
export async function editClaim(
  ports: IntakePorts,
  { claimRevision, changes }: ClaimEdit,
  call: Omit<IntakeCall, 'act' | 'claimRevision'>,
): Promise<IntakeAnswer> {
  const { products } = ports
  const tenantId = await findTenant(ports.db, call.claimId)
  const before = tenantId && (await findClaim(ports.db, { tenantId, claimId: call.claimId }))
  if (before === undefined) return 'not_found'
  const { policy } = ports.rules.basisOf(before.policy)
  const ahead = readClaimEdit(before, changes, { policy, products })
  const form = ahead.outcome === 'accepted' ? ahead.form : before.form
  const lookups =
    ahead.outcome === 'accepted' ? await lookUp(form, ports.lookup, ports.now()) : before.lookups
  return actOnClaim(
    ports,
    { ...call, act: 'edit', claimRevision, naming: keysNamedBy({ form, lookups }) },
    async (claim, setting, tx): Promise<IntakePlan> => {
      const read = readClaimEdit(claim, changes, { policy: setting.policy, products })
      if (read.outcome === 'blocked') return { blocks: read.blocks, notes: [] }
      if (read.outcome === 'refused') return { blocks: [], notes: read.notes }
      const edited = { ...claim, form: read.form, lookups }
      const named = [...keysNamedBy(claim), ...keysNamedBy(edited)]
      const others = await listClaims(
        tx,
        await listNaming(tx, claim.form.customer.tenantId, named, claim.form.claimId),
      )
      const today = submissionDay(new Date(setting.now).toISOString())
      const said = (one: StoredClaim): IntakeNote[] => [
        ...lookupNotes(one, { policy: setting.policy, nowMs: setting.now }),
        ...conflictNotes(one, others, { policy: setting.policy, today }),
      ]
      const notes = [...read.notes, ...said(edited)]
      if (isNewlyRefused(said(claim), said(edited))) return { blocks: [], notes }
      return {
        command: { act: 'edit', changes: read.changes, isFormComplete: true },
        beside: { form: read.form, lookups },
        notes,
      }
    },
  )
}
