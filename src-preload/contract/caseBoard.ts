import { z } from 'zod'
import { DocumentView } from './claims.ts'
import { ArbitrationCase } from './vocabulary/arbitrationShape.ts'
import { PARTY_ROLES } from './vocabulary/arbitrationWords.ts'
import { CheckedDocument, DayRange } from './vocabulary/checkShape.ts'
import { CaseId, ClaimId, Instant, Sha256 } from './vocabulary/idShapes.ts'
import { Engagement, Ladder, StandingEvidence } from './vocabulary/ladderShape.ts'
import { OwnEvidence } from './vocabulary/ownEvidenceShape.ts'
import { ClaimSummary } from './vocabulary/queueShape.ts'
import { DetailWord, ReadDays } from './vocabulary/handWordShape.ts'
import {
  CLAIM_CHECKS,
  CRITERIA,
  DETAIL_CHECKS,
  FLAG_SEVERITIES,
  READ_FACTS,
  REUSE_KINDS,
  VERDICTS,
} from './vocabulary/words.ts'

/** A living party of a case as it is compared with the others. */
export const BoardParty = z.strictObject({
  claimId: ClaimId,
  partnerName: z.string(),
  role: z.enum(PARTY_ROLES),
  claimName: z.string(),
  state: ClaimSummary.shape.state,
  subState: ClaimSummary.shape.subState,
  /** Null = its papers are not checked yet, or the reviewer judges before the machine is seen. */
  checker: z.string().nullable(),
  /** The five criteria for the contested item, effective verdicts: null = open. */
  criteria: z.array(
    z.strictObject({
      criterion: z.enum(CRITERIA),
      verdict: z.enum(VERDICTS).nullable(),
      evidence: z.array(StandingEvidence),
    }),
  ),
  /** Details of the association that nobody has verified (S-126). */
  unverified: z.array(z.enum(CLAIM_CHECKS)),
  /** The contested item of its claim. */
  item: z.string(),
  /** Effective, with the person's word where there is one; null = open. */
  details: z.array(
    z.strictObject({
      check: z.enum(DETAIL_CHECKS),
      verdict: z.enum(VERDICTS).nullable(),
      word: DetailWord.nullable(),
    }),
  ),
  submittedAt: Instant,
  /** Days that the profile accepts for a proof of this claim: both included. Null = the profile is not here yet. */
  window: DayRange.nullable(),
  /** Null = the papers carry none, or it cannot be told: then it is among `untold`. */
  acknowledged: DayRange.nullable(),
  engagement: Engagement.nullable(),
  /** Of the customer, naming the partner for the contested item. */
  statement: DayRange.nullable(),
  /** Which of those three nobody could tell. */
  untold: z.array(z.enum(READ_FACTS)),
  /** What people read by hand of them. */
  readDays: z.array(ReadDays),
  /** Days that the machine read beside the customer's signature, each once: what a person chooses among. */
  readings: z.array(z.iso.date()),
  documents: z.array(
    z.strictObject({
      ...DocumentView.shape,
      /** As evidence names it. */
      name: z.string(),
      /** Null until the checker counted them. */
      pages: CheckedDocument.shape.pages,
      /** Files inside it as far as it was read. */
      inner: CheckedDocument.shape.inner.unwrap(),
    }),
  ),
  /** The places that reviewers marked, by which the criteria name them. */
  own: z.array(OwnEvidence),
})
export type BoardParty = z.infer<typeof BoardParty>

export const CaseBoard = z.strictObject({
  caseId: CaseId,
  /** Of the case when this was read. */
  revision: ArbitrationCase.shape.revision,
  /** Living ones, in the order drawn for whoever asks: nobody stands first by right. */
  parties: z.array(BoardParty),
  /** Living parties whose claims are not on this workstation: without them nothing is compared. */
  missing: z.array(ClaimId),
  /** Null = it cannot be climbed while claims are missing. */
  ladder: Ladder.nullable(),
  /** This person may say what the machine could not verify or read. */
  mayVerify: z.boolean(),
  /** UTC day for which engagements were compared. */
  today: z.iso.date(),
})
export type CaseBoard = z.infer<typeof CaseBoard>

/** One side of evidence that stands on the papers of two parties. */
export const SharedPlace = z.strictObject({
  claimId: ClaimId,
  sha256: Sha256,
  /** Null = the document as a whole, or a file in it. */
  page: z.int().min(1).nullable(),
})
export type SharedPlace = z.infer<typeof SharedPlace>

/** The same evidence on the papers of two parties. */
export const SharedEvidence = z.strictObject({
  how: z.enum(REUSE_KINDS),
  share: z.number().min(0).max(1),
  /** Two honest papers that were filled into one form may be as much alike. */
  mayBeForm: z.boolean(),
  severity: z.enum(FLAG_SEVERITIES),
  places: z.tuple([SharedPlace, SharedPlace]),
})
export type SharedEvidence = z.infer<typeof SharedEvidence>
