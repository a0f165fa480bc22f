import { z } from 'zod'
import { OUTCOME_ACTS } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import {
  CaseId,
  ClaimId,
  Revision,
  Sha256,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_CHECKS, VERDICTS } from '../../../src-preload/contract/vocabulary/words.ts'
import { DecidedVerdict } from './decidedVerdict.ts'

/** One case of those that are decided together, as the lead had it before their eyes. */
const DecidedCase = z.strictObject({
  caseId: CaseId,
  caseRevision: Revision,
  /** Null = nobody: no proof is sufficient. */
  winner: ClaimId.nullable(),
  /** The rung of the ladder that told so; null = the lead's discretion. */
  rung: z.string().min(1).max(64).nullable(),
})

/** A party as the lead had it before their eyes. */
const DecidedParty = z.strictObject({
  claimId: ClaimId,
  claimRevision: Revision,
  policy: PolicyVersion,
  documentHashes: z.array(Sha256).max(200),
  verdicts: z.array(DecidedVerdict).max(200),
  /** The details of the association for each contested item (S-126); null = nobody verified it. */
  details: z
    .array(
      z.strictObject({
        item: z.string().min(1).max(64),
        check: z.enum(CLAIM_CHECKS),
        verdict: z.enum(VERDICTS).nullable(),
      }),
    )
    .max(200),
})
export type DecidedParty = z.infer<typeof DecidedParty>

/** What is written to a party. The hub works out the act itself: a letter for another one was written on another footing. */
const OutcomeLetter = z.strictObject({
  claimId: ClaimId,
  act: z.enum(OUTCOME_ACTS),
  /** It is written once the winner is approved, which it cannot be yet. */
  isLater: z.boolean(),
  comment: z.string().trim().min(1).max(8000),
})
export type OutcomeLetter = z.infer<typeof OutcomeLetter>

/** The outcome of one or several cases between the same claims: all of it is carried out, or nothing. */
export const CaseDecision = z.strictObject({
  kind: z.literal('case_decide'),
  cases: z.array(DecidedCase).min(1).max(20),
  /** Why, for the record; never for a partner. */
  reason: z.string().trim().min(1).max(8000),
  /** Every living party of these cases. */
  parties: z.array(DecidedParty).min(2).max(50),
  letters: z.array(OutcomeLetter).max(100),
})
export type CaseDecision = z.infer<typeof CaseDecision>

/**
 * What a lead would decide about one or several cases, without knowing what another lead would. The revision of a case is no part of it:
 * another vote raises that, and says nothing to this one.
 */
export const CaseVoteCast = z.strictObject({
  kind: z.literal('case_vote'),
  cases: z
    .array(DecidedCase.pick({ caseId: true, winner: true }))
    .min(1)
    .max(20),
  reason: CaseDecision.shape.reason,
  /** Who decides where another lead votes otherwise; null = somebody was named before. The first one who named somebody is heard. */
  resolver: UserId.nullable(),
  parties: CaseDecision.shape.parties,
})
export type CaseVoteCast = z.infer<typeof CaseVoteCast>

/** What is done to a case as a whole. */
export type CaseAct = CaseDecision | CaseVoteCast
