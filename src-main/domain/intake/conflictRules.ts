import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { type Contender, isSamePartner, sharedItems, type Standing, standingOf } from './exclusivity.ts'
import { intakeNote, withoutRepeats } from './notes.ts'

interface ConflictRules {
  readonly policy: Pick<PolicyProfile, 'conflict' | 'exclusivity' | 'associationHeldFrom'>
  /** ISO day. */
  readonly today: string
}

/**
 * What other claims of the same customer mean for a new one (C-12). The same location claiming the same thing twice makes a
 * duplicate, except that it makes anew what was only brought over from before (S-83). What another partner has goes to
 * arbitration, or is refused where the policy says so; a partner that merely asks for it too is never a reason to refuse.
 * No note names a rival.
 */
export function conflictNotes(
  claim: Contender,
  others: readonly Contender[],
  { policy, today }: ConflictRules,
): IntakeNote[] {
  const notes = others.flatMap((other) =>
    sharedItems(claim, other, policy.exclusivity).flatMap((shared) => {
      const standing = standingOf(other, shared.theirs, policy, today)
      if (standing === 'none') return []
      const index = claim.form.items.indexOf(shared.mine)
      const place = { field: `items[${index}]`, item: shared.mine.id }
      const product = shared.mine.name
      if (!isSamePartner(other.form, claim.form))
        return [intakeNote(severityOf(standing, policy), 'SUB_ALREADY_CLAIMED', place, { product })]
      if (other.isMigrated || policy.conflict.alreadyClaimedBySame === 'allow') return []
      return [intakeNote('refuse', 'duplicate_claim', place, { product, claimId: other.form.claimId })]
    }),
  )
  return withoutRepeats(notes.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]))
}

const RANK: Readonly<Record<IntakeNote['severity'], number>> = { refuse: 0, warn: 1, info: 2 }

function severityOf(standing: Standing, { conflict }: ConflictRules['policy']): IntakeNote['severity'] {
  return standing === 'holds' && conflict.alreadyClaimedByOther === 'refuse' ? 'refuse' : 'warn'
}
