import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type NamedStatus,
  spellingOf,
  statusOfName,
} from '../../../src-preload/contract/vocabulary/statusNames.ts'

const RENAMED: Readonly<Record<keyof PolicyProfile['statusNames'], NamedStatus>> = {
  editing: { state: 'editing', subState: null },
  disputed: { state: 'under_review', subState: 'dispute_review' },
  rejected_final: { state: 'rejected', subState: 'final' },
}

/**
 * The status that an import names (domain.md section 2.3); null = unknown: the claim is kept with the word as it came and is shown
 * read-only. The statuses of Microsoft's sibling processes are unknown here: their consent works the other way round.
 * @param renamed names that a policy profile gives to statuses; they come before all others.
 */
export function statusNamed(name: string, renamed: PolicyProfile['statusNames'] = {}): NamedStatus | null {
  for (const [status, label] of Object.entries(renamed)) {
    if (spellingOf(label) === spellingOf(name)) return RENAMED[status as keyof typeof RENAMED]
  }
  return statusOfName(name)
}
