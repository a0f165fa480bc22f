import type { ClaimDocument, ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { intakeNote } from './notes.ts'

/** CPOR is in use since that day (S-04). */
const CPOR_BEGAN = Date.parse('2019-10-01T00:00:00Z')

/** A claim at the moment in which it is submitted, or was as an import says. */
export interface SubmittedClaim {
  readonly form: Pick<ClaimForm, 'program' | 'laterFlow' | 'submittedAt'>
  readonly documents: readonly Pick<ClaimDocument, 'kind'>[]
  /** Brought over from before: it may have no proof, and it may be older than CPOR (S-07). */
  readonly isMigrated: boolean
}

/** What a claim needs beyond its form before it can be submitted (T2). Comments are never among it (S-98). */
export function submitNotes(claim: SubmittedClaim, policy: PolicyProfile, nowMs: number): IntakeNote[] {
  return [...acknowledgementNotes(claim, policy), ...proofNotes(claim, policy), ...dayNotes(claim, nowMs)]
}

function acknowledgementNotes({ form, isMigrated }: SubmittedClaim, policy: PolicyProfile): IntakeNote[] {
  if (!policy.form.acknowledgementRequired || form.laterFlow?.acknowledged === true || isMigrated) return []
  return [intakeNote('refuse', 'acknowledgement_missing', { field: 'laterFlow.acknowledged' })]
}

/** C-16, S-45: whether a programme asks for proof is the policy's word. Kinds may be mixed (S-97). */
function proofNotes({ form, documents, isMigrated }: SubmittedClaim, { poe }: PolicyProfile): IntakeNote[] {
  const among = (programs: readonly string[]) => programs.includes(form.program)
  const place = { field: 'documents' }
  if (documents.length === 0 && among(poe.requiredFor))
    return [intakeNote(isMigrated ? 'warn' : 'refuse', 'poe_missing', place, { program: form.program })]
  const hasForm = documents.some(({ kind }) => kind === 'POE_TEMPLATE')
  if (hasForm || documents.length === 0 || !among(poe.templateRequiredFor)) return []
  return [intakeNote('warn', 'poe_template_missing', place, { program: form.program })]
}

function dayNotes({ form, isMigrated }: SubmittedClaim, nowMs: number): IntakeNote[] {
  const { submittedAt } = form
  const at = Date.parse(submittedAt)
  const place = { field: 'submittedAt' }
  if (at > nowMs) return [intakeNote('refuse', 'submitted_in_future', place, { submittedAt })]
  if (at >= CPOR_BEGAN) return []
  return [intakeNote(isMigrated ? 'info' : 'refuse', 'before_cpor', place, { submittedAt })]
}
