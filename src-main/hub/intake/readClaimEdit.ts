import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { ClaimForm, type FieldChange } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'
import { draftFrom } from '../../domain/intake/draftClaim.ts'
import { changesOf, editBlocks } from '../../domain/intake/editRules.ts'
import { formNotes, type FormRules } from '../../domain/intake/formRules.ts'
import { isNewlyRefused } from '../../domain/intake/notes.ts'
import { type EditedFields } from '../api/intake.ts'
import { notesOfShape } from './shapeNotes.ts'

export type ReadEdit =
  | {
      readonly outcome: 'accepted'
      readonly form: ClaimForm
      /** Empty = everything was so already. */
      readonly changes: readonly FieldChange[]
      readonly notes: readonly IntakeNote[]
    }
  | { readonly outcome: 'blocked'; readonly blocks: readonly Block[] }
  | { readonly outcome: 'refused'; readonly notes: readonly IntakeNote[] }

/**
 * Reads a partner's change of its claim (T14, domain.md section 6.2): first whether it may change this now, then whether the claim
 * would be no worse a one. Look-ups, conflicts and findings of the changed fields are made anew by the caller.
 */
export function readClaimEdit(
  claim: { readonly form: ClaimForm; readonly state: ClaimState },
  changes: EditedFields,
  rules: FormRules,
): ReadEdit {
  const blocks = editBlocks(claim.state, changes, rules.policy)
  if (blocks.length > 0) return { outcome: 'blocked', blocks }
  const before = claim.form
  const stated = { ...before, ...withoutUndefined(changes) }
  const notes = formNotes(stated, rules)
  if (isNewlyRefused(formNotes(before, rules), notes)) return { outcome: 'refused', notes }
  const { claimId, submittedAt } = before
  const form = ClaimForm.safeParse({ ...draftFrom(stated, rules, before.items), claimId, submittedAt })
  if (!form.success) return { outcome: 'refused', notes: [...notes, ...notesOfShape(form.error)] }
  return { outcome: 'accepted', form: form.data, changes: changesOf(before, form.data), notes }
}

type Known = Pick<EditedFields, 'mpnId' | 'items' | 'customerContact' | 'technicalContact' | 'partnerContact'>
type Given = { [Field in keyof Known]: Exclude<Known[Field], undefined> }

/** A field that was given as nothing at all was not given. */
function withoutUndefined(changes: Known): Given {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
