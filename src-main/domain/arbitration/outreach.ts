import type {
  ArbitrationCase,
  OutreachEntry,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClaimState, Role } from '../../../src-preload/contract/vocabulary/words.ts'
import { courseOf } from '../clocks/businessTime.ts'
import type { Calendar } from '../clocks/calendar.ts'
import { instantText } from '../clocks/instantText.ts'
import { livingState } from './caseState.ts'

/** What was written to one party of a case. */
export interface Outreach {
  readonly claimId: ClaimId
  readonly entry: OutreachEntry
  readonly role: Role
}

/**
 * The case with an entry in the log of that party, and of that party alone (S-128). The first lead who does something about a case leads it
 * from then on.
 */
export function afterOutreach(known: ArbitrationCase, { claimId, entry, role }: Outreach): ArbitrationCase {
  const parties = known.parties.map((party) =>
    party.claimId === claimId
      ? { ...party, toldAt: party.toldAt ?? entry.at, outreach: [...party.outreach, entry] }
      : party,
  )
  const own = role === 'reviewer' ? null : { userId: entry.byUserId, name: entry.byName }
  const state = livingState({ parties }, Date.parse(entry.at))
  return {
    ...known,
    parties,
    state,
    stateChangedAt: state === known.state ? known.stateChangedAt : entry.at,
    lead: known.lead ?? own,
    revision: known.revision + 1,
  }
}

interface AskTerms {
  /** Of the claim that is asked, before it was. */
  readonly state: ClaimState
  /** As the lead wants it; null = as the profile has it. */
  readonly businessDays: number | null
  readonly policy: Pick<PolicyProfile, 'clocks'>
  readonly calendar: Calendar
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * By when a party is to answer. A claim under review goes to its partner with the question, whose clock then is the profile's: there are
 * no two days for one answer.
 */
export function askDueAt({ state, businessDays, policy, calendar, at }: AskTerms): OutreachEntry['dueAt'] {
  const usual = policy.clocks.partnerResponseBusinessDays
  const days = state === 'under_review' ? usual : (businessDays ?? usual)
  return instantText(courseOf({ startedAt: at, businessDays: days, waits: [], calendar }).dueAt)
}
