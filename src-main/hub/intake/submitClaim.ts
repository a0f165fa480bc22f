import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { Setting } from '../../domain/claim/situation.ts'
import { conflictNotes } from '../../domain/intake/conflictRules.ts'
import { formNotes } from '../../domain/intake/formRules.ts'
import { lookupNotes } from '../../domain/intake/lookupRules.ts'
import { intakeNote, isRefused } from '../../domain/intake/notes.ts'
import { submitNotes } from '../../domain/intake/submitRules.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import type { SubmitRequest } from '../api/intake.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
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
import { partnerComment } from './createClaim.ts'

type SubmitCall = Omit<IntakeCall, 'act' | 'claimRevision'>

/** T2: the draft goes to the reviewers, under the profile of its day, with what was looked up for it. */
export async function submitClaim(
  ports: IntakePorts,
  request: SubmitRequest,
  call: SubmitCall,
): Promise<IntakeAnswer> {
  return sendIn(ports, request, { ...call, act: 'submit' })
}

/** T5: the answer to a request. It counts from now, when it arrived here. */
export async function resubmitClaim(
  ports: IntakePorts,
  request: SubmitRequest,
  call: SubmitCall,
): Promise<IntakeAnswer> {
  return sendIn(ports, request, { ...call, act: 'resubmit' })
}

async function sendIn(
  ports: IntakePorts,
  request: SubmitRequest,
  call: SubmitCall & { readonly act: 'submit' | 'resubmit' },
): Promise<IntakeAnswer> {
  const { lookups, naming } = await lookedUp(ports, call)
  const whole = { ...call, claimRevision: request.claimRevision, naming }
  return actOnClaim(ports, whole, async (stored, { now }, tx) => {
    const claim = withDay({ ...stored, lookups: lookups ?? stored.lookups }, request, call.act, now)
    const policy = call.act === 'submit' ? ports.rules.profileFor(claim.form.submittedAt) : undefined
    const setting = { policy: policy ?? ports.rules.basisOf(stored.policy).policy, now }
    const { tenantId, claimId } = keyOf(claim)
    const others = await listClaims(tx, await listNaming(tx, tenantId, keysNamedBy(claim), claimId))
    const notes = notesOfAct(call.act, submissionNotes(ports, claim, others, setting))
    if (request.submittedAt !== null && !stored.isMigrated) return { blocks: [], notes: [ownDay()] }
    const at = Instant.parse(new Date(now).toISOString())
    const said = request.comment
    const plan: IntakePlan = {
      command: { act: call.act, isFormComplete: !isRefused(notes) },
      notes,
      beside: {
        ...(claim.form === stored.form ? {} : { form: claim.form }),
        lookups: claim.lookups,
        ...(policy === undefined ? {} : { policy: { id: policy.id, version: policy.version } }),
        addedComments: said === null ? [] : [partnerComment(claim.form.partnerContact.name, said, at)],
      },
    }
    return plan
  })
}

/** What was taken in once is not refused for the same on its way back: the reviewer sees it (T5). */
function notesOfAct(act: 'submit' | 'resubmit', notes: readonly IntakeNote[]): readonly IntakeNote[] {
  if (act === 'submit') return notes
  return notes.map((note) => (note.severity === 'refuse' ? { ...note, severity: 'warn' } : note))
}

/** Only of a claim that is taken over the day is told: it chooses the profile. */
const ownDay = (): IntakeNote =>
  intakeNote('refuse', 'field_malformed', { field: 'submittedAt' }, { field: 'submittedAt' })

/** Asked before the claim is locked: nobody waits for a look-up. Without `lookups` there is no such claim. */
async function lookedUp(
  ports: IntakePorts,
  { claimId }: SubmitCall,
): Promise<{ readonly lookups?: HubClaim['lookups']; readonly naming: readonly string[] }> {
  const tenantId = await findTenant(ports.db, claimId)
  const claim = tenantId === undefined ? undefined : await findClaim(ports.db, { tenantId, claimId })
  if (claim === undefined) return { naming: [] }
  const { form } = claim
  const lookups = await lookUp(form, ports.lookup, ports.now())
  return { lookups, naming: keysNamedBy({ form, lookups }) }
}

/** The day of the first submission stays; a resubmission never moves it. */
function withDay(
  claim: StoredClaim,
  { submittedAt }: SubmitRequest,
  act: 'submit' | 'resubmit',
  now: number,
): StoredClaim {
  if (act === 'resubmit') return claim
  const at = submittedAt ?? Instant.parse(new Date(now).toISOString())
  return { ...claim, form: { ...claim.form, submittedAt: at } }
}

/**
 * Everything that the rules say of a claim on its way to the reviewers, in the order of a form.
 * @param others claims of the same customer that name what this one names.
 */
export function submissionNotes(
  { products }: Pick<IntakePorts, 'products'>,
  claim: HubClaim,
  others: readonly HubClaim[],
  { policy, now }: Setting,
): IntakeNote[] {
  return [
    ...formNotes(claim.form, { policy, products }),
    ...lookupNotes(claim, { policy, nowMs: now }),
    ...conflictNotes(claim, others, { policy, today: submissionDay(new Date(now).toISOString()) }),
    ...submitNotes(claim, policy, now),
  ]
}

const keyOf = ({ form }: StoredClaim) => ({ tenantId: form.customer.tenantId, claimId: form.claimId })
