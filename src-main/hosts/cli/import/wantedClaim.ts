import type { PoeKind } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import { statusNamed } from '../../../domain/intake/statusNames.ts'

/** A paper that a row names. */
export interface WantedPaper {
  /** As the file names it, below the folder of documents. */
  readonly file: string
  readonly kind: PoeKind | null
}

/** What a row asks for, as far as it can be read. */
export interface WantedClaim {
  /** Null = it says none. */
  readonly claimId: string | null
  /** As a partner states it; the hub reads it. */
  readonly claim: Readonly<Record<string, unknown>>
  readonly papers: readonly WantedPaper[]
  /** It was submitted elsewhere before. */
  readonly isMigrated: boolean
  /** When that was, as an ISO instant; null = it was not, or nobody can read when. */
  readonly submittedAt: string | null
  /** It is still being written. */
  readonly staysDraft: boolean
  /** What is left behind of it. */
  readonly remarks: readonly string[]
}

/** A row of the file, and what it says or why that cannot be read. */
export interface ImportRow {
  /** Line of a table, or number of an entry, from 1. */
  readonly place: number
  /** Null = it has none. */
  readonly claimId: string | null
  /** As they stood in the file; null = it had none. */
  readonly cells: readonly string[] | null
  /** Null = nothing of it can be read. */
  readonly wanted: WantedClaim | null
  /** Why it cannot be brought in as it is; the rules may have more to say. */
  readonly problems: readonly string[]
}

interface Standing {
  readonly staysDraft: boolean
  readonly remark: string | null
  readonly problem: string | null
}

/** What becomes of a claim that is somewhere on its way already. Only what is still to be decided comes in. */
export function standingOf(status: string | null): Standing {
  const fine: Standing = { staysDraft: false, remark: null, problem: null }
  if (status === null) return fine
  const said = `"${status.slice(0, 80)}"`
  const named = statusNamed(status)
  switch (named?.state) {
    case 'editing':
      return { ...fine, staysDraft: true }
    case 'submitted':
      return fine
    case 'under_review':
    case 'partner_action_required':
      return { ...fine, remark: `Its status there, ${said}, stays behind: it joins the queue as submitted.` }
    case 'approved':
    case 'rejected':
      return { ...fine, problem: `It is ${said} already; only claims that are still to be decided come in.` }
    default:
      return { ...fine, problem: `The status ${said} is not known here.` }
  }
}
