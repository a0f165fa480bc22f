import { z } from 'zod'
import { Clock } from './clockShape.ts'
import { FILTER_LIMIT } from './filter/filterWords.ts'
import { ClaimId, Instant, Revision, UserId } from './idShapes.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES, DECISIONS, PROGRAMS, VERDICTS, WAKE_REASONS } from './words.ts'

/** Each criterion as the queue shows it: the reviewer's verdict, else the machine's; null = not checked yet. */
export const VerdictChips = z.strictObject({
  usablePoe: z.enum(VERDICTS).nullable(),
  customerAcknowledgment: z.enum(VERDICTS).nullable(),
  dates: z.enum(VERDICTS).nullable(),
  products: z.enum(VERDICTS).nullable(),
  serviceDescription: z.enum(VERDICTS).nullable(),
})
export type VerdictChips = z.infer<typeof VerdictChips>

/** Where text was found that does not stand in the row itself. */
export const FoundText = z.strictObject({
  where: z.enum(['comment', 'document']),
  /** Who wrote the comment, or the name of the document. */
  name: z.string(),
  /** Of a document, from 1. */
  page: z.int().min(1).nullable(),
  /** A piece around the place, cut where what was looked for begins and ends. */
  pieces: z.array(z.strictObject({ text: z.string(), isMatch: z.boolean() })),
})
export type FoundText = z.infer<typeof FoundText>

/** One row of the queue. */
export const ClaimSummary = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  customerName: z.string(),
  partnerName: z.string(),
  program: z.enum(PROGRAMS),
  /** Names of the claimed items, in the order of the claim. */
  items: z.array(z.string()),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  revision: Revision,
  /** The clock that is due first; null when none runs. */
  clock: Clock.nullable(),
  verdicts: VerdictChips,
  /** A decision of this workstation is on its way; null = none. */
  pendingDecision: z.enum(DECISIONS).nullable(),
  competing: z.boolean(),
  /** A lead's attention is asked for. */
  raised: z.boolean(),
  /** A lead has reminded this person of it, who holds it. */
  reminded: z.boolean(),
  /** `until`: end of the lease; null = none runs. */
  assignedTo: z.strictObject({ userId: UserId, name: z.string(), until: Instant.nullable() }).nullable(),
  /** This person does not want to see it before then; `wokenBy`: it is back already, because of that. Null = neither. */
  snooze: z.strictObject({ until: Instant, wokenBy: z.enum(WAKE_REASONS).nullable() }).nullable(),
  /** Null = the filter looks for no text, or it stands in the row. */
  found: FoundText.nullable(),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

export const ClaimFilter = z.strictObject({
  /**
   * In the filter language (`filter/parseFilter.ts`). Empty = all but what is snoozed, which only a filter that names `is:snoozed` shows,
   * and what waits for arbitration, which one shows that looks for text or names its status, `is:` or `has:`.
   */
  text: z.string().max(FILTER_LIMIT),
})
export type ClaimFilter = z.infer<typeof ClaimFilter>

/** Claims that match a filter. Where text is looked for they are counted up to a limit: `isMore` = there are more than `claims`. */
export const ClaimCount = z.strictObject({ claims: z.int().min(0), isMore: z.boolean() })
export type ClaimCount = z.infer<typeof ClaimCount>

export const ClaimPage = z.strictObject({
  /** Claims that match, not only this page. */
  total: z.int().min(0),
  /** More than `total` match: they were counted no further. */
  isMore: z.boolean(),
  offset: z.int().min(0),
  rows: z.array(ClaimSummary),
  /** Comments and documents were searched for the newest places of a word alone: it stands in very many. */
  isNewestOnly: z.boolean(),
})
export type ClaimPage = z.infer<typeof ClaimPage>

/** What the reviewer said of a criterion; stays with the claim, bound to what was seen. */
export const ReviewerVerdict = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Confirmed the machine's verdict, or set one of their own. */
  act: z.enum(['confirmed', 'set']),
  /** Always present when set; may be null when confirmed. */
  reason: z.string().nullable(),
  byName: z.string(),
  at: Instant,
})
export type ReviewerVerdict = z.infer<typeof ReviewerVerdict>
