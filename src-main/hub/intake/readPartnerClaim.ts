import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { draftFrom } from '../../domain/intake/draftClaim.ts'
import { submitterRoleNamed } from '../../domain/intake/fieldWords.ts'
import { formNotes, type FormRules } from '../../domain/intake/formRules.ts'
import { isRefused } from '../../domain/intake/notes.ts'
import { sentenceOfNote } from '../../domain/intake/noteSentences.ts'
import { type IntakeNotes, PartnerClaim } from '../api/intake.ts'
import { notesOfShape } from './shapeNotes.ts'

/** A form as its partner states it; the hub gives it an id, and a day when it is submitted. */
export const DraftForm = ClaimForm.omit({ claimId: true, submittedAt: true })
export type DraftForm = Omit<ClaimForm, 'claimId' | 'submittedAt'>

/** A claim that may come in, as a draft (S-93). */
export interface NewClaim extends Pick<ClaimRecord, 'partnerLanguage' | 'createdBy' | 'replaces'> {
  readonly form: DraftForm
  /** Null = nothing was said along with it. */
  readonly comment: string | null
}

export type ReadClaim =
  | { readonly outcome: 'accepted'; readonly claim: NewClaim; readonly notes: readonly IntakeNote[] }
  | { readonly outcome: 'refused'; readonly notes: readonly IntakeNote[] }

/**
 * Reads what a partner or an import sends for a new claim. Accepted with what is to be looked at, or refused with every reason at
 * once. Proof and acknowledgements come later, with the submission; look-ups are made of an accepted form.
 */
export function readPartnerClaim(raw: unknown, rules: FormRules): ReadClaim {
  const parsed = PartnerClaim.safeParse(raw)
  if (!parsed.success) return { outcome: 'refused', notes: notesOfShape(parsed.error) }
  const { partnerLanguage, createdBy, replaces, comment, ...stated } = parsed.data
  const notes = formNotes(stated, rules)
  if (isRefused(notes)) return { outcome: 'refused', notes }
  const form = DraftForm.safeParse(draftFrom(stated, rules))
  if (!form.success) return { outcome: 'refused', notes: [...notes, ...notesOfShape(form.error)] }
  const creator =
    createdBy === null ? null : { name: createdBy.name, role: submitterRoleNamed(createdBy.role ?? '') }
  const claim = { form: form.data, partnerLanguage, createdBy: creator, replaces, comment }
  return { outcome: 'accepted', claim, notes }
}

/** Notes as the wire carries them, each with its sentence. */
export function spokenNotes(notes: readonly IntakeNote[]): IntakeNotes {
  return { notes: notes.map((note) => ({ ...note, sentence: sentenceOfNote(note) })) }
}
